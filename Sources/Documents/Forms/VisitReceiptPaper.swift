import DossierDomain
import PageDescription

/// Form 01 of several dossiers that one person handed in together. Its QR code names the first one.
public struct VisitReceiptPaper: Hashable, Sendable {
  enum Label: String, FormLabel {
    case copy, desk, applicant, address, phone, email, identity, dossiers
    case ordinal = "column-ordinal"
    case content = "column-content"
    case office = "column-office"
    case received = "column-received"
    case due = "column-due"
    case limit = "column-limit"
    case sets = "column-sets"
    case name = "column-name"
    case submitter, receiver, sign
  }

  public struct Row: Hashable, Sendable {
    public var subject: PaperSubject
    /// Who decides it.
    public var office: String
    public var receivedAt: Instant?
    public var dueAt: Instant?
    public var limit: String
    public var sets: Int?

    public init(
      subject: PaperSubject, office: String, receivedAt: Instant?, dueAt: Instant?, limit: String, sets: Int?
    ) {
      self.subject = subject
      self.office = office
      self.receivedAt = receivedAt
      self.dueAt = dueAt
      self.limit = limit
      self.sets = sets
    }
  }

  public var rows: [Row]
  public var issue: PaperIssuer

  public init(rows: [Row], issue: PaperIssuer) { (self.rows, self.issue) = (rows, issue) }

  /// - Parameter version: the version of a dossier's reception; nil if it is not known here.
  public init(_ dossiers: [Dossier], version: (Dossier) -> ProcedureVersion?, issue: PaperIssuer) {
    rows = dossiers.map { dossier in
      Row(
        subject: PaperSubject(receiptOf: dossier), office: dossier.decidingName(issue), receivedAt: dossier.receivedAt,
        dueAt: dossier.promisedAt, limit: dossier.limitOnPaper(version(dossier)), sets: dossier.copies)
    }
    self.issue = issue
  }

  public func page(_ templates: FormTemplates) -> PageDescription {
    let form = FormWriter<Label>(templates[.visitReceipt], issue)
    let subject = rows.first?.subject
    let content: [Block] = [
      form.field(.desk, issue.desk), form.field(.applicant, subject?.applicant ?? ""),
      form.field(.address, subject?.address ?? ""),
      form.line([(.phone, subject?.phone ?? ""), (.email, subject?.email ?? "")]),
      form.field(.identity, subject?.identityNumber ?? ""), .paragraph(Paragraph(form[.dossiers])),
      form.table(
        [
          (.ordinal, 3), (.content, 20), (.office, 11), (.received, 8), (.due, 8), (.limit, 7), (.sets, 5), (.name, 13),
        ],
        rows.enumerated().map(cells), size: 22),
      form.signatures([(.submitter, subject?.applicant ?? ""), (.receiver, issue.clerk)], sign: .sign),
    ]
    return form.page(subject, due: rows.first?.dueAt, copyLabel: .copy, content)
  }

  private func cells(_ place: Int, _ row: Row) -> [Table.Cell] {
    [
      Table.Cell("\(place + 1)", .init(), .centre),
      Table.Cell([row.subject.code, row.subject.content].filter { !$0.isEmpty }.joined(separator: ", ")),
      Table.Cell(row.office), Table.Cell(row.receivedAt?.clockAndDate ?? ""), Table.Cell(row.dueAt?.clockAndDate ?? ""),
      Table.Cell(row.limit), Table.Cell(row.sets.map(String.init) ?? "", .init(), .centre),
      Table.Cell(row.subject.owner),
    ]
  }
}

extension Dossier {
  /// The name of the office that decides it; the issuing desk's, if it decides itself. Empty if the other office has no name here.
  func decidingName(_ issue: PaperIssuer) -> String {
    if !decidingOfficeName.isEmpty { return decidingOfficeName }
    if decidingOffice == receivingOffice { return issue.desk }
    return AdministrativeUnits.quangTri.unit(of: decidingOffice).map { "UBND \($0.fullName)" } ?? ""
  }
}
