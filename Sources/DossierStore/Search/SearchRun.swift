import DossierDomain
import Foundation
import GRDB
import OfficeWork
import VietnameseText

/// One query to the index, which reads it chunk by chunk.
struct SearchRun {
  private let db: Database
  private let typed: [TypedWord]
  private let viewer: Viewer
  /// Whether words of confidential dossiers are searched, because the viewer may see all or some of them.
  private let looksAtSecrets: Bool
  private let highestChunk: Int64
  private var fresh: [Int64: FreshChunk] = [:]
  private let read: Statement
  private var union = PostingBits()

  /// The rows of a chunk whose lists are out of date, and their real matches.
  private struct FreshChunk {
    var rows = PostingBits()
    var hits: [MatchLevel: PostingBits] = [:]
  }

  /// One prepared word at one level: the numbers of its lists, or the rows of a long word by chunk.
  private struct Source {
    var lists: [Int64] = []
    var rows: [Int64: PostingBits] = [:]
    /// Words with few matches come first, so that the intersection is empty early.
    var cost: Int
    var isEmpty: Bool { lists.isEmpty && rows.isEmpty }
  }

  init(_ db: Database, words: [String], viewer: Viewer) throws {
    self.db = db
    self.viewer = viewer
    typed = words.map { TypedWord($0) }
    highestChunk = (try Int64.fetchOne(db, sql: "SELECT max(rid) FROM search_doc") ?? -1) >> PostingBits.shift
    read = try db.makeStatement(sql: "SELECT rows FROM search_posting WHERE place = ?")
    looksAtSecrets =
      try Bool.fetchOne(
        db,
        sql: viewer.seesConfidential
          ? "SELECT EXISTS (SELECT 1 FROM search_confidential)"
          : "SELECT EXISTS (SELECT 1 FROM search_confidential WHERE assignee = ?)",
        arguments: viewer.seesConfidential ? [] : [Data(viewer.clerk.bytes)]) ?? false
    try readFresh()
  }

  /// Calls `body` with the rows that match at `level` or closer, chunk by chunk from the newest, until it returns
  /// false.
  mutating func forEachChunk(
    _ level: MatchLevel, _ body: (_ firstRow: Int64, PostingBits) throws -> Bool
  ) throws {
    let sources = try typed.map { try source(SearchToken.lookup($0.exact, level)) }.sorted { $0.cost < $1.cost }
    let isPossible = !sources.contains { $0.isEmpty }
    guard highestChunk >= 0 else { return }
    for chunk in (0...highestChunk).reversed() {
      let overlay = fresh[chunk]
      guard isPossible || overlay?.hits.isEmpty == false else { continue }
      var hits = isPossible ? try intersection(sources, chunk) : PostingBits()
      if let overlay {
        hits.subtract(overlay.rows)
        for (reached, rows) in overlay.hits where reached <= level { hits.formUnion(rows) }
      }
      guard try body(chunk << PostingBits.shift, hits) else { return }
    }
  }

  /// The newest rows that match at `level` or closer, that the viewer may see and that are not known yet.
  mutating func hits(_ level: MatchLevel, most: Int, besides known: inout Set<Int64>) throws -> [Int64] {
    let filter = self
    var found: [Int64] = []
    try forEachChunk(level) { first, bits in
      try bits.forEachDescending { place in
        let rid = first + Int64(place)
        guard !known.contains(rid), try filter.mayShow(rid) else { return found.count < most }
        guard found.count < most else { return false }
        known.insert(rid)
        found.append(rid)
        return true
      }
      return found.count < most
    }
    return found
  }

  /// How closely a hit matches by its marks.
  func level(of rid: Int64) throws -> MatchLevel { level(in: try words(of: rid)) ?? .markFree }

  /// How well the words of a hit answer, apart from their marks. Numbers are told apart by their level already.
  func extent(of rid: Int64) throws -> TextMatch.Extent {
    guard typed.contains(where: { !$0.hasDigit }) else { return .words }
    let present = try words(of: rid).joined(separator: " ").folded.split(separator: " ")
    guard typed.allSatisfy({ word in present.contains { $0.utf8.elementsEqual(word.bare.utf8) } }) else {
      return .beginnings
    }
    return present.contains { SearchWords.isWholeName($0) && isOf(name: $0) } ? .together : .words
  }

  /// Whether the typed words begin or end a whole name, or do both without its middle. The name is known without its
  /// blanks, but the words are known to be whole ones of the dossier.
  private func isOf(name: Substring) -> Bool {
    let all = typed.map(\.bare).joined()
    let (first, last) = (typed.first?.bare ?? "", typed.last?.bare ?? "")
    return name.hasPrefix("=" + all) || name.hasSuffix(all + "=")
      || typed.count > 1 && name.hasPrefix("=" + first) && name.hasSuffix(last + "=")
  }

