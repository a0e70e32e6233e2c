/// Something set that a page break does not divide, or a row that is divided only if it is higher than a page. All lengths are points.
struct Piece {
  indirect enum Content {
    case nothing
    case line(TextLine)
    /// Horizontal, in the middle of the piece.
    case stroke(Stroke)
    /// Filled rectangles.
    case bars([Rectangle])
    case row(Row)
    /// Below each other.
    case group([Piece])
  }

  struct Rectangle: Hashable {
    var x, y, width, height: Double
  }

  struct Stroke: Hashable {
    enum Pattern {
      case solid
      case dashed
      case dotted
    }

    var from, to: Double
    var pattern: Pattern
  }

  struct Row {
    var cells: [Cell]
    /// Between a cell's edges and what it holds.
    var inset: Double
    var hasLines: Bool
    /// What is lower than the row stands in its middle.
    var isCentred: Bool
  }

  struct Cell {
    /// From the row's left edge to that of the cell.
    var x: Double
    var width: Double
    /// From the cell's left edge to what it holds.
    var indent: Double
    var pieces: [Piece]
  }

  var height: Double
  var content: Content
  /// An empty place, which vanishes where a page breaks.
  var isGap = false

  static func gap(_ height: Double) -> Piece { Piece(height: height, content: .nothing, isGap: true) }

  static func row(_ row: Row) -> Piece {
    let height = row.cells.map { $0.pieces.height }.max() ?? 0
    return Piece(height: height + 2 * row.inset, content: .row(row))
  }

  static func group(_ pieces: [Piece]) -> Piece { Piece(height: pieces.height, content: .group(pieces)) }
}

extension [Piece] {
  var height: Double { reduce(0) { $0 + $1.height } }
}
