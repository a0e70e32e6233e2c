import DossierDomain
import PageDescription

/// Form 06: who gave the dossier to whom, and whether each was in time. Rows are only added.
public struct ControlSlipPaper: Hashable, Sendable {
  enum Label: String, FormLabel {
    case owner, code, content, received, due, office, partner
    case who = "column-who"
    case time = "column-time"
    case result = "column-result"
    case note = "column-note"
    case gives, takes
  }

  public struct Row: Hashable, Sendable {
    public var giver: String
    public var taker: String
    public var givenAt: Instant?
    public var takenAt: Instant?
    /// Whether the giver's own step ended in time; nil if its deadline is not known.
    public var punctuality: Punctuality?
    /// What is to be done next.
    public var note: String

    public init(
      giver: String, taker: String, givenAt: Instant?, takenAt: Instant?, punctuality: Punctuality?, note: String
    ) {
      self.giver = giver
      self.taker = taker
      self.givenAt = givenAt
      self.takenAt = takenAt
      self.punctuality = punctuality
      self.note = note
    }
  }

  public var subject: PaperSubject
  public var receivedAt: Instant?
  /// That the reception was recorded later than it happened; empty otherwise.
  public var receptionMark = ""
  public var dueAt: Instant?
  public var office: String
  public var partner: String
  public var rows: [Row]
  /// The dossier goes on, so that the next hand-overs are written by hand.
  public var isOpen: Bool
  public var issue: PaperIssuer

  public init(
    subject: PaperSubject, receivedAt: Instant?, dueAt: Instant?, office: String, partner: String, rows: [Row],
    isOpen: Bool,
    issue: PaperIssuer
  ) {
    self.subject = subject
    self.receivedAt = receivedAt
    self.dueAt = dueAt
    self.office = office
    self.partner = partner
    self.rows = rows
    self.isOpen = isOpen
    self.issue = issue
  }

  /// - Parameter name: of a clerk; empty if she is not known here.
  public init(_ dossier: Dossier, partner: String = "", name: (ClerkID) -> String, issue: PaperIssuer) {
    self.init(
      subject: PaperSubject(dossier), receivedAt: dossier.receivedAt, dueAt: dossier.dueAt,
      office: dossier.decidingName(issue), partner: partner,
      rows: dossier.handOvers.enumerated().map { place, handOver in
        Row(
          giver: name(handOver.givenBy), taker: handOver.to.map(name) ?? "", givenAt: handOver.givenAt,
          takenAt: handOver.takenAt, punctuality: dossier.punctuality(ofStep: place),
          note: handOver.fact?.name ?? handOver.step.wording(.vi))
      }, isOpen: !dossier.status.isFinal && !dossier.isVoid, issue: issue)
    receptionMark = dossier.blankMark
  }

  public func page(_ templates: FormTemplates) -> PageDescription {
    let form = FormWriter<Label>(templates[.controlSlip], issue)
    let written = rows.map { cells($0, form) } + (isOpen ? [cells(nil, form), cells(nil, form)] : [])
    return form.page(
      subject,
      [
        form.field(.owner, subject.owner), form.field(.code, subject.code), form.field(.content, subject.content),
        form.field(.received, .moment(receivedAt) + (receptionMark.isEmpty ? [] : [.text(" (\(receptionMark))")])),
        form.field(.due, .moment(dueAt)), form.field(.office, office),
        form.field(.partner, partner),
        form.table([(.who, 9), (.time, 10), (.result, 7), (.note, 8)], written, size: 24),
      ])
  }

  private func cells(_ row: Row?, _ form: FormWriter<Label>) -> [Table.Cell] {
    func both(_ first: [Run], _ second: [Run]) -> Table.Cell {
      Table.Cell([Paragraph(first, after: 10), Paragraph(second, after: 0)])
    }
    return [
      both(
        [.text(form[.gives] + " ")] + .value(row?.giver ?? ""), [.text(form[.takes] + " ")] + .value(row?.taker ?? "")),
      both(.moment(row?.givenAt), .moment(row?.takenAt)),
      Table.Cell(row?.punctuality?.wording(.vi) ?? "", .init(), .centre),
      Table.Cell(row?.note ?? ""),
    ]
  }
}

extension Dossier {
  /// Whether a step ended in time: that of the reception (0), or of a hand-over (from 1). Compared by days, like the dossier's
  /// appointment. Nil if it has not ended, or has no deadline.
  fileprivate func punctuality(ofStep number: Int) -> Punctuality? {
    let fact = number == 0 ? receptionStep : handOvers.indices.contains(number - 1) ? handOvers[number - 1].fact : nil
    guard let due = fact?.dueAt?.civilDate, let end = end(ofStep: number)?.civilDate else { return nil }
    return end < due ? .early : end == due ? .onTime : .late
  }
}
