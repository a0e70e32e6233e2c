import DossierDomain

/// A search over the local dossiers and the people known from them.
public struct SearchQuery: Hashable, Sendable {
  /// The typed text; the store folds it. Every word must be the beginning of a word in code, owner, applicant, number,
  /// phone or procedure.
  public var text: String
  public var limit: Int
  /// The number of dossiers whose people are read; it may be above `limit`.
  public var people: Int
  public var viewer: Viewer

  public init(text: String, limit: Int, people: Int = fewPeople, viewer: Viewer) {
    self.text = text
    self.limit = limit
    self.people = people
    self.viewer = viewer
  }

  /// At each letter that is typed, more would delay the next one.
  public static let fewPeople = 12
  /// Reading the people of so many dossiers takes about a second.
  public static let mostPeople = 3_200

  /// How many dossiers the next page of people is from; doubled, so that all pages together read each dossier about
  /// twice. Nil if no more are read.
  public static func people(after read: Int) -> Int? {
    read >= mostPeople ? nil : min(mostPeople, max(50, read * 2))
  }
}

/// The first page of results, the best first: whole names, then words, then beginnings of words; of equal ones exact, then
/// tone-folded, then mark-free matches.
public struct SearchResults: Hashable, Sendable {
  public var rows: [QueueRow]
  /// More than `limit` dossiers match; they are not counted.
  public var hasMore: Bool
  public var people: [PersonHit]
  /// Only the people of the first dossiers are listed.
  public var hasMorePeople: Bool

  public init(rows: [QueueRow], hasMore: Bool, people: [PersonHit], hasMorePeople: Bool = false) {
    self.rows = rows
    self.hasMore = hasMore
    self.people = people
    self.hasMorePeople = hasMorePeople
  }
}

/// A person known from dossiers: the same name and number, or the same name and date of birth.
public struct PersonHit: Hashable, Sendable {
  public var name: String
  /// Masked by default; empty if no number is known.
  public var identityNumber: String
  public var birth: String
  /// The part of the address by which neighbours know her; empty if no address is known.
  public var hamlet: String
  /// Mother or spouse; empty if she is not known.
  public var relative: String
  public var dossierCount: Int
  /// The newest dossier of the person.
  public var newest: DossierID

  public init(
    name: String, identityNumber: String, birth: String, hamlet: String = "", relative: String = "", dossierCount: Int,
    newest: DossierID
  ) {
    self.name = name
    self.identityNumber = identityNumber
    self.birth = birth
    self.hamlet = hamlet
    self.relative = relative
    self.dossierCount = dossierCount
    self.newest = newest
  }
}
