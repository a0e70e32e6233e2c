import DossierDomain

extension WorkingCalendar {
  /// A calendar in which 24 November 2026 is an ordinary Tuesday, for rules that have nothing to do with that holiday.
  static let ordinary = WorkingCalendar(
    decisions: CivilDate(year: 2026, month: 11, day: 24).map {
      [CalendarRow(date: $0, kind: .swappedWorking, name: "", source: "test")]
    } ?? [])
}
