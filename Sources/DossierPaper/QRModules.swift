import CQRCode

/// The dark modules of a QR code: level M, UTF-8 without ECI (ISO/IEC 18004, TCVN 7322:2009).
struct QRModules {
  /// The light modules around it that a reader needs.
  static let quietZone = 4

  let side: Int
  private let bytes: [UInt8]

  /// Nil for a text that is empty, too long, or has a zero byte.
  init?(_ text: String) {
    guard !text.isEmpty, !text.utf8.contains(0), let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1)
    else { return nil }
    defer { QRcode_free(code) }
    side = Int(code.pointee.width)
    bytes = Array(UnsafeBufferPointer(start: code.pointee.data, count: side * side))
  }

  /// The dark stretches of each line, from the top left, in modules.
  var stretches: [Piece.Rectangle] {
    var found: [Piece.Rectangle] = []
    for y in 0..<side {
      var x = 0
      while x < side {
        let dark = (x..<side).prefix { bytes[y * side + $0] & 1 == 1 }.count
        if dark > 0 { found.append(Piece.Rectangle(x: Double(x), y: Double(y), width: Double(dark), height: 1)) }
        x += max(1, dark)
      }
    }
    return found
  }
}
