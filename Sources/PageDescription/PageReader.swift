/// Reads the bytes of a description. They may come from a file that somebody has changed, so everything is bounded before it is built.
struct PageReader {
  static let magic = Array("DPAGE1".utf8)
  /// Of blocks, runs, cells and rows together.
  private static let maximumElements = 200_000
  /// Of blocks in each other.
  private static let maximumDepth = 8
  /// Ten metres: no length of a paper is greater.
  private static let maximumLength = 100_000

  private var rest: ArraySlice<UInt8>
  private var elements = 0

  init(_ bytes: [UInt8]) throws(PageError) {
    guard bytes.count <= PageDescription.maximumBytes else { throw .tooLarge }
    guard bytes.starts(with: Self.magic) else { throw .malformed }
    rest = bytes.dropFirst(Self.magic.count)
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func description() throws(PageError) -> PageDescription {
    let sheet: PageDescription.Sheet = try choice()
    let margins = PageDescription.Margins(
      top: try length(), right: try length(), bottom: try length(), left: try length())
    let title = try text()
    let createdAt = Int64(try number())
    let (size, numbersPages) = (try length(), try flag())
    let parts = try list { (reader) throws(PageError) in PageDescription.Part(try reader.blocks(depth: 1)) }
    return PageDescription(
      sheet: sheet, margins: margins, title: title, createdAt: createdAt, textSize: size, numbersPages: numbersPages,
      parts: parts)
  }

  private mutating func blocks(depth: Int) throws(PageError) -> [Block] {
    guard depth <= Self.maximumDepth else { throw .tooLarge }
    return try list { (reader) throws(PageError) in try reader.block(depth) }
  }

  private mutating func block(_ depth: Int) throws(PageError) -> Block {
    switch try number() {
    case 1: return .paragraph(try paragraph())
    case 2:
      return .columns(
        try list { (reader) throws(PageError) in
          Block.Column(try reader.length(), try reader.blocks(depth: depth + 1))
        })
    case 3: return .table(try table())
    case 4:
      let kind: Code.Kind = try choice()
      let (text, size) = (try text(), try length())
      return .code(Code(kind, text, size: size, try choice(), caption: try self.text()))
    case 5: return .space(try length())
    case 6: return .rule(percent: try length())
    case 7: return .cut
    case 8: return .together(try blocks(depth: depth + 1))
    case 9:
      let (x, y, width, height) = (try length(), try length(), try length(), try length())
      return .placed(
        Placed(x: x, y: y, width: width, height: height, isAtBottom: try flag(), try blocks(depth: depth + 1)))
    default: throw .malformed
    }
  }

  private mutating func table() throws(PageError) -> Table {
    let shares = try list { (reader) throws(PageError) in try reader.length() }
    let (head, hasLines, size) = (try length(), try flag(), try length())
    let rows = try list { (reader) throws(PageError) in
      try reader.list { (reader) throws(PageError) in
        let span = try reader.length()
        return Table.Cell(try reader.list { (reader) throws(PageError) in try reader.paragraph() }, span: span)
      }
    }
    guard !shares.isEmpty, shares.allSatisfy({ $0 > 0 }),
      rows.allSatisfy({ row in row.allSatisfy { $0.span > 0 } && row.reduce(0) { $0 + $1.span } == shares.count })
    else { throw .malformed }
    return Table(shares: shares, headRows: head, rows: rows, hasLines: hasLines, size: size == 0 ? nil : size)
  }

  private mutating func paragraph() throws(PageError) -> Paragraph {
    let alignment: Paragraph.Alignment = try choice()
    let (size, first, indent, before, after) = (try length(), try length(), try length(), try length(), try length())
    let runs = try list { (reader) throws(PageError) in try reader.run() }
    return Paragraph(
      runs, alignment, size: size == 0 ? nil : size, firstIndent: first, indent: indent, before: before, after: after)
  }

  private mutating func run() throws(PageError) -> Run {
    switch try number() {
    case 1:
      let style = try number()
      guard style < 8 else { throw .malformed }
      return .text(try text(), Run.Style(rawValue: UInt8(style)))
    case 2: return .blank(try length())
    case 3: return .leader
    case 4: return .box(isMarked: try flag())
    case 5: return .lineBreak
    default: throw .malformed
    }
  }

  private mutating func list<Element>(
    _ element: (inout PageReader) throws(PageError) -> Element
  ) throws(PageError) -> [Element] {
    let count = try number()
    elements += count
    guard count <= Self.maximumElements, elements <= Self.maximumElements else { throw .tooLarge }
    var list: [Element] = []
    for _ in 0..<count { list.append(try element(&self)) }
    return list
  }

  private mutating func choice<Choice: RawRepresentable>() throws(PageError) -> Choice where Choice.RawValue == UInt8 {
    guard let raw = UInt8(exactly: try number()), let choice = Choice(rawValue: raw) else { throw .malformed }
    return choice
  }

  private mutating func flag() throws(PageError) -> Bool {
    let number = try number()
    guard number < 2 else { throw .malformed }
    return number == 1
  }

  private mutating func length() throws(PageError) -> Int {
    let number = try number()
    guard number <= Self.maximumLength else { throw .tooLarge }
    return number
  }

  private mutating func text() throws(PageError) -> String {
    let count = try number()
    guard count <= rest.count, let text = String(validating: rest.prefix(count), as: UTF8.self) else {
      throw .malformed
    }
    rest = rest.dropFirst(count)
    return text
  }

  /// At most 53 bits, so that no sum overflows.
  private mutating func number() throws(PageError) -> Int {
    var value = 0
    for shift in stride(from: 0, through: 49, by: 7) {
      guard let byte = rest.popFirst() else { throw .malformed }
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return value }
    }
    throw .malformed
  }
}
