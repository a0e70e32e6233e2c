import Terminal

/// One line of a tab: stretches of text at columns.
struct DetailLine: Equatable {
  var parts: [(column: Int, text: String, role: Role)]

  init(_ parts: (column: Int, text: String, role: Role)...) {
    self.parts = parts
  }

  static func == (left: DetailLine, right: DetailLine) -> Bool {
    left.parts.map(\.text) == right.parts.map(\.text)
  }

  /// Breaks the last stretch into several lines if it is wider than the screen.
  func broken(at width: Int) -> [DetailLine] {
    guard let last = parts.last, Surface.width(of: last.text) > width - last.column - 1 else { return [self] }
    return wrapped(last.text, width: max(10, width - last.column - 1)).enumerated().map { offset, piece in
      var line = self
      line.parts = (offset == 0 ? Array(parts.dropLast()) : []) + [(last.column, piece, last.role)]
      return line
    }
  }
}
