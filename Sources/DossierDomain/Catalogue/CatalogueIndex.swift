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
  /// For each version, the indices of its words in the vocabulary.
  private let wordsByVersion: [[Int]]
  private let versionByName: [String: Int]
  let phrases: [Phrase]

  init(_ versions: [ProcedureVersion]) {
    var reader = VocabularyReader()
    var words: [[Int]] = []
    var byName: [String: Int] = [:]
    for (place, version) in versions.enumerated() {
      let name = reader.words(of: version.name)
      byName[name.map { reader.vocabulary[$0].bare }.joined(separator: " "), default: place] = place
      words.append(name + reader.words(of: ShortNames.byCode[version.code] ?? ""))
    }
    vocabulary = reader.vocabulary
    wordsByVersion = words
    versionByName = byName
    phrases = CitizenPhrases.table.map { phrase, codes in
      let folded = phrase.folded
      return Phrase(words: folded.words, folded: folded, codes: codes)
    }
  }

  /// The index of the version with this name; marks, case and punctuation are ignored.
  func place(named name: String) -> Int? { versionByName[name.folded.words.joined(separator: " ")] }

  /// The versions in which every word of the query is the beginning of a word, with the closeness of the worst match.
  func matches(_ query: String) -> [(place: Int, level: MatchLevel)] {
    let typed = query.normalisedVietnamese.words.map(FoldedWord.init)
    guard !typed.isEmpty else { return [] }
    let levels = typed.map { word in vocabulary.map { $0.level(ofPrefix: word) } }
    return wordsByVersion.enumerated().compactMap { place, words in
      var worst = MatchLevel.exact
      for byWord in levels {
        guard let best = words.compactMap({ byWord[$0] }).min() else { return nil }
        worst = max(worst, best)
      }
      return (place, worst)
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
