import DossierDomain
import VietnameseText

/// The column of a file whose commas nobody has quoted: "Thôn A Ngo, xã La Lay" has become two cells, and every row has
/// more cells than there are headings.
enum UnquotedCommas {
  /// The column that takes the surplus; nil if the file has none, or more than one column could take it. Only one may
  /// give all columns with dates, numbers and codes such values; if several do, the cells that begin with a blank tell,
  /// because people write one behind a comma and programs do not.
  /// - Parameter records: the beginning of the file, as its cells are.
  static func column(in records: [[String]], agency: String, _ choices: RegisterChoices) -> DelimitedTextReader.Surplus?
  {
    let cleaned = records.map { $0.map(\.cleanedCell) }
    guard let layout = RegisterLayout.find(in: cleaned, choices: choices) else { return nil }
    let (headings, width) = (cleaned.prefix(layout.recordCount), layout.width)
    // Each column is tried, and each trial reads all of them.
    guard width <= widest else { return nil }
    let rows = records.dropFirst(layout.recordCount).filter { $0.count { !$0.isEmpty } * 2 > width }
    // With an empty cell at the end of each row nothing is surplus.
    guard rows.count >= 2, rows.allSatisfy({ $0.count > width }),
      rows.contains(where: { $0[width...].contains { !$0.cleanedCell.isEmpty } })
    else { return nil }
    let candidates = (0..<width).map { column in
      let surplus = DelimitedTextReader.Surplus(column: column, width: width)
      let cells = rows.map { surplus.joined($0).map(\.cleanedCell) }
      return (surplus: surplus, typed: typedColumns(in: cells, below: Array(headings), column, agency, choices))
    }
    // A column whose values do not fit its heading counts as unknown, so the best reading knows the most.
    let most = candidates.map(\.typed).max() ?? 0
    let possible = candidates.filter { $0.typed == most && most > 0 }.map(\.surplus)
    guard possible.count > 1 else { return possible.first }
    let written = possible.filter { surplus in
      rows.allSatisfy { $0[surplus.column + 1...surplus.column + $0.count - width].allSatisfy { $0.first == " " } }
    }
    return written.count == 1 ? written.first : nil
  }

  private static let widest = 100

  /// The number of columns with values of a form by which a wrong column would show; 0 if one has others, or the
  /// surplus went to one of them.
  private static func typedColumns(
    in rows: [[String]], below headings: [[String]], _ joined: Int, _ agency: String, _ choices: RegisterChoices
  ) -> Int {
    guard let layout = RegisterLayout.find(in: headings + rows, choices: choices), layout.columns.indices ~= joined,
      layout.position(of: .code) != nil, let owner = layout.position(of: .owner)
    else { return 0 }
    let typed = layout.columns.indices.filter { layout.columns[$0].meaning.map(isTyped) ?? false }
    let fits = rows.allSatisfy { row in
      isName(row[owner]) && typed.allSatisfy { isValue(row[$0], of: layout.columns[$0].meaning, agency) }
    }
    return fits && !typed.contains(joined) ? typed.count : 0
  }

  private static func isTyped(_ column: RegisterColumn) -> Bool {
    column.isDate || [.code, .identityNumber, .phone, .copies, .procedureCode].contains(column)
  }

  /// A person's name has no number.
  private static func isName(_ text: String) -> Bool {
    !text.contains(where: \.isNumber) || text.isNameOfOrganisation
  }

  private static func isValue(_ text: String, of column: RegisterColumn?, _ agency: String) -> Bool {
    if text.isEmpty || CellWords.saysNone(text) { return true }
    if column == .code { return if case .code = RegisterCode(text, agency: agency) { true } else { false } }
    if column?.isDate ?? false { return WrittenDate(text) != nil || CellWords.saysNotYet(text) }
    if column == .copies { return text.first?.isNumber ?? false }
    if column == .procedureCode { return text.contains(where: \.isNumber) && !text.contains(" ") }
    return text.count(where: \.isNumber) >= 8 || isMasked(text)
  }
}
