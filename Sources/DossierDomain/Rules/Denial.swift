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
  /// Dossiers of the procedure are not received here: the commune police use their own system, or it has ended.
  case procedureGuidanceOnly(code: String)
  case procedureEnded(code: String, replacedBy: String?)
  case procedureNotYet(code: String, from: CivilDate)
  /// What a citizen is told where other offices receive it in this case.
  case receivedElsewhere([OfficeRule.Who])
  /// The time limit is unknown, so the clerk must enter the number of working days.
  case timeLimitUnknown(code: String)
  case reasonMissing
  case legalBasisMissing
  /// A reason that the citizen reads on a paper is a sentence and no technical code (domain facts 1.3, form 03).
  case reasonNotInWords
  /// A question that decides about papers, limit or fee is not answered.
  case questionOpen(String)
  case itemsMissing
  /// The citizen would have no day for what she is asked for.
  case supplementDayPassed
  case ownerNameMissing
  case identityNumberInvalid
  /// There is no such day.
  case birthImpossible
  case birthInFuture
  case recipientMissing
  case componentUnknown(number: Int)
  /// A paper with this number was issued for the dossier before.
  case paperNumberInUse(PaperNumber)
  /// No paper with this number was issued for the dossier.
  case paperUnknown(PaperNumber)
  /// Another paper was issued in its place already.
  case paperReplaced(PaperNumber, by: PaperNumber)
  case valueInvalid(field: DossierAction.CorrectableField)
  case amountInvalid
  case newDueNotLater(than: Instant)
  case newDueOnDayOff(next: CivilDate)
  /// The appointment has passed, so the time limit cannot be paused any more.
  case overdueAlready(since: Instant)
  /// Only the head of desk may do it, and gives a reason.
  case headDecides(Exception)
  /// The limit has grown by the time for a verification already.
  case verifiedBefore(until: Instant)
  /// No time for a verification is known in this case.
  case verificationNotForeseen
  /// The item was not requested, or has come already.
  case notRequested(String)
  case handedToAnother(ClerkID)
  case notHandedOver
  /// The step is the work of clerks with another role than the named one has.
  case stepOfAnotherRole(step: String, Clerk.Role)
  case sameAssignee
  case nothingToUndo
  case clerkUnknown(name: String)
  /// The absence ends before it begins.
  case absenceEndsBeforeItBegins
  /// There is a clerk with this name already.
  case nameInUse
  /// The agency code of an enrolled desk cannot change, because the province identifies the office by it.
  case agencyCodeIsTheProvinces
  /// A later entry builds on this one.
  case laterEntryBuildsOnIt
  case codeUnavailable
  case blank(BlankDenial)
  case book(BookDenial)
  /// A dossier bears the code already.
  case codeInUse(String)
  /// The code has the form of this office's own.
  case codeOfThisOffice(agency: String)
  /// Until that day the codes are those of the system that is used beside this program.
  case codesNotOursYet(from: CivilDate)
  /// The dossier was received here, and not read from a register.
  case notImported
  /// The dossier has a code of the office already.
  case codeNotProvisional
  /// The desk has no numbers of this day left.
  case numbersUsedUp
  /// Other machines of the office, or the province, have an earlier version that could not read it.
  case machinesBehind(names: [String], isProvinceBehind: Bool)
  case calendarOutOfRange
  /// The clerk has to confirm the date before a code is printed.
  case clockDoubtful(ClockDoubt)
  /// The program did not end properly, and nobody has entered since which number of today was the last on paper.
  /// `recorded` is the last one in the data, 0 for none.
  case lastNumberUnknown(recorded: Int)
  /// The conflict has been settled already.
  case conflictUnknown
  /// The dossier has no time of reception, because it is an online submission that was not accepted yet.
  case notOnline
  /// The province has not permitted the clerk to sign in at this machine.
  case machineNotHers
  /// The desk belongs to a province, and only the province can remove PINs.
  case pinIsTheProvinces
  /// Full numbers of a dossier that the clerk neither holds nor serves at the counter.
  case numbersNotHers

  /// What is further or longer than the procedure's bounds (`ProcedureBounds`), or what follows when they have passed.
  public enum Exception: Hashable, Sendable {
    /// The citizen was asked for papers and has not brought them.
    case stopWhileAwaited
    case furtherSupplement
    case furtherExtension
    /// The appointment has passed, so that more time makes nobody be in time.
    case lateVerification
    /// Longer than these working days.
    case longExtension(days: Int)
    /// Other offices receive it in this case.
    case elsewhere([OfficeRule.Who])
  }
}
