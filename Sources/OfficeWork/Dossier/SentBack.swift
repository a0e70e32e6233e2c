import DossierDomain
import VietnameseText

/// Which papers of a procedure an office has asked for after the reception, and how often: what people are sent back for.
/// Only the names of the procedure's own papers are counted, because what a clerk writes beside them may name a person.
public struct SentBack: Hashable, Sendable {
  public struct Query: Hashable, Sendable {
    public var procedure: String
    /// The names of the procedure's papers.
    public var papers: [String]
    public var since: CivilDate

    public init(procedure: String, papers: [String], since: CivilDate) {
      self.procedure = procedure
      self.papers = papers
      self.since = since
    }
  }

  public static let days = 182
  /// What occurred more seldom is chance.
  public static let least = 3

  /// By the keys of their names.
  private let names: Set<String>
  private var counts: [String: Int] = [:]

  public init(_ papers: [String]) {
    names = Set(papers.map(\.nameKey))
  }

  /// Counts what was asked for in one dossier; a paper that was asked for twice sent its citizen back twice.
  public mutating func add(_ requests: [SupplementRequest], since: Instant) {
    for request in requests where request.requestedAt >= since {
      for key in Set(request.items.map(\.nameKey)).intersection(names) { counts[key, default: 0] += 1 }
    }
  }

  /// The paper that was asked for most, of those that apply; nil if none was often enough. Of equals, the first one.
  public func most(of papers: [String]) -> (paper: String, count: Int)? {
    var most: (paper: String, count: Int)?
    for paper in papers {
      guard let count = counts[paper.nameKey], count >= max(Self.least, (most?.count ?? 0) + 1) else { continue }
      most = (paper, count)
    }
    return most
  }
}
