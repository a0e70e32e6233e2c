import DossierDomain

/// Why an attestation is not printed.
public enum AttestationDenial: Hashable, Sendable {
  /// No text says its words.
  case wordsUnknown(AttestationKind)
  /// Its words were not read in any text, and the office has not laid the annex beside them.
  case unconfirmed(kind: AttestationKind, law: String, version: CivilDate)
  /// The office has confirmed another version of the text.
  case otherConfirmed(kind: AttestationKind, confirmed: CivilDate, version: CivilDate)
  case notYetValid(CivilDate)
}

extension AttestationTemplate {
  /// Nil if it can be printed for papers of that day.
  public func denial(on day: CivilDate) -> AttestationDenial? {
    if rows.isEmpty { return .wordsUnknown(kind) }
    if let first = validFrom.value, day < first { return .notYetValid(first) }
    if isSeen || confirmed == date { return nil }
    return confirmed.map { .otherConfirmed(kind: kind, confirmed: $0, version: date) }
      ?? .unconfirmed(kind: kind, law: law, version: date)
  }
}

extension AttestationDenial {
  public func wording(_ language: Language) -> String {
    switch self {
    case .wordsUnknown(let kind):
      language.pick(
        "\(kind.wording(.vi)): chưa có văn bản nào cho biết câu chữ. Có phụ lục thì ghi câu chữ vào attestations.txt, mục [\(kind.rawValue)].",
        "\(kind.wording(.en)): no text says its words. With the annex at hand, write them into attestations.txt, section [\(kind.rawValue)]."
      )
    case .unconfirmed(let kind, let law, let version):
      language.pick(
        "\(kind.wording(.vi)) chưa ai đối chiếu với phụ lục \(law). \(Self.howToConfirm(kind, version, .vi))",
        "Nobody has compared the \(kind.wording(.en).lowercased()) with the annex of \(law). \(Self.howToConfirm(kind, version, .en))"
      )
    case .otherConfirmed(let kind, let confirmed, let version):
      language.pick(
        "\(kind.wording(.vi)) đã đổi từ bản \(confirmed.slashed) sang bản \(version.slashed). \(Self.howToConfirm(kind, version, .vi))",
        "The text of \(confirmed.slashed) that was confirmed has changed to that of \(version.slashed). \(Self.howToConfirm(kind, version, .en))"
      )
    case .notYetValid(let first):
      language.pick(
        "Lời chứng này chỉ dùng cho giấy từ ngày \(first.slashed).",
        "This attestation is for papers from \(first.slashed) on.")
    }
  }

  private static func howToConfirm(_ kind: AttestationKind, _ version: CivilDate, _ language: Language) -> String {
    let lines = "[\(kind.rawValue)] · date = \(version.slashed) · confirmed = yes"
    return language.pick(
      "Đối chiếu xong, ghi vào attestations.txt cạnh settings.toml ba dòng: \(lines)",
      "Once compared, write three lines into attestations.txt beside settings.toml: \(lines)")
  }
}
