/// The units of drawing: points, from the tenths of a millimetre and the half points of a description.
enum Measure {
  static func points(_ tenths: Int) -> Double { Double(tenths) * 72 / 254 }

  static func points(halves: Int) -> Double { Double(halves) / 2 }

  /// Lengths that differ by less are equal.
  static let tolerance = 0.01
  /// The thickness of lines.
  static let thin = 0.5
}
