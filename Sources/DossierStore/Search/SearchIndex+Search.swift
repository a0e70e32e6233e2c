import DossierDomain
import GRDB
import OfficeWork
import VietnameseText

extension SearchIndex {
  /// The first page of hits.
  public struct Hits: Equatable, Sendable {
    /// The best first, by `TextMatch.Extent`: those of a person who has exactly this name, of one who has it with
    /// further words, those that have the words anywhere, and those that have words beginning so. Within each, exact
    /// matches come before tone-folded before mark-free ones, and newer ones before older ones.
    public var rids: [Int64]
    /// There are more hits than requested; they are not counted.
    public var hasMore: Bool
  }

  /// Of more hits than a page, this many pages of the newest are compared to find the best; reading a
  /// row takes some microseconds.
  private static let comparedPages = 2

  /// Finds the dossiers in which every word of `text` is the beginning of a word: in codes, owner, applicant, identity
  /// number, phone and procedure. Any text is allowed, and no character has a special meaning.
  ///
  /// Another thread may interrupt it with GRDB's `interrupt()`; it then throws `SQLITE_INTERRUPT`.
  public static func search(_ db: Database, text: String, limit: Int, viewer: Viewer) throws -> Hits {
    let words = SearchWords.typed(text)
    guard !words.isEmpty, limit > 0 else { return Hits(rids: [], hasMore: false) }
    var run = try SearchRun(db, words: words, viewer: viewer)
    var hits: [(extent: TextMatch.Extent, level: MatchLevel, rid: Int64)] = []
    var known: Set<Int64> = []
    var hasMore = false
    if let name = SearchWords.wholeName(text) {
      var named = try SearchRun(db, words: [name], viewer: viewer)
      for rid in try named.hits(.markFree, most: limit + 1, besides: &known) {
        hits.append((.whole, try run.level(of: rid), rid))
      }
      hasMore = hits.count > limit
    }
    for level in run.levels where hits.count <= limit {
      let most = limit * comparedPages - hits.count
      let found = try run.hits(level, most: most, besides: &known)
      for rid in found { hits.append((try run.extent(of: rid), level, rid)) }
      if found.count == most { break }
    }
    hits.sort { ($0.extent, $0.level, $1.rid) < ($1.extent, $1.level, $0.rid) }
    return Hits(rids: hits.prefix(limit).map(\.rid), hasMore: hasMore || hits.count > limit)
  }

  /// Every dossier that matches `text`, to restrict a view. Nil if the text is empty: no restriction.
  public static func matches(_ db: Database, text: String, viewer: Viewer) throws -> RowSet? {
    let words = SearchWords.typed(text)
    guard !words.isEmpty else { return nil }
    var run = try SearchRun(db, words: words, viewer: viewer)
    let filter = run
    var set = RowSet()
    try run.forEachChunk(.markFree) { first, bits in
      guard !bits.isEmpty else { return true }
      var kept = bits
      if filter.looksAtSecretsOfOthers {
        try bits.forEachDescending { place in
          if try !filter.mayShow(first + Int64(place)) { kept.remove(place) }
          return true
        }
      }
      set.chunks[first >> PostingBits.shift] = kept
      return true
    }
    return set
  }
}

/// A set of rows of dossiers, with one bit each.
public struct RowSet: Sendable {
  var chunks: [Int64: PostingBits] = [:]

  public var count: Int { chunks.values.reduce(0) { $0 + $1.count } }

  mutating func formUnion(_ other: RowSet) {
    for (chunk, bits) in other.chunks { chunks[chunk, default: PostingBits()].formUnion(bits) }
  }

  mutating func formIntersection(_ other: RowSet) {
    for (chunk, bits) in other.chunks { chunks[chunk]?.formIntersection(bits) }
    chunks = chunks.filter { other.chunks[$0.key] != nil }
  }

  mutating func insert(_ rid: Int64) {
    chunks[rid >> PostingBits.shift, default: PostingBits()].insert(Int(rid & Int64(PostingBits.span - 1)))
  }

  public func contains(_ rid: Int64) -> Bool {
    chunks[rid >> PostingBits.shift]?.contains(Int(rid & Int64(PostingBits.span - 1))) ?? false
  }

  /// Newest first.
  public var rids: [Int64] {
    var result: [Int64] = []
    for (chunk, bits) in chunks.sorted(by: { $0.key > $1.key }) {
      bits.forEachDescending { place in
        result.append(chunk << PostingBits.shift + Int64(place))
        return true
      }
    }
    return result
  }
}
