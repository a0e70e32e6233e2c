import DossierDomain
import PageDescription

/// Form 05: the work on a dossier ends without a result, on what basis, and what becomes of money and papers.
public struct StoppingPaper: Hashable, Sendable {
  enum Label: String, FormLabel {
    case to, code, content, received, stopped
    case requestedBy = "requested-by"
    case decidedBy = "decided-by"
    case stage, reason, basis, refund, returned, close, signer, sign
  }

  public var subject: PaperSubject
  public var receivedAt: Instant?
  public var stoppedAt: Instant?
  public var requestedBy: String
  public var decidedBy: String
  /// What was being done when it was stopped.
  public var stage: String
  public var reason: String
  public var legalBasis: String
  /// In đồng; nil if nobody has said.
  public var refund: Int?
  public var returned: String
  public var signer: String
  public var issue: PaperIssuer

  public init(
    subject: PaperSubject, receivedAt: Instant?, stoppedAt: Instant?, requestedBy: String, decidedBy: String,
    stage: String,
    reason: String, legalBasis: String, refund: Int?, returned: String, signer: String, issue: PaperIssuer
  ) {
    self.subject = subject
    self.receivedAt = receivedAt
    self.stoppedAt = stoppedAt
    self.requestedBy = requestedBy
    self.decidedBy = decidedBy
    self.stage = stage
    self.reason = reason
    self.legalBasis = legalBasis
    self.refund = refund
    self.returned = returned
    self.signer = signer
    self.issue = issue
  }

  /// What the dossier does not know comes from the clerk, or stays a dotted line.
  public init(
    _ dossier: Dossier, requestedBy: String = "", decidedBy: String = "", refund: Int? = nil, returned: String = "",
    signer: String = "", issue: PaperIssuer
  ) {
    self.init(
      subject: PaperSubject(dossier), receivedAt: dossier.receivedAt, stoppedAt: dossier.closing?.at,
      requestedBy: requestedBy, decidedBy: decidedBy, stage: dossier.stepFact?.name ?? dossier.step.wording(.vi),
      reason: dossier.closing?.reason ?? "", legalBasis: dossier.closing?.legalBasis ?? "", refund: refund,
      returned: returned, signer: signer, issue: issue)
  }

  public func page(_ templates: FormTemplates) -> PageDescription {
    let form = FormWriter<Label>(templates[.stopping], issue)
    return form.page(
      subject,
      [
        form.field(.to, subject.owner), form.field(.code, subject.code), form.field(.content, subject.content),
        form.field(.received, .moment(receivedAt)), form.field(.stopped, .moment(stoppedAt)),
        form.field(.requestedBy, requestedBy), form.field(.decidedBy, decidedBy), form.field(.stage, stage),
        form.field(.reason, reason), form.field(.basis, legalBasis),
        form.field(.refund, .amount(refund, in: issue.words)),
        form.field(.returned, returned), form.text(.close), form.signatures([(.signer, signer)], sign: .sign),
      ])
  }
}
