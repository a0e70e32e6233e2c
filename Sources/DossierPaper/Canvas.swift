import CPango
import Glibc
import PageDescription

/// A PDF in memory, into which pieces are drawn. All lengths are points, from the upper left corner of the page.
final class Canvas {
  private final class Buffer {
    /// No paper of an office is longer.
    private static let maximumBytes = 64 << 20

    var bytes: [UInt8] = []

    func add(_ data: UnsafePointer<UInt8>?, _ count: Int) -> cairo_status_t {
      guard bytes.count + count <= Self.maximumBytes else { return CAIRO_STATUS_WRITE_ERROR }
      bytes += UnsafeBufferPointer(start: data, count: count)
      return CAIRO_STATUS_SUCCESS
    }
  }

  private let buffer = Buffer()
  private let surface: OpaquePointer
  private let cairo: OpaquePointer

  /// - Throws: `PaperFault.malformed` if the description's time has a year of more than four digits.
  init(_ page: PageDescription, width: Double, height: Double) throws(PaperFault) {
    let write: cairo_write_func_t = { closure, data, count in
      guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
      return Unmanaged<Buffer>.fromOpaque(closure).takeUnretainedValue().add(data, Int(count))
    }
    guard let time = Self.time(page.createdAt) else { throw .malformed }
    // The buffer lives as long as the surface, since both are the canvas's.
    let closure = Unmanaged.passUnretained(buffer).toOpaque()
    guard let surface = cairo_pdf_surface_create_for_stream(write, closure, width, height),
      let cairo = cairo_create(surface)
    else { throw .notWritable }
    (self.surface, self.cairo) = (surface, cairo)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, page.title)
    // Without it cairo writes the present, and no two files are the same.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, time)
    cairo_set_line_width(cairo, Measure.thin)
  }

  deinit {
    cairo_destroy(cairo)
    cairo_surface_destroy(surface)
  }

  func endPage() { cairo_show_page(cairo) }

  /// The bytes of the file; nothing can be drawn any more.
  func finish() throws(PaperFault) -> [UInt8] {
    let status = cairo_status(cairo)
    cairo_surface_finish(surface)
    guard status == CAIRO_STATUS_SUCCESS, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      throw .notWritable
    }
    return buffer.bytes
  }

  /// ISO 8601 in UTC.
  private static func time(_ seconds: Int64) -> String? {
    var (time, parts) = (time_t(seconds), tm())
    guard (0..<253_402_300_800).contains(seconds), gmtime_r(&time, &parts) != nil else { return nil }
    var text = [UInt8](repeating: 0, count: 32)
    let count = text.withUnsafeMutableBytes {
      strftime($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    }
    return String(decoding: text.prefix(count), as: UTF8.self)
  }

  // MARK: Pieces

  func draw(_ piece: Piece, x: Double, y: Double) {
    switch piece.content {
    case .nothing: break
    case .line(let line): draw(line, x: x, y: y)
    case .stroke(let stroke): draw(stroke, x: x, y: y + piece.height / 2)
    case .bars(let bars):
      for bar in bars { cairo_rectangle(cairo, x + bar.x, y + bar.y, bar.width, bar.height) }
      cairo_fill(cairo)
    case .row(let row): draw(row, x: x, y: y, height: piece.height)
    case .group(let pieces): draw(pieces, x: x, y: y)
    }
  }

  private func draw(_ pieces: [Piece], x: Double, y: Double) {
    var y = y
    for piece in pieces {
      draw(piece, x: x, y: y)
      y += piece.height
    }
  }

  private func draw(_ row: Piece.Row, x: Double, y: Double, height: Double) {
    for cell in row.cells {
      let empty = height - 2 * row.inset - cell.pieces.height
      draw(cell.pieces, x: x + cell.x + cell.indent, y: y + row.inset + (row.isCentred ? empty / 2 : 0))
    }
    guard row.hasLines else { return }
    for cell in row.cells { cairo_rectangle(cairo, x + cell.x, y, cell.width, height) }
    cairo_stroke(cairo)
  }

  private func draw(_ line: TextLine, x: Double, y: Double) {
    if let text = line.line {
      cairo_move_to(cairo, x + line.x, y + line.baseline)
      pango_cairo_show_layout_line(cairo, text)
      cairo_new_path(cairo)
    }
    for mark in line.marks {
      switch mark.shape {
      case .dots(let width):
        draw(Piece.Stroke(from: mark.x, to: mark.x + width, pattern: .dotted), x: x, y: y + line.baseline)
      case .box(let side, let isMarked):
        drawBox(x: x + mark.x, y: y + line.baseline - side, side: side, isMarked: isMarked)
      }
    }
  }

  private func draw(_ stroke: Piece.Stroke, x: Double, y: Double) {
    let dashes: [Double] =
      switch stroke.pattern {
      case .solid: []
      case .dashed: [4, 3]
      case .dotted: [0.6, 1.9]
      }
    cairo_set_dash(cairo, dashes, Int32(dashes.count), 0)
    cairo_move_to(cairo, x + stroke.from, y)
    cairo_line_to(cairo, x + stroke.to, y)
    cairo_stroke(cairo)
    cairo_set_dash(cairo, [], 0, 0)
  }

  private func drawBox(x: Double, y: Double, side: Double, isMarked: Bool) {
    let (edge, cross) = (side * 0.06, side * 0.24)
    cairo_rectangle(cairo, x + edge, y, side - 2 * edge, side - edge)
    if isMarked {
      cairo_move_to(cairo, x + cross, y + cross)
      cairo_line_to(cairo, x + side - cross, y + side - cross)
      cairo_move_to(cairo, x + side - cross, y + cross)
      cairo_line_to(cairo, x + cross, y + side - cross)
    }
    cairo_set_line_width(cairo, 0.8)
    cairo_stroke(cairo)
    cairo_set_line_width(cairo, Measure.thin)
  }
}
