import DossierDomain
import PageDescription

/// "What do I need?": what a procedure asks for in a case, to take home.
public struct GuidePaper: Hashable, Sendable {
  enum Label: String, FormLabel {
    case code
    case caseName = "case"
    case papers
    case papersIf = "papers-if"
    case or, shown, original, certified, photocopy, electronic, limit, verification, fee, reductions
    case place = "where"
    case result, basis, unchecked
  }

  public struct Item: Hashable, Sendable {
    /// Papers of which any one is enough.
    public var papers: [Paper]
    /// What has to be true for it, in words; empty if everybody needs it.
    public var condition: String

    public init(_ papers: [Paper], condition: String = "") { (self.papers, self.condition) = (papers, condition) }
  }

  public struct Paper: Hashable, Sendable {
    public var name: String
    public var form: PaperRule.Form?
    public var count: Int?

    public init(_ name: String, form: PaperRule.Form? = nil, count: Int? = nil) {
      self.name = name
      self.form = form
      self.count = count
    }
  }

  public var procedure: String
  public var code: String
  /// Empty if the procedure has one case only.
  public var caseName: String
  public var items: [Item]
  public var limit: String
  /// What a verification adds to the limit; empty if nothing.
  public var verification: String
  /// One line an item; an item whose amount is not known has none.
  public var fees: [(name: String, amount: String)] { feeLines.map { ($0.name, $0.amount) } }
  private var feeLines: [Fee]
  public var reductions: [String]
  public var offices: [String]
  public var results: [String]
  public var law: [String]
  /// The version was found in an audited list.
  public var isChecked: Bool
  public var issue: PaperIssuer

  private struct Fee: Hashable, Sendable {
    var name: String
    var amount: String
  }

  public init(
    procedure: String, code: String, caseName: String = "", items: [Item], limit: String, verification: String = "",
    fees: [(name: String, amount: String)], reductions: [String] = [], offices: [String], results: [String],
    law: [String],
    isChecked: Bool, issue: PaperIssuer
  ) {
    self.procedure = procedure
    self.code = code
    self.caseName = caseName
    self.items = items
    self.limit = limit
    self.verification = verification
    feeLines = fees.map { Fee(name: $0.name, amount: $0.amount) }
    self.reductions = reductions
    self.offices = offices
    self.results = results
    self.law = law
    self.isChecked = isChecked
    self.issue = issue
  }

  public func page(_ templates: FormTemplates) -> PageDescription {
    let form = FormWriter<Label>(templates[.guideSheet], issue)
    var blocks = [form.field(.code, code)]
    if !caseName.isEmpty { blocks.append(form.field(.caseName, caseName)) }
    blocks += papers(form)
    blocks.append(form.field(.limit, limit))
    if !verification.isEmpty { blocks.append(form.field(.verification, verification)) }
    blocks += list(form, .fee, feeLines.map { .value($0.amount, after: $0.name) })
    if !reductions.isEmpty { blocks += list(form, .reductions, reductions.map { [.text($0)] }) }
    blocks += list(form, .place, offices.map { [.text($0)] })
    blocks += list(form, .result, results.map { [.text($0)] })
    blocks += list(form, .basis, law.map { [.text($0)] })
    if !isChecked { blocks.append(.paragraph(Paragraph(form[.unchecked], .italic, size: 20))) }
    return form.page(nil, heading: procedure, blocks)
  }

  /// One value stands in the line of its label, several below it.
  private func list(_ form: FormWriter<Label>, _ label: Label, _ values: [[Run]]) -> [Block] {
    guard values.count > 1 else { return [form.field(label, values.first ?? [.leader])] }
    return [.paragraph(Paragraph(form[label], .bold))]
      + values.map { .paragraph(Paragraph([.text("– ")] + $0, .justified, indent: 60)) }
  }

  private func papers(_ form: FormWriter<Label>) -> [Block] {
    guard !items.isEmpty else { return [form.field(.papers, "")] }
    let lines = items.map { item in
      let names = item.papers.map { $0.wording(form) }.joined(separator: " \(form[.or]) ")
      let condition: [Run] =
        item.condition.isEmpty ? [] : [.text(". \(form[.papersIf]) \(item.condition)", .italic)]
      return Block.paragraph(
        Paragraph([.box(isMarked: false), .text(" \(names)")] + condition, .justified, indent: 60))
    }
    return [.paragraph(Paragraph(form[.papers], .bold))] + lines
  }
}

extension GuidePaper.Paper {
  /// `Giấy chứng sinh (bản chính, 1)`
  fileprivate func wording(_ texts: FormWriter<GuidePaper.Label>) -> String {
    let how: String? =
      switch form {
      case .original: texts[.original]
      case .certifiedCopy: texts[.certified]
      case .copy: texts[.photocopy]
      case .shown: texts[.shown]
      case .electronic: texts[.electronic]
      case .lookup, nil: nil
      }
    let count = count.flatMap { $0 > 1 ? "\($0)" : nil }
    let remarks = [how, count].compactMap(\.self)
    return remarks.isEmpty ? name : "\(name) (\(remarks.joined(separator: ", ")))"
  }
}

extension [Run] {
  /// `name: value`, or a dotted line for what is not known.
  fileprivate static func value(_ value: String, after name: String) -> [Run] {
    (name.isEmpty ? [] : [.text("\(name): ")]) + .value(value)
  }
}
