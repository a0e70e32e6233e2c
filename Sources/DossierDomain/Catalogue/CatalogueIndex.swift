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
    /// The first letters of their words, as UTF-8 without marks.
    var initials: [[UInt8]]
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
        Names(texts: texts, initials: texts.map { $0.compactMap { reader.vocabulary[$0].bare.utf8.first } }))
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
    // The words of the vocabulary that are equal to a typed one, so that names are compared by numbers.
    let equal = typed.map { word in vocabulary.map { $0.bare == word.bare } }
    return namesByVersion.enumerated().compactMap { place, names in
      var worst = MatchLevel.exact
      for byWord in levels {
        guard let best = names.texts.joined().lazy.compactMap({ byWord[$0] }).min() else { return nil }
        worst = max(worst, best)
      }
      return (place, TextMatch(names.texts.map { Self.extent(of: equal, in: $0) }.min() ?? .beginnings, worst))
    }
  }

  private static func extent(of typed: [[Bool]], in text: [Int]) -> TextMatch.Extent {
    guard typed.allSatisfy({ equal in text.contains { equal[$0] } }) else { return .beginnings }
    let last = text.count - typed.count
    let start = (0...max(0, last)).first { start in
      last >= 0 && typed.indices.allSatisfy { typed[$0][text[start + $0]] }
    }
    return start == nil ? .words : last == 0 ? .whole : .together
  }

  /// The versions whose name, or a part of it, has these initials, such as "tthn" for "tình trạng hôn nhân".
  /// - Parameter areAll: parts of names count too; otherwise the initials have to be those of a whole name.
  func initials(_ typed: String, areAll: Bool) -> [(place: Int, match: TextMatch)] {
    guard (2...12).contains(typed.utf8.count), typed.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return [] }
    let typed = Array(typed.utf8)
    return namesByVersion.enumerated().compactMap { place, names in
      if names.initials.contains(typed) { return (place, TextMatch(.whole, .exact)) }
      guard areAll, let found = names.initials.first(where: { $0.contains(run: typed) }) else { return nil }
      return (place, TextMatch(found.starts(with: typed) ? .together : .words, .exact))
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
