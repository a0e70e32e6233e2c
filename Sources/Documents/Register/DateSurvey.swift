import DossierDomain

/// In which order the columns of a file write day and month, and from which day their spreadsheet counts. Decided by
/// all rows of a column, by the days in the dossiers' codes, then by the other columns; rows that only one order can
/// read decide.
struct DateSurvey {
  struct Reading: Sendable {
    var order: DateOrder
    var base: WrittenDate.SerialBase
    var grounds: RegisterUnderstanding.DateGrounds
    /// Somebody has said that a spreadsheet exchanged day and month of the dates that are no text.
    var isExchanged = false
  }

  private struct Counts {
    var onlyDayFirst: Int?
    var onlyMonthFirst: Int?
    var both = 0
    var codesDayFirst = 0
    var codesMonthFirst = 0
    var serials1900 = 0
    var serials1904 = 0
    /// Dates that a spreadsheet knows as such, by whether their day could be a month; line of the first that could.
    var certainLow: Int?
    var hasCertainHigh = false
    var isCertainConfirmed = false
  }

  private var counts: [RegisterColumn: Counts] = [:]

  mutating func add(_ date: WrittenDate, _ column: RegisterColumn, line: Int, codeDay: CivilDate?) {
    var found = counts[column, default: Counts()]
    defer { counts[column] = found }
    let asDayFirst = date.civilDate(.dayFirst, .year1900)
    switch date.day {
    case .certain(let day):
      if day.components.day > 12 { found.hasCertainHigh = true } else { found.certainLow = found.certainLow ?? line }
      if column == .received, day == codeDay { found.isCertainConfirmed = true }
    case .serial:
      guard column == .received, let codeDay else { return }
      if asDayFirst == codeDay { found.serials1900 += 1 }
      if date.civilDate(.dayFirst, .year1904) == codeDay { found.serials1904 += 1 }
    case .ordered(let first, let second, _):
      guard first != second else { return }
      let asMonthFirst = date.civilDate(.monthFirst, .year1900)
      if asMonthFirst == nil {
        found.onlyDayFirst = found.onlyDayFirst ?? line
      } else if asDayFirst == nil {
        found.onlyMonthFirst = found.onlyMonthFirst ?? line
      } else {
        found.both += 1
        guard let codeDay, let asDayFirst, let asMonthFirst else { return }
        // A dossier is received on the day of its code; whatever else happens to it, happens later.
        let fits: (CivilDate) -> Bool = column == .received ? { $0 == codeDay } : { $0 >= codeDay }
        guard fits(asDayFirst) != fits(asMonthFirst) else { return }
        if fits(asDayFirst) { found.codesDayFirst += 1 } else { found.codesMonthFirst += 1 }
      }
    }
  }

  /// - Parameter chosen: the order for all columns, if somebody has decided it.
  func readings(chosen: DateOrder?) -> [RegisterColumn: Reading] {
    let own = counts.mapValues { Self.evidence($0) }
    let certain = Set(own.values.compactMap { $0?.order })
    let base: WrittenDate.SerialBase =
      counts.values.contains { $0.serials1904 > 0 && $0.serials1900 == 0 } ? .year1904 : .year1900
    return counts.reduce(into: [:]) { readings, pair in
      let (order, grounds): (DateOrder, RegisterUnderstanding.DateGrounds) =
        if let chosen {
          (chosen, .chosen)
        } else if let evidence = own[pair.key] ?? nil {
          (evidence.order, evidence.grounds)
        } else if certain.count == 1, let other = certain.first {
          (other, .otherColumn)
        } else {
          (.dayFirst, .usual)
        }
      var reading = Reading(order: order, base: base, grounds: grounds)
      if case .exchanged? = (own[pair.key] ?? nil)?.grounds, chosen == .monthFirst {
        (reading.order, reading.isExchanged) = (.dayFirst, true)
      }
      readings[pair.key] = reading
    }
  }

  private static func evidence(_ counts: Counts) -> (order: DateOrder, grounds: RegisterUnderstanding.DateGrounds)? {
    switch (counts.onlyDayFirst, counts.onlyMonthFirst) {
    case (let dayFirst?, let monthFirst?): (.dayFirst, .contradicting(dayFirst: dayFirst, monthFirst: monthFirst))
    case (let line?, nil):
      // A spreadsheet that expects the month first has made dates of all that it could read so, and left the others as
      // text.
      if let low = counts.certainLow, !counts.hasCertainHigh, !counts.isCertainConfirmed, counts.both == 0 {
        (.dayFirst, .exchanged(text: line, date: low))
      } else {
        (.dayFirst, .rows(line: line))
      }
    case (nil, let line?): (.monthFirst, .rows(line: line))
    case (nil, nil):
      if counts.codesDayFirst > counts.codesMonthFirst {
        (.dayFirst, .codes)
      } else if counts.codesMonthFirst > counts.codesDayFirst {
        (.monthFirst, .codes)
      } else {
        nil
      }
    }
  }
}
