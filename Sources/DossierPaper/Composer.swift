import PageDescription

/// Makes pieces of blocks, without regard to pages.
struct Composer {
  let typesetter: Typesetter
  /// Of type, in points.
  let size: Double

  /// Between columns that stand beside each other.
  private static let gutter = Measure.points(20)
  private static let captionSize = 9.0
  /// 0.33 mm where there is room, and what a printer of 200 dpi still keeps apart.
  private static let (moduleWidth, leastModuleWidth) = (0.33 * 72 / 25.4, 0.19 * 72 / 25.4)

  func pieces(of blocks: [Block], width: Double) throws(PaperFault) -> [Piece] {
    var pieces: [Piece] = []
    for block in blocks { pieces += try self.pieces(of: block, width: width) }
    return pieces
  }

  func pieces(of block: Block, width: Double) throws(PaperFault) -> [Piece] {
    switch block {
    case .paragraph(let paragraph): try typesetter.pieces(of: paragraph, width: width, size: size)
    case .columns(let columns): [try row(of: columns, width: width)]
    case .table(let table): try rows(of: table, width: width)
    case .code(let code): [try piece(of: code, width: width)]
    case .space(let height): [.gap(Measure.points(height))]
    case .rule(let percent): [rule(min(100, percent), width: width)]
    case .cut: [stroke(from: 0, to: width, .dashed, height: Measure.points(60))]
    case .together(let blocks): [.group(try pieces(of: blocks, width: width))]
    // It has no place in the width of another one.
    case .placed: throw .layout
    }
  }

  func row(_ place: Int, of table: Table, width: Double) throws(PaperFault) -> Piece {
    let all = Double(table.shares.reduce(0, +))
    let side = table.hasLines ? Measure.points(15) : 0
    let size = table.size.map(Measure.points(halves:)) ?? size
    var (cells, column) = ([Piece.Cell](), 0)
    for cell in table.rows[place] {
      let left = width * Double(table.shares[..<column].reduce(0, +)) / all
      column += cell.span
      let right = width * Double(table.shares[..<column].reduce(0, +)) / all
      let room = right - left - 2 * side - (table.hasLines || column == table.shares.count ? 0 : Self.gutter)
      var pieces: [Piece] = []
      for paragraph in cell.paragraphs { pieces += try typesetter.pieces(of: paragraph, width: room, size: size) }
      cells.append(Piece.Cell(x: left, width: right - left, indent: side, pieces: pieces))
    }
    return .row(
      Piece.Row(
        cells: cells, inset: Measure.points(table.hasLines ? 8 : 3), hasLines: table.hasLines,
        isCentred: place < table.headRows))
  }

  private func rows(of table: Table, width: Double) throws(PaperFault) -> [Piece] {
    var rows: [Piece] = []
    for place in table.rows.indices { rows.append(try row(place, of: table, width: width)) }
    return rows
  }

  private func row(of columns: [Block.Column], width: Double) throws(PaperFault) -> Piece {
    let all = columns.reduce(0) { $0 + max(1, $1.share) }
    let room = width - Self.gutter * Double(columns.count - 1)
    var (cells, x) = ([Piece.Cell](), 0.0)
    for column in columns {
      let width = room * Double(max(1, column.share)) / Double(all)
      guard width > 0 else { throw .layout }
      cells.append(Piece.Cell(x: x, width: width, indent: 0, pieces: try pieces(of: column.blocks, width: width)))
      x += width + Self.gutter
    }
    return .row(Piece.Row(cells: cells, inset: 0, hasLines: false, isCentred: false))
  }

  private func rule(_ percent: Int, width: Double) -> Piece {
    let empty = width * Double(100 - percent) / 200
    return stroke(from: empty, to: width - empty, .solid, height: Measure.points(12))
  }

  private func stroke(from: Double, to: Double, _ pattern: Piece.Stroke.Pattern, height: Double) -> Piece {
    Piece(height: height, content: .stroke(Piece.Stroke(from: from, to: to, pattern: pattern)))
  }

  // MARK: Codes

  private func piece(of code: Code, width: Double) throws(PaperFault) -> Piece {
    let side = Measure.points(code.size)
    let bars: [Piece.Rectangle]
    let own: Double
    switch code.kind {
    case .qr:
      guard let modules = QRModules(code.text) else { throw .code }
      let module = side / Double(modules.side + 2 * QRModules.quietZone)
      guard module >= Self.leastModuleWidth else { throw .code }
      bars = modules.stretches.map { $0.scaled(by: module, module, margin: QRModules.quietZone) }
      own = side
    case .code128:
      guard let widths = Code128.widths(of: code.text) else { throw .code }
      let modules = widths.reduce(2 * Code128.quietZone, +)
      let module = min(Self.moduleWidth, width / Double(modules))
      guard module >= Self.leastModuleWidth else { throw .code }
      var (x, found) = (Double(Code128.quietZone) * module, [Piece.Rectangle]())
      for (place, bar) in widths.enumerated() {
        if place.isMultiple(of: 2) {
          found.append(Piece.Rectangle(x: x, y: 0, width: Double(bar) * module, height: side))
        }
        x += Double(bar) * module
      }
      (bars, own) = (found, Double(modules) * module)
    }
    guard own <= width + Measure.tolerance, side > 0 else { throw .layout }
    let x =
      switch code.alignment {
      case .left, .justified: 0.0
      case .centre: (width - own) / 2
      case .right: width - own
      }
    var pieces = [Piece(height: side, content: .bars(bars.map { $0.moved(right: x) }))]
    if !code.caption.isEmpty {
      pieces += try typesetter.pieces(
        of: Paragraph(code.caption, [], .centre, after: 0), width: own, size: Self.captionSize, x: x)
    }
    return .group(pieces)
  }
}

extension Piece.Rectangle {
  fileprivate func scaled(by width: Double, _ height: Double, margin: Int) -> Self {
    Self(
      x: (x + Double(margin)) * width, y: (y + Double(margin)) * height, width: self.width * width,
      height: self.height * height)
  }

  fileprivate func moved(right distance: Double) -> Self {
    var moved = self
    moved.x += distance
    return moved
  }
}
