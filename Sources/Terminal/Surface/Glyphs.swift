/// The glyphs that every console can show, which are those of Debian's font `Vietnamese-Fixed16`.
public enum Glyphs {
  private static let allowedSymbols = Set("─│┌┐└┘├┤┬┴┼═║█▒░←↑→↓▲▼▶◀•●■✗☐☑☒…·–×".unicodeScalars.map(\.value))
  private static let letters = Set(
    ("àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ"
      + "ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬÈẺẼÉẸÊỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢÙỦŨÚỤƯỪỬỮỨỰỲỶỸÝỴĐ").unicodeScalars.map(\.value))

  public static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    (0x20..<0x7F).contains(scalar.value) || letters.contains(scalar.value) || allowedSymbols.contains(scalar.value)
  }

  /// The ASCII characters that replace symbols in ASCII mode.
  static let ascii: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    for (symbols, replacement) in [
      ("─═", "-"), ("│║", "|"), ("┌┐└┘├┤┬┴┼", "+"), ("█", "#"), ("▒", "="), ("░", "."), ("←◀", "<"), ("→▶", ">"),
      ("↑▲", "^"), ("↓▼", "v"), ("•●■", "*"), ("✗☒×", "x"), ("☐", "_"), ("☑", "x"), ("…", "~"), ("·", "."), ("–", "-"),
    ] {
      for symbol in symbols.unicodeScalars { table[symbol.value] = replacement.unicodeScalars.first?.value }
    }
    return table
  }()
}

extension Surface {
  /// The symbols that a console font lacks, in the order of their appearance; foreign names may contain some.
  public var disallowedGlyphs: [Unicode.Scalar] {
    lines.joined().unicodeScalars.filter { !Glyphs.isAllowed($0) }
  }

  /// The surface with boxes and symbols in ASCII; letters stay.
  public var asciiSymbols: Surface {
    mapGlyphs { Glyphs.ascii[$0] ?? $0 }
  }

  /// The surface with blanks instead of boxes, for screen readers and braille. Symbols with a meaning are words
  /// already.
  public var withoutBoxes: Surface {
    let boxes = Set("─│┌┐└┘├┤┬┴┼═║█▒░".unicodeScalars.map(\.value))
    return mapGlyphs { boxes.contains($0) ? 0x20 : Glyphs.ascii[$0] ?? $0 }
  }

  /// The surface with `?` for glyphs that the console's font lacks. All columns keep their positions: a wide character
  /// becomes `?` and a blank, and a letter loses its marks, because an older kernel gives each of them a column.
  var withConsoleGlyphs: Surface {
    mapGlyphs { value in
      if value == Cell.continuation { return 0x20 }
      let letter =
        value < Cell.clusterBase
        ? Unicode.Scalar(value) : clusters[Int(value - Cell.clusterBase)].unicodeScalars.first
      guard let letter, Glyphs.isAllowed(letter) else { return 0x3F }
      return letter.value
    }
  }

  private func mapGlyphs(_ transform: (UInt32) -> UInt32) -> Surface {
    var mapped = self
    mapped.replaceGlyphs(transform)
    return mapped
  }
}

extension Surface {
  fileprivate mutating func replaceGlyphs(_ transform: (UInt32) -> UInt32) {
    for row in 0..<size.rows {
      for (column, cell) in cells[row * size.columns..<(row + 1) * size.columns].enumerated() {
        let glyph = transform(cell.glyph)
        if glyph != cell.glyph { replace(row: row, column: column, glyph: glyph) }
      }
    }
  }
}
