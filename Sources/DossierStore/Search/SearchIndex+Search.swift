import DossierDomain
import GRDB
import OfficeWork
import VietnameseText

extension SearchIndex {
  /// The first page of hits.
  public struct Hits: Equatable, Sendable {
    /// Exact matches before tone-folded before mark-free ones; within each, the newest first.
    public var rids: [Int64]
    /// There are more hits than requested; they are not counted.
    public var hasMore: Bool
  }

  /// Finds the dossiers in which every word of `text` is the beginning of a word: in codes, owner, applicant, identity
  /// number, phone and procedure. Any text is allowed, and no character has a special meaning.
  ///
  /// Another thread may interrupt it with GRDB's `interrupt()`; it then throws `SQLITE_INTERRUPT`.
  public static func search(_ db: Database, text: String, limit: Int, viewer: Viewer) throws -> Hits {
    let words = SearchWords.typed(text)
    var hits = Hits(rids: [], hasMore: false)
    guard !words.isEmpty, limit > 0 else { return hits }
    var run = try SearchRun(db, words: words, viewer: viewer)
    let filter = run
    var found: Set<Int64> = []
    for level in run.levels {
      try run.forEachChunk(level) { first, bits in
        try bits.forEachDescending { place in
          let rid = first + Int64(place)
          guard !found.contains(rid), try filter.mayShow(rid) else { return true }
          guard found.count < limit else {
            hits.hasMore = true
            return false
          }
          found.insert(rid)
          hits.rids.append(rid)
          return true
        }
        return !hits.hasMore
      }
      if hits.hasMore { break }
    }
    return hits
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
