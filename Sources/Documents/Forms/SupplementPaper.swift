import DossierDomain
import PageDescription

/// Form 02: everything that is missing or wrong, once.
public struct SupplementPaper: Hashable, Sendable {
  enum Label: String, FormLabel {
    case code, owner, content, address, phone, email, items
    case ordinal = "column-ordinal"
    case item = "column-item"
    case reason = "column-reason"
    case until, contact
    case contactPhone = "contact-phone"
    case website, guide, sign
  }

  public struct Item: Hashable, Sendable {
    public var text: String
    /// Why, and how to put it right; empty if the text says that already.
    public var reason: String

    public init(_ text: String, reason: String = "") { (self.text, self.reason) = (text, reason) }
  }

  public var subject: PaperSubject
  public var items: [Item]
  /// The last day for the supplement.
  public var until: CivilDate?
  public var issue: PaperIssuer

  public init(subject: PaperSubject, items: [Item], until: CivilDate?, issue: PaperIssuer) {
    self.subject = subject
    self.items = items
    self.until = until
    self.issue = issue
  }

  /// Of the last request.
  /// - Parameter until: the last day for it, if the procedure's version says one (`ProcedureBounds.supplementUntil`).
  public init(_ dossier: Dossier, until: CivilDate?, issue: PaperIssuer) {
    self.init(
      subject: PaperSubject(dossier), items: (dossier.supplementRequests.last?.items ?? []).map { Item($0) },
      until: until, issue: issue)
  }

  public func page(_ templates: FormTemplates) -> PageDescription {
    let form = FormWriter<Label>(templates[.supplement], issue)
    return form.page(
      subject,
      [
        form.field(.code, subject.code), form.field(.owner, subject.owner), form.field(.content, subject.content),
        form.field(.address, subject.ownerContact.address),
        form.line([(.phone, subject.ownerContact.phone), (.email, subject.ownerContact.email)]),
        .paragraph(Paragraph(form[.items])), table(form), form.field(.until, .date(until)),
        form.line([(.contact, issue.clerk), (.contactPhone, issue.phone)]), form.field(.website, issue.website),
        form.signatures([(.guide, issue.clerk)], sign: .sign),
      ])
  }

  private func table(_ form: FormWriter<Label>) -> Block {
    let written = items.isEmpty ? Array(repeating: Item(""), count: 3) : items
    let hasReasons = written.contains { !$0.reason.isEmpty }
    let rows = written.enumerated().map { place, item in
      [Table.Cell("\(place + 1)", .init(), .centre), Table.Cell(item.text)]
        + (hasReasons ? [Table.Cell(item.reason)] : [])
    }
    return form.table([(.ordinal, 1), (.item, 9)] + (hasReasons ? [(.reason, 9)] : []), rows, size: 24)
  }
}
