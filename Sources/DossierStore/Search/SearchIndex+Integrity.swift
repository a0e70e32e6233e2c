import Foundation
import GRDB

extension SearchIndex {
  public enum Fault: Equatable, Sendable {
    /// A list lacks this dossier, or contains it wrongly; `clear` and `replace` repair it.
    case listDisagrees(token: String, rid: Int64)
    case longWordsDisagree(rid: Int64)
  }

  /// Compares every list with the words that it was made from, slice by slice; the result is empty if all agree.
  public static func integrityCheck(_ db: Database, limit: Int = 20) throws -> [Fault] {
    var faults: [Fault] = []
    var keys = KeyCache()
    let highest = try Int64.fetchOne(db, sql: "SELECT max(rid) FROM search_doc") ?? -1
    for chunk in 0...max(0, highest >> PostingBits.shift) where faults.count < limit {
      var expected: [String: PostingBits] = [:]
      var stale = PostingBits()
      let range: StatementArguments = [chunk << PostingBits.shift, (chunk + 1) << PostingBits.shift]
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT rid, words, secret, EXISTS (SELECT 1 FROM search_fresh f WHERE f.rid = d.rid) AS is_fresh
          FROM search_doc d
          WHERE rid >= ? AND rid < ?
          """, arguments: range)
      while let row = try rows.next() {
        let rid: Int64 = row["rid"]
        let place = Int(rid & Int64(PostingBits.span - 1))
        if row["is_fresh"] {
          stale.insert(place)
          continue
        }
        for word in SearchWords(open: row["words"], secret: row["secret"]).marked {
          let (postings, long) = keys.keys(of: word)
          for token in postings { expected[token, default: PostingBits()].insert(place) }
          for token in long where try !hasLong(db, token, rid) { faults.append(.longWordsDisagree(rid: rid)) }
        }
      }
      try compare(db, chunk, expected, stale, &faults)
    }
    return Array(faults.prefix(limit))
  }

  private static func hasLong(_ db: Database, _ token: String, _ rid: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM search_long WHERE token = ? AND rid = ?)"),
      arguments: [token, rid]) ?? false
  }

  private static func compare(
    _ db: Database, _ chunk: Int64, _ expected: [String: PostingBits], _ stale: PostingBits, _ faults: inout [Fault]
  ) throws {
    let read = try db.cachedStatement(sql: "SELECT rows FROM search_posting WHERE place = ?")
    let tokens = try Row.fetchCursor(db, sql: "SELECT id, token FROM search_token")
    var remaining = expected
    while let row = try tokens.next() {
      let token: String = row["token"]
      var kept = PostingBits()
      try load(read, (row["id"] as Int64) << placeShift | chunk, into: &kept)
      kept.subtract(stale)
      let wanted = remaining.removeValue(forKey: token) ?? PostingBits()
      if kept != wanted { report(token, chunk, kept, wanted, &faults) }
    }
    for (token, wanted) in remaining { report(token, chunk, PostingBits(), wanted, &faults) }
  }

  private static func report(
    _ token: String, _ chunk: Int64, _ kept: PostingBits, _ wanted: PostingBits, _ faults: inout [Fault]
  ) {
    for place in 0..<PostingBits.span where kept.contains(place) != wanted.contains(place) {
      faults.append(.listDisagrees(token: token, rid: chunk << PostingBits.shift + Int64(place)))
      return
    }
  }
}
