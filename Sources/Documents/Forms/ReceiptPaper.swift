import DossierDomain
import PageDescription

/// Form 01 of one dossier: what was handed in, and when the result is there.
public struct ReceiptPaper: Hashable, Sendable {
  enum Label: String, FormLabel {
    case copy, code, desk, owner, applicant, address, phone, email, identity, content, papers
    case ordinal = "column-ordinal"
    case paper = "column-paper"
    case original = "column-original"
    case certified = "column-certified"
    case photocopy = "column-copy"
    case sets
    case setsUnit = "sets-unit"
    case limit, received, due, delivery, book
    case bookOrdinal = "book-ordinal"
    case submitter, receiver, sign
  }

  /// One paper that was handed in.
  public struct Row: Hashable, Sendable {
    public var name: String
    /// What was handed in of each kind; nil for none, or if it is not known.
    public var originals: Int?
    public var certified: Int?
    public var photocopies: Int?

    public init(_ name: String, originals: Int? = nil, certified: Int? = nil, photocopies: Int? = nil) {
      self.name = name
      self.originals = originals
      self.certified = certified
      self.photocopies = photocopies
    }
  }

  public var subject: PaperSubject
  public var rows: [Row]
  public var sets: Int?
  /// The time limit in words, with its unit.
  public var limit: String
  public var receivedAt: Instant?
  public var dueAt: Instant?
  /// Where and how the result is taken.
  public var delivery: String
  public var book: String
  public var bookOrdinal: String
  public var issue: PaperIssuer

  public init(
    subject: PaperSubject, rows: [Row], sets: Int?, limit: String, receivedAt: Instant?, dueAt: Instant?,
    delivery: String, book: String = "", bookOrdinal: String = "", issue: PaperIssuer
  ) {
    self.subject = subject
    self.rows = rows
    self.sets = sets
    self.limit = limit
    self.receivedAt = receivedAt
    self.dueAt = dueAt
    self.delivery = delivery
    self.book = book
    self.bookOrdinal = bookOrdinal
    self.issue = issue
  }

  public func page(_ templates: FormTemplates) -> PageDescription {
    let form = FormWriter<Label>(templates[.receipt], issue)
    let content: [Block] = [
      form.field(.desk, issue.desk), form.field(.owner, subject.owner), form.field(.applicant, subject.applicant),
      form.field(.address, subject.address),
      form.line([(.phone, subject.phone), (.email, subject.email)]), form.field(.identity, subject.identityNumber),
      form.field(.content, subject.content), .paragraph(Paragraph(form[.papers])), table(form),
      form.field(.sets, .short(sets.map(String.init) ?? "", 150) + [.text(" \(form[.setsUnit])")]),
      form.field(.limit, limit), form.field(.received, .moment(receivedAt)), form.field(.due, .moment(dueAt)),
      form.field(.delivery, delivery), form.line([(.book, book), (.bookOrdinal, bookOrdinal)]),
      form.signatures([(.submitter, subject.applicant), (.receiver, issue.clerk)], sign: .sign),
    ]
    let code = subject.code.isEmpty ? "" : "\(form[.code]) \(subject.code)"
    return form.page(subject, due: dueAt, copyLabel: .copy, heading: code, content)
  }

  /// Without a known paper it has empty rows to be filled in by hand.
  private func table(_ form: FormWriter<Label>) -> Block {
    let written = rows.isEmpty ? Array(repeating: Row(""), count: 3) : rows
    func count(_ number: Int?) -> Table.Cell { Table.Cell(number.map(String.init) ?? "", .init(), .centre) }
    let cells = written.enumerated().map { place, row in
      [
        Table.Cell("\(place + 1)", .init(), .centre), Table.Cell(row.name), count(row.originals), count(row.certified),
        count(row.photocopies),
      ]
    }
    return form.table(
      [(.ordinal, 2), (.paper, 20), (.original, 4), (.certified, 5), (.photocopy, 4)], cells, size: 24)
  }
}
