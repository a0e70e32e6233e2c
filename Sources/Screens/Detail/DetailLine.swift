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

  /// Breaks each stretch that is wider than its room into several lines, so that no name, number or date is cut.
  func broken(at width: Int) -> [DetailLine] {
    let pieces = parts.indices.map { index -> [String] in
      let next = index + 1 < parts.count ? parts[index + 1].column : width
      let room = next - parts[index].column - 1
      return Surface.width(of: parts[index].text) <= room
        ? [parts[index].text] : wrapped(parts[index].text, width: max(10, room))
    }
    let height = pieces.reduce(1) { max($0, $1.count) }
    guard height > 1 else { return [self] }
    return (0..<height).map { row in
      var line = self
      line.parts = parts.indices.filter { row < pieces[$0].count }.map {
        (parts[$0].column, pieces[$0][row], parts[$0].role)
      }
      return line
    }
  }
}
