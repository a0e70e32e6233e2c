/// Everything that a rule may know besides the dossier: rules have no clock and read no store.
public struct DecisionContext: Sendable {
  public var now: Instant
  public var clerk: Clerk
  public var office: Office
  /// Who is away, and who stands in for her.
  public var absences: [Absence]
  public var calendar: WorkingCalendar
  /// SHA-256 (hexadecimal) of the calendar and of the settings that decide now; kept in each appointment.
  public var calendarHash: String
  public var settingsHash: String
  /// The code that the lane has ready, for commands that issue one.
  public var nextCode: DossierCode?
  /// The latest moment that this device wrote down, for commands that issue a code; nil when there is none.
  public var lastEntryAt: Instant?
  /// The version of a procedure in force now, with its content hash; nil when it is not in the catalogue.
  public var procedure: @Sendable (_ code: String) -> (version: ProcedureVersion, hash: String)?

  public init(
    now: Instant, clerk: Clerk, office: Office, absences: [Absence] = [], calendar: WorkingCalendar,
    calendarHash: String, settingsHash: String, nextCode: DossierCode? = nil, lastEntryAt: Instant? = nil,
    procedure: @escaping @Sendable (_ code: String) -> (version: ProcedureVersion, hash: String)?
  ) {
    self.now = now
    self.clerk = clerk
    self.office = office
    self.absences = absences
    self.calendar = calendar
    self.calendarHash = calendarHash
    self.settingsHash = settingsHash
    self.nextCode = nextCode
    self.lastEntryAt = lastEntryAt
    self.procedure = procedure
  }

  /// She may do for another clerk today what was given to that one.
  func standsIn(for other: ClerkID) -> Bool {
    absences.contains { $0.clerk == other && $0.substitute == clerk.id && $0.covers(now.civilDate) }
  }
}
