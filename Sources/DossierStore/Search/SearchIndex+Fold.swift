import Foundation
import GRDB

extension SearchIndex {
  /// Folds waiting rows into the posting lists, in the caller's transaction. In an office with a million dossiers one
  /// row takes about two milliseconds, because its lists are spread over the whole file; many rows folded together
  /// share the pages.
  /// - Parameter most: how many rows; the oldest are folded first, because neighbours share a chunk. Nil for all.
  public static func fold(_ db: Database, most: Int? = nil) throws {
    // The columns in the order of the statement.
    enum Position: Int, RowPosition {
      case rid, words, secret, oldWords, oldSecret
    }
    var changes: [Int64: ChunkChanges] = [:]
    var keys = KeyCache()
    var numbers: [String: Int64] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT rid, words, secret, old_words, old_secret FROM search_fresh JOIN search_doc USING (rid) ORDER BY rid LIMIT ?
        """, arguments: [most ?? -1])
    var last: Int64 = 0
    while let row = try rows.next() {
      let rid: Int64 = row[Position.rid]
      last = rid
      let new = SearchWords(open: row[Position.words], secret: row[Position.secret])
      let oldOpen: String? = row[Position.oldWords]
      let old = oldOpen.map { SearchWords(open: $0, secret: row[Position.oldSecret] ?? "") }
      changes[rid >> PostingBits.shift, default: ChunkChanges()]
        .note(place: Int(rid & Int64(PostingBits.span - 1)), old: old, new: new)
    }
    for (chunk, change) in changes.sorted(by: { $0.key < $1.key }) {
      try apply(db, change.byToken(&keys), to: chunk, &numbers)
      try applyLong(db, change, to: chunk, &keys)
    }
    try db.execute(sql: "DELETE FROM search_fresh WHERE rid <= ?", arguments: [last])
  }

  /// The changes of the rows of a chunk, by word; words of confidential dossiers begin with "!".
  private struct ChunkChanges {
    var gone: [String: [Int]] = [:]
    var come: [String: [Int]] = [:]

    mutating func note(place: Int, old: SearchWords?, new: SearchWords) {
      let (before, after) = (old?.marked ?? [], new.marked)
      // A word that stays shares lists with one that goes. If none goes, the lists of those that stay are right.
      let goes = before.contains { !after.contains($0) }
      if goes { for word in before { gone[word, default: []].append(place) } }
      for word in after where goes || !before.contains(word) { come[word, default: []].append(place) }
    }

    /// The changes by posting list. A list has the rows of all words that begin with its token.
    func byToken(_ keys: inout KeyCache) -> [String: RowChanges] {
      var result: [String: RowChanges] = [:]
      for (word, places) in gone {
        for token in keys.keys(of: word).postings { result[token, default: RowChanges()].gone += places }
      }
      for (word, places) in come {
        for token in keys.keys(of: word).postings { result[token, default: RowChanges()].come += places }
      }
      return result
    }
  }

  private struct RowChanges {
    var gone: [Int] = []
    var come: [Int] = []
  }

  private static func applyLong(
    _ db: Database, _ change: ChunkChanges, to chunk: Int64, _ keys: inout KeyCache
  ) throws {
    let insert = try db.cachedStatement(sql: "INSERT OR IGNORE INTO search_long VALUES (?, ?)")
    let delete = try db.cachedStatement(sql: "DELETE FROM search_long WHERE token = ? AND rid = ?")
    for (statement, words) in [(delete, change.gone), (insert, change.come)] {
      for word in words.keys.sorted() {
        for token in keys.keys(of: word).long {
          for place in words[word] ?? [] {
            statement.setUncheckedArguments([token, chunk << PostingBits.shift + Int64(place)])
            try statement.execute()
          }
        }
      }
    }
  }

  /// - Parameter numbers: of the tokens that were looked up, because most words occur in every chunk.
  private static func apply(
    _ db: Database, _ change: [String: RowChanges], to chunk: Int64, _ numbers: inout [String: Int64]
  ) throws {
    let read = try db.cachedStatement(sql: "SELECT rows FROM search_posting WHERE place = ?")
    let write = try db.cachedStatement(sql: "INSERT OR REPLACE INTO search_posting VALUES (?, ?)")
    let delete = try db.cachedStatement(sql: "DELETE FROM search_posting WHERE place = ?")
    var bits = PostingBits()
    var places: [(place: Int64, rows: RowChanges)] = []
    for (token, rows) in change {
      let number = try numbers[token] ?? tokenNumber(db, token)
      numbers[token] = number
      places.append((number << placeShift | chunk, rows))
    }
    // Changes are applied in the order of the table, so that lists on the same page are changed together.
    places.sort { $0.place < $1.place }
    for (place, rows) in places {
      bits.clear()
      try load(read, place, into: &bits)
      for row in rows.gone { bits.remove(row) }
      for row in rows.come { bits.insert(row) }
      if bits.isEmpty {
        delete.setUncheckedArguments([place])
        try delete.execute()
      } else {
        write.setUncheckedArguments([place, Data(bits.encoded)])
        try write.execute()
      }
    }
  }

  /// The number of low bits that hold the chunk; the token's number stands above them. This allows 2^34 dossiers.
  static let placeShift: Int64 = 20

  static func load(_ statement: Statement, _ place: Int64, into bits: inout PostingBits) throws {
    statement.setUncheckedArguments([place])
    let rows = try Row.fetchCursor(statement)
    guard let row = try rows.next() else { return }
    try row.withUnsafeData(atIndex: 0) { data in
      data?.withUnsafeBytes { bits.formUnion(encoded: $0) }
    }
  }

  static func knownTokenNumber(_ db: Database, _ token: String) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM search_token WHERE token = ?"), arguments: [token])
  }

  private static func tokenNumber(_ db: Database, _ token: String) throws -> Int64 {
    if let known = try knownTokenNumber(db, token) { return known }
    try db.cachedStatement(sql: "INSERT INTO search_token (token) VALUES (?)").execute(arguments: [token])
    return db.lastInsertedRowID
  }
}

/// A cache of the keys of words, because names consist of a few hundred syllables.
struct KeyCache {
  private var known: [String: (postings: [String], long: [String])] = [:]

  /// - Parameter word: in the form of `SearchWords.marked`.
  mutating func keys(of word: String) -> (postings: [String], long: [String]) {
    if let keys = known[word] { return keys }
    let isSecret = word.hasPrefix("!")
    let keys = SearchToken.keys(of: isSecret ? String(word.dropFirst()) : word, isSecret: isSecret)
    if known.count < 4_000 { known[word] = keys }
    return keys
  }
}
