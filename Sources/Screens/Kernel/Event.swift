import DossierDomain
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
  case dayEnd(RequestNumber, DayEndReport)
  case signIn(SignInOutcome)
  /// What acts led to, in the order of the acts.
  case performed(RequestNumber, [ActOutcome])
  case undone(RequestNumber, UndoOutcome)
  case deskState(ClerkID, DeskState?)
  case backup(BackupStatus)
  case saved(String)
  /// An effect failed: a sentence for the clerk that says what was kept and what to do.
  case failed(RequestNumber?, Failure)
}

/// Counts up for every request; answers to older ones are dropped.
public typealias RequestNumber = Int

/// What could not be done. The wording is the screens'.
public enum Failure: Hashable, Sendable {
  case storeBusy
  case diskFull
  case readOnly
  case storeDamaged
  case notPermitted(Denial)
  case backupTargetMissing(String)
  case other(String)
}

public enum SignInOutcome: Hashable, Sendable {
  case accepted(Clerk)
  case wrong(triesSoFar: Int, waitUntil: Instant?)
  case mustWait(until: Instant)
  /// The clerk has no PIN yet and must choose one.
  case needsNewPIN(Clerk)
  case pinTooWeak
}

/// What came of one act.
public enum ActOutcome: Hashable, Sendable {
  case done(row: QueueRow, entries: [EntryReference])
  case denied(DossierID, Denial)
}

public enum UndoOutcome: Hashable, Sendable {
  case undone([QueueRow])
  case nothing
  case denied(Denial)
}

/// The office as the screens need it; small, loaded once and after each change.
public struct OfficeSnapshot: Sendable {
  public var office: Office
  public var clerks: [Clerk]
  public var absences: [Absence]
  public var calendar: WorkingCalendar
  /// The code that the next reception will get, for showing; nil when there is no lane.
  public var isReadOnly: Bool

  public init(office: Office, clerks: [Clerk], absences: [Absence], calendar: WorkingCalendar, isReadOnly: Bool) {
    self.office = office
    self.clerks = clerks
    self.absences = absences
    self.calendar = calendar
    self.isReadOnly = isReadOnly
  }
}

/// What is still open before going home; each line opens its dossiers.
public struct DayEndReport: Hashable, Sendable {
  public var drafts: Int
  public var receivedToday: Int
  public var finishedToday: Int
  public var handedBackToday: Int
  public var overdue: Int
  public var dueToday: Int
  public var notHandedOver: [DossierID]
  public var withoutScan: [DossierID]
  public var waitingToSend: Int
  public var lastBackupAt: Instant?

  public init(
    drafts: Int = 0, receivedToday: Int = 0, finishedToday: Int = 0, handedBackToday: Int = 0, overdue: Int = 0,
    dueToday: Int = 0, notHandedOver: [DossierID] = [], withoutScan: [DossierID] = [], waitingToSend: Int = 0,
    lastBackupAt: Instant? = nil
  ) {
    self.drafts = drafts
    self.receivedToday = receivedToday
    self.finishedToday = finishedToday
    self.handedBackToday = handedBackToday
    self.overdue = overdue
    self.dueToday = dueToday
    self.notHandedOver = notHandedOver
    self.withoutScan = withoutScan
    self.waitingToSend = waitingToSend
    self.lastBackupAt = lastBackupAt
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
}
