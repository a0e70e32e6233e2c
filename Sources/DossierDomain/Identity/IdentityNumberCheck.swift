import VietnameseText

extension IdentityKind {
  /// Classifies a typed number by its form: 12 digits, 9 digits, a letter and 7 or 8 digits (unverified), otherwise
  /// other.
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

  /// True if the text has only digits and the wrong length: a mistyped citizen number, which is an error.
  public static func isMistyped(_ text: String) -> Bool {
    let kept = withoutSeparators(text)
    return !kept.isEmpty && isDigits(kept) && kept.count != 12 && kept.count != 9
  }

  /// A number in the form in which it is stored and compared: without blanks, dots and dashes, letters in upper case. A
  /// number of another form is only cleaned, because separators may be part of it.
  public static func normalised(_ text: String) -> String {
    switch IdentityKind(number: text) {
    case .citizenNumber, .oldNumber, .passport: withoutSeparators(text).uppercased()
    case .none: ""
    case .other: text.cleaned(maxLength: 50)
    }
  }
}

/// Removes the blanks (including the no-break space), dots and dashes of pasted text.
func withoutSeparators(_ text: String) -> String { isDigits(text) ? text : text.filter { !" .-\u{A0}".contains($0) } }

/// Accepts only the digits 0–9, not those of other scripts.
public func isDigits(_ text: some StringProtocol) -> Bool { text.utf8.allSatisfy { (0x30...0x39).contains($0) } }

extension Person {
  /// A mistyped citizen number. Enterprises and other organisations have numbers of other lengths.
  public var isNumberMistyped: Bool { kind == .individual && IdentityKind.isMistyped(identityNumber) }
}
