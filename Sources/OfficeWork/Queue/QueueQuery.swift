import DossierDomain

/// The views of the queue. The raw value is stable: it is kept in saved screen state and command lines.
public enum QueueFilter: Hashable, Sendable {
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

  public var filter: QueueFilter
  public var sort: QueueSort
  public var descending: Bool
  /// Words that every row must match (prefix by word, marks optional); empty for none.
  public var text: String
  public var window: Window
  public var limit: Int
  public var viewer: Viewer
  /// The end of the present civil day: the view "due today" reaches to here.
  public var endOfToday: Instant
  /// Clerks who are away today, for `.ofAbsentClerks`.
  public var absentClerks: Set<ClerkID>

  public init(
    filter: QueueFilter, sort: QueueSort = .triage, descending: Bool = false, text: String = "",
    window: Window = .first, limit: Int, viewer: Viewer, endOfToday: Instant,
    absentClerks: Set<ClerkID> = []
  ) {
    self.filter = filter
    self.sort = sort
    self.descending = descending
    self.text = text
    self.window = window
    self.limit = limit
    self.viewer = viewer
    self.endOfToday = endOfToday
    self.absentClerks = absentClerks
  }
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
