import DossierDomain
import PageDescription
import ReferenceData
import VietnameseText

/// A declaration as a paper: the template's words, the facts in them, dotted lines where nothing is known.
public struct DeclarationPage: Hashable, Sendable {
  public var template: DeclarationTemplate
  public var facts: DeclarationFacts
  /// The office fills residence and what else note 2 leaves blank also where a number is given.
  public var wantsResidence: Bool
  /// The form of dates in words, where nobody has written others.
  public var words: DateInWords

  public init(
    _ template: DeclarationTemplate, _ facts: DeclarationFacts, wantsResidence: Bool = false,
    words: DateInWords = DateInWords()
  ) {
    self.template = template
    self.facts = facts
    self.wantsResidence = wantsResidence
    self.words = words
  }

  /// Who wrote the declaration for one who cannot.
  public static let scribeID = "signing.scribe"
  /// Whether the person signs or gives a fingerprint.
  public static func signingID(of group: DeclarationGroup) -> String { group.rawValue + ".signing" }

  /// - Parameter createdAt: seconds since 1970.
  public func description(createdAt: Int64) -> PageDescription {
    PageDescription(
      title: template.title, createdAt: createdAt, numbersPages: false,
      parts: [PageDescription.Part(head + template.blocks.flatMap { blocks($0) } + scribe)])
  }

