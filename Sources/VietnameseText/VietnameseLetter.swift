/// The six tones in dictionary order.
public enum Tone: UInt8, CaseIterable, Sendable {
  case level, huyen, hoi, nga, sac, nang
}

/// One vowel of the alphabet with its tone: the unit of composing, folding and sorting.
struct VietnameseVowel {
  /// Index in `vowels`: a ă â e ê i o ô ơ u ư y.
  var row: Int
  var tone: Tone
  var isUpper: Bool

  static let lower: [[Unicode.Scalar]] = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
    "yỳỷỹýỵ",
  ].map { Array($0.unicodeScalars) }

  static let upper: [[Unicode.Scalar]] = [
    "AÀẢÃÁẠ", "ĂẰẲẴẮẶ", "ÂẦẨẪẤẬ", "EÈẺẼÉẸ", "ÊỀỂỄẾỆ", "IÌỈĨÍỊ", "OÒỎÕÓỌ", "ÔỒỔỖỐỘ", "ƠỜỞỠỚỢ", "UÙỦŨÚỤ", "ƯỪỬỮỨỰ",
    "YỲỶỸÝỴ",
  ].map { Array($0.unicodeScalars) }

  /// The letter without hat and tone, for each row.
  static let bases: [Unicode.Scalar] = Array("aaaeeiooouuy".unicodeScalars)

  /// 1 + row * 12 + tone * 2 + upper for each scalar below U+1F00; 0 if it is not a vowel.
  private static let index: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 0x1F00)
    for (isUpper, rows) in [(0, lower), (1, upper)] {
      for (row, letters) in rows.enumerated() {
        for (tone, letter) in letters.enumerated() {
          table[Int(letter.value)] = UInt8(1 + row * 12 + tone * 2 + isUpper)
        }
      }
    }
    return table
  }()

  @inline(__always)
  init?(_ scalar: Unicode.Scalar) {
    let value = Int(scalar.value)
    guard value < 0x1F00 else { return nil }
    let code = Int(Self.index[value])
    guard code > 0, let tone = Tone(rawValue: UInt8((code - 1) % 12 / 2)) else { return nil }
    row = (code - 1) / 12
    self.tone = tone
    isUpper = (code - 1) % 2 == 1
  }

  var scalar: Unicode.Scalar {
    (isUpper ? Self.upper : Self.lower)[row][Int(tone.rawValue)]
  }

  /// The lower-case letter without its tone.
  var toneless: Unicode.Scalar { Self.lower[row][0] }

  /// Adds a combining mark; returns false if it does not fit, such as a second hat.
  mutating func combine(_ mark: Unicode.Scalar) -> Bool {
    if let newTone = Self.tone(of: mark) {
      guard tone == .level else { return false }
      tone = newTone
      return true
    }
    let newRow: Int? =
      switch (mark.value, row) {
      case (0x306, 0): 1  // breve: ă
      case (0x302, 0): 2
      case (0x302, 3): 4
      case (0x302, 6): 7
      case (0x31B, 6): 8  // horn: ơ ư
      case (0x31B, 9): 10
      default: nil
      }
    guard let newRow else { return false }
    row = newRow
    return true
  }

  private static func tone(of mark: Unicode.Scalar) -> Tone? {
    switch mark.value {
    case 0x300, 0x340: .huyen
    case 0x309: .hoi
    case 0x303: .nga
    case 0x301, 0x341: .sac
    case 0x323: .nang
    default: nil
    }
  }
}
