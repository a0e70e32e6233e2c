import DossierDomain
import OfficeWork
import Terminal

/// What happened: the only way anything reaches a screen.
public enum Event: Sendable {
  /// A key meant as such (bursts and input-method echoes have been sorted out before).
  case key(Key)
  /// Pasted or scanned text. In a field it is typed; in command mode it goes to the search.
  case text(String)
  case resized(Size)
  /// Something shown changes with time: a deadline passed, the clock's minute turned, the idle limit was reached.
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
  /// What came of a PIN given for an act of weight.
  case confirmed(ConfirmOutcome)
  /// What acts led to, in the order of the acts.
  case performed(RequestNumber, [ActOutcome])
  case undone(RequestNumber, UndoOutcome)
  case officeChanged(RequestNumber, OfficeSnapshot)
  case seatState(ClerkID, SeatState?)
  case backup(BackupStatus)
  /// The backup that was asked for is made, or could not be.
  case backedUp(BackupStatus)
  /// Several a second at the most, so that drawing it costs nothing.
  case syncProgress(SyncProgress)
  /// The exchange is over and all of it is stored.
  case synchronised(SyncSummary)
  /// It came to nothing; everything recorded waits for the next time.
  case syncFailed(SyncFailure)
  case saved(String)
  /// What the clerk is to know before she begins, in sentences.
  case news(String)
  /// An act, with its number, or something that has none failed: a sentence for the clerk says what was kept and what to do.
  case failed(RequestNumber?, Failure)
}

/// What every open screen hears, whoever caused it.
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
  case failed
}

extension Answer {
  /// What of it concerns every screen.
  var tellsAll: News? {
    switch self {
    case .performed(_, let outcomes): .performed(outcomes)
    case .undone(_, let outcome): .undone(outcome)
    case .officeChanged: .officeChanged
    case .syncProgress(let progress): .syncProgress(progress)
    case .synchronised(let summary): .synchronised(summary)
    case .syncFailed: .syncFailed
    case .backup(let status), .backedUp(let status): .backup(status)
    case .reply, .office, .signIn, .confirmed, .seatState, .saved, .news, .failed: nil
    }
  }

  /// What of it concerns the screen that an act came from.
  var actEnd: (number: RequestNumber, end: ActEnd)? {
    switch self {
    case .performed(let number, let outcomes): (number, .performed(outcomes))
    case .failed(let number?, _): (number, .failed)
    case .failed(nil, _), .undone, .officeChanged, .reply, .office, .signIn, .confirmed, .seatState, .backup,
      .backedUp, .syncProgress, .synchronised, .syncFailed, .saved, .news:
      nil
    }
  }

  /// Of the act that has come to its end with it; nil where it is about something else.
  var endedAct: RequestNumber? {
    switch self {
    case .performed(let number, _), .undone(let number, _), .officeChanged(let number, _): number
    case .failed(let number, _): number
    case .reply, .office, .signIn, .confirmed, .seatState, .backup, .backedUp, .syncProgress, .synchronised,
      .syncFailed, .saved, .news:
      nil
    }
  }

  /// Something of an act stands in the journal now.
  public var hasRecorded: Bool {
    switch self {
    case .performed(_, let outcomes): outcomes.contains(where: \.isDone)
    case .undone(_, .undone), .officeChanged: true
    case .undone, .failed, .reply, .office, .signIn, .confirmed, .seatState, .backup, .backedUp, .syncProgress,
      .synchronised, .syncFailed, .saved, .news:
      false
    }
  }
}

/// What could not be done. The wording is the screens'.
public enum Failure: Hashable, Sendable {
  case storeBusy
  case diskFull
  case readOnly(LookingOn)
  case readOnlyDisk
  case storeDamaged
  case notPermitted(Denial)
  /// An act of weight that she gave no PIN for.
  case notConfirmed
  case noBackupTarget
  case backupTargetMissing(String)
  case other(String)
}

/// What is open at the end of a day, and how the backup stands.
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

  public init(isConfigured: Bool, isRunning: Bool, lastAt: Instant?, failure: Failure? = nil) {
    self.isConfigured = isConfigured
    self.isRunning = isRunning
    self.lastAt = lastAt
    self.failure = failure
  }

  /// Why the last one came to nothing; nil where it was made.
  var reasonForNone: Failure? { isConfigured ? failure : .noBackupTarget }
}
