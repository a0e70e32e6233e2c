import CQRCode

/// A QR code drawn as text: two columns for each module, so that the modules are square, and a margin of four modules,
/// which scanners require.
struct QRPicture {
  /// Rows of modules, true for dark, without the margin.
  let modules: [[Bool]]
  private static let margin = 4

  /// - Parameter text: capital letters, digits and the signs of QR's alphanumeric mode. Nil if it is too long.
  init?(_ text: String) {
    guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { return nil }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    guard let data = code.pointee.data else { return nil }
    modules = (0..<width).map { row in (0..<width).map { data[row * width + $0] & 1 == 1 } }
  }

  enum Style {
    /// Uses block characters for dark modules, for paper or a file.
    case paper
    /// Sets foreground and background colours, so that the code is dark on light whatever the terminal's own colours
    /// are. Consoles with eight colours support these.
    case terminal
  }

  func lines(_ style: Style) -> [String] {
    let blank = [Bool](repeating: false, count: modules.count)
    let rows =
      [[Bool]](repeating: blank, count: Self.margin) + modules + [[Bool]](repeating: blank, count: Self.margin)
    let side = [Bool](repeating: false, count: Self.margin)
    return rows.map { row in
      let cells = side + row + side
      switch style {
      case .paper:
        return cells.map { $0 ? "██" : "  " }.joined()
      case .terminal:
        var line = ""
        var last: Bool?
        for isDark in cells {
          if isDark != last { line += isDark ? "\u{1B}[40m" : "\u{1B}[47m" }
          line += "  "
          last = isDark
        }
        return line + "\u{1B}[0m"
      }
    }
  }
}
