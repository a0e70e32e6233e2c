import PageDescription

/// A table as lines: its cells beside each other if no word has to be cut, otherwise row by row behind the headings.
struct PageTable {
  private let table: Table
  private let text: PageText

  init(_ table: Table, _ text: PageText) { (self.table, self.text) = (table, text) }

  func lines(_ width: Int) -> [String] {
    guard !text.isPlain, let widths = widths(width) else { return listed(width) }
    var lines = table.hasLines ? [ruler(widths)] : []
    for row in table.rows {
      lines += drawn(row, widths)
      if table.hasLines { lines.append(ruler(widths)) }
    }
    return lines
  }

  private var columns: Int { table.shares.count }
  /// Between two columns: ` | ` or two blanks.
  private var between: Int { table.hasLines ? 3 : 2 }

  /// The widths of the columns; nil if the longest words do not fit.
  private func widths(_ width: Int) -> [Int]? {
    let room = width - between * (columns - 1) - (table.hasLines ? 4 : 0)
    var least = Array(repeating: 1, count: columns)
    for row in table.rows {
      var column = 0
      for cell in row {
        if cell.span == 1, least.indices.contains(column) {
          let words = cell.paragraphs.map { TextFlow(PageText.text(of: $0.runs)).longestWord }
          least[column] = max(least[column], words.max() ?? 0)
        }
        column += cell.span
      }
    }
    guard least.reduce(0, +) <= room else { return nil }
    let total = max(1, table.shares.reduce(0, +))
    var widths = zip(table.shares, least).map { max(room * $0 / total, $1) }
    // What the longest words took too much comes from the columns that can spare it.
    while widths.reduce(0, +) > room {
      guard let widest = widths.indices.filter({ widths[$0] > least[$0] }).max(by: { widths[$0] < widths[$1] })
      else { return nil }
      widths[widest] -= 1
    }
    let share = table.shares.indices.max { table.shares[$0] < table.shares[$1] }
    if let share { widths[share] += room - widths.reduce(0, +) }
    return widths
  }

  private func ruler(_ widths: [Int]) -> String {
    "+" + widths.map { text.line("-", $0 + 2) }.joined(separator: "+") + "+"
  }

  private func drawn(_ row: [Table.Cell], _ widths: [Int]) -> [String] {
    var column = 0
    var cells: [(lines: [String], width: Int)] = []
    for cell in row {
      let own = widths.dropFirst(column).prefix(cell.span)
      let width = own.reduce(0, +) + between * max(0, own.count - 1)
      cells.append((cell.paragraphs.flatMap { text.paragraph($0, width) }, width))
      column += cell.span
    }
    return (0..<max(1, cells.map(\.lines.count).max() ?? 0)).map { place in
      let parts = cells.map { lines, width in
        text.aligned(lines.indices.contains(place) ? lines[place] : "", .left, width)
      }
      return table.hasLines ? "| " + parts.joined(separator: " | ") + " |" : parts.joined(separator: "  ")
    }
  }

  /// Each row's values behind the headings of their columns. Empty ones, which are filled in by hand, are left out.
  private func listed(_ width: Int) -> [String] {
    let heads = table.rows.prefix(table.headRows).first.map(headings) ?? []
    let rows = table.rows.dropFirst(table.headRows)
    return rows.enumerated().flatMap { place, row in
      var column = 0
      var lines: [String] = []
      for cell in row {
        let texts = cell.paragraphs.map { PageText.text(of: $0.runs) }.filter { !$0.isEmpty }
        // Line breaks are those of a narrow column: none is needed here.
        let value = texts.joined(separator: "; ").replacing("-\n", with: "-").replacing("\n", with: " ")
          .replacing(String(TextFlow.leader), with: TextFlow.spokenLeader)
        let heading = cell.span == 1 && heads.indices.contains(column) ? heads[column] : ""
        if !value.isEmpty {
          let named = heading.isEmpty ? value : "\(heading): \(value)"
          lines += TextFlow(named).lines(width - 2).map { "  \($0)" }
        }
        column += cell.span
      }
      return (place == 0 || lines.isEmpty ? [] : [""]) + lines
    }
  }

  private func headings(_ row: [Table.Cell]) -> [String] {
    row.flatMap { cell in
      let text = cell.paragraphs.map { PageText.text(of: $0.runs) }.joined(separator: " ")
      return [text] + Array(repeating: "", count: max(0, cell.span - 1))
    }
  }
}
