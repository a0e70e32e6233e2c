import DossierDomain

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
