import DossierDomain
import OfficeWork
import Terminal

/// An event: the only way in which anything reaches a screen.
public enum Event: Sendable {
  /// A key that a person pressed; bursts and echoes of input methods have been filtered out before.
  case key(Key)
  /// A letter that another input method composed.
  case composed(Key)
  /// Pasted text, or scanned text that is no code. A field receives it as typed text; in command mode it starts a search.
  case text(String)
  /// A code from a scanner; the keys that it came as were never pressed.
  case scan(ScannedCode)
  case resized(Size)
  /// Something shown changes with time: a deadline passed, the clock's minute changed, or the idle limit was reached.
  case timePassed
  /// The outcome of an effect.
  case answered(Answer)
}

/// Outcomes of effects.
public enum Answer: Sendable {
  /// What was read, for the screen that asked.
  case reply(Reply)
  case office(OfficeSnapshot)
  case signIn(SignInOutcome)
  /// The outcome of a PIN given for an act of weight.
  case confirmed(ConfirmOutcome)
  /// The outcomes of acts, in the order of the acts.
  case performed(RequestNumber, [ActOutcome])
  case undone(RequestNumber, UndoOutcome)
  case officeChanged(RequestNumber, OfficeSnapshot)
  /// The reading of a dossier's full numbers was recorded, so they may be shown.
  case numbersRead(RequestNumber, DossierID)
  /// A paper is recorded and can be printed.
  case paperIssued(RequestNumber, PaperIssue, QueueRow)
  /// Blank receipts have their numbers and can be printed.
  case blanksNumbered(RequestNumber, [DossierCode])
  case seatState(ClerkID, SeatState?)
  case backup(BackupStatus)
  /// The requested backup was made or failed.
  case backedUp(BackupStatus)
  /// Sent only a few times a second, so that drawing it costs little.
  case syncProgress(SyncProgress)
  /// The exchange has ended and all of it is stored.
  case synchronised(SyncSummary)
  /// The exchange failed; all recorded entries wait for the next one.
  case syncFailed(SyncFailure)
  case saved(String)
  /// Sentences that the clerk should read before she begins.
  case news(String)
  /// An act (with its number) or another effect (nil) failed. A sentence for the clerk says what was kept and what to
  /// do.
  case failed(RequestNumber?, Failure)
}

/// News for every open screen, whichever screen caused it.
enum News: Sendable {
  case performed([ActOutcome])
  case undone(UndoOutcome)
  case officeChanged
  case syncProgress(SyncProgress)
  case synchronised(SyncSummary)
  case syncFailed
  case backup(BackupStatus)
}

/// How an act ended, for the screen that it came from.
enum ActEnd: Sendable {
  case performed([ActOutcome])
  case numbersRead(DossierID)
  case paperIssued(PaperIssue)
  case blanksNumbered
  case failed
}

extension Answer {
  /// The part of the answer that concerns every screen.
  var tellsAll: News? {
    switch self {
    case .performed(_, let outcomes): .performed(outcomes)
    case .paperIssued(_, _, let row): .performed([.done(row: row, entries: [])])
    case .undone(_, let outcome): .undone(outcome)
    case .officeChanged, .blanksNumbered: .officeChanged
    case .syncProgress(let progress): .syncProgress(progress)
    case .synchronised(let summary): .synchronised(summary)
    case .syncFailed: .syncFailed
    case .backup(let status), .backedUp(let status): .backup(status)
    case .reply, .office, .signIn, .confirmed, .seatState, .numbersRead, .saved, .news, .failed: nil
    }
  }

  /// The part of the answer that concerns the screen that sent the act.
  var actEnd: (number: RequestNumber, end: ActEnd)? {
    switch self {
    case .performed(let number, let outcomes): (number, .performed(outcomes))
    case .numbersRead(let number, let id): (number, .numbersRead(id))
    case .paperIssued(let number, let paper, _): (number, .paperIssued(paper))
    case .blanksNumbered(let number, _): (number, .blanksNumbered)
    case .failed(let number?, _): (number, .failed)
    case .failed(nil, _), .undone, .officeChanged, .reply, .office, .signIn, .confirmed, .seatState, .backup,
      .backedUp, .syncProgress, .synchronised, .syncFailed, .saved, .news:
      nil
    }
  }

  /// What of an act was denied: what the screens are told unless its clerk answers a question, and why.
  var refused: (number: RequestNumber, outcomes: [ActOutcome], denials: [Denial])? {
    switch self {
    case .performed(let number, let outcomes):
      (number, outcomes, outcomes.compactMap { if case .denied(_, let denial) = $0 { denial } else { nil } })
    case .failed(let number?, .notPermitted(let denial)): (number, [], [denial])
    case .failed, .undone, .officeChanged, .numbersRead, .paperIssued, .blanksNumbered, .reply, .office, .signIn,
      .confirmed, .seatState, .backup, .backedUp, .syncProgress, .synchronised, .syncFailed, .saved, .news:
      nil
    }
  }

  /// The number of the act that the answer ends; nil if the answer is about something else.
  var endedAct: RequestNumber? {
    switch self {
    case .performed(let number, _), .undone(let number, _), .officeChanged(let number, _), .numbersRead(let number, _),
      .paperIssued(let number, _, _), .blanksNumbered(let number, _):
      number
    case .failed(let number, _): number
    case .reply, .office, .signIn, .confirmed, .seatState, .backup, .backedUp, .syncProgress, .synchronised,
      .syncFailed, .saved, .news:
      nil
    }
  }

  /// Whether the answer shows that at least one entry was written to the journal.
  public var hasRecorded: Bool {
    switch self {
    case .performed(_, let outcomes): outcomes.contains(where: \.isDone)
    case .undone(_, .undone), .officeChanged, .numbersRead, .paperIssued, .blanksNumbered: true
    case .undone, .failed, .reply, .office, .signIn, .confirmed, .seatState, .backup, .backedUp, .syncProgress,
      .synchronised, .syncFailed, .saved, .news:
      false
    }
  }
}

/// Why an effect failed. The screens word it.
public enum Failure: Hashable, Sendable {
  case storeBusy
  case diskFull
  case readOnly(LookingOn)
  case readOnlyDisk
  case storeDamaged
  case notPermitted(Denial)
  /// An act of weight for which the clerk gave no PIN.
  case notConfirmed
  case noBackupTarget
  case backupTargetMissing(String)
  case other(String)
}

/// The open work at the end of a day, and the state of the backup.
public struct EndOfDay: Sendable {
  public var report: DayEndReport
  public var backup: BackupStatus

  public init(report: DayEndReport, backup: BackupStatus) {
    self.report = report
    self.backup = backup
  }
}

public struct BackupStatus: Hashable, Sendable {
  public var isConfigured: Bool
  public var isRunning: Bool
  public var lastAt: Instant?
  public var failure: Failure?
  /// What was wrong with copies of scans although the backup was made.
  public var note: String?

  public init(isConfigured: Bool, isRunning: Bool, lastAt: Instant?, failure: Failure? = nil, note: String? = nil) {
    self.isConfigured = isConfigured
    self.isRunning = isRunning
    self.lastAt = lastAt
    self.failure = failure
    self.note = note
  }

  /// Why there is no backup; nil if one was made.
  var reasonForNone: Failure? { isConfigured ? failure : .noBackupTarget }
}
