import ReferenceData
import VietnameseText

/// The search index of a catalogue: the vocabulary, with each word folded once, and the words of each version.
struct CatalogueIndex: Sendable {
  struct Phrase: Sendable {
    var words: [String]
    var folded: String
    var codes: [String]
  }

  /// A field of law (lĩnh vực) with its procedures.
  private struct Field {
    var name: String
    /// The indices of its words in the vocabulary.
    var words: [Int]
    var sectorCodes: Set<String> = []
    var codes: [String] = []
  }

  private let vocabulary: [FoldedWord]
  private struct Names: Sendable {
    /// The indices of the words in the vocabulary: of the name, and of the short name, which is often missing.
    var texts: [[Int]]
    /// The first letters of their words, as UTF-8 without marks.
    var initials: [[UInt8]]
    /// Initials that somebody has given to it, folded and without blanks.
    var given: [String]
  }

  private let namesByVersion: [Names]
  private let versionByName: [String: Int]
  private let fields: [Field]
  private let codesByPortalID: [String: [String]]
  /// Those that versions give to their procedures stand before the program's own.
  let phrases: [Phrase]

  init(_ versions: [ProcedureVersion]) {
    var reader = VocabularyReader()
    var names: [Names] = []
    var byName: [String: Int] = [:]
    var phrases: [Phrase] = []
    var placesOfPhrases: [String: Int] = [:]
    var fields: [Field] = []
    var placesOfFields: [String: Int] = [:]
    var byPortalID: [String: [String]] = [:]
    for (place, version) in versions.enumerated() {
      let name = reader.words(of: version.name)
      byName[name.map { reader.vocabulary[$0].bare }.joined(separator: " "), default: place] = place
      let texts = [name, reader.words(of: version.ownShortName ?? "")]
      let own = version.rules.names
      names.append(
        Names(
          texts: texts, initials: texts.map { $0.compactMap { reader.vocabulary[$0].bare.utf8.first } },
          given: own.initials.map(\.foldedTogether)))
      for phrase in own.phrases.map(\.folded) where !phrase.words.isEmpty {
        if let known = placesOfPhrases[phrase] {
          phrases[known].codes.append(version.code)
        } else {
          placesOfPhrases[phrase] = phrases.count
          phrases.append(Phrase(words: phrase.words, folded: phrase, codes: [version.code]))
        }
      }
      if !own.portalID.isEmpty { byPortalID[own.portalID.folded, default: []].append(version.code) }
      guard !version.field.isEmpty else { continue }
      let field = placesOfFields[version.field] ?? fields.count
      if field == fields.count {
        placesOfFields[version.field] = field
        fields.append(Field(name: version.field, words: reader.words(of: version.field)))
      }
      fields[field].codes.append(version.code)
      if !own.sectorCode.isEmpty { fields[field].sectorCodes.insert(own.sectorCode.folded) }
    }
    vocabulary = reader.vocabulary
    namesByVersion = names
    versionByName = byName
    self.fields = fields
    codesByPortalID = byPortalID
    self.phrases =
      phrases
      + CitizenPhrases.table.map { phrase, codes in
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

  /// The procedures with this id at the national portal.
  func codes(ofPortalID folded: String) -> [String] { codesByPortalID[folded] ?? [] }

  /// The fields in whose name every word of the query is the beginning of a word, or whose code it is.
  /// - Returns: with the codes of their procedures; `isWhole` if the query is the whole name or the code.
  func fields(_ query: String) -> [(name: String, codes: [String], isWhole: Bool)] {
    let wanted = query.folded
    let typed = query.normalisedVietnamese.words.map { FoldedWord($0) }
    guard wanted.utf8.count >= 3, !typed.isEmpty else { return [] }
    return fields.compactMap { field in
      let words = field.words.map { vocabulary[$0] }
      let isWhole = words.map(\.bare) == typed.map(\.bare) || field.sectorCodes.contains(wanted)
      guard isWhole || typed.allSatisfy({ word in words.contains { $0.level(ofPrefix: word) != nil } }) else {
        return nil
      }
      return (field.name, field.codes, isWhole)
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

  /// The versions whose name, or a part of it, has these initials, such as "tthn" for "tình trạng hôn nhân", and those to
  /// which they were given.
  /// - Parameter areAll: parts of names count too; otherwise the initials have to be those of a whole name.
  func initials(_ query: String, areAll: Bool) -> [(place: Int, match: TextMatch)] {
    let given = query.foldedTogether
    let typed = Array(query.utf8)
    let areLetters = (2...12).contains(typed.count) && typed.allSatisfy { (0x61...0x7A).contains($0) }
    return namesByVersion.enumerated().compactMap { place, names in
      if names.given.contains(given) { return (place, TextMatch(.whole, .exact)) }
      guard areLetters else { return nil }
      if names.initials.contains(typed) { return (place, TextMatch(.whole, .exact)) }
      guard areAll, let found = names.initials.first(where: { $0.contains(run: typed) }) else { return nil }
      return (place, TextMatch(found.starts(with: typed) ? .together : .words, .exact))
    }
  }
}

extension String {
  /// Folded, without blanks.
  fileprivate var foldedTogether: String { folded.filter { $0 != " " } }
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
