import DossierDomain
import PageDescription

@testable import Documents

/// Invented people, and a declaration as lines of text: `____` is a blank, `....` a dotted rest of the line.
enum DeclarationSamples {
  static let mother = "045199000002||Hồ Thị Kăn Tưm|05021999|Nữ|Thôn Mẫu, A Ngo, Đa Krông, Quảng Trị|20112021"
  static let father = "045098000003||HỒ VĂN MẪU|11121998|Nam|Thôn Mẫu, La Lay, Quảng Trị|04102024||||"

  static func known(_ text: String) throws -> DeclarationSources.Known {
    guard let card = CitizenCard(text: text) else { throw Missing.card }
    return DeclarationSources.Known(card: card)
  }

  enum Missing: Error { case card, date, template }

  static func sources(_ people: [DeclarationGroup: DeclarationSources.Known]) throws -> DeclarationSources {
    guard let date = CivilDate(year: 2026, month: 2, day: 5) else { throw Missing.date }
    return DeclarationSources(
      people: people, office: "Ủy ban nhân dân xã La Lay, tỉnh Quảng Trị", place: "xã La Lay", date: date)
  }

  static func template(_ id: String) throws -> DeclarationTemplate {
    guard let template = try Declarations.all().first(where: { $0.id == id }) else { throw Missing.template }
    return template
  }

  /// Each field with a value of its kind, of the greatest length for names.
  static func filled(_ template: DeclarationTemplate) throws -> DeclarationFacts {
    var facts = DeclarationFacts()
    for field in template.fields.flatMap(\.asked) {
      try facts.enter(value(field), in: field)
    }
    return facts
  }

  private static func value(_ field: DeclarationField) -> String {
    switch field.kind {
    case .name: String(repeating: "Nguyễn Phước Bảo Hồ Thị Kăn ", count: 7)
    case .number: "2"
    case .date, .partialDate: "15/03/2026"
    case .choice, .boxes: field.choices.first ?? ""
    case .ethnicity: "Bru Vân Kiều"
    // Neither a citizen number nor an old one, so that nothing is left blank for it.
    case .text: field.id.hasSuffix(".number") ? "C1234567" : "văn bản \(field.id)"
    case .address, .words, .suggestion, .paper: "văn bản \(field.id)"
    }
  }

  static func lines(_ page: PageDescription) -> [String] { page.parts.flatMap { $0.blocks.flatMap { lines($0) } } }

  private static func lines(_ block: Block) -> [String] {
    switch block {
    case .paragraph(let paragraph): line(paragraph).split(separator: "\n").map { String($0) }
    case .columns(let columns): columns.flatMap { $0.blocks.flatMap { lines($0) } }
    case .table(let table):
      table.rows.map { $0.map { $0.paragraphs.map { line($0) }.joined(separator: "\n") }.joined(separator: " | ") }
    case .together(let blocks): blocks.flatMap { lines($0) }
    case .placed(let placed): placed.blocks.flatMap { lines($0) }
    case .code, .space, .rule, .cut: []
    }
  }

  private static func line(_ paragraph: Paragraph) -> String {
    paragraph.runs.map { run in
      switch run {
      case .text(let text, _): text
      case .blank: "____"
      case .leader: "...."
      case .box(let isMarked): isMarked ? "☒" : "☐"
      case .lineBreak: "\n"
      }
    }.joined()
  }
}
