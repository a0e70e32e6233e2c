import Testing

/// Checks docs/GLOSSARY.md: each word has one meaning.
@Suite struct WordTests {
  private struct Row {
    var word: String
    var vietnamese: String
    var sentence: String
  }

  private static func rows() throws -> [Row] {
    try Repository.text("docs/GLOSSARY.md").split(separator: "\n").compactMap { line in
      guard line.hasPrefix("| `") else { return nil }
      let cells = line.split(separator: "|").map { String($0).trimmed }
      guard cells.count == 3 else { return nil }
      return Row(word: String(cells[0].dropFirst().prefix { $0 != "`" }), vietnamese: cells[1], sentence: cells[2])
    }
  }

  @Test func eachWordHasOneRowAndOneSentence() throws {
    let rows = try Self.rows()
    #expect(rows.count > 40)
    #expect(Set(rows.map(\.word)).count == rows.count)
    for row in rows {
      #expect(!row.vietnamese.isEmpty, "\(row.word)")
      #expect(row.sentence.hasSuffix("."), "\(row.word)")
    }
  }

  /// A word that the code no longer uses explains nothing.
  @Test func eachWordIsATypeOrACaseOfTheProduct() throws {
    let rows = try Self.rows()
    let words = Set(rows.map(\.word))
    let found = Set(Repository.product.flatMap { $0.code.places(of: words).map(\.word) })
    for row in rows { #expect(found.contains(row.word), "\(row.word) stands nowhere in the code") }
  }
}
