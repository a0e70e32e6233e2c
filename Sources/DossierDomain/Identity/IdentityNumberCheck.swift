import VietnameseText

extension IdentityKind {
  /// What a typed number is, by its shape: 12 digits, 9 digits, a letter and 7 or 8 digits (unverified), else other.
  public init(number text: String) {
    let kept = withoutSeparators(text)
    switch (kept.count, isDigits(kept)) {
    case (0, _): self = .none
    case (12, true): self = .citizenNumber
    case (9, true): self = .oldNumber
    case (8...9, false) where kept.first?.isLetter == true && isDigits(kept.dropFirst()): self = .passport
    default: self = .other
    }
  }

  /// True when the text is only digits but has the wrong length: a mistyped citizen number, which is an error.
  public static func isMistyped(_ text: String) -> Bool {
    let kept = withoutSeparators(text)
    return !kept.isEmpty && isDigits(kept) && kept.count != 12 && kept.count != 9
  }

  /// A number in the one form in which it is kept and compared: without blanks, dots and dashes, letters in upper case. A
  /// number of another shape is only cleaned, because its separators may belong to it.
  public static func normalised(_ text: String) -> String {
    switch IdentityKind(number: text) {
    case .citizenNumber, .oldNumber, .passport: withoutSeparators(text).uppercased()
    case .none: ""
    case .other: text.cleaned(maxLength: 50)
    }
  }
}

/// Blanks (the no-break one too), dots and dashes of a paste are no part of a number.
func withoutSeparators(_ text: String) -> String { text.filter { !" .-\u{A0}".contains($0) } }

/// Only the digits 0–9, not those of other scripts.
public func isDigits(_ text: some StringProtocol) -> Bool { text.utf8.allSatisfy { (0x30...0x39).contains($0) } }
