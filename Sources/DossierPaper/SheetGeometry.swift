import PageDescription

/// Where a sheet may be written on. All lengths are points.
struct SheetGeometry {
  /// A page, or a half of one, without its margins.
  struct Slot: Hashable {
    var x, y, width, height: Double
    /// The upper margin's height, where the number stands.
    var top: Double
  }

  var width, height: Double
  /// From the top down.
  var slots: [Slot]

  /// - Throws: `PaperFault.layout` if the margins leave less than 20 mm.
  init(_ sheet: PageDescription.Sheet, _ margins: PageDescription.Margins) throws(PaperFault) {
    let (width, height, parts) =
      switch sheet {
      case .a4: (2_100, 2_970, 1)
      case .a4Landscape: (2_970, 2_100, 1)
      case .a5: (1_480, 2_100, 1)
      case .halvesOfA4: (2_100, 2_970, 2)
      }
    let room = (width - margins.left - margins.right, height / parts - margins.top - margins.bottom)
    guard room.0 >= 200, room.1 >= 200 else { throw .layout }
    (self.width, self.height) = (Measure.points(width), Measure.points(height))
    slots = (0..<parts).map { place in
      Slot(
        x: Measure.points(margins.left), y: Measure.points(height / parts * place + margins.top),
        width: Measure.points(room.0), height: Measure.points(room.1), top: Measure.points(margins.top))
    }
  }
}
