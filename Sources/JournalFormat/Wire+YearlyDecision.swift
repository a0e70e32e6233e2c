import DossierDomain
import SwiftProtobuf

extension Wire {
  private static let kinds: [CalendarRow.Kind] = [.holiday, .compensatory, .swappedOff, .swappedWorking]

  static func message(_ decision: YearlyDecision) -> Dossier_Journal_YearlyDecision {
    .with { message in
      message.year = number(decision.year)
      var last = firstDay(of: decision.year)
      for row in decision.rows {
        message.days.append(number(row.date.dayNumber - last))
        message.kinds.append(number((kinds.firstIndex(of: row.kind) ?? 0) + 1))
        message.names.append(row.name)
        message.sources.append(row.source)
        last = row.date.dayNumber
      }
    }
  }

  static func decision(_ message: Dossier_Journal_YearlyDecision) throws(EntryFormatError) -> YearlyDecision {
    let count = message.days.count
    guard count <= YearlyDecision.mostRows, message.kinds.count == count, message.names.count == count,
      message.sources.count == count
    else { throw .malformed("days of a year") }
    let year = Int(message.year)
    var last = firstDay(of: year)
    var rows: [CalendarRow] = []
    for place in 0..<count {
      let kind = Int(message.kinds[place])
      // All steps stay within the year, so that their sum cannot overflow.
      guard message.days[place] <= 366, (1...kinds.count).contains(kind) else { throw .malformed("day of a year") }
      last += Int(message.days[place])
      rows.append(
        CalendarRow(
          date: CivilDate(dayNumber: last), kind: kinds[kind - 1], name: message.names[place],
          source: message.sources[place]))
    }
    do throws(YearlyDecision.Fault) {
      return try YearlyDecision(year: year, rows: rows)
    } catch {
      throw .malformed("days of a year: \(error)")
    }
  }

  private static func firstDay(of year: Int) -> Int { CivilDate(year: year, month: 1, day: 1)?.dayNumber ?? 0 }
}
