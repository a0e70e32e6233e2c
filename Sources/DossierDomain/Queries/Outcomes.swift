/// What came of a sign-in.
public enum SignInOutcome: Hashable, Sendable {
  case accepted(Clerk)
  case wrong(triesSoFar: Int, waitUntil: Instant?)
  case mustWait(until: Instant)
  /// The clerk has no PIN yet and must choose one.
  case needsNewPIN(Clerk)
  /// The PIN was right, and she has to choose another one before she goes in.
  case mustChangePIN(Clerk, PINChangeReason)
  case pinTooWeak
}

/// What came of a PIN that was given once more, for an act of weight.
public enum ConfirmOutcome: Hashable, Sendable {
  case right
  case wrong(triesSoFar: Int, waitUntil: Instant?)
  case mustWait(until: Instant)
  /// It was taken away since she signed in.
  case needsNewPIN
}

/// Why a PIN that was right does not stay.
public enum PINChangeReason: Hashable, Sendable {
  /// It is from a time when four digits were enough.
  case tooShort
  /// The province's administrator has set it, and so knows it.
  case chosenByOthers
}

/// What came of one act.
public enum ActOutcome: Hashable, Sendable {
  case done(row: QueueRow, entries: [EntryReference])
  case denied(DossierID, Denial)

  public var isDone: Bool {
    switch self {
    case .done: true
    case .denied: false
    }
  }
}

public enum UndoOutcome: Hashable, Sendable {
  case undone([QueueRow], what: DossierAction, at: Instant)
  case nothing
  case denied(Denial)
}

/// Why a window records nothing and only looks on.
public enum LookingOn: Hashable, Sendable {
  case anotherWindowWrites
  case diskIsReadOnly
}

/// The office as the screens need it; small, loaded once and after each change.
public struct OfficeSnapshot: Hashable, Sendable {
  public var office: Office
  public var clerks: [Clerk]
  public var absences: [Absence]
  public var calendar: WorkingCalendar
  public var catalogue: Catalogue
  /// Nil where one works.
  public var lookingOn: LookingOn?
  /// The machine exchanges its work with the province; false in an office that works alone.
  public var isEnrolled: Bool
  /// Who may sign in here; work is given to everybody of the office.
  public var machineClerks: MachineClerks

  public init(
    office: Office, clerks: [Clerk], absences: [Absence], calendar: WorkingCalendar,
    catalogue: Catalogue = .starter, lookingOn: LookingOn? = nil, isEnrolled: Bool = false,
    machineClerks: MachineClerks = .everybody
  ) {
    self.office = office
    self.clerks = clerks
    self.absences = absences
    self.calendar = calendar
    self.catalogue = catalogue
    self.lookingOn = lookingOn
    self.isEnrolled = isEnrolled
    self.machineClerks = machineClerks
  }

  public var isReadOnly: Bool { lookingOn != nil }
}

/// What is still open before going home; each line opens its dossiers.
public struct DayEndReport: Hashable, Sendable {
  public var receivedToday: Int
  public var finishedToday: Int
  public var handedBackToday: Int
  public var overdue: Int
  public var dueToday: Int
  public var notHandedOver: [DossierID]
  public var withoutScan: [DossierID]
  /// Under a provisional code, whenever they were received.
  public var provisional: [DossierID]
  /// Where the desk stands with the province.
  public var sync: SyncStatus

  public init(
    receivedToday: Int = 0, finishedToday: Int = 0, handedBackToday: Int = 0, overdue: Int = 0,
    dueToday: Int = 0, notHandedOver: [DossierID] = [], withoutScan: [DossierID] = [], provisional: [DossierID] = [],
    sync: SyncStatus = SyncStatus()
  ) {
    self.receivedToday = receivedToday
    self.finishedToday = finishedToday
    self.handedBackToday = handedBackToday
    self.overdue = overdue
    self.dueToday = dueToday
    self.notHandedOver = notHandedOver
    self.withoutScan = withoutScan
    self.provisional = provisional
    self.sync = sync
  }
}
