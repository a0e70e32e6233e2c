import VietnameseText

/// The letters of a card's text: whether all are there, and what a wrong transmission has made of them.
struct CardLetters {
  enum Repair {
    case unharmed
    /// Changed, and not to be changed back with certainty.
    case lost
    case repaired(Substring)
  }

  private let text: Substring
  private let name: String
  private let address: String
  private let sex: String

  /// - Parameter text: of a whole card.
  init(_ text: Substring) {
    self.text = text
    let fields = text.split(separator: "|", omittingEmptySubsequences: false).map { String($0.trimmed) }
    let first = fields.count == 6 ? 1 : 2
    name = fields.indices.contains(first) ? fields[first] : ""
    sex = fields.indices.contains(first + 2) ? fields[first + 2] : ""
    address = fields.indices.contains(first + 3) ? fields[first + 3] : ""
  }

  private var words: String { name + " " + address + " " + sex }

  /// A fault that loses letters; nil if all of them can be there.
  var lost: TransmissionFault? {
    if words.unicodeScalars.contains(where: Self.isEastAsian) { return .guessedCharacterSet }
    if words.unicodeScalars.contains(where: { $0 == "?" || $0 == "\u{FFFD}" }) { return .lostLetters }
    // Every address has a word with marks (thôn, xã, huyện, tỉnh), although not every name has.
    let letters = name + address
    if !address.isEmpty, letters.utf8.allSatisfy({ $0 < 0x80 }) { return .lostLetters }
    if Self.hasDoubledLetters(name) || Self.hasDoubledLetters(address) { return .outsideMethod }
    return nil
  }

  /// Half-width katakana, Han, Hangul.
  private static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF, 0x2E80...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF61...0xFFDC, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// Letters with a mark that stand twice in a row, as no word has them; those without one stand so in names (Anna), in
  /// `xoong` and in Roman numbers.
  private static func hasDoubledLetters(_ text: String) -> Bool {
    let letters = Array(text.lowercased())
    return zip(letters, letters.dropFirst()).contains { $0 == $1 && $0.isLetter && !$0.isASCII }
  }

  // MARK: UTF-8 as Latin letters

  /// Signs and letters that no Vietnamese word has, and that the bytes of its letters become.
  private static let signsOfLatin = Set("ÆÄæäº»".unicodeScalars)

  var isLatin: Bool {
    let scalars = Array(text.unicodeScalars)
    return scalars.contains(where: Self.signsOfLatin.contains)
      || zip(scalars, scalars.dropFirst()).contains { $0 == "Ã" && (0x80...0xBF).contains($1.value) }
  }

  var fromLatin: Repair {
    guard isLatin else { return .unharmed }
    guard let bytes = exactWindows1252Bytes(of: String(text)), let read = String(validating: bytes, as: UTF8.self)
    else {
      return .lost
    }
    return .repaired(Substring(read))
  }

  // MARK: Capitals

  /// The card writes `Nam` and `Nữ`, so the word for the sex shows what became of capitals. Some transmissions turn only
  /// the letters of ASCII.
  var withOtherCapitals: Repair {
    if sex.first?.isLowercase == true {
      let turned = [false, true].map { Substring(Self.turned(text, isOnlyASCII: $0)) }
      let possible = Set(turned.filter { CardLetters($0).areCapitalsPlausible })
      return possible.count == 1 ? possible.first.map { .repaired($0) } ?? .lost : .lost
    }
    return sex.count > 1 && !words.contains(where: \.isLowercase) ? .lost : .unharmed
  }

  private var areCapitalsPlausible: Bool {
    ["Nam", "Nữ"].contains(sex)
      && Self.words(name).allSatisfy { $0.first?.isUppercase == true && Self.goesOnInOneCase($0) }
      && Self.words(address).allSatisfy { Self.goesOnInOneCase($0) }
  }

  private static func words(_ text: String) -> [Substring] { text.split { !$0.isLetter } }

  private static func goesOnInOneCase(_ word: Substring) -> Bool {
    let rest = word.dropFirst()
    return rest.allSatisfy(\.isUppercase) || rest.allSatisfy(\.isLowercase)
  }

  private static func turned(_ text: Substring, isOnlyASCII: Bool) -> String {
    text.reduce(into: "") { result, letter in
      let keeps = isOnlyASCII && !letter.isASCII
      result += keeps ? String(letter) : letter.isUppercase ? letter.lowercased() : letter.uppercased()
    }
  }
}