  /// The words by which the viewer may find the dossier.
  private func words(of rid: Int64) throws -> [String] {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT words, secret FROM search_doc WHERE rid = ?"), arguments: [rid])
    guard let row else { return [] }
    let words = SearchWords(open: row[0], secret: row[1])
    return try words.secret.isEmpty || !mayKnow(rid) ? words.open : words.open + words.secret
  }

  /// Whether hits have to be checked for confidentiality. It is false for most viewers and days.
  var looksAtSecretsOfOthers: Bool { looksAtSecrets && !viewer.seesConfidential }

  /// Whether a hit may be shown. It is false for a confidential dossier that matched only by words that the viewer may
  /// not know.
  func mayShow(_ rid: Int64) throws -> Bool {
    guard looksAtSecretsOfOthers else { return true }
    if try mayKnow(rid) { return true }
    return level(in: try words(of: rid)) != nil
  }

  /// Whether the viewer may know names and numbers of the dossier: it is not confidential, or she is its assignee or
  /// the head of desk.
  private func mayKnow(_ rid: Int64) throws -> Bool {
    if viewer.seesConfidential { return true }
    let isOthers = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT assignee IS NOT ? FROM search_confidential WHERE rid = ?"),
      arguments: [Data(viewer.clerk.bytes), rid])
    return isOthers != true
  }

  /// The levels that can give further hits: for numbers, tones and marks make no difference.
  var levels: [MatchLevel] {
    typed.contains { !$0.hasDigit } ? MatchLevel.all : [.exact, .toneFolded]
  }

  /// A single statement, so that it sees one snapshot: rows that are folded into the lists meanwhile are masked by
  /// those read here.
  private mutating func readFresh() throws {
    // The columns in the order of the statement.
    enum Position: Int, RowPosition {
      case rid, text
    }
    let sifted = typed.map { _ in " AND instr(f.bare, ?)" }.joined()
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT f.rid, (SELECT d.words || char(10) || d.secret FROM search_doc d WHERE d.rid = f.rid\(sifted))
        FROM search_fresh f
        """, arguments: StatementArguments(typed.map { " " + $0.bare }))
    while let row = try rows.next() {
      let rid: Int64 = row[Position.rid]
      let chunk = rid >> PostingBits.shift
      let place = Int(rid & Int64(PostingBits.span - 1))
      fresh[chunk, default: FreshChunk()].rows.insert(place)
      guard let text: String = row[Position.text] else { continue }
      let parts = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
      var words = SearchWords(open: parts[0], secret: parts.count > 1 ? parts[1] : "")
      if !words.secret.isEmpty, try mayKnow(rid) { words.open += words.secret }
      if let level = level(in: words.open) {
        fresh[chunk, default: FreshChunk()].hits[level, default: PostingBits()].insert(place)
      }
    }
  }

  private func level(in words: [String]) -> MatchLevel? {
    var worst = MatchLevel.exact
    for word in typed {
      guard let level = word.level(in: words) else { return nil }
      worst = max(worst, level)
    }
    return worst
  }

  private mutating func intersection(_ sources: [Source], _ chunk: Int64) throws -> PostingBits {
    var hits = PostingBits()
    for (index, source) in sources.enumerated() {
      union.clear()
      for list in source.lists {
        try SearchIndex.load(read, list << SearchIndex.placeShift | chunk, into: &union)
      }
      if let rows = source.rows[chunk] { union.formUnion(rows) }
      if index == 0 { hits = union } else { hits.formIntersection(union) }
      if hits.isEmpty { break }
    }
    return hits
  }

  private func source(_ lookup: SearchToken.Lookup) throws -> Source {
    var source = Source(cost: 0)
    for lookup in looksAtSecrets ? [lookup, lookup.secret] : [lookup] {
      switch lookup {
      case .posting(let token):
        source.cost = max(source.cost, 100 - token.utf8.count)
        if let number = try SearchIndex.knownTokenNumber(db, token) { source.lists.append(number) }
      case .long(let token, let isWhole):
        let rids =
          isWhole
          ? try Int64.fetchCursor(db, sql: "SELECT rid FROM search_long WHERE token = ?", arguments: [token])
          : try Int64.fetchCursor(
            db, sql: "SELECT rid FROM search_long WHERE token >= ? AND token < ?",
            arguments: [token, token + "\u{10FFFF}"])
        while let rid = try rids.next() {
          source.rows[rid >> PostingBits.shift, default: PostingBits()].insert(Int(rid & Int64(PostingBits.span - 1)))
        }
      }
    }
    return source
  }
}
