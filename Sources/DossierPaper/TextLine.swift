import CPango

/// One line of a text that pango has set, with what is drawn into it.
struct TextLine {
  struct Mark {
    enum Shape: Hashable {
      case dots(width: Double)
      case box(side: Double, isMarked: Bool)
    }

    var shape: Shape
    /// From the left edge of the piece.
    var x: Double
  }

  /// Keeps `line` alive; nil where a line has only marks.
  var layout: TextLayout?
  var line: UnsafeMutablePointer<PangoLayoutLine>?
  var x: Double
  /// From the upper edge of the piece.
  var baseline: Double
  var marks: [Mark]

  func moved(right distance: Double) -> TextLine {
    var moved = self
    moved.x += distance
    for place in moved.marks.indices { moved.marks[place].x += distance }
    return moved
  }
}
