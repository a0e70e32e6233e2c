extension IdentityKind {
  /// What a typed number is, by its shape: 12 digits, 9 digits, a letter and 7 or 8 digits (unverified), else other.
  public init(number text: String) {
    let kept = text.filter { !" .-".contains($0) }
    let isDigits = kept.utf8.allSatisfy { (0x30...0x39).contains($0) }
    switch (kept.count, isDigits) {
    case (0, _): self = .none
    case (12, true): self = .citizenNumber
    case (9, true): self = .oldNumber
    case (8...9, false) where kept.first?.isLetter == true && kept.dropFirst().allSatisfy(\.isNumber): self = .passport
    default: self = .other
    }
  }

  /// True when the text is only digits but has the wrong length: a mistyped citizen number, which is an error.
  public static func isMistyped(_ text: String) -> Bool {
    let kept = text.filter { !" .-".contains($0) }
    guard !kept.isEmpty, kept.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    return kept.count != 12 && kept.count != 9
  }
}
