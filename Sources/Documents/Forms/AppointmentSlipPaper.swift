import DossierDomain
import PageDescription

/// What a citizen takes home if the matter is not settled at once: two halves of a sheet, one stays.
public struct AppointmentSlipPaper: Hashable, Sendable {
  enum Label: String, FormLabel {
    case copy, code, owner, applicant, content, received, due, delivery, fee, contact, submitter, receiver, sign
  }

  public var subject: PaperSubject
  public var receivedAt: Instant?
  public var dueAt: Instant?
  public var delivery: String
  /// In đồng; nil if it is not known.
  public var fee: Int?
  public var issue: PaperIssuer

  public init(
    subject: PaperSubject, receivedAt: Instant?, dueAt: Instant?, delivery: String, fee: Int?, issue: PaperIssuer
  ) {
    self.subject = subject
    self.receivedAt = receivedAt
    self.dueAt = dueAt
    self.delivery = delivery
    self.fee = fee
    self.issue = issue
  }

  public init(_ dossier: Dossier, issue: PaperIssuer) {
    self.init(
      subject: PaperSubject(dossier), receivedAt: dossier.receivedAt, dueAt: dossier.promisedAt,
      delivery: dossier.delivery.onPaper(issue.desk), fee: dossier.fee, issue: issue)
  }

  public func page(_ templates: FormTemplates) -> PageDescription {
    let form = FormWriter<Label>(templates[.appointmentSlip], issue)
    let due = Paragraph([.text(form[.due] + " ", .bold)] + .moment(dueAt), size: 28, before: 10, after: 20)
    let contact = [issue.desk, issue.phone].filter { !$0.isEmpty }.joined(separator: ", ")
    let code = subject.code.isEmpty ? "" : "\(form[.code]) \(subject.code)"
    return form.page(
      subject, due: dueAt, copyLabel: .copy, heading: code,
      [
        form.line([(.owner, subject.owner), (.applicant, subject.applicant)]), form.field(.content, subject.content),
        form.field(.received, .moment(receivedAt)), .paragraph(due), form.field(.delivery, delivery),
        form.field(.fee, .amount(fee, in: issue.words)), form.field(.contact, contact),
        form.signatures([(.submitter, subject.applicant), (.receiver, issue.clerk)], sign: .sign),
      ])
  }
}
