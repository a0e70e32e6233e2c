import DossierDomain
import PageDescription

/// Results that one colleague gives to another, to be handed back at the desk.
public struct HandOverPaper: Hashable, Sendable {
  enum Label: String, FormLabel {
    case ordinal = "column-ordinal"
    case code = "column-code"
    case content = "column-content"
    case result = "column-result"
    case owner = "column-owner"
    case address = "column-address"
    case fee = "column-fee"
    case post = "column-post"
    case total, giver, taker, sign, hidden
  }

  public struct Row: Hashable, Sendable {
    public var code: String
    public var content: String
    public var result: String
    public var owner: String
    public var address: String
    /// What is still to be paid, in đồng; nil if that is not known.
    public var unpaid: Int?
    public var goesByPost: Bool
    /// Owner and content are not written.
    public var isConfidential: Bool

    public init(
      code: String, content: String, result: String, owner: String, address: String, unpaid: Int?, goesByPost: Bool,
      isConfidential: Bool = false
    ) {
      self.code = code
      self.content = content
      self.result = result
      self.owner = owner
      self.address = address
      self.unpaid = unpaid
      self.goesByPost = goesByPost
      self.isConfidential = isConfidential
    }

    public init(_ dossier: Dossier) {
      let result = [dossier.result?.title, dossier.result?.documentNumber].compactMap(\.self).filter { !$0.isEmpty }
      self.init(
        code: dossier.code.text, content: dossier.procedure.name, result: result.joined(separator: ", "),
        owner: dossier.owner.name, address: dossier.owner.address, unpaid: dossier.fee == nil ? nil : dossier.unpaid,
        goesByPost: dossier.delivery == .post, isConfidential: dossier.isConfidential)
    }
  }

  public var rows: [Row]
  public var giver: String
  public var taker: String
  public var issue: PaperIssuer

  public init(rows: [Row], giver: String, taker: String = "", issue: PaperIssuer) {
    self.rows = rows
    self.giver = giver
    self.taker = taker
    self.issue = issue
  }

  public func page(_ templates: FormTemplates) -> PageDescription {
    let form = FormWriter<Label>(templates[.handOverList], issue)
    let columns: [(label: Label, share: Int)] = [
      (.ordinal, 4), (.code, 18), (.content, 22), (.result, 20), (.owner, 18), (.address, 22), (.fee, 10), (.post, 8),
    ]
    let written = rows.enumerated().map { cells($0, $1, form) }
    let unpaid = rows.compactMap(\.unpaid).reduce(0, +)
    let total = [
      Table.Cell("\(form[.total]) \(rows.count)", .bold, span: 6), Table.Cell(moneyText(unpaid), .bold, .right),
      Table.Cell("\(rows.count { $0.goesByPost })", .bold, .centre),
    ]
    return form.page(
      nil,
      [
        form.table(columns, written + [total], size: 22),
        form.signatures([(.giver, giver), (.taker, taker)], sign: .sign),
      ])
  }

  private func cells(_ place: Int, _ row: Row, _ form: FormWriter<Label>) -> [Table.Cell] {
    let hidden = row.isConfidential ? form[.hidden] : nil
    return [
      Table.Cell("\(place + 1)", .init(), .centre), Table.Cell(code: row.code), Table.Cell(hidden ?? row.content),
      Table.Cell(hidden ?? row.result), Table.Cell(hidden ?? row.owner), Table.Cell(hidden == nil ? row.address : ""),
      Table.Cell(row.unpaid.map(moneyText) ?? "", .init(), .right),
      Table.Cell(row.goesByPost ? "X" : "", .init(), .centre),
    ]
  }
}
