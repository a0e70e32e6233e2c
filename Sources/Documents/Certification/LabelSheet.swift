import DossierDomain
import PageDescription

/// An A4 sheet of labels, in tenths of a millimetre.
public struct LabelSheet: Hashable, Sendable {
  public let columns, rows: Int
  /// Of one label.
  public let width, height: Int
  /// From the edges of the sheet to the first label.
  public let left, top: Int
  /// Between two labels.
  public let across, down: Int

  public static let usual = LabelSheet(2, 4, size: (991, 677), first: (47, 131), gaps: (25, 0))

  /// What a label keeps free at each side, because no printer meets its edges exactly.
  private static let inset = 30
  /// The least in which an attestation can be set.
  private static let (leastWidth, leastHeight) = (500, 300)
  private static let (sheetWidth, sheetHeight) = (2_100, 2_970)

  /// Nil if the labels do not fit on the sheet.
  public init?(
    columns: Int, rows: Int, width: Int, height: Int, left: Int, top: Int, across: Int, down: Int
  ) {
    guard (1...9).contains(columns), (1...9).contains(rows),
      (Self.leastWidth...Self.sheetWidth).contains(width), (Self.leastHeight...Self.sheetHeight).contains(height),
      [left, top, across, down].allSatisfy({ (0...Self.sheetHeight).contains($0) }),
      left + columns * width + (columns - 1) * across <= Self.sheetWidth,
      top + rows * height + (rows - 1) * down <= Self.sheetHeight
    else { return nil }
    self.init(columns, rows, size: (width, height), first: (left, top), gaps: (across, down))
  }

  private init(_ columns: Int, _ rows: Int, size: (Int, Int), first: (Int, Int), gaps: (Int, Int)) {
    (self.columns, self.rows) = (columns, rows)
    (width, height) = size
    (left, top) = first
    (across, down) = gaps
  }

  public var count: Int { columns * rows }

  /// The labels that are no longer on the sheet whose first one is this, from 0.
  func used(_ first: Int) -> Int { min(max(0, first), count - 1) }

  /// - Parameter place: from 0, row by row.
  func placed(_ blocks: [Block], at place: Int) -> Block {
    .placed(
      Placed(
        x: left + place % columns * (width + across) + Self.inset,
        y: top + place / columns * (height + down) + Self.inset, width: width - 2 * Self.inset,
        height: height - 2 * Self.inset, blocks))
  }
}

extension LabelSheet {
  /// `2x4 99.1 67.7 4.7 13.1 2.5 0`: columns and rows, then in millimetres width, height, left, top, and the gaps across and down.
  public var text: String {
    (["\(columns)x\(rows)"] + [width, height, left, top, across, down].map(Self.millimetres)).joined(separator: " ")
  }

  public init?(text: String) {
    let words = text.split(separator: " ")
    let counts = words.first?.split(separator: "x").compactMap { isDigits($0) ? Int($0) : nil } ?? []
    let lengths = words.dropFirst().compactMap { Self.tenths($0) }
    guard counts.count == 2, words.count == 7, lengths.count == 6 else { return nil }
    self.init(
      columns: counts[0], rows: counts[1], width: lengths[0], height: lengths[1], left: lengths[2], top: lengths[3],
      across: lengths[4], down: lengths[5])
  }

  private static func millimetres(_ tenths: Int) -> String {
    tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private static func tenths(_ text: Substring) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ isDigits($0) && $0.utf8.count <= 4 }),
      let whole = Int(parts[0])
    else { return nil }
    guard parts.count == 2 else { return 10 * whole }
    return parts[1].utf8.count == 1 ? Int(parts[1]).map { 10 * whole + $0 } : nil
  }
}
