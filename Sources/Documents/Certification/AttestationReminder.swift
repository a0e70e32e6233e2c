import DossierDomain

/// What has to be done by hand at an attestation, beside the seal over the edges.
public enum AttestationReminder: Hashable, Sendable {
  /// Of a transaction: each page is numbered and signed by those who sign and by the certifier, at the centre by the receiver too
  /// (NĐ 23/2015 Đ.36 k.4, TT 01/2020 Đ.20 k.2).
  case everyPage(isAtCentre: Bool)
  /// NĐ 23/2015 Đ.36 k.5. No text says a sentence for it.
  case interpreter
  case witnesses
}

extension AttestationPaper {
  public var reminders: [AttestationReminder] {
    var reminders: [AttestationReminder] = []
    if template.kind.book == .transactions { reminders.append(.everyPage(isAtCentre: template.kind.isAtCentre)) }
    if facts.meets(.interpreter) { reminders.append(.interpreter) }
    if facts.meets(.witnesses) { reminders.append(.witnesses) }
    return reminders
  }
}

extension AttestationReminder {
  public func wording(_ language: Language) -> String {
    switch self {
    case .everyPage(let isAtCentre):
      language.pick(
        "Đánh số từng trang; các bên\(isAtCentre ? ", người tiếp nhận" : "") và người chứng thực ký từng trang.",
        "Number each page; the parties\(isAtCentre ? ", the receiver" : "") and the certifier sign each page.")
    case .interpreter:
      language.pick(
        "Người phiên dịch dịch cả lời chứng và ký từng trang với tư cách là người phiên dịch.",
        "The interpreter translates the attestation too and signs each page as the interpreter.")
    case .witnesses:
      language.pick("Người làm chứng ký từng trang.", "The witnesses sign each page.")
    }
  }
}
