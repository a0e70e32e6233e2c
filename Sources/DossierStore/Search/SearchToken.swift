import VietnameseText

/// The keys of a word in the index.
///
/// A word without digits has three levels: as written, without tones, without marks. Each of its beginnings up to
/// `letterPrefix` letters has a posting list of its own, so that a prefix is one list; longer ones are found in a
/// sorted table. A whole name is found in that table only, and without its marks. A number has one level. Besides its beginnings the whole number is a key, so that "0450" finds the
/// code that ends with it before the identity numbers that begin with it.
enum SearchToken {
  static let letterPrefix = 6
  static let digitPrefix = 6

  /// How one typed word is looked up at one level.
  enum Lookup: Hashable {
    case posting(String)
    case long(String, isWhole: Bool)

    /// The same lookup among the words of confidential dossiers.
    var secret: Lookup {
      switch self {
      case .posting(let token): .posting("!" + token)
      case .long(let token, let isWhole): .long("!" + token, isWhole: isWhole)
      }
    }
  }

  /// The keys of one indexed word: posting lists, and whole long words.
  static func keys(of word: String, isSecret: Bool) -> (postings: [String], long: [String]) {
    let mark = isSecret ? "!" : ""
    var postings: [String] = []
    var long: [String] = []
    if SearchWords.isWholeName(word) { return ([], [mark + letter(of: .markFree) + word]) }
    if hasDigit(word) {
      let bare = word.folded
      for prefix in prefixes(of: bare, upTo: digitPrefix) {
        if hasDigit(prefix) {
          postings.append(mark + "p" + prefix)
        } else {
          postings += MatchLevel.all.map { mark + letter(of: $0) + prefix }
        }
      }
      if bare.unicodeScalars.count <= digitPrefix {
        postings.append(mark + "w" + bare)
      } else {
        long.append(mark + "p" + bare)
      }
      return (postings, long)
    }
    for level in MatchLevel.all {
      let folded = fold(word, level)
      postings += prefixes(of: folded, upTo: letterPrefix).map { mark + letter(of: level) + $0 }
      if folded.unicodeScalars.count > letterPrefix { long.append(mark + letter(of: level) + folded) }
    }
    return (postings, long)
  }

  static func lookup(_ word: String, _ level: MatchLevel) -> Lookup {
    if SearchWords.isWholeName(word) { return .long(letter(of: .markFree) + word, isWhole: true) }
    if hasDigit(word) {
      let bare = word.folded
      let isShort = bare.unicodeScalars.count <= digitPrefix
      let isWhole = level == .exact
      if isShort { return .posting((isWhole ? "w" : "p") + bare) }
      return .long("p" + bare, isWhole: isWhole)
    }
    let folded = fold(word, level)
    let token = letter(of: level) + folded
    return folded.unicodeScalars.count <= letterPrefix ? .posting(token) : .long(token, isWhole: false)
  }

  /// How closely the beginning of `indexed` matches `typed`; nil if it does not.
  static func level(of typed: TypedWord, in indexed: String) -> MatchLevel? {
    if typed.hasDigit {
      guard indexed.utf8.starts(with: typed.bare.utf8) else { return nil }
      return indexed.utf8.count == typed.bare.utf8.count ? .exact : .toneFolded
    }
    if indexed.utf8.starts(with: typed.exact.utf8) { return .exact }
    if indexed.utf8.allSatisfy({ $0 < 0x80 }) {
      if indexed.utf8.starts(with: typed.toneless.utf8) { return .toneFolded }
      return indexed.utf8.starts(with: typed.bare.utf8) ? .markFree : nil
    }
    if indexed.toneFolded.utf8.starts(with: typed.toneless.utf8) { return .toneFolded }
    return indexed.folded.utf8.starts(with: typed.bare.utf8) ? .markFree : nil
  }

  static func hasDigit(_ word: String) -> Bool {
    word.utf8.contains { (0x30...0x39).contains($0) }
  }

  private static func fold(_ word: String, _ level: MatchLevel) -> String {
    switch level {
    case .exact: word
    case .toneFolded: word.toneFolded
    case .markFree: word.folded
    }
  }

  private static func letter(of level: MatchLevel) -> String {
    switch level {
    case .exact: "e"
    case .toneFolded: "t"
    case .markFree: "b"
    }
  }

  private static func prefixes(of word: String, upTo length: Int) -> [String] {
    var result: [String] = []
    var prefix = ""
    for scalar in word.unicodeScalars.prefix(length) {
      prefix.unicodeScalars.append(scalar)
      result.append(prefix)
    }
    return result
  }
}

/// A typed word with its folded forms, made once for each query.
struct TypedWord {
  let exact: String
  let toneless: String
  let bare: String
  let hasDigit: Bool

  init(_ word: String) {
    exact = word
    toneless = word.toneFolded
    bare = word.folded
    hasDigit = SearchToken.hasDigit(word)
  }

  func level(in words: [String]) -> MatchLevel? {
    var best: MatchLevel?
    for word in words {
      guard let level = SearchToken.level(of: self, in: word) else { continue }
      if level == .exact { return .exact }
      best = best.map { min($0, level) } ?? level
    }
    return best
  }
}

extension MatchLevel {
  static let all: [MatchLevel] = [.exact, .toneFolded, .markFree]
}
