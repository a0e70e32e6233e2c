/// A decision about the office itself: its clerks, absences, settings and working days.
public enum OfficeAction: Hashable, Sendable {
  case setOffice(Office)
  case setClerk(Clerk)
  case setAbsence(Absence)
  case clearAbsence(ClerkID, from: CivilDate)
  /// The clerk confirmed the date after the clock had jumped.
  case confirmClock(CivilDate)
  /// Maps a clerk of an office that worked alone to a clerk in the province's list; her old entries keep the old id.
  case mapClerk(ClerkID, to: ClerkID)
  /// Replaces the earlier decision about the days of that year.
  case setDays(YearlyDecision)
  /// Replaces an earlier version with the same code and the same first day.
  case setProcedure(ProcedureVersion)
  /// Replaces the earlier weekly hours of that reception point.
  case setOpeningWeek(OpeningWeek)
  /// Replaces the earlier hours of that date at that reception point.
  case setOpeningDay(OpeningDay)
  /// Records who read people's data; it changes nothing.
  case recordReading(DataReading)
  /// Replaces what was recorded before of the announcement with the same number and day.
  case announce(Announcement)
  /// Takes an announcement back, with the versions of procedures that it brought.
  case retractAnnouncement(AnnouncementRetraction)
  /// A desk printed receipts without contents, so that their numbers are used.
  case printBlanks(BlankReceipts)
  /// Blank receipts that will not be used any more.
  case strikeBlanks(BlankReceipts, reason: String)
  /// A volume of a certification book begins, or goes on behind the numbers that stand on paper.
  case openBook(BookOpening)
}
