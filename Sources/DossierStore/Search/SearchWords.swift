import DossierDomain
import VietnameseText

/// The words by which a dossier is found, in the form of `exactFolded`, without repetitions.
struct SearchWords: Equatable {
  /// Words that every viewer can search.
  var open: [String]
  /// Names and numbers of a confidential dossier, which only its assignee and the head of desk can search.
  var secret: [String]

  /// Further words and longer ones are left out, so that hostile input cannot inflate the index.
  static let maximumCount = 64
  static let maximumLength = 40
  /// Raised when the same dossier gives other words than before: 2 added the whole names. See `SearchIndex+Renewal`.
  static let revision = 2

  init(_ dossier: Dossier) {
    let shown = dossier.codes.map(\.text) + [dossier.procedure.code, dossier.procedure.name]
    let people = dossier.people
    let theirs = people.flatMap { [$0.name, $0.identityNumber, $0.oldNumber, $0.phone] + $0.name.joinedWords }
    let names = people.compactMap { Self.wholeName($0.name) }
    if dossier.isConfidential {
      open = Self.distinct(shown)
      secret = Self.distinct(theirs) + names
    } else {
      open = Self.distinct(shown + theirs) + names
      secret = []
    }
  }

  init(open: String, secret: String) {
    self.open = open.split(separator: " ").map { String($0) }
    self.secret = secret.split(separator: " ").map { String($0) }
  }

  /// All words; the secret ones begin with "!", which no word contains.
  var marked: [String] { open + secret.map { "!" + $0 } }

  /// All words without marks, each after a blank, to preselect rows that are not in the lists yet.
  var bare: String {
    " " + (open + secret).joined(separator: " ").folded
  }

  /// One word for a whole name, so that an equal name is found among thousands that have the same words. The signs around
  /// it occur in no other word and in nothing that is typed. Nil for a name without letters.
  static func wholeName(_ name: String) -> String? {
    let key = name.nameKey.prefix(maximumLength)
    return key.isEmpty ? nil : "=\(key)="
  }

  static func isWholeName(_ word: some StringProtocol) -> Bool { word.utf8.first == UInt8(ascii: "=") }

  /// The typed words; at most 12, which is more than any name or code has. A number in groups is one word.
  static func typed(_ text: String) -> [String] {
    if let number = number(inGroups: text) { return [number] }
    return Array(distinct([String(text.prefix(200))]).prefix(12))
  }

  /// A number as people write it, such as "045 191 176 943", "0924.461.030" or "+84 924 461 030", as one word; nil for
  /// other text. Codes have hyphens and are searched by their parts.
  static func number(inGroups text: String) -> String? {
    guard text.utf8.count <= 60 else { return nil }
    let bare = text.filter { !$0.isWhitespace && $0 != "." }
    let digits = bare.first == "+" ? String(bare.dropFirst()) : bare
    guard digits.utf8.count >= 8, isDigits(digits) else { return nil }
    // The country's number stands for the first zero.
    let isInternational = digits.hasPrefix("84") && (bare.first == "+" || digits.utf8.count == 11)
    return isInternational ? "0" + digits.dropFirst(2) : digits
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var result: [String] = []
    for text in texts {
      for word in split(text.exactFolded) where result.count < maximumCount {
        let bounded = word.utf8.count <= maximumLength ? word : String(word.prefix(maximumLength / 4))
        if !result.contains(bounded) { result.append(bounded) }
      }
    }
    return result
  }

  /// The maximal runs of letters and digits. Like `words`, but by scalars, because the text is composed already.
  private static func split(_ text: String) -> [String] {
    let scalars = text.unicodeScalars
    var words: [String] = []
    var start: String.Index?
    for index in scalars.indices {
      if isInWord(scalars[index]) {
        start = start ?? index
      } else if let begun = start {
        words.append(String(text[begun..<index]))
        start = nil
      }
    }
    if let start { words.append(String(text[start...])) }
    return words
  }

  private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: true
    case 0..<0x80, 0xD7, 0xF7: false
    // Latin letters, including Vietnamese ones, need no lookup in the Unicode tables.
    case 0xC0...0x24F, 0x1E00...0x1EFF: true
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }
}
