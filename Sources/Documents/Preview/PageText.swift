import PageDescription
import VietnameseText

/// A page as lines of text, for a look before it is printed. Nothing of it is drawn: what stands there is what the paper says.
///
/// Letters are counted as one column each, which is true of all that Vietnamese papers are written with.
public struct PageText: Sendable {
  /// Columns of a line.
  public var width: Int
  /// For a screen reader: everything below each other, and the values of a table behind their headings.
  public var isPlain: Bool

  public init(width: Int, isPlain: Bool = false) {
    self.width = max(20, width)
    self.isPlain = isPlain
  }

  /// The longest preview, in lines, and the longest paragraph, in letters: far beyond any paper of an office. What is longer is cut,
  /// and `[...]` says so.
  static let mostLines = 20_000
  static let mostLetters = 20_000
  private static let cutMark = "[...]"

  public func lines(of page: PageDescription) -> [String] {
    var lines: [String] = []
    for (place, part) in page.parts.enumerated() where lines.count <= Self.mostLines {
      if place > 0 { lines += isPlain ? ["", "[\(place + 1)/\(page.parts.count)]"] : ["", line("=", width), ""] }
      for block in part.blocks where lines.count <= Self.mostLines { lines += self.lines(of: block, width) }
    }
    if lines.count > Self.mostLines { lines = lines.prefix(Self.mostLines) + [Self.cutMark] }
    return lines.map { drawn in
      var line = drawn[...]
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }

  /// How many tenths of a millimetre are a column: the 160 mm of an A4 sheet are 80.
  static let unit = 20

  func blocks(_ blocks: [Block], _ width: Int) -> [String] { blocks.flatMap { lines(of: $0, width) } }

  private func lines(of block: Block, _ width: Int) -> [String] {
    switch block {
    case .paragraph(let paragraph): return self.paragraph(paragraph, width)
    case .columns(let columns): return self.columns(columns, width)
    case .table(let table): return PageTable(table, self).lines(width)
    case .code(let code): return self.code(code, width)
    case .space(let height): return Array(repeating: "", count: isPlain ? 0 : min(3, height / 60))
    case .rule(let percent):
      return isPlain ? [] : [aligned(line("-", max(1, width * min(100, percent) / 100)), .centre, width)]
    case .cut: return isPlain ? [] : [line("- ", width)]
    case .together(let blocks): return self.blocks(blocks, width)
    case .placed(let placed): return self.placed(placed, width)
    }
  }

  /// As wide as it is there, and as far to the right as the lines allow.
  private func placed(_ placed: Placed, _ width: Int) -> [String] {
    guard !isPlain else { return blocks(placed.blocks, width) }
    let own = min(width, max(20, placed.width / Self.unit))
    let indent = min(width - own, placed.x / Self.unit)
    return blocks(placed.blocks, own).map { line("", indent) + $0 }
  }

  private func code(_ code: Code, _ width: Int) -> [String] {
    let caption = code.caption.isEmpty ? [] : [code.caption.cleaned(maxLength: 200)]
    return ([codeName(code)] + caption).flatMap { TextFlow($0).lines(width) }.map { aligned($0, code.alignment, width) }
  }

  /// `[QR: 000.19.45.H50-261124-0007]`: what follows the first field is for machines.
  private func codeName(_ code: Code) -> String {
    let first = code.text.prefix { $0 != "|" }.cleaned(maxLength: 200)
    return switch code.kind {
    case .qr: "[QR: \(first)]"
    case .code128: "[Code 128: \(first)]"
    }
  }

  func paragraph(_ paragraph: Paragraph, _ width: Int) -> [String] {
    let indent = min(paragraph.indent / Self.unit, width / 4)
    let first = min(paragraph.firstIndent / Self.unit, width / 4)
    let written = Self.text(of: paragraph.runs)
    let text =
      isPlain
      ? written.replacing(String(TextFlow.leader), with: TextFlow.spokenLeader)
      : String(repeating: "\u{A0}", count: first) + written
    let lines = TextFlow(text).lines(width - indent).map { text in
      line("", indent) + aligned(text, paragraph.alignment, width - indent)
    }
    return paragraph.before >= 30 && !isPlain ? [""] + lines : lines
  }

  /// The text with signs of `TextFlow` for what is no letter.
  static func text(of runs: [Run]) -> String {
    var text = ""
    // Bytes are counted at once, letters are not; a letter of a paper has at most four.
    for run in runs {
      guard text.utf8.count <= 4 * mostLetters else { return String(text.prefix(mostLetters)) + " " + cutMark }
      text += self.text(of: run)
    }
    return text
  }

  private static func text(of run: Run) -> String {
    switch run {
    case .text(let text, _): text.cleaned(maxLength: 4000)
    case .blank(let width): String(repeating: ".", count: min(200, max(3, width / unit)))
    case .leader: String(TextFlow.leader)
    case .box(let isMarked): isMarked ? "[x]" : "[\u{A0}]"
    case .lineBreak: "\n"
    }
  }

  private func columns(_ columns: [Block.Column], _ width: Int) -> [String] {
    let gap = 2
    let shares = columns.map { max(1, $0.share) }
    let (room, total) = (width - gap * (columns.count - 1), shares.reduce(0, +))
    let widths = shares.map { room * $0 / total }
    let fits = zip(columns, widths).allSatisfy { column, width in self.fits(column.blocks, width) }
    guard !isPlain, fits else { return columns.flatMap { blocks($0.blocks, width) } }
    let drawn = zip(columns, widths).map { blocks($0.blocks, $1) }
    return (0..<(drawn.map(\.count).max() ?? 0)).map { row in
      zip(drawn, widths).map { lines, width in
        aligned(lines.indices.contains(row) ? lines[row] : "", .left, width)
      }.joined(separator: line("", gap))
    }
  }

  /// Whether it is readable in so narrow a column: no word is cut, and no text takes more than three lines.
  private func fits(_ blocks: [Block], _ width: Int) -> Bool {
    guard width >= 12 else { return blocks.isEmpty }
    return blocks.allSatisfy { block in
      switch block {
      case .paragraph(let paragraph):
        let flow = TextFlow(Self.text(of: paragraph.runs))
        return flow.longestWord <= width && flow.lines(width).count <= 3
      case .columns(let columns): return columns.allSatisfy { fits($0.blocks, width / columns.count - 2) }
      case .table, .cut: return width >= 40
      case .code(let code): return codeName(code).count <= width
      case .space, .rule: return true
      case .together(let blocks): return fits(blocks, width)
      case .placed: return false
      }
    }
  }

  func aligned(_ text: String, _ alignment: Paragraph.Alignment, _ width: Int) -> String {
    if isPlain { return text }
    let room = max(0, width - text.count)
    switch alignment {
    case .left, .justified: return text + line("", room)
    case .centre: return line("", room / 2) + text + line("", room - room / 2)
    case .right: return line("", room) + text
    }
  }

  /// So many columns of a sign; of blanks if it is empty.
  func line(_ sign: String, _ width: Int) -> String {
    sign.isEmpty
      ? String(repeating: " ", count: max(0, width))
      : String(String(repeating: sign, count: max(0, width)).prefix(max(0, width)))
  }
}
