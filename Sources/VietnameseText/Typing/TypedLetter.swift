/// One letter of the word that is being typed, and the key that typed it.
struct TypedLetter: Hashable, Sendable {
  enum Shape: UInt8, Sendable { case plain, circumflex, breve, horn, stroke }

  /// Without marks and in lower case; any other letter as it is.
  var base: Unicode.Scalar
  var shape = Shape.plain
  var isUpper = false
  /// Its mark was taken back by the clerk, so no key puts it there again.
  var isLocked = false
  /// ư that was typed as w alone.
  var isBareW = false

  init(base: Unicode.Scalar, shape: Shape = .plain, isUpper: Bool = false) {
    self.base = base
    self.shape = shape
    self.isUpper = isUpper
  }

  /// A key as it was typed.
  init(key: Unicode.Scalar) {
    let lower = key.lowercasedASCII
    self.init(base: lower, isUpper: lower != key)
  }

  /// A letter of a written text, and its tone.
  static func read(_ scalar: Unicode.Scalar) -> (letter: TypedLetter, tone: Tone) {
    if scalar == "đ" || scalar == "Đ" {
      return (TypedLetter(base: "d", shape: .stroke, isUpper: scalar == "Đ"), .level)
    }
    guard let vowel = VietnameseVowel(scalar) else { return (TypedLetter(key: scalar), .level) }
    let letter = TypedLetter(
      base: VietnameseVowel.bases[vowel.row], shape: shapes[vowel.row], isUpper: vowel.isUpper)
    return (letter, vowel.tone)
  }

  /// The marks of the rows of `VietnameseVowel`.
  private static let shapes: [Shape] = [
    .plain, .breve, .circumflex, .plain, .circumflex, .plain, .plain, .circumflex, .horn, .plain, .horn, .plain,
  ]

  var isVowel: Bool {
    switch base {
    case "a", "e", "i", "o", "u", "y": true
    default: false
    }
  }

  func scalar(_ shape: Shape, _ tone: Tone) -> Unicode.Scalar {
    let row: Int
    switch (base, shape) {
    case ("a", .breve): row = 1
    case ("a", .circumflex): row = 2
    case ("a", _): row = 0
    case ("e", .circumflex): row = 4
    case ("e", _): row = 3
    case ("i", _): row = 5
    case ("o", .circumflex): row = 7
    case ("o", .horn): row = 8
    case ("o", _): row = 6
    case ("u", .horn): row = 10
    case ("u", _): row = 9
    case ("y", _): row = 11
    case ("d", .stroke): return isUpper ? "Đ" : "đ"
    default: return isUpper ? base.uppercasedASCII : base
    }
    return (isUpper ? VietnameseVowel.upper : VietnameseVowel.lower)[row][Int(tone.rawValue)]
  }
}

extension Unicode.Scalar {
  var lowercasedASCII: Unicode.Scalar {
    (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value + 32)) : self
  }

  var uppercasedASCII: Unicode.Scalar {
    (0x61...0x7A).contains(value) ? Unicode.Scalar(UInt8(value - 32)) : self
  }
}
