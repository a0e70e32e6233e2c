/// A grid of styled cells that a screen draws and the driver shows. It is a value and measures columns, not characters.
public struct Surface: Equatable, Sendable {
  /// One column of one row. A wide character fills its cell and puts `continuation` into the next one.
  struct Cell: Equatable, Sendable {
    /// A scalar value, or `clusterBase` plus an index into `clusters` for a letter with combining marks.
    var glyph: UInt32
    var style: Style

    static let continuation: UInt32 = 0
    static let clusterBase: UInt32 = 0x110000
  }

  public let size: Size
  /// The position of the terminal's cursor; nil hides it.
  public var cursor: Position?
  private(set) var cells: [Cell]
  private(set) var clusters: [String] = []

  public init(size: Size, ground: Ground = .plain) {
    self.size = size
    cells = Array(
      repeating: Cell(glyph: 0x20, style: Style(.text, on: ground)), count: max(0, size.columns) * max(0, size.rows))
  }

  public static func width(of text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + columnWidth(of: $1) }
  }

  /// Writes text, clipped to `width` columns; cut text ends in `…`. Control characters become `·`, and hidden ones are
  /// removed.
  /// - Returns: the number of columns used, from `column`.
  @discardableResult
  public mutating func put(
    _ text: String, row: Int, column: Int, width: Int? = nil, style: Style = .text,
    align: Alignment = .leading
  ) -> Int {
    let room = min(width ?? size.columns, size.columns - column)
    guard (0..<size.rows).contains(row), column >= 0, room > 0 else { return 0 }
    let needed = Self.width(of: text)
    let shift =
      switch align {
      case .leading: 0
      case .trailing: max(0, room - needed)
      case .center: max(0, (room - needed) / 2)
      }
    let isCut = needed > room
    let end = column + room - (isCut ? 1 : 0)
    var x = column + shift
    var last: Int?
    for scalar in text.unicodeScalars {
      let glyph: Unicode.Scalar = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? "·" : scalar
      let columns = columnWidth(of: glyph)
      if columns == 0 {
        if let last, !isHidden(glyph.value) { attach(glyph, to: last) }
        continue
      }
      guard x + columns <= end else { break }
      set(glyph.value, row: row, column: x, style: style)
      last = row * size.columns + x
      if columns == 2 { set(Cell.continuation, row: row, column: x + 1, style: style) }
      x += columns
    }
    if isCut {
      while x < end {
        set(0x20, row: row, column: x, style: style)
        x += 1
      }
      set(0x2026, row: row, column: x, style: style)
      x += 1
    }
    return x - column
  }

  /// Fills a rectangle with blanks.
  public mutating func fill(row: Int, column: Int, width: Int, height: Int, style: Style) {
    for y in max(0, row)..<max(max(0, row), min(size.rows, row + height)) {
      for x in max(0, column)..<max(max(0, column), min(size.columns, column + width)) {
        set(0x20, row: y, column: x, style: style)
      }
    }
  }

  /// Changes the ground of a part of a row and keeps its text.
  public mutating func setGround(_ ground: Ground, row: Int, column: Int = 0, width: Int? = nil) {
    guard (0..<size.rows).contains(row) else { return }
    let start = max(0, column)
    for x in start..<max(start, min(size.columns, column + (width ?? size.columns))) {
      cells[row * size.columns + x].style.ground = ground
    }
  }

  /// Changes the role of a part of a row and keeps its text.
  public mutating func setRole(_ role: Role, row: Int, column: Int, width: Int) {
    guard (0..<size.rows).contains(row) else { return }
    for x in max(0, column)..<max(0, column, min(size.columns, column + width)) {
      cells[row * size.columns + x].style.role = role
    }
  }

  public mutating func horizontalRule(row: Int, column: Int = 0, width: Int? = nil, style: Style = Style(.border)) {
    put(String(repeating: "─", count: max(0, width ?? size.columns - column)), row: row, column: column, style: style)
  }

  public mutating func verticalRule(row: Int, column: Int, height: Int, style: Style = Style(.border)) {
    for y in row..<row + max(0, height) { put("│", row: y, column: column, style: style) }
  }

  /// Draws a frame and fills it with blanks.
  public mutating func box(row: Int, column: Int, width: Int, height: Int, style: Style) {
    guard width >= 2, height >= 2 else { return }
    fill(row: row, column: column, width: width, height: height, style: style)
    let line = String(repeating: "─", count: width - 2)
    put("┌\(line)┐", row: row, column: column, style: style)
    put("└\(line)┘", row: row + height - 1, column: column, style: style)
    verticalRule(row: row + 1, column: column, height: height - 2, style: style)
    verticalRule(row: row + 1, column: column + width - 1, height: height - 2, style: style)
  }

  /// Draws another surface over this one.
  public mutating func draw(_ other: Surface, row: Int, column: Int) {
    for y in 0..<other.size.rows where (0..<size.rows).contains(row + y) {
      for x in 0..<other.size.columns where (0..<size.columns).contains(column + x) {
        let cell = other.cells[y * other.size.columns + x]
        let glyph =
          cell.glyph >= Cell.clusterBase ? intern(other.clusters[Int(cell.glyph - Cell.clusterBase)]) : cell.glyph
        set(glyph, row: row + y, column: column + x, style: cell.style)
      }
    }
    if let inner = other.cursor { cursor = Position(row: inner.row + row, column: inner.column + column) }
  }

  /// The text of each row, filled with blanks to the full width.
  public var lines: [String] { (0..<size.rows).map(line) }

  /// The texts that have a role, row by row.
  public func texts(in role: Role) -> [String] {
    (0..<size.rows).flatMap { runs(in: $0) }.filter { $0.style.role == role }.map { text(of: $0.scalars) }
  }

  func line(_ row: Int) -> String { text(of: runs(in: row).flatMap(\.scalars)) }

  private func text(of scalars: [UInt32]) -> String {
    String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }

  /// The runs of equal style in a row, in order.
  func runs(in row: Int) -> [(scalars: [UInt32], style: Style)] {
    var runs: [(scalars: [UInt32], style: Style)] = []
    for cell in cells[row * size.columns..<(row + 1) * size.columns] where cell.glyph != Cell.continuation {
      if runs.last?.style != cell.style { runs.append(([], cell.style)) }
      if cell.glyph >= Cell.clusterBase {
        runs[runs.count - 1].scalars += clusters[Int(cell.glyph - Cell.clusterBase)].unicodeScalars.map(\.value)
      } else {
        runs[runs.count - 1].scalars.append(cell.glyph)
      }
    }
    return runs
  }

  /// The rows that differ from an earlier surface of the same size.
  func changedRows(since other: Surface?) -> [Int] {
    guard let other, other.size == size else { return Array(0..<size.rows) }
    let mayShareClusters = clusters == other.clusters
    return (0..<size.rows).filter { row in
      let range = row * size.columns..<(row + 1) * size.columns
      guard cells[range] == other.cells[range] else { return true }
      return !mayShareClusters && cells[range].contains { $0.glyph >= Cell.clusterBase }
    }
  }

  mutating func replace(row: Int, column: Int, glyph: UInt32) {
    cells[row * size.columns + column].glyph = glyph
  }

  private mutating func set(_ glyph: UInt32, row: Int, column: Int, style: Style) {
    cells[row * size.columns + column] = Cell(glyph: glyph, style: style)
  }

  private mutating func attach(_ mark: Unicode.Scalar, to index: Int) {
    let glyph = cells[index].glyph
    var cluster =
      glyph >= Cell.clusterBase
      ? clusters[Int(glyph - Cell.clusterBase)] : Unicode.Scalar(glyph).map { String(Character($0)) } ?? ""
    // A character with many combining marks is an attack on the screen and not a letter.
    guard cluster.unicodeScalars.count < 4 else { return }
    cluster.unicodeScalars.append(mark)
    cells[index].glyph = intern(cluster)
  }

  private mutating func intern(_ cluster: String) -> UInt32 {
    if let known = clusters.firstIndex(of: cluster) { return Cell.clusterBase + UInt32(known) }
    clusters.append(cluster)
    return Cell.clusterBase + UInt32(clusters.count - 1)
  }
}
