/// A question to the local dossiers and the people known through them.
public struct SearchQuery: Hashable, Sendable {
  /// As typed; folded by the store. Every word must match by prefix: code, owner, applicant, number,
  /// phone or procedure.
  public var text: String
  public var limit: Int
  public var viewer: Viewer

  public init(text: String, limit: Int, viewer: Viewer) {
    self.text = text
    self.limit = limit
    self.viewer = viewer
  }
}

/// The first page of hits, best first: exact, then tone-folded, then mark-free.
public struct SearchResults: Hashable, Sendable {
  public var rows: [QueueRow]
  /// More than `limit` dossiers match; how many is not counted.
  public var hasMore: Bool
  public var people: [PersonHit]
  /// Only the people of the first dossiers are shown.
  public var hasMorePeople: Bool

  public init(rows: [QueueRow], hasMore: Bool, people: [PersonHit], hasMorePeople: Bool = false) {
    self.rows = rows
    self.hasMore = hasMore
    self.people = people
    self.hasMorePeople = hasMorePeople
  }
}

/// A person known from dossiers: the same name and number, or the same name and birth.
public struct PersonHit: Hashable, Sendable {
  public var name: String
  /// Masked unless asked for; empty when none is known.
  public var identityNumber: String
  public var birth: String
  public var dossierCount: Int
  /// The newest of her dossiers.
  public var newest: DossierID

  public init(name: String, identityNumber: String, birth: String, dossierCount: Int, newest: DossierID) {
    self.name = name
    self.identityNumber = identityNumber
    self.birth = birth
    self.dossierCount = dossierCount
    self.newest = newest
  }
}

/// Everything that the detail screen shows: the folded dossier and the journal that it came from.
public struct DossierCard: Hashable, Sendable {
  public var dossier: Dossier
  public var timeline: [RecordedAction]
  public var delivery: EntryDelivery
  /// By the names that the dossier's papers give them.
  public var attachments: [String: AttachmentProgress]
  /// Came folded from the province: what the timeline shows is not all that was done.
  public var isFolded: Bool
  /// The rest was asked for and comes with the next exchange.
  public var isHistoryWanted: Bool

  public init(
    dossier: Dossier, timeline: [RecordedAction], delivery: EntryDelivery,
    attachments: [String: AttachmentProgress] = [:], isFolded: Bool = false, isHistoryWanted: Bool = false
  ) {
    self.dossier = dossier
    self.timeline = timeline
    self.delivery = delivery
    self.attachments = attachments
    self.isFolded = isFolded
    self.isHistoryWanted = isHistoryWanted
  }
}
