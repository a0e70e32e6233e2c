import DossierDomain

/// Selects the dossiers of one view of the queue.
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
  /// An entry lost against another desk's, or the province keeps one back, so that a clerk has to check.
  case inConflict
  /// Colleagues have handed them over to the viewer, who has not taken them over yet.
  case handedOver
  /// What a line of the end of the day counts.
  /// - Parameter at: the moment of the count, so that the list has the dossiers that were counted.
  case open(OpenWork, at: Instant)
}

/// The kinds of work that are still open at the end of a day.
public enum OpenWork: String, CaseIterable, Sendable {
  case overdue
  /// Due on this day and not overdue yet.
  case dueToday
  /// Received today, and nobody was given it.
  case notHandedOver
  /// Received today, and not all of its papers are digitised.
  case withoutScan
  /// Received today, and its fee is not paid.
  case unpaid
  /// Under a provisional code, whatever its day of reception.
  case provisional
  case inConflict
  /// The citizen was asked for papers, and the procedure's days for them have passed.
  case supplementLate
}

/// The order of the rows of a view.
public enum QueueSort: String, CaseIterable, Sendable {
  /// The earliest appointment first, which has the least working time left; dossiers without one last.
  case triage
  case code
  case owner
  case procedure
  case received
  case assignee
}

/// The query for one page of the queue: a window over a stable order. A page is found by a row's id and never by an
/// offset.
public struct QueueQuery: Hashable, Sendable {
  public enum Window: Hashable, Sendable {
    case first
    case last
    /// Rows after this one, which is not included.
    case after(DossierID)
    /// Rows before this one, which is not included, in the order of the view.
    case before(DossierID)
    /// A window that contains this row and about half of its rows before it; the first page if the row has gone.
    case around(DossierID)
  }

  public var filter: QueueFilter
  public var sort: QueueSort
  public var descending: Bool
  /// Words that every row must match (by their beginnings, marks optional); empty for no restriction.
  public var text: String
  /// The clerks who are named in `text`: their dossiers are found too.
  public var named: [NamedClerk]
  /// Only this clerk's dossiers, and online submissions that nobody holds yet; nil for those of the whole office.
  /// Views that concern other clerks, and the view of conflicts, do not depend on it.
  public var holder: ClerkID?
  /// Only dossiers whose step should have been done before this moment; nil for no restriction.
  public var stepLateAt: Instant?
  public var window: Window
  public var limit: Int
  public var viewer: Viewer
  /// The end of the present civil day, which limits the view "due today".
  public var endOfToday: Instant
  /// Clerks who are absent today, for `.ofAbsentClerks`.
  public var absentClerks: Set<ClerkID>

  public init(
    filter: QueueFilter, sort: QueueSort = .triage, descending: Bool = false, text: String = "",
    named: [NamedClerk] = [], holder: ClerkID? = nil, window: Window = .first, limit: Int, viewer: Viewer,
    endOfToday: Instant,
    absentClerks: Set<ClerkID> = []
  ) {
    self.filter = filter
    self.sort = sort
    self.descending = descending
    self.text = text
    self.named = named
    self.holder = holder
    self.window = window
    self.limit = limit
    self.viewer = viewer
    self.endOfToday = endOfToday
    self.absentClerks = absentClerks
  }
}

/// A clerk whose name occurs in a filter.
public struct NamedClerk: Hashable, Sendable {
  public var clerk: ClerkID
  /// The words of the filter that are not hers; her dossiers must match them.
  public var rest: String

  public init(clerk: ClerkID, rest: String) {
    self.clerk = clerk
    self.rest = rest
  }
}

/// A page of rows in the order of the view, and whether there are rows before and after it.
public struct QueuePage: Hashable, Sendable {
  public var rows: [QueueRow]
  public var hasBefore: Bool
  public var hasAfter: Bool
  /// How many dossiers of the view the restrictions leave; nil on pages that continue a list, and without a restriction
  /// except for a view of open work.
  public var matching: Int?

  public init(rows: [QueueRow], hasBefore: Bool, hasAfter: Bool, matching: Int? = nil) {
    self.rows = rows
    self.hasBefore = hasBefore
    self.hasAfter = hasAfter
    self.matching = matching
  }
}

/// The number of dossiers in each view that belongs to the office as well as to one clerk.
public struct ViewCounts: Hashable, Sendable {
  public var dueToday = 0
  public var overdue = 0
  public var newOnline = 0
  public var inProgress = 0
  public var waitingForCitizen = 0
  public var toHandBack = 0
  public var needsDecision = 0
  /// For one clerk only those that are open.
  public var all = 0

  public init() {}
}

/// The number of dossiers in each view. It is sent after the first page, never before it.
@dynamicMemberLookup
public struct QueueCounts: Hashable, Sendable {
  public var office = ViewCounts()
  /// Those of the viewer.
  public var mine = ViewCounts()
  /// Those that the viewer has to take over.
  public var handedOver = 0
  public var unassigned = 0
  public var ofAbsentClerks = 0
  public var inConflict = 0
  /// The number of own entries that the province does not have yet; nil in an office that works alone.
  public var waitingToSend: Int?
  /// The open dossiers that each clerk holds.
  public var byClerk: [ClerkID: ViewCounts] = [:]

  public init() {}

  /// The counts of the whole office.
  public subscript(dynamicMember view: WritableKeyPath<ViewCounts, Int>) -> Int {
    get { office[keyPath: view] }
    set { office[keyPath: view] = newValue }
  }
}
