/// Everything that a rule may use besides the dossier. Rules read neither the clock nor the store.
public struct DecisionContext {
  public var now: Instant
  public var clerk: Clerk
  public var office: Office
  /// The absences, with the substitutes.
  public var absences: [Absence]
  public var calendar: WorkingCalendar
  /// The hours of this desk's reception point; nil if only the office's working hours are known.
  public var opening: OpeningHours?
  /// SHA-256 (hexadecimal) of the present calendar and settings; stored in each appointment.
  public var calendarHash: String
  public var settingsHash: String
  /// The next code of the lane, for commands that issue one.
  public var nextCode: DossierCode?
  /// The latest time in this machine's entries, for commands that issue a code; nil if there is none.
  public var lastEntryAt: Instant?
  /// The version of a procedure that is in force on a day, with its content hash; nil if the catalogue does not have it.
  public var versions: (_ code: String, _ day: CivilDate) -> (version: ProcedureVersion, hash: String)?
  /// An earlier or later version, by its hash; nil if the catalogue does not have it.
  public var otherVersion: (_ procedure: ProcedureReference) -> ProcedureVersion? = { _ in nil }
  /// A clerk of the office; nil if nobody knows her.
  public var colleague: (_ id: ClerkID) -> Clerk? = { _ in nil }
  /// Whether a dossier bears the code, this one or another.
  public var isCodeKnown: (_ code: String) -> Bool = { _ in false }
  /// Whether a dossier that is not void bears the code, other than this one.
  public var isCodeBorne: (_ code: String, _ besides: DossierID) -> Bool = { _, _ in false }
  /// Whether every machine of the office can read the days that a clerk enters for an unknown time limit. If one cannot,
  /// the appointment is recorded without them, because a citizen does not wait for an upgrade.
  public var recordsEnteredDays = true
  /// The same for the case of a reception. The papers, the limit and the fee are those of the case all the same.
  public var recordsCases = true
  /// The same for what revision 6 adds: the steps of the internal procedure with their deadlines, and the case of an accepted
  /// online submission.
  public var recordsSteps = true
  /// The same for what revision 7 adds to a reception: how people were identified and stand to the owner, who else the matter
  /// is about, counts of papers, and where the result goes.
  public var recordsPeople = true
  /// The same for the visit of a reception.
  public var recordsVisits = true
  /// The same for the counts of a fee's lines.
  public var recordsFeeCounts = true
  /// The same for the last day of a supplement.
  public var recordsSupplementDays = true
  /// The same for the copies that are to be certified.
  public var recordsCertified = true
  /// The open volume of the book in which the command numbers, or why there is none.
  public var openVolume: Result<OpenVolume, Denial> = .failure(.book(.nothingCertified))
  /// A dossier of this desk as it is now; nil if there is none.
  public var dossier: (_ id: DossierID) -> Dossier? = { _ in nil }
  /// A blank receipt of this desk, by its code; nil if this desk has printed none.
  public var blank: (_ code: String) -> BlankReceipt? = { _ in nil }
  /// The dossier in whose place another one is received in the same act.
  public var replaced: Dossier?
  /// The times in which this desk recorded nothing and after which its program was opened anew, from its last entry before to
  /// its first entry after (until now if there is none); the latest one last.
  public var silences: [ClosedRange<Instant>] = []

  public init(
    now: Instant, clerk: Clerk, office: Office, absences: [Absence] = [], calendar: WorkingCalendar,
    opening: OpeningHours? = nil, calendarHash: String, settingsHash: String, nextCode: DossierCode? = nil,
    lastEntryAt: Instant? = nil,
    procedure: @escaping (_ code: String, _ day: CivilDate) -> (version: ProcedureVersion, hash: String)?
  ) {
    self.now = now
    self.clerk = clerk
    self.office = office
    self.absences = absences
    self.calendar = calendar
    self.opening = opening
    self.calendarHash = calendarHash
    self.settingsHash = settingsHash
    self.nextCode = nextCode
    self.lastEntryAt = lastEntryAt
    versions = procedure
  }

  /// The version in force at the moment that is decided about.
  func procedure(_ code: String) -> (version: ProcedureVersion, hash: String)? { versions(code, now.civilDate) }

  /// The version by which a dossier was received; nil if the catalogue no longer has it.
  func version(of procedure: ProcedureReference) -> ProcedureVersion? {
    if let (version, hash) = self.procedure(procedure.code), hash == procedure.versionHash { return version }
    // A row of a register has none, so that nothing has to be read for it.
    return procedure.versionHash.isEmpty ? nil : otherVersion(procedure)
  }

  /// Whether the clerk may act today on dossiers that were given to the other clerk.
  func standsIn(for other: ClerkID) -> Bool {
    absences.contains { $0.clerk == other && $0.substitute == clerk.id && $0.covers(now.civilDate) }
  }
}
