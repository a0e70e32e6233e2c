/// Which attestation (lời chứng) a certified paper gets. The raw value names it in an office's file.
public enum AttestationKind: String, CaseIterable, Sendable {
  /// Of a copy of a paper, and of a copy of a certified transaction (NĐ 23/2015 Đ.20 k.2–3, Đ.40 k.3).
  case copy
  /// Of a copy as a PDF, in a book of its own.
  case electronicCopy = "electronic-copy"
}

extension AttestationKind {
  /// In which its numbers are; nil if nobody has seen the sign of its book.
  public var book: BookKind? {
    switch self {
    case .copy: .copies
    case .electronicCopy: nil
    }
  }

  public func wording(_ language: Language) -> String {
    switch self {
    case .copy: language.pick("Lời chứng bản sao từ bản chính", "Attestation of a copy")
    case .electronicCopy: language.pick("Lời chứng bản sao điện tử", "Attestation of an electronic copy")
    }
  }
}
