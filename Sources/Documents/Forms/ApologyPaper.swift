import DossierDomain
import PageDescription

/// Form 04: the appointment is not kept, why, and the new one. The leader of the unit that caused the delay signs it.
public struct ApologyPaper: Hashable, Sendable {
  enum Label: String, FormLabel {
    case to, code, content, received
    case oldDue = "old-due"
    case statement
    case statementEarly = "statement-early"
    case reason, regret
    case newDue = "new-due"
    case close, signer, sign
  }

  public var subject: PaperSubject
  public var receivedAt: Instant?
  public var oldDueAt: Instant?
  public var newDueAt: Instant?
  public var reason: String
  public var signer: String
  /// Whether the old appointment has passed when the paper is issued.
  public var isLate: Bool
  public var issue: PaperIssuer

  public init(
    subject: PaperSubject, receivedAt: Instant?, oldDueAt: Instant?, newDueAt: Instant?, reason: String, signer: String,
    issue: PaperIssuer
  ) {
    self.subject = subject
    self.receivedAt = receivedAt
    self.oldDueAt = oldDueAt
    self.newDueAt = newDueAt
    self.reason = reason
    self.signer = signer
    isLate = oldDueAt.map { $0 < issue.at } ?? true
    self.issue = issue
  }

  /// Of the last extension.
  public init(_ dossier: Dossier, signer: String, issue: PaperIssuer) {
    let last = dossier.extensions.last
    self.init(
      subject: PaperSubject(dossier), receivedAt: dossier.receivedAt, oldDueAt: last?.oldDueAt,
      newDueAt: last?.newDueAt,
      reason: last?.reason ?? "", signer: signer, issue: issue)
  }

  public func page(_ templates: FormTemplates) -> PageDescription {
    let form = FormWriter<Label>(templates[.apology], issue)
    return form.page(
      subject, due: newDueAt,
      [
        form.field(.to, subject.owner), form.field(.code, subject.code), form.field(.content, subject.content),
        form.field(.received, .moment(receivedAt)), form.field(.oldDue, .moment(oldDueAt)),
        form.text(isLate ? .statement : .statementEarly), form.field(.reason, reason), form.text(.regret),
        form.field(.newDue, .moment(newDueAt)), form.text(.close),
        form.signatures([(.signer, signer)], sign: .sign),
      ])
  }
}
