/// Why a command is not allowed. Its sentences are in `Denial+Wording.swift`.
public enum Denial: Error, Hashable, Sendable {
  /// The status does not allow it.
  case moveNotAllowed(from: DossierStatus, to: DossierStatus)
  /// The dossier is in a final status.
  case alreadyFinal(DossierStatus)
  case voided(reason: String)
  case dossierUnknown
  case alreadyExists
  /// The clerk has none of these roles.
  case roleMissing(Set<Clerk.Role>)
  /// The dossier is confidential and the clerk is neither its assignee nor the head of desk.
  case confidential
  case procedureUnknown(code: String)
  /// Not receivable here: the commune police's own system, or ended.
  case procedureGuidanceOnly(code: String)
  case procedureEnded(code: String, replacedBy: String?)
  case procedureNotYet(code: String, from: CivilDate)
  /// The time limit is not known: the clerk must say how many working days.
  case timeLimitUnknown(code: String)
  case reasonMissing
  case legalBasisMissing
  case itemsMissing
  case ownerNameMissing
  case identityNumberInvalid
  case recipientMissing
  case componentUnknown(number: Int)
  case valueInvalid(field: DossierAction.CorrectableField)
  case amountInvalid
  case newDueNotLater(than: Instant)
  case newDueOnDayOff(next: CivilDate)
  case overdueAlready(since: Instant)
  case handedToAnother(ClerkID)
  case extensionsUsedUp(limit: Int)
  case notHandedOver
  case sameAssignee
  case nothingToUndo
  case clerkUnknown(name: String)
  /// An absence that ends before it begins.
  case absenceEndsBeforeItBegins
  /// A clerk of this name is there already.
  case nameInUse
  /// A desk of the province does not change the code by which the province knows the office.
  case agencyCodeIsTheProvinces
  /// A later entry builds on it.
  case laterEntryBuildsOnIt
  case codeUnavailable
  /// It stands under a code of the office already.
  case codeNotProvisional
  /// The desk holds no numbers of the day any more.
  case numbersUsedUp
  /// Machines of the office, or the province, are of an earlier version that could not read it.
  case machinesBehind(names: [String], isProvinceBehind: Bool)
  case calendarOutOfRange
  /// The clerk has to confirm the date before a code is printed.
  case clockDoubtful(ClockDoubt)
  /// The program did not end as it should, and nobody has said since which number of today was the last on paper. `recorded`
  /// is the last one that is known here, 0 for none.
  case lastNumberUnknown(recorded: Int)
  /// Somebody has settled it already.
  case conflictUnknown
  /// Online submissions are accepted, not received.
  case notOnline
  /// The province has not said that she may sign in at this machine.
  case machineNotHers
  /// A desk of the province: PINs are taken away there.
  case pinIsTheProvinces
}
