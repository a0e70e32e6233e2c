import DossierDomain
import VietnameseText

/// Reads a declaration row by row.
struct DeclarationTemplateReader {
  typealias Reason = DeclarationTemplateFault.Reason
  typealias Template = DeclarationTemplate

  static let mostBytes = 1 << 16
  static let mostLines = 300
  private static let mostFields = 150
  private static let mostColumns = 3
  /// In characters.
  private static let longestCell = 600

  private var form: (id: String, title: String)?
  private var law: (number: Known<String>, circular: String)?
  private var valid: (from: Known<CivilDate>, through: Known<CivilDate>)?
  private var owner: DeclarationGroup?
  private var isConfirmed: Bool?
  private var isElectronic = false
  private var openPoints: [Template.OpenPoint] = []
  private var blocks: [Template.Block] = []
  private var fields: [String: DeclarationField] = [:]

  mutating func read(_ line: String) throws(Reason) {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
    guard cells.allSatisfy({ $0.count <= Self.longestCell }) else { throw .tooLarge }
    guard cells.allSatisfy({ !$0.isEmpty && $0 == $0.cleaned(maxLength: Self.longestCell) }) else { throw .wrongCells }
    let rest = Array(cells.dropFirst())
    switch cells[0] {
    case "form":
      guard form == nil else { throw .repeated }
      try Self.expect(2, rest)
      form = (rest[0], rest[1])
    case "law":
      guard law == nil else { throw .repeated }
      try Self.expect(2, rest)
      law = (rest[0] == "?" ? .unknown : .known(rest[0]), rest[1])
    case "valid":
      guard valid == nil else { throw .repeated }
      try Self.expect(2, rest)
      valid = (try Self.date(rest[0]), try Self.date(rest[1]))
    case "owner":
      guard owner == nil else { throw .repeated }
      try Self.expect(1, rest)
      owner = DeclarationGroup(rawValue: rest[0])
      guard owner != nil else { throw .unknownGroup }
    case "confirmed":
      guard isConfirmed == nil else { throw .repeated }
      guard rest == ["yes"] || rest == ["no"] else { throw .wrongCells }
      isConfirmed = rest == ["yes"]
    case "electronic":
      try Self.expect(0, rest)
      isElectronic = true
    case "open":
      try Self.expect(2, rest)
      openPoints.append(Template.OpenPoint(vietnamese: rest[0], english: rest[1]))
    default: try readBlock(cells[0], rest)
    }
  }

  private mutating func readBlock(_ kind: String, _ cells: [String]) throws(Reason) {
    switch kind {
    case "heading":
      try Self.expect(1, cells)
      blocks.append(.heading(try pieces(cells[0])))
    case "line":
      try Self.expect(1, cells)
      blocks.append(.line(try pieces(cells[0])))
    case "right":
      try Self.expect(1, cells)
      blocks.append(.right(try pieces(cells[0])))
    case "columns":
      guard (1...Self.mostColumns).contains(cells.count) else { throw .wrongCells }
      var columns: [Template.Column] = []
      for cell in cells {
        let (group, title) = try Self.titled(cell)
        guard let group else { throw .unknownGroup }
        columns.append(Template.Column(group: group, title: title))
      }
      blocks.append(.columns(columns, rows: []))
    case "row":
      try Self.expect(2, cells)
      guard case .columns(let columns, let rows) = blocks.last else { throw .wrongCells }
      blocks[blocks.count - 1] = .columns(columns, rows: rows + [try row(cells[0], cells[1], columns)])
    case "promise":
      try Self.expect(1, cells)
      blocks.append(.promise(cells[0] == "?" ? .unknown : .known(cells[0])))
    case "sign":
      guard (1...Self.mostColumns).contains(cells.count) else { throw .wrongCells }
      var places: [Template.Signature?] = []
      for cell in cells {
        guard cell != "-" else {
          places.append(nil)
          continue
        }
        let (group, title) = try Self.titled(cell)
        places.append(Template.Signature(group: group, title: title))
      }
      blocks.append(.signatures(places))
    default: throw .unknownRow
    }
  }

  func template() throws(Reason) -> Template {
    guard let form, let law, let valid, let isConfirmed, !fields.isEmpty else { throw .incomplete }
    for field in fields.values where field.kind == .words {
      let date = field.dateID.flatMap { fields[$0]?.kind }
      guard date == .date || date == .partialDate else { throw .unknownDate }
    }
    return Template(
      id: form.id, title: form.title, number: law.number, circular: law.circular, validFrom: valid.from,
      validThrough: valid.through, owner: owner, isConfirmed: isConfirmed, isElectronic: isElectronic,
      openPoints: openPoints,
      blocks: blocks)
  }

  // MARK: Cells

  private static func expect(_ count: Int, _ cells: [String]) throws(Reason) {
    guard cells.count == count else { throw .wrongCells }
  }

  /// `yyyy-mm-dd` or `?`
  private static func date(_ text: String) throws(Reason) -> Known<CivilDate> {
    guard text != "?" else { return .unknown }
    let parts = text.split(separator: "-").compactMap { isDigits($0) ? Int($0) : nil }
    guard parts.count == 3, let date = CivilDate(year: parts[0], month: parts[1], day: parts[2]), date.iso8601 == text
    else { throw .badDate }
    return .known(date)
  }

  /// `group=title`; `-` for no group.
  private static func titled(_ cell: String) throws(Reason) -> (DeclarationGroup?, String) {
    let parts = cell.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { throw .wrongCells }
    guard parts[0] != "-" else { return (nil, String(parts[1])) }
    guard let group = DeclarationGroup(rawValue: String(parts[0])) else { throw .unknownGroup }
    return (group, String(parts[1]))
  }

  /// A text with `{fields}`.
  private mutating func pieces(_ text: String) throws(Reason) -> [Template.Piece] {
    var pieces: [Template.Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let before = rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else { throw .badField }
      if !before.isEmpty { pieces.append(.text(String(before))) }
      let slot = try DeclarationSlotText(rest[rest.index(after: open)..<close]).slot(label: before, group: nil)
      try remember(slot.field)
      pieces.append(.slot(slot))
      rest = rest[rest.index(after: close)...]
    }
    guard !rest.contains("}") else { throw .badField }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }

  private mutating func row(
    _ label: String, _ cell: String, _ columns: [Template.Column]
  ) throws(Reason) -> Template.Row {
    guard cell.hasPrefix("{"), cell.hasSuffix("}") else { throw .badField }
    let text = try DeclarationSlotText(cell.dropFirst().dropLast())
    var slots: [Template.Slot] = []
    for column in columns {
      let slot = try text.slot(label: label[...], group: column.group)
      try remember(slot.field)
      slots.append(slot)
    }
    return Template.Row(label: label, slots: slots)
  }

  /// A field may stand at several places, as the parts of a date do; its label is that of the first one.
  private mutating func remember(_ field: DeclarationField) throws(Reason) {
    if let known = fields[field.id] {
      guard known.kind == field.kind else { throw .differingField }
    } else {
      guard fields.count < Self.mostFields else { throw .tooLarge }
      fields[field.id] = field
    }
  }
}
