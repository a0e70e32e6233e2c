import DossierDomain
import PageDescription

/// Form 07: the book of a period, on landscape sheets.
public struct RegisterPaper: Hashable, Sendable {
  enum Label: String, FormLabel {
    case period, book
    case ordinal = "column-ordinal"
    case code = "column-code"
    case procedure = "column-procedure"
    case sets = "column-sets"
    case owner = "column-owner"
    case address = "column-address"
    case office = "column-office"
    case received = "column-received"
    case due = "column-due"
    case handedBack = "column-handed-back"
    case delivery = "column-delivery"
    case signature = "column-signature"
    case note = "column-note"
    case total
  }

  public struct Row: Hashable, Sendable {
    public var code: String
    public var procedure: String
    public var sets: Int?
    public var owner: String
    public var addressAndPhone: String
    public var office: String
    public var receivedAt: Instant?
    public var dueAt: Instant?
    public var handedBackAt: Instant?
    public var delivery: String
    public var note: String

    public init(
      code: String, procedure: String, sets: Int?, owner: String, addressAndPhone: String, office: String,
      receivedAt: Instant?, dueAt: Instant?, handedBackAt: Instant?, delivery: String, note: String
    ) {
      self.code = code
      self.procedure = procedure
      self.sets = sets
      self.owner = owner
      self.addressAndPhone = addressAndPhone
      self.office = office
      self.receivedAt = receivedAt
      self.dueAt = dueAt
      self.handedBackAt = handedBackAt
      self.delivery = delivery
      self.note = note
    }

    /// The row of a confidential dossier has only code and dates; a void one keeps its row, with the reason.
    public init(_ dossier: Dossier, issue: PaperIssuer) {
      let isHidden = dossier.isConfidential
      self.init(
        code: dossier.code.text, procedure: dossier.procedure.name, sets: dossier.copies,
        owner: isHidden ? ImportedDossier.hiddenOwner : dossier.owner.name,
        addressAndPhone: isHidden
          ? "" : [dossier.owner.address, dossier.owner.phone].filter { !$0.isEmpty }.joined(separator: ", "),
        office: dossier.decidingName(issue), receivedAt: dossier.receivedAt, dueAt: dossier.dueAt,
        handedBackAt: dossier.handBack?.at, delivery: dossier.delivery.wording(.vi),
        note: dossier.bookNote())
    }
  }

  public var from: CivilDate
  public var through: CivilDate
  /// Number of the volume.
  public var book: String
  public var rows: [Row]
  public var issue: PaperIssuer

  public init(from: CivilDate, through: CivilDate, book: String = "", rows: [Row], issue: PaperIssuer) {
    (self.from, self.through) = (from, through)
    self.book = book
    self.rows = rows
    self.issue = issue
  }

  public func page(_ templates: FormTemplates) -> PageDescription {
    let form = FormWriter<Label>(templates[.register], issue)
    let columns: [(label: Label, share: Int)] = [
      (.ordinal, 5), (.code, 17), (.procedure, 20), (.sets, 7), (.owner, 16), (.address, 20), (.office, 15),
      (.received, 12), (.due, 12), (.handedBack, 12), (.delivery, 11), (.signature, 9), (.note, 13),
    ]
    return form.page(
      nil,
      [
        form.field(.period, "\(from.slashed) – \(through.slashed)"), form.field(.book, .short(book)),
        form.table(columns, rows.enumerated().map(cells) + [total(form, columns.count)], size: 18),
      ])
  }

  private func cells(_ place: Int, _ row: Row) -> [Table.Cell] {
    let start = [
      Table.Cell("\(place + 1)", .init(), .centre), Table.Cell(code: row.code), Table.Cell(row.procedure),
      Table.Cell(row.sets.map(String.init) ?? "", .init(), .centre), Table.Cell(row.owner),
      Table.Cell(row.addressAndPhone),
      Table.Cell(row.office),
    ]
    let dates = [row.receivedAt, row.dueAt, row.handedBackAt].map { Table.Cell($0?.clockAndDate ?? "") }
    return start + dates + [Table.Cell(row.delivery), Table.Cell(""), Table.Cell(row.note)]
  }

  /// Dossiers and sets, and how many were handed back.
  private func total(_ form: FormWriter<Label>, _ columns: Int) -> [Table.Cell] {
    let sets = rows.compactMap(\.sets).reduce(0, +)
    let handedBack = rows.count { $0.handedBackAt != nil }
    return [
      Table.Cell("\(form[.total]) \(rows.count)", .bold, span: 3), Table.Cell("\(sets)", .bold, .centre),
      Table.Cell("", span: 5), Table.Cell("\(handedBack)", .bold, .centre), Table.Cell("", span: columns - 10),
    ]
  }
}
