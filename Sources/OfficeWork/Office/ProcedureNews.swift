import DossierDomain

/// What decisions changed of the procedures, for a clerk who looks from time to time.
public struct ProcedureNews: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    public enum Event: Hashable, Sendable {
      case recorded(Announcement.Kind)
      /// The decision that brought the version was taken back.
      case takenBack
    }

    public var event: Event
    /// The decision of announcement; nil if the version was recorded without one.
    public var announcement: Announcement.ID?
    /// Empty if a decision was taken back that is not known here.
    public var code: String
    public var name: String
    public var at: Instant
    /// The clerk has not looked since it came.
    public var isNew: Bool
    /// The version no longer counts, because its decision was taken back.
    public var isTakenBack: Bool
    /// Where the version stands among the decisions about procedures; nil if the decision only names the procedure.
    public var place: Int64?

    public init(
      event: Event, announcement: Announcement.ID?, code: String, name: String, at: Instant, isNew: Bool,
      isTakenBack: Bool = false, place: Int64? = nil
    ) {
      self.event = event
      self.announcement = announcement
      self.code = code
      self.name = name
      self.at = at
      self.isNew = isNew
      self.isTakenBack = isTakenBack
      self.place = place
    }
  }

  /// How far a clerk has looked: up to an entry in the order of arrival, at a time.
  public struct Mark: Hashable, Sendable {
    public var position: Int64
    public var at: Instant

    public init(position: Int64, at: Instant) { (self.position, self.at) = (position, at) }
  }

  /// The newest first.
  public var items: [Item]
  /// How many procedures changed since the clerk looked.
  public var newCount: Int
  /// When she looked last; the beginning of the news if she never has.
  public var since: Instant
  /// What she has seen when she has seen this.
  public var mark: Mark
  /// There are more items.
  public var hasMore: Bool

  public init(items: [Item] = [], newCount: Int = 0, since: Instant, mark: Mark, hasMore: Bool = false) {
    self.items = items
    self.newCount = newCount
    self.since = since
    self.mark = mark
    self.hasMore = hasMore
  }

  /// What is older than so many days is news only for a clerk who has looked before and not since.
  public static let days = 30
  public static let mostItems = 500
}

/// What an item of the news changed.
public struct ProcedureDifference: Hashable, Sendable {
  /// Nil if the procedure was not known before.
  public var before: ProcedureVersion?
  /// Nil if nothing is known of the procedure any more.
  public var after: ProcedureVersion?
  /// The open dossiers that were received by the version before, and keep it.
  public var keeping: Int

  public init(before: ProcedureVersion? = nil, after: ProcedureVersion? = nil, keeping: Int = 0) {
    self.before = before
    self.after = after
    self.keeping = keeping
  }
}
