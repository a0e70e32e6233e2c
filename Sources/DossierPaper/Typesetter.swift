import CPango
import PageDescription

/// Sets paragraphs into lines.
struct Typesetter {
  let faces: Faces

  /// - Parameters:
  ///   - size: in points, for a paragraph without a size of its own.
  ///   - x: from the left edge of the pieces to that of the paragraph.
  /// - Throws: `PaperFault.layout` if a letter is wider than the paragraph.
  func pieces(of paragraph: Paragraph, width: Double, size: Double, x: Double = 0) throws(PaperFault) -> [Piece] {
    let size = paragraph.size.map(Measure.points(halves:)) ?? size
    let indent = Measure.points(paragraph.indent)
    let firstIndent = Measure.points(paragraph.firstIndent)
    guard Typesetter.sizes.contains(size), width - indent - firstIndent >= size else { throw .layout }
    var pieces = [Piece.gap(Measure.points(paragraph.before))]
    for (place, segment) in TextSegment.segments(of: paragraph.runs).enumerated() {
      let alignment = segment.hasLeader && paragraph.alignment != .justified ? .left : paragraph.alignment
      let shape = Shape(
        width: width - indent, size: size, alignment: alignment, firstIndent: place == 0 ? firstIndent : 0)
      pieces += try lines(of: segment, shape, x: x + indent)
    }
    pieces.append(.gap(Measure.points(paragraph.after)))
    return pieces.filter { !$0.isGap || $0.height > 0 }
  }

  /// Of type, in points. What is smaller cannot be read, what is larger is no paper of an office.
  static let sizes = 4.0...72.0
  /// A dotted line that would be shorter goes to the next text line.
  private static let shortestLeader = Measure.points(100)

  /// Of the faces, relative to the size, so that a line that has only a box is as high as another one.
  private static let (ascent, descent) = (0.891, 0.216)

  private struct Shape {
    var width, size: Double
    var alignment: Paragraph.Alignment
    var firstIndent: Double
  }

  private func lines(of segment: TextSegment, _ shape: Shape, x: Double) throws(PaperFault) -> [Piece] {
    let layout = try TextLayout(faces)
    let marks = fill(layout.pointer, with: segment, shape)
    guard let iterator = pango_layout_get_iter(layout.pointer) else { throw .layout }
    defer { pango_layout_iter_free(iterator) }
    var (pieces, end, baseline) = ([Piece](), 0.0, 0.0)
    repeat {
      var (top, bottom) = (Int32(0), Int32(0))
      var (ink, logical) = (PangoRectangle(), PangoRectangle())
      pango_layout_iter_get_line_yrange(iterator, &top, &bottom)
      pango_layout_iter_get_line_extents(iterator, &ink, &logical)
      guard let line = pango_layout_iter_get_line_readonly(iterator) else { throw .layout }
      let left = points(logical.x)
      baseline = points(pango_layout_iter_get_baseline(iterator) - top)
      // Slanted letters may reach out of their own width.
      guard points(ink.x + ink.width) <= shape.width + shape.size / 3 else { throw .layout }
      end = left + points(logical.width)
      pieces.append(
        Piece(
          height: points(bottom - top),
          content: .line(
            TextLine(
              layout: layout, line: line, x: x + left, baseline: baseline,
              marks: placed(marks, in: line, x: x + left)))))
    } while pango_layout_iter_next_line(iterator) != 0
    if segment.hasLeader { add(leaderFrom: end, to: &pieces, shape, x: x, baseline: baseline) }
    return pieces
  }

  private func add(leaderFrom end: Double, to pieces: inout [Piece], _ shape: Shape, x: Double, baseline: Double) {
    guard let last = pieces.last, case .line(var line) = last.content else { return }
    if shape.width - end >= Self.shortestLeader || end < Measure.tolerance {
      let gap = end < Measure.tolerance ? 0 : 1.0
      line.marks.append(TextLine.Mark(shape: .dots(width: shape.width - end - gap), x: x + end + gap))
      pieces[pieces.count - 1].content = .line(line)
    } else {
      let dots = TextLine.Mark(shape: .dots(width: shape.width), x: x)
      let line = TextLine(layout: nil, line: nil, x: x, baseline: baseline, marks: [dots])
      pieces.append(Piece(height: last.height, content: .line(line)))
    }
  }

