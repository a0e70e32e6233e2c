import ReferenceData
import VietnameseText

/// The search index of a catalogue: the vocabulary, with each word folded once, and the words of each version.
struct CatalogueIndex: Sendable {
  struct Phrase: Sendable {
    var words: [String]
    var folded: String
    var codes: [String]
  }

  private let vocabulary: [FoldedWord]
  private struct Names: Sendable {
    /// The indices of the words in the vocabulary: of the name, and of the short name, which is often missing.
    var texts: [[Int]]
    /// The first letters of their words.
    var initials: [String]
  }

  private let namesByVersion: [Names]
  private let versionByName: [String: Int]
  let phrases: [Phrase]

  init(_ versions: [ProcedureVersion]) {
    var reader = VocabularyReader()
    var names: [Names] = []
    var byName: [String: Int] = [:]
    for (place, version) in versions.enumerated() {
      let name = reader.words(of: version.name)
      byName[name.map { reader.vocabulary[$0].bare }.joined(separator: " "), default: place] = place
      let texts = [name, reader.words(of: ShortNames.byCode[version.code] ?? "")]
      names.append(
        Names(texts: texts, initials: texts.map { String($0.compactMap { reader.vocabulary[$0].bare.first }) }))
    }
    vocabulary = reader.vocabulary
    namesByVersion = names
    versionByName = byName
    phrases = CitizenPhrases.table.map { phrase, codes in
      let folded = phrase.folded
      return Phrase(words: folded.words, folded: folded, codes: codes)
    }
  }

  /// The index of the version with this name; marks, case and punctuation are ignored.
  func place(named name: String) -> Int? { versionByName[name.folded.words.joined(separator: " ")] }

  /// The versions in whose name, or short name, every word of the query is the beginning of a word.
  func matches(_ query: String) -> [(place: Int, match: TextMatch)] {
    let typed = query.normalisedVietnamese.words.map { FoldedWord($0) }
    guard !typed.isEmpty else { return [] }
    let levels = typed.map { word in vocabulary.map { $0.level(ofPrefix: word) } }
    let wanted = typed.map(\.bare)
    return namesByVersion.enumerated().compactMap { place, names in
      var worst = MatchLevel.exact
      for byWord in levels {
        guard let best = names.texts.joined().compactMap({ byWord[$0] }).min() else { return nil }
        worst = max(worst, best)
      }
      return (place, TextMatch(extent(of: wanted, in: names), worst))
    }
  }

  private func extent(of wanted: [String], in names: Names) -> TextMatch.Extent {
    let texts = names.texts.map { $0.map { vocabulary[$0].bare } }
    if texts.contains(wanted) { return .whole }
    if texts.contains(where: { $0.contains(run: wanted) }) { return .together }
    return wanted.allSatisfy { word in texts.contains { $0.contains(word) } } ? .words : .beginnings
  }

  /// The versions whose name, or a part of it, has these initials, such as "tthn" for "tình trạng hôn nhân".
  /// - Parameter areAll: parts of names count too; otherwise the initials have to be those of a whole name.
  func initials(_ typed: String, areAll: Bool) -> [(place: Int, match: TextMatch)] {
    guard (2...12).contains(typed.utf8.count), typed.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return [] }
    return namesByVersion.enumerated().compactMap { place, names in
      if names.initials.contains(typed) { return (place, TextMatch(.whole, .exact)) }
      guard areAll, let found = names.initials.first(where: { $0.contains(typed) }) else { return nil }
      return (place, TextMatch(found.hasPrefix(typed) ? .together : .words, .exact))
    }
  }
}

/// Splits names into words and folds each distinct word only once, because names share most of their words.
private struct VocabularyReader {
  private(set) var vocabulary: [FoldedWord] = []
  private var places: [Substring: [Int]] = [:]

  mutating func words(of name: String) -> [Int] {
    name.utf8.split(separator: UInt8(ascii: " ")).flatMap { bytes in
      let token = Substring(bytes)
      if let known = places[token] { return known }
      // A token such as "đơn/thư" is two words, and "–" is none.
      let new = token.normalisedVietnamese.words.map { word in
        vocabulary.append(FoldedWord(word))
        return vocabulary.count - 1
      }
      places[token] = new
      return new
    }
  }
}