  private var head: [Block] {
    let state: [Block] =
      template.isElectronic
      ? [.paragraph(Paragraph("THÔNG TIN ĐỂ NHẬP TỜ KHAI ĐIỆN TỬ", .bold, .centre))]
      : [
        .paragraph(Paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", .bold, .centre, after: 0)),
        .paragraph(Paragraph("Độc lập - Tự do - Hạnh phúc", .bold, .centre, size: 28, after: 0)),
        .rule(percent: 35),
      ]
    return state + [
      .paragraph(Paragraph(template.title.uppercased(), .bold, .centre, size: 28, before: 40, after: 40))
    ]
  }

  private func blocks(_ block: DeclarationTemplate.Block) -> [Block] {
    switch block {
    case .heading(let pieces): [.paragraph(Paragraph(runs(pieces, .bold), before: 20))]
    case .line(let pieces): [.paragraph(Paragraph(runs(pieces)))]
    case .right(let pieces): [.paragraph(Paragraph(runs(pieces), .right, before: 30))]
    case .columns(let columns, let rows): [.table(table(columns, rows)), .space(20)]
    case .promise(.known(let text)): [.paragraph(Paragraph(text, firstIndent: 100))]
    case .promise(.unknown): []
    case .signatures(let places): [.together([.columns(places.map { column($0) })])]
    }
  }

  // MARK: Lines

  private func runs(_ pieces: [DeclarationTemplate.Piece], _ style: Run.Style = []) -> [Run] {
    pieces.enumerated().flatMap { place, piece -> [Run] in
      switch piece {
      case .text(let text): [.text(text, style)]
      case .slot(let slot): runs(slot, isLast: place == pieces.count - 1)
      }
    }
  }

  private func runs(_ slot: DeclarationTemplate.Slot, isLast: Bool) -> [Run] {
    let field = slot.field
    switch field.kind {
    case .boxes:
      return field.choices.enumerated().flatMap { place, choice -> [Run] in
        [.text((place == 0 ? "" : "   ") + choice + " "), .box(isMarked: facts[field.id] == choice)]
      } + (isLast ? [] : [.text("  ")])
    case .paper:
      let runs = paper(field)
      return runs.isEmpty ? blank(slot, isLast: isLast) : runs
    case .text, .name, .number, .date, .partialDate, .address, .ethnicity, .words, .choice, .suggestion:
      let value = value(of: slot)
      return value.isEmpty ? blank(slot, isLast: isLast) : Self.runs(value)
    }
  }

  /// What stands at a place; empty for a blank.
  private func value(of slot: DeclarationTemplate.Slot) -> String {
    let field = slot.field
    guard !facts.isLeftBlank(field, wantsResidence: wantsResidence) else { return "" }
    let value = facts[field.id]
    if value.isEmpty, let date = field.dateID { return facts.inWords(facts[date], words) }
    guard let part = slot.part else { return field.kind == .name ? value.uppercased() : value }
    let numbers = value.split(separator: "/").reversed().map { String($0) }
    switch part {
    case .year: return numbers.first ?? ""
    // Two digits for the months 1 and 2 and for days below 10 (NĐ 30/2020/NĐ-CP, Phụ lục I), so that none is changed.
    case .month: return numbers.count > 1 ? Self.month(numbers[1]) : ""
    case .day: return numbers.count > 2 ? numbers[2] : ""
    }
  }

  private static func month(_ digits: String) -> String {
    digits.hasPrefix("0") && digits > "02" ? String(digits.dropFirst()) : digits
  }

  /// Note 3 of the circular: `Căn cước công dân số … do … cấp ngày …`; empty if nothing is known.
  private func paper(_ field: DeclarationField) -> [Run] {
    let ids = field.paperIDs
    let values = [ids.kind, ids.number, ids.issuer, ids.issued].map { facts[$0] }
    guard values.contains(where: { !$0.isEmpty }) else { return [] }
    func run(_ value: String, _ width: Int) -> Run { value.isEmpty ? .blank(width * 10) : .text(value) }
    return [
      run(values[0], 35), .text(" số "), run(values[1], 35), .text(" do "), run(values[2], 50), .text(" cấp ngày "),
      run(values[3], 25),
    ]
  }

  /// “…” in a text is to be completed by hand.
  private static func runs(_ value: String) -> [Run] {
    let parts = value.split(separator: "…", omittingEmptySubsequences: false)
    return parts.enumerated().flatMap { place, part -> [Run] in
      let text: [Run] = part.isEmpty ? [] : [.text(String(part))]
      return text + (place == parts.count - 1 ? [] : [.blank(300)])
    }
  }

  private func blank(_ slot: DeclarationTemplate.Slot, isLast: Bool) -> [Run] {
    if let width = slot.width { return [.blank(width * 10)] }
    guard isLast else { return [.blank(400)] }
    return (1..<max(2, slot.lines + 1)).flatMap { $0 == 1 ? [Run.leader] : [.lineBreak, .leader] }
  }

  // MARK: Columns and signatures

  private func table(_ columns: [DeclarationTemplate.Column], _ rows: [DeclarationTemplate.Row]) -> Table {
    let head = [Table.Cell("")] + columns.map { Table.Cell($0.title, .bold, .centre) }
    return Table(
      shares: [30] + columns.map { _ in 70 / max(1, columns.count) },
      rows: [head]
        + rows.map { row in
          [Table.Cell(row.label)]
            + row.slots.map { Table.Cell([Paragraph(runs($0, isLast: true), after: 0)]) }
        })
  }

  private func column(_ signature: DeclarationTemplate.Signature?) -> Block.Column {
    guard let signature else { return Block.Column(1, []) }
    return Self.column(
      signature.title, signature.group.map { facts[Self.signingID(of: $0)] } == DeclarationChoices.fingerprint)
  }

  private static func column(_ title: String, _ isFingerprint: Bool) -> Block.Column {
    Block.Column(
      1,
      [
        .paragraph(Paragraph(title, .bold, .centre, before: 10, after: 0)),
        .paragraph(
          Paragraph(isFingerprint ? "(Điểm chỉ)" : "(Ký, ghi rõ họ, chữ đệm, tên)", .italic, .centre, after: 0)),
        .space(250),
      ])
  }

  /// Who wrote it, and on whose behalf.
  private var scribe: [Block] {
    let name = facts[Self.scribeID]
    guard !name.isEmpty, !template.isElectronic else { return [] }
    let speakers = template.signers.map { facts["\($0.rawValue).name"].uppercased() }.filter { !$0.isEmpty }
    let speaker: Run = speakers.isEmpty ? .leader : .text(speakers.joined(separator: ", "))
    return [
      .together([
        .paragraph(
          Paragraph([.text("Người viết hộ: \(name.uppercased()), theo lời khai của "), speaker], before: 20)),
        .columns([Block.Column(1, []), Self.column("Người viết hộ", false)]),
      ])
    ]
  }
}
