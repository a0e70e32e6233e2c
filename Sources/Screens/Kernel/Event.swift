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

/// Outcomes of effects. Each carries the number of its request, so that an overtaken answer is dropped.
public enum Answer: Sendable {
  case office(OfficeSnapshot)
  case page(RequestNumber, QueuePage)
  case counts(RequestNumber, QueueCounts)
  case card(RequestNumber, DossierCard?)
  case search(RequestNumber, SearchResults)
  case people(RequestNumber, person: PersonHit, rows: [QueueRow])
  case dossiersByCode(RequestNumber, [QueueRow])
  case rows(RequestNumber, [QueueRow])
  case dayEnd(RequestNumber, DayEndReport, BackupStatus)
  case signIn(SignInOutcome)
  /// What came of a PIN given for an act of weight.
  case confirmed(ConfirmOutcome)
  /// What acts led to, in the order of the acts.
  case performed(RequestNumber, [ActOutcome])
  case undone(RequestNumber, UndoOutcome)
  case officeChanged(RequestNumber, OfficeSnapshot)
  case deskState(ClerkID, DeskState?)
  case backup(BackupStatus)
  /// The backup that was asked for is made, or could not be.
  case backedUp(BackupStatus)
  case syncStatus(RequestNumber, SyncStatus)
  /// Several a second at the most, so that drawing it costs nothing.
  case syncProgress(SyncProgress)
  /// The exchange is over and all of it is stored.
  case synchronised(SyncSummary)
  /// It came to nothing; everything recorded waits for the next time.
  case syncFailed(SyncFailure)
  case outbox(RequestNumber, OutboxPage)
  case saved(String)
  /// What the clerk is to know before she begins, in sentences.
  case news(String)
  /// An effect failed: a sentence for the clerk that says what was kept and what to do.
  case failed(RequestNumber?, Failure)
}

extension Answer {
  /// Of the act that has come to its end with it; nil where it is about something else.
  var endedAct: RequestNumber? {
    switch self {
    case .performed(let number, _), .undone(let number, _), .officeChanged(let number, _): number
    case .failed(let number, _): number
    case .office, .page, .counts, .card, .search, .people, .dossiersByCode, .rows, .dayEnd, .signIn, .confirmed,
      .deskState, .backup, .backedUp, .syncStatus, .syncProgress, .synchronised, .syncFailed, .outbox, .saved, .news:
      nil
    }
  }

  /// Something of an act stands in the journal now.
  public var hasRecorded: Bool {
    switch self {
    case .performed(_, let outcomes): outcomes.contains(where: \.isDone)
    case .undone(_, .undone), .officeChanged: true
    case .undone, .failed, .office, .page, .counts, .card, .search, .people, .dossiersByCode, .rows, .dayEnd, .signIn,
      .confirmed, .deskState, .backup, .backedUp, .syncStatus, .syncProgress, .synchronised, .syncFailed, .outbox,
      .saved, .news:
      false
    }
  }
}

/// Counts up for every request; answers to older ones are dropped.
public typealias RequestNumber = Int

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
