import DossierDomain

/// In which order the columns of a file write day and month, and from which day their spreadsheet counts. Decided by
/// all rows of a column, by the days in the dossiers' codes, then by the other columns; rows that only one order can
/// read decide.
///
/// Where none of these says anything, the day stands first, as people write here. Small files say nothing as a rule, so
/// this is said and not asked, unless it puts dates where they cannot be and the other order does not.
struct DateSurvey {
  struct Reading: Sendable {
    var order: DateOrder
    var base: WrittenDate.SerialBase
    var grounds: RegisterUnderstanding.DateGrounds
    /// Somebody has said that a spreadsheet exchanged day and month of the dates that are no text.
    var isExchanged = false
    /// Whether the other order reads any of the column's dates as another day.
    var isMaterial = true
  }

  private struct Counts {
    var onlyDayFirst: Int?
    var onlyMonthFirst: Int?
    var both = 0
    /// How many rows only one order can read.
    var decisive = 0
    var codesDayFirst = 0
    var codesMonthFirst = 0
    var serials1900 = 0
    var serials1904 = 0
    /// Dates that a spreadsheet knows as such, by whether their day could be a month; line of the first that could.
    var certainLow: Int?
    var hasCertainHigh = false
    var isCertainConfirmed = false
  }

  /// The orders of the columns of reception and of a later date.
  private struct Orders: Hashable {
    var received: DateOrder
    var later: DateOrder
  }

  private var counts: [RegisterColumn: Counts] = [:]
  /// The first line in which a column that is about the past has a day that has not come.
  private var future: [RegisterColumn: [DateOrder: Int]] = [:]
  /// The first line in which a date is before the reception.
  private var beforeReception: [RegisterColumn: [Orders: Int]] = [:]
  private let today: CivilDate

  init(today: CivilDate) { self.today = today }

  /// The dates of one row.
  mutating func add(_ dates: [(column: RegisterColumn, date: WrittenDate)], line: Int, codeDay: CivilDate?) {
    // The code tells nothing about the day on which its owner was born.
    for (column, date) in dates { add(date, column, line: line, codeDay: column.isBirth ? nil : codeDay) }
    guard dates.contains(where: { $0.date.hasTwoReadings }) else { return }
    for (column, date) in dates where column != .due {
      for order in DateOrder.allCases {
        guard let day = date.civilDate(order, .year1900), day > today.adding(days: 1) else { continue }
        future[column, default: [:]][order] = future[column]?[order] ?? line
      }
    }
    guard let received = dates.first(where: { $0.column == .received })?.date else { return }
    for (column, date) in dates where column != .received && !column.isBirth {
      for (first, second) in [
        (DateOrder.dayFirst, DateOrder.dayFirst), (.dayFirst, .monthFirst), (.monthFirst, .dayFirst),
        (.monthFirst, .monthFirst),
      ] {
        guard let start = received.civilDate(first, .year1900), let end = date.civilDate(second, .year1900),
          end < start
        else { continue }
        let orders = Orders(received: first, later: second)
        beforeReception[column, default: [:]][orders] = beforeReception[column]?[orders] ?? line
      }
    }
  }

  private mutating func add(_ date: WrittenDate, _ column: RegisterColumn, line: Int, codeDay: CivilDate?) {
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
        found.decisive += 1
      } else if asDayFirst == nil {
        found.onlyMonthFirst = found.onlyMonthFirst ?? line
        found.decisive += 1
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
    var own = counts.mapValues { Self.evidence($0) }
    // Births are copied from papers, many without a day, so that one slip would decide about the dates of dossiers.
    let certain = Set(own.compactMap { $0.key.isBirth ? nil : $0.value?.order })
    // Neither does one slip among them decide about all others.
    let slips = slips(own, certain)
    for column in slips.keys { own[column] = .some(nil) }
    let all = Set(own.values.compactMap { $0?.order })
    let base: WrittenDate.SerialBase =
      counts.values.contains { $0.serials1904 > 0 && $0.serials1900 == 0 } ? .year1904 : .year1900
    return counts.reduce(into: [:]) { readings, pair in
      let evidence = own[pair.key] ?? nil
      let isMaterial = evidence != nil || pair.value.both > 0
      let usual = certain.count == 1 ? certain.first ?? .dayFirst : .dayFirst
      let (order, grounds): (DateOrder, RegisterUnderstanding.DateGrounds) =
        // Where columns differ, the answer is about those that the rows leave open.
        if all.count == 2 || !slips.isEmpty, let evidence, case .rows = evidence.grounds {
          (evidence.order, evidence.grounds)
        } else if let chosen, slips.isEmpty || certain.count != 1 || pair.key.isBirth {
          (chosen, .chosen)
        } else if let evidence {
          (evidence.order, evidence.grounds)
        } else if let line = slips[pair.key] {
          (usual, .doubtful(.fewBirths(line: line, readBothWays: pair.value.both)))
        } else if isMaterial, certain.count == 2 {
          (usual, .doubtful(.otherColumnsDiffer))
        } else if isMaterial, certain.isEmpty, all == [.monthFirst] {
          (usual, .doubtful(.birthsDiffer))
        } else if isMaterial, let doubt = doubt(about: pair.key, read: usual, own.mapValues { $0?.order }) {
          (usual, .doubtful(doubt))
        } else {
          (usual, certain.count == 1 ? .otherColumn : .usual)
        }
      var reading = Reading(order: order, base: base, grounds: grounds, isMaterial: isMaterial)
      if case .exchanged? = (own[pair.key] ?? nil)?.grounds, chosen == .monthFirst {
        (reading.order, reading.isExchanged) = (.dayFirst, true)
      }
      readings[pair.key] = reading
    }
  }

  /// The columns of births in which so few rows show another order than that of the country or of the file that they are
  /// probably slips, with the first line. Days above twelve are more than half of all days, so that where most dates
  /// have them not, something is wrong.
  private func slips(
    _ own: [RegisterColumn: (order: DateOrder, grounds: RegisterUnderstanding.DateGrounds)?],
    _ certain: Set<DateOrder>
  ) -> [RegisterColumn: Int] {
    let usual = certain.count == 1 ? certain.first ?? .dayFirst : .dayFirst
    return counts.reduce(into: [:]) { found, pair in
      guard pair.key.isBirth, case let evidence?? = own[pair.key], evidence.order != usual,
        case .rows(let line) = evidence.grounds
      else { return }
      let (both, decisive) = (pair.value.both, pair.value.decisive)
      if certain.count == 1 ? both >= decisive : both > 3 * decisive { found[pair.key] = line }
    }
  }

  /// Why a column is probably not written in this order: a date stands where it cannot be, and in the other order none
  /// does.
  private func doubt(
    about column: RegisterColumn, read order: DateOrder, _ known: [RegisterColumn: DateOrder?]
  ) -> RegisterUnderstanding.DateDoubt? {
    if let line = future[column]?[order], future[column]?[order.other] == nil { return .future(line: line) }
    let later = column == .received ? Array(beforeReception.keys) : [column]
    let lines = later.compactMap { other -> Int? in
      // A column of which nothing is known is written as this one.
      func line(_ order: DateOrder) -> Int? {
        let orders = Orders(
          received: (known[.received] ?? nil) ?? order, later: (known[other] ?? nil) ?? order)
        return beforeReception[other]?[orders]
      }
      return line(order.other) == nil ? line(order) : nil
    }
    return lines.min().map { .beforeReception(line: $0) }
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
