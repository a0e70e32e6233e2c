/// One element of a page, from the top down.
public indirect enum Block: Hashable, Sendable {
  case paragraph(Paragraph)
  /// Beside each other.
  case columns([Column])
  case table(Table)
  case code(Code)
  /// An empty place of this height.
  case space(Int)
  /// A line over so many hundredths of the width, centred.
  case rule(percent: Int)
  /// A dashed line over the whole width, along which the paper is cut.
  case cut
  /// On one page, if they fit on one.
  case together([Block])
  /// At a place of its own, whatever else stands on the page.
  case placed(Placed)

  public struct Column: Hashable, Sendable {
    /// Its part of the width, relative to those of the others.
    public var share: Int
    public var blocks: [Block]

    public init(_ share: Int, _ blocks: [Block]) { (self.share, self.blocks) = (share, blocks) }
  }
}

/// A rectangle of the page, or of the half of a sheet, into which something is printed: onto a paper that lies in the printer, or onto
/// labels. What does not fit it is a fault, so that nothing is printed beside its place. It moves nothing else of the page, and it
/// stands in a part itself, not in another block.
public struct Placed: Hashable, Sendable {
  /// From the left and upper edges of the page, not from its margins.
  public var x, y: Int
  public var width, height: Int
  /// What is lower than the rectangle stands at its lower edge.
  public var isAtBottom: Bool
  public var blocks: [Block]

  public init(x: Int, y: Int, width: Int, height: Int, isAtBottom: Bool = false, _ blocks: [Block]) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
    self.isAtBottom = isAtBottom
    self.blocks = blocks
  }
}

/// A text with one alignment. Its lines break between words.
public struct Paragraph: Hashable, Sendable {
  public enum Alignment: UInt8, CaseIterable, Sendable {
    case left = 1
    case centre = 2
    case right = 3
    case justified = 4
  }

  public var runs: [Run]
  public var alignment: Alignment
  /// Half points; nil for the page's.
  public var size: Int?
  /// Of the first line, beyond the others.
  public var firstIndent: Int
  public var indent: Int
  public var before: Int
  public var after: Int

  public init(
    _ runs: [Run], _ alignment: Alignment = .left, size: Int? = nil, firstIndent: Int = 0, indent: Int = 0,
    before: Int = 0, after: Int = 10
  ) {
    self.runs = runs
    self.alignment = alignment
    self.size = size
    self.firstIndent = firstIndent
    self.indent = indent
    self.before = before
    self.after = after
  }

  public init(
    _ text: String, _ style: Run.Style = [], _ alignment: Alignment = .left, size: Int? = nil, firstIndent: Int = 0,
    indent: Int = 0, before: Int = 0, after: Int = 10
  ) {
    self.init(
      [.text(text, style)], alignment, size: size, firstIndent: firstIndent, indent: indent, before: before,
      after: after)
  }
}

/// A piece of a paragraph.
public enum Run: Hashable, Sendable {
  public struct Style: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = Style(rawValue: 1)
    public static let italic = Style(rawValue: 2)
    public static let underlined = Style(rawValue: 4)
  }

  case text(String, Style)
  /// A dotted line of this width, to be filled in by hand.
  case blank(Int)
  /// A dotted line as far as the end of the text line.
  case leader
  /// A box to be marked, with a cross or without. Drawn, because the faces have no such letter.
  case box(isMarked: Bool)
  case lineBreak

  public static func text(_ text: String) -> Run { .text(text, []) }
}

public struct Table: Hashable, Sendable {
  public struct Cell: Hashable, Sendable {
    public var paragraphs: [Paragraph]
    /// How many columns it takes.
    public var span: Int

    public init(_ paragraphs: [Paragraph], span: Int = 1) { (self.paragraphs, self.span) = (paragraphs, span) }

    public init(_ text: String, _ style: Run.Style = [], _ alignment: Paragraph.Alignment = .left, span: Int = 1) {
      self.init([Paragraph(text, style, alignment, after: 0)], span: span)
    }
  }

  /// The columns' parts of the width, relative to each other.
  public var shares: [Int]
  /// The first rows that are repeated on each page.
  public var headRows: Int
  /// Each row's cells take all columns together.
  public var rows: [[Cell]]
  public var hasLines: Bool
  /// Half points; nil for the page's.
  public var size: Int?

  public init(shares: [Int], headRows: Int = 1, rows: [[Cell]], hasLines: Bool = true, size: Int? = nil) {
    self.shares = shares
    self.headRows = headRows
    self.rows = rows
    self.hasLines = hasLines
    self.size = size
  }
}

/// A code that a machine reads.
public struct Code: Hashable, Sendable {
  public enum Kind: UInt8, CaseIterable, Sendable {
    /// QR, level M, UTF-8 without ECI, as the citizen's card has it (ISO/IEC 18004, TCVN 7322:2009).
    case qr = 1
    /// Code 128 (ISO/IEC 15417); the text is ASCII.
    case code128 = 2
  }

  public var kind: Kind
  public var text: String
  /// QR: the side with its quiet zone; Code 128: the height of the bars.
  public var size: Int
  public var alignment: Paragraph.Alignment
  /// Below it; empty for none.
  public var caption: String

  public init(_ kind: Kind, _ text: String, size: Int, _ alignment: Paragraph.Alignment = .left, caption: String = "") {
    self.kind = kind
    self.text = text
    self.size = size
    self.alignment = alignment
    self.caption = caption
  }
}
