/// What was decided about the office itself: who works here, who is away, which settings hold, which days are worked.
public enum OfficeAction: Hashable, Sendable {
  case setOffice(Office)
  case setClerk(Clerk)
  case setAbsence(Absence)
  case clearAbsence(ClerkID, from: CivilDate)
  /// The clerk confirmed the date after the clock had jumped (design: sync, "a wrong clock").
  case confirmClock(CivilDate)
  /// A clerk of an office that worked alone is this clerk of the province's list: her entries keep the old id.
  case mapClerk(ClerkID, to: ClerkID)
  /// Takes the place of what was decided before about the days of that year.
  case setDays(YearlyDecision)
  /// Takes the place of an earlier one of the same code that holds from the same day.
  case setProcedure(ProcedureVersion)
  /// Says who read people's data; changes nothing.
  case recordReading(DataReading)
}
