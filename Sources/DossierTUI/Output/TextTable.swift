import Terminal
import VietnameseText

/// Aligned columns for people, measured in terminal columns, so that Vietnamese text lines up. Each cell is cleaned and
/// becomes one line.
struct TextTable {
  private var rows: [[String]]

  init(header: [String]) {
    rows = [header]
  }

  mutating func append(_ row: [String]) {
    rows.append(row.map { $0.cleaned(maxLength: .max) })
  }

  var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? Surface.width(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        line += cell
        if column < row.count - 1 {
          line += String(repeating: " ", count: widths[column] - Surface.width(of: cell) + 2)
        }
      }
      return line
    }.joined(separator: "\n")
  }
}
