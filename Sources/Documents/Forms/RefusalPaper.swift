import DossierDomain
import PageDescription

/// Form 03: the dossier is not received, with the legal basis. It may be made without a dossier, from what was asked at the desk.
public struct RefusalPaper: Hashable, Sendable {
  enum Label: String, FormLabel {
    case desk, code, submitted, owner, address, phone, email, content, statement, reason, basis, returned, close
    case submitter, receiver, sign
  }

  public var subject: PaperSubject
  public var submittedAt: Instant?
  public var reason: String
  public var legalBasis: String
  /// How many papers are given back.
  public var returned: Int?
  public var issue: PaperIssuer

  public init(
    subject: PaperSubject, submittedAt: Instant?, reason: String, legalBasis: String, returned: Int?, issue: PaperIssuer
  ) {
    self.subject = subject
    self.submittedAt = submittedAt
    self.reason = reason
    self.legalBasis = legalBasis
    self.returned = returned
    self.issue = issue
  }

  public init(_ dossier: Dossier, returned: Int?, issue: PaperIssuer) {
    self.init(
      subject: PaperSubject(dossier), submittedAt: dossier.submittedAt ?? dossier.receivedAt,
      reason: dossier.closing?.reason ?? "", legalBasis: dossier.closing?.legalBasis ?? "", returned: returned,
      issue: issue)
  }

  public func page(_ templates: FormTemplates) -> PageDescription {
    let form = FormWriter<Label>(templates[.refusal], issue)
    return form.page(
      subject,
      [
        form.field(.desk, issue.desk), form.field(.code, subject.code), form.field(.submitted, .moment(submittedAt)),
        form.field(.owner, subject.owner), form.field(.address, subject.ownerContact.address),
        form.line([(.phone, subject.ownerContact.phone), (.email, subject.ownerContact.email)]),
        form.field(.content, subject.content),
        form.text(.statement), form.field(.reason, reason), form.field(.basis, legalBasis),
        form.field(.returned, returned.map(String.init) ?? ""), form.text(.close),
        form.signatures([(.submitter, subject.applicant), (.receiver, issue.clerk)], sign: .sign),
      ])
  }
}
