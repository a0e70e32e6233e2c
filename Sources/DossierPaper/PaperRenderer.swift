import PageDescription

/// Draws a description as PDF. The same description makes the same bytes.
enum PaperRenderer {
  static func pdf(of page: PageDescription, faces: Faces) throws(PaperFault) -> [UInt8] {
    try PageInspection(faces).check(page)
    let geometry = try SheetGeometry(page.sheet, page.margins)
    let size = Measure.points(halves: page.textSize)
    guard Typesetter.sizes.contains(size) else { throw .layout }
    let canvas = try Canvas(page, width: geometry.width, height: geometry.height)
    var flow = Flow(page, geometry, canvas, Composer(typesetter: Typesetter(faces: faces), size: size))
    for part in page.parts { try flow.place(part) }
    try flow.end()
    return try canvas.finish()
  }
}
