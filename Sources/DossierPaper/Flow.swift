import PageDescription

/// Lays blocks one below the other, onto as many pages as they need, and draws them.
struct Flow {
  private static let maximumPages = 1_000

  private let page: PageDescription
  private let geometry: SheetGeometry
  private let canvas: Canvas
  private let composer: Composer

  /// Of all pages.
  private var pages = 0
  /// Of the present page; nil before the first.
  private var slot: Int?
  /// Of the present part.
  private var slotsOfPart = 0
  /// From the slot's upper edge.
  private var y = 0.0
  /// Repeated where a page breaks.
  private var head: [Piece] = []
  /// Whether a page has just broken.
  private var isAtBreak = false

  init(_ page: PageDescription, _ geometry: SheetGeometry, _ canvas: Canvas, _ composer: Composer) {
    (self.page, self.geometry, self.canvas, self.composer) = (page, geometry, canvas, composer)
  }

  mutating func place(_ part: PageDescription.Part) throws(PaperFault) {
    slotsOfPart = 0
    try advance()
    isAtBreak = false
    for block in part.blocks { try place(block) }
  }

  /// Ends the last page, which may be empty.
  mutating func end() throws(PaperFault) {
    if slot == nil { try advance() }
    canvas.endPage()
  }

  private var width: Double { geometry.slots[0].width }
  private var height: Double { geometry.slots[0].height }
  private var room: Double { height - y }
  /// What a page has room for where it begins.
  private var capacity: Double { height - head.height }

  private mutating func place(_ block: Block) throws(PaperFault) {
    switch block {
    case .table(let table): try place(table)
    case .placed(let placed): try draw(placed)
    case .together(let blocks):
      let pieces = try composer.pieces(of: blocks, width: width)
      guard pieces.height <= capacity + Measure.tolerance else {
        for block in blocks { try place(block) }
        return
      }
      if pieces.height > room + Measure.tolerance { try advance() }
      for piece in pieces { try place(piece) }
    case .paragraph, .columns, .code, .space, .rule, .cut:
      for piece in try composer.pieces(of: block, width: width) { try place(piece) }
    }
  }

  /// The head and the first row are never apart, and the head is repeated unless it would take half of a page.
  private mutating func place(_ table: Table) throws(PaperFault) {
    let heads = min(table.headRows, table.rows.count - 1)
    var rows: [Piece] = []
    while rows.count < heads, rows.height <= height / 2 {
      rows.append(try composer.row(rows.count, of: table, width: width))
    }
    if rows.height > height / 2 { rows = [] }
    for place in table.rows.indices.dropFirst(rows.count) {
      let row = try composer.row(place, of: table, width: width)
      if place == rows.count, !rows.isEmpty {
        let both = rows.height + row.height
        if both > room + Measure.tolerance, both <= height { try advance() }
        for row in rows { try self.place(row) }
        head = rows
      }
      try self.place(row)
    }
    head = []
  }

  private mutating func place(_ piece: Piece) throws(PaperFault) {
    if piece.isGap {
      if !isAtBreak { y += min(piece.height, room) }
    } else if piece.height <= room + Measure.tolerance {
      draw(piece)
    } else if piece.height <= capacity + Measure.tolerance {
      try advance()
      draw(piece)
    } else {
      switch piece.content {
      case .group(let pieces): for piece in pieces { try place(piece) }
      case .row(let row): try divide(row)
      case .nothing, .line, .stroke, .bars: throw .layout
      }
    }
  }

  private mutating func draw(_ piece: Piece) {
    let origin = geometry.slots[slot ?? 0]
    canvas.draw(piece, x: origin.x, y: origin.y + y)
    y += piece.height
    isAtBreak = false
  }

  private func draw(_ placed: Placed) throws(PaperFault) {
    let slot = geometry.slots[slot ?? 0]
    let (width, height) = (Measure.points(placed.width), Measure.points(placed.height))
    let (x, y) = (Measure.points(placed.x), Measure.points(placed.y))
    let pageHeight = geometry.height / Double(geometry.slots.count)
    guard x + width <= geometry.width + Measure.tolerance, y + height <= pageHeight + Measure.tolerance else {
      throw .layout
    }
    let pieces = try composer.pieces(of: placed.blocks, width: width)
    guard pieces.height <= height + Measure.tolerance else { throw .layout }
    canvas.draw(
      .group(pieces), x: slot.x - Measure.points(page.margins.left) + x,
      y: slot.y - slot.top + y + (placed.isAtBottom ? height - pieces.height : 0))
  }

  /// A row that no page has room for goes on in the next one, each cell where it was.
  private mutating func divide(_ row: Piece.Row) throws(PaperFault) {
    var rest = row.cells.map { $0.pieces.flattened[...] }
    while rest.contains(where: { !$0.isEmpty }) {
      var part = row
      for place in row.cells.indices {
        part.cells[place].pieces = []
        var left = room - 2 * row.inset
        while let piece = rest[place].first, piece.height <= left + Measure.tolerance {
          part.cells[place].pieces.append(piece)
          left -= piece.height
          rest[place].removeFirst()
        }
      }
      if part.cells.contains(where: { !$0.pieces.isEmpty }) {
        draw(.row(part))
      } else if isAtBreak || y <= Measure.tolerance {
        throw .layout
      }
      if rest.contains(where: { !$0.isEmpty }) { try advance() }
    }
  }

  /// To the next page, or to the next half of this one.
  private mutating func advance() throws(PaperFault) {
    let next = slot.map { $0 + 1 } ?? 0
    if slot == nil || next == geometry.slots.count {
      if slot != nil { canvas.endPage() }
      pages += 1
      guard pages <= Self.maximumPages else { throw .tooLarge }
      slot = 0
    } else {
      slot = next
      drawCut(above: geometry.slots[next])
    }
    slotsOfPart += 1
    y = 0
    try drawNumber()
    for piece in head { draw(piece) }
    isAtBreak = true
  }

  private func drawCut(above slot: SheetGeometry.Slot) {
    let stroke = Piece.Stroke(from: 0, to: slot.width, pattern: .dashed)
    canvas.draw(Piece(height: 0, content: .stroke(stroke)), x: slot.x, y: slot.y - slot.top)
  }

  /// In the middle of the upper margin. A half of a sheet is a page of its own: its part is what is counted.
  private func drawNumber() throws(PaperFault) {
    let number = geometry.slots.count == 1 ? pages : slotsOfPart
    guard page.numbersPages, number > 1, let slot else { return }
    let origin = geometry.slots[slot]
    let pieces = try composer.pieces(of: .paragraph(Paragraph("\(number)", [], .centre, after: 0)), width: origin.width)
    var y = origin.y - (origin.top + pieces.height) / 2
    for piece in pieces {
      canvas.draw(piece, x: origin.x, y: y)
      y += piece.height
    }
  }
}

extension [Piece] {
  /// With groups taken apart.
  fileprivate var flattened: [Piece] {
    flatMap { piece in
      if case .group(let pieces) = piece.content { pieces.flattened } else { [piece] }
    }
  }
}
