import DossierDomain
import SwiftProtobuf

extension Wire {
  static func message(_ week: OpeningWeek) -> Dossier_Journal_OpeningWeek {
    .with {
      $0.point = week.point
      $0.days = week.days.map { message($0) }
    }
  }

  static func openingWeek(_ message: Dossier_Journal_OpeningWeek) throws(EntryFormatError) -> OpeningWeek {
    guard message.days.count == 7 else { throw .malformed("opening hours of a week") }
    var days: [OpeningHours.Day] = []
    for day in message.days { days.append(try periods(day)) }
    guard let week = OpeningWeek(point: message.point, days: days) else { throw .malformed("opening hours of a week") }
    return week
  }

  static func message(_ day: OpeningDay) -> Dossier_Journal_OpeningDay {
    .with {
      $0.point = day.point
      $0.date = Int32(clamping: day.date.dayNumber)
      if let hours = day.day { $0.hours = message(hours) }
      $0.reason = day.reason
      $0.counts = day.countsForLimits
    }
  }

  static func openingDay(_ message: Dossier_Journal_OpeningDay) throws(EntryFormatError) -> OpeningDay {
    let day = OpeningDay(
      point: message.point, date: try date(message.date), day: message.hasHours ? try periods(message.hours) : nil,
      reason: message.reason, countsForLimits: message.counts)
    guard day.point == message.point, day.reason == message.reason, day.countsForLimits == message.counts else {
      throw .malformed("opening hours of a day")
    }
    return day
  }

  /// Beginning and end of each period, one after the other.
  private static func message(_ day: OpeningHours.Day) -> Dossier_Journal_OpeningPeriods {
    .with { $0.minutes = day.periods.flatMap { [number($0.lowerBound), number($0.upperBound)] } }
  }

  private static func periods(_ message: Dossier_Journal_OpeningPeriods) throws(EntryFormatError) -> OpeningHours.Day {
    let minutes = message.minutes
    guard minutes.count.isMultiple(of: 2), minutes.count <= 2 * OpeningHours.Day.mostPeriods,
      minutes.allSatisfy({ $0 < 1440 }), zip(minutes, minutes.dropFirst()).allSatisfy({ $0 <= $1 })
    else { throw .malformed("opening hours") }
    let periods = stride(from: 0, to: minutes.count, by: 2).map { Int(minutes[$0])..<Int(minutes[$0 + 1]) }
    guard let day = OpeningHours.Day(periods) else { throw .malformed("opening hours") }
    return day
  }
}
