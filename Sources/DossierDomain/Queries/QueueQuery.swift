/// The views of the queue. The raw value is stable: it is kept in saved screen state and command lines.
public enum QueueView: Hashable, Sendable {
  case dueToday
  case newOnline
  case inProgress
  case waitingForCitizen
  case toHandBack
  case needsDecision
  case all
  /// For the head of desk.
  case unassigned
  case assigned(ClerkID)
  case ofAbsentClerks
  /// An entry lost against another desk's, or the province keeps one back: somebody has to look.
  case inConflict
}

/// How the rows of a view are ordered.
public enum QueueSort: String, CaseIterable, Sendable {
  /// Least remaining working time first: the earliest appointment, those without one last.
  case triage
  case code
  case owner
  case procedure
  case received
  case assignee
}

/// Who is looking: confidential dossiers show names and content only to their assignee and the head of desk.
public struct Viewer: Hashable, Sendable {
  public var clerk: ClerkID
  public var seesConfidential: Bool

  public init(clerk: ClerkID, seesConfidential: Bool) {
    self.clerk = clerk
    self.seesConfidential = seesConfidential
  }

  public init(_ clerk: Clerk) {
    self.init(clerk: clerk.id, seesConfidential: clerk.has(.headOfDesk))
  }
}

/// One page of the queue: a window over a stable order, found by key and never by offset.
public struct QueueQuery: Hashable, Sendable {
  public enum Window: Hashable, Sendable {
    case first
    case last
    /// Rows after this one, without it.
    case after(DossierID)
    /// Rows before this one, without it, still in view order.
    case before(DossierID)
    /// A window that contains this row with about half of the rows before it; the first page when it is gone.
    case around(DossierID)
  }

  public var view: QueueView
  public var sort: QueueSort
  public var descending: Bool
  /// Words that every row must match (prefix by word, marks optional); empty for none.
  public var filter: String
  public var window: Window
  public var limit: Int
  public var viewer: Viewer
  /// The end of the present civil day: the view "due today" reaches to here.
  public var endOfToday: Instant
  /// Clerks who are away today, for `.ofAbsentClerks`.
  public var absentClerks: Set<ClerkID>

  public init(
    view: QueueView, sort: QueueSort = .triage, descending: Bool = false, filter: String = "",
    window: Window = .first, limit: Int, viewer: Viewer, endOfToday: Instant,
    absentClerks: Set<ClerkID> = []
  ) {
    self.view = view
    self.sort = sort
    self.descending = descending
    self.filter = filter
    self.window = window
    self.limit = limit
    self.viewer = viewer
    self.endOfToday = endOfToday
    self.absentClerks = absentClerks
  }
}

/// One row of the queue.
public struct QueueRow: Hashable, Sendable, Identifiable {
  public var id: DossierID
  public var code: DossierCode
  /// Nil when the viewer may not see it (confidential).
  public var ownerName: String?
  public var procedureCode: String
  public var procedureName: String
  /// A name that fits a list.
  public var procedureShortName: String { ShortNames.byCode[procedureCode] ?? procedureName }
  public var status: DossierStatus
  public var step: ProcessingStep
  public var dueAt: Instant?
  public var receivedAt: Instant?
  public var resolvedAt: Instant?
  public var assignee: ClerkID?
  public var componentsDigitised: Int
  public var componentsCountable: Int
  public var componentsMissing: Int
  public var delivery: EntryDelivery
  public var isConfidential: Bool
  public var isVoid: Bool
  /// Entries that lost against another desk's and that nobody has looked at yet.
  public var conflicts: Int
  /// Entries that the province keeps back.
  public var held: Int

  public init(
    id: DossierID, code: DossierCode, ownerName: String?, procedureCode: String,
    procedureName: String, status: DossierStatus, step: ProcessingStep, dueAt: Instant?,
    receivedAt: Instant?, resolvedAt: Instant?, assignee: ClerkID?, componentsDigitised: Int,
    componentsCountable: Int, componentsMissing: Int, delivery: EntryDelivery,
    isConfidential: Bool, isVoid: Bool, conflicts: Int = 0, held: Int = 0
  ) {
    self.id = id
    self.code = code
    self.ownerName = ownerName
    self.procedureCode = procedureCode
    self.procedureName = procedureName
    self.status = status
    self.step = step
    self.dueAt = dueAt
    self.receivedAt = receivedAt
    self.resolvedAt = resolvedAt
    self.assignee = assignee
    self.componentsDigitised = componentsDigitised
    self.componentsCountable = componentsCountable
    self.componentsMissing = componentsMissing
    self.delivery = delivery
    self.isConfidential = isConfidential
    self.isVoid = isVoid
    self.conflicts = conflicts
    self.held = held
  }
}

/// How far the entries of a dossier are on their way to the province. The least advanced one counts.
public enum EntryDelivery: UInt8, CaseIterable, Sendable {
  case recorded = 0
  case sent = 1
  case acknowledged = 2
  case refused = 3
}

/// A page of rows in view order, with what lies beyond its ends.
public struct QueuePage: Hashable, Sendable {
  public var rows: [QueueRow]
  public var hasBefore: Bool
  public var hasAfter: Bool

  public init(rows: [QueueRow], hasBefore: Bool, hasAfter: Bool) {
    self.rows = rows
    self.hasBefore = hasBefore
    self.hasAfter = hasAfter
  }
}

/// How many dossiers each view holds. Arrives after the first page, never before it.
public struct QueueCounts: Hashable, Sendable {
  public var dueToday = 0
  public var overdue = 0
  public var newOnline = 0
  public var inProgress = 0
  public var waitingForCitizen = 0
  public var toHandBack = 0
  public var needsDecision = 0
  public var all = 0
  public var unassigned = 0
  public var ofAbsentClerks = 0
  public var inConflict = 0
  /// Own entries that the province does not have yet; nil in an office that works alone.
  public var waitingToSend: Int?
  public var byClerk: [ClerkID: Int] = [:]

  public init() {}
}
