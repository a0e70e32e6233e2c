extension PageDescription {
  /// No description is longer.
  public static let maximumBytes = 4 << 20

  /// The canonical bytes: `DPAGE1`, then each value in the order of its declaration. Numbers are LEB128, a list or text is
  /// preceded by its length.
  public var bytes: [UInt8] {
    var writer = PageWriter()
    writer.write(self)
    return writer.bytes
  }

  /// - Throws: `PageError` if the bytes are not exactly those of one description within the bounds.
  public init(bytes: [UInt8]) throws(PageError) {
    var reader = try PageReader(bytes)
    self = try reader.description()
    guard reader.isAtEnd, self.bytes == bytes else { throw .malformed }
  }
}

public enum PageError: String, Error {
  /// No page description, of another version, or not canonical.
  case malformed
  /// More than the bounds of `PageReader` permit.
  case tooLarge
}

struct PageWriter {
  private(set) var bytes = PageReader.magic

  mutating func write(_ page: PageDescription) {
    write(Int(page.sheet.rawValue))
    for margin in [page.margins.top, page.margins.right, page.margins.bottom, page.margins.left] { write(margin) }
    write(page.title)
    write(Int(clamping: page.createdAt))
    write(page.textSize)
    write(page.numbersPages)
    write(page.parts) { $0.write($1.blocks) { $0.write($1) } }
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .paragraph(let paragraph):
      write(1)
      write(paragraph)
    case .columns(let columns):
      write(2)
      write(columns) {
        $0.write($1.share)
        $0.write($1.blocks) { $0.write($1) }
      }
    case .table(let table):
      write(3)
      write(table.shares) { $0.write($1) }
      write(table.headRows)
      write(table.hasLines)
      write(table.size ?? 0)
      write(table.rows) {
        $0.write($1) {
          $0.write($1.span)
          $0.write($1.paragraphs) { $0.write($1) }
        }
      }
    case .code(let code):
      write(4)
      write(Int(code.kind.rawValue))
      write(code.text)
      write(code.size)
      write(Int(code.alignment.rawValue))
      write(code.caption)
    case .space(let height):
      write(5)
      write(height)
    case .rule(let percent):
      write(6)
      write(percent)
    case .cut: write(7)
    case .together(let blocks):
      write(8)
      write(blocks) { $0.write($1) }
    case .placed(let placed):
      write(9)
      for length in [placed.x, placed.y, placed.width, placed.height] { write(length) }
      write(placed.isAtBottom)
      write(placed.blocks) { $0.write($1) }
    }
  }

  private mutating func write(_ paragraph: Paragraph) {
    write(Int(paragraph.alignment.rawValue))
    for number in [paragraph.size ?? 0, paragraph.firstIndent, paragraph.indent, paragraph.before, paragraph.after] {
      write(number)
    }
    write(paragraph.runs) { $0.write($1) }
  }

  private mutating func write(_ run: Run) {
    switch run {
    case .text(let text, let style):
      write(1)
      write(Int(style.rawValue))
      write(text)
    case .blank(let width):
      write(2)
      write(width)
    case .leader: write(3)
    case .box(let isMarked):
      write(4)
      write(isMarked)
    case .lineBreak: write(5)
    }
  }

  private mutating func write<Element>(_ list: [Element], each: (inout PageWriter, Element) -> Void) {
    write(list.count)
    for element in list { each(&self, element) }
  }

  private mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  private mutating func write(_ flag: Bool) { write(flag ? 1 : 0) }

  /// Negative numbers are none of a page and become 0.
  private mutating func write(_ number: Int) {
    var rest = UInt64(max(0, number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
