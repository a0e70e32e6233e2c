import Terminal

/// A box in the middle of the screen: a title, lines of text, and the keys at its foot.
struct Dialog {
  let row: Int
  let column: Int
  let width: Int
  /// The number of rows between the frame and the foot.
  let lineCount: Int

  /// The width available for a line, in columns.
  var inner: Int { width - 4 }

  /// - Parameter most: the width of the box if the screen is wide enough.
  static func inner(_ surface: Surface, most: Int = 66) -> Int { min(surface.size.columns - 4, most) - 4 }

  /// Draws the frame.
  init(on surface: inout Surface, title: String, foot: String, lineCount: Int, most: Int = 66) {
    width = Self.inner(surface, most: most) + 4
    self.lineCount = lineCount
    let height = lineCount + 3
    row = max(0, (surface.size.rows - height) / 2)
    column = (surface.size.columns - width) / 2
    surface.box(row: row, column: column, width: width, height: height, style: Style(.border, on: .dialog))
    surface.put(" \(title) ", row: row, column: column + 2, width: inner, style: Style(.title, on: .dialog))
    put(foot, line: lineCount, .hint, on: &surface)
  }

  /// - Returns: the number of columns used.
  @discardableResult
  func put(_ text: String, line: Int, _ role: Role, on surface: inout Surface) -> Int {
    surface.put(text, row: row + 1 + line, column: column + 2, width: inner, style: Style(role, on: .dialog))
  }

  func put(_ lines: some Sequence<String>, line first: Int, _ role: Role, on surface: inout Surface) {
    for (offset, text) in lines.enumerated() { put(text, line: first + offset, role, on: &surface) }
  }

  func draw(_ list: ChoiceList, line first: Int, height: Int, on surface: inout Surface) {
    list.draw(on: &surface, row: row + 1 + first, column: column + 2, width: inner, height: height, ground: .dialog)
  }
}