  /// - Returns: what is drawn, by the byte at which it stands.
  private func fill(
    _ layout: OpaquePointer, with segment: TextSegment, _ shape: Shape
  ) -> [(index: Int32, shape: TextLine.Mark.Shape)] {
    let attributes = pango_attr_list_new()
    defer { pango_attr_list_unref(attributes) }
    // A hyphen would look like one of the name.
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
    var (text, marks) = ([UInt8](), [(index: Int32, shape: TextLine.Mark.Shape)]())
    func insert(_ attribute: UnsafeMutablePointer<PangoAttribute>?, from start: Int) {
      attribute?.pointee.start_index = guint(start)
      attribute?.pointee.end_index = guint(text.count)
      pango_attr_list_insert(attributes, attribute)
    }
    for piece in segment.pieces {
      let start = text.count
      let mark: TextLine.Mark.Shape
      switch piece {
      case .text(let piece, let style):
        text += piece.utf8
        if style.contains(.bold) { insert(pango_attr_weight_new(PANGO_WEIGHT_BOLD), from: start) }
        if style.contains(.italic) { insert(pango_attr_style_new(PANGO_STYLE_ITALIC), from: start) }
        if style.contains(.underlined) { insert(pango_attr_underline_new(PANGO_UNDERLINE_SINGLE), from: start) }
        continue
      case .blank(let width):
        mark = .dots(width: max(1, min(Measure.points(width), shape.width - shape.firstIndent)))
      case .box(let isMarked): mark = .box(side: shape.size * 0.72, isMarked: isMarked)
      }
      text += "\u{FFFC}".utf8
      marks.append((Int32(start), mark))
      var place = PangoRectangle(
        x: 0, y: units(-shape.size * Self.ascent), width: units(mark.width),
        height: units(shape.size * (Self.ascent + Self.descent)))
      insert(pango_attr_shape_new(&place, &place), from: start)
    }
    let description = pango_font_description_new()
    defer { pango_font_description_free(description) }
    pango_font_description_set_family(description, Faces.family)
    pango_font_description_set_absolute_size(description, Double(units(shape.size)))
    pango_layout_set_font_description(layout, description)
    pango_layout_set_auto_dir(layout, 0)
    pango_layout_set_width(layout, units(shape.width))
    pango_layout_set_indent(layout, units(shape.firstIndent))
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    pango_layout_set_alignment(layout, shape.alignment.pango)
    pango_layout_set_justify(layout, shape.alignment == .justified ? 1 : 0)
    pango_layout_set_attributes(layout, attributes)
    text.withUnsafeBytes {
      pango_layout_set_text(layout, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count))
    }
    return marks
  }

  private func placed(
    _ marks: [(index: Int32, shape: TextLine.Mark.Shape)], in line: UnsafeMutablePointer<PangoLayoutLine>, x: Double
  ) -> [TextLine.Mark] {
    let bytes = line.pointee.start_index..<line.pointee.start_index + line.pointee.length
    return marks.filter { bytes.contains($0.index) }.map { mark in
      var left: Int32 = 0
      pango_layout_line_index_to_x(line, mark.index, 0, &left)
      return TextLine.Mark(shape: mark.shape, x: x + points(left))
    }
  }

  private func points(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }

  private func units(_ points: Double) -> Int32 { Int32((points * Double(PANGO_SCALE)).rounded()) }
}

extension TextLine.Mark.Shape {
  /// The place that it takes in its line.
  fileprivate var width: Double {
    switch self {
    case .dots(let width): width
    case .box(let side, _): side
    }
  }
}

extension Paragraph.Alignment {
  fileprivate var pango: PangoAlignment {
    switch self {
    case .left, .justified: PANGO_ALIGN_LEFT
    case .centre: PANGO_ALIGN_CENTER
    case .right: PANGO_ALIGN_RIGHT
    }
  }
}
