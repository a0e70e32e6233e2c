import PageDescription

/// The part of a paragraph up to a line break or to a dotted line that fills the rest of its text line.
struct TextSegment: Hashable {
  enum Piece: Hashable {
    case text(String, Run.Style)
    /// Tenths of a millimetre.
    case blank(Int)
    case box(isMarked: Bool)
  }

  var pieces: [Piece] = []
  var hasLeader = false

  /// A line break directly behind a leader is the one that the leader brings.
  static func segments(of runs: [Run]) -> [TextSegment] {
    var (segments, open, isBehindLeader) = ([TextSegment](), TextSegment(), false)
    var isComplete = false
    for run in runs {
      let wasBehindLeader = isBehindLeader
      (isBehindLeader, isComplete) = (false, false)
      switch run {
      case .text(let text, let style): if !text.isEmpty { open.pieces.append(.text(text, style)) }
      case .blank(let width): open.pieces.append(.blank(width))
      case .box(let isMarked): open.pieces.append(.box(isMarked: isMarked))
      case .lineBreak where wasBehindLeader && open.pieces.isEmpty: isComplete = true
      case .lineBreak:
        segments.append(open)
        open = TextSegment()
      case .leader:
        open.hasLeader = true
        segments.append(open)
        open = TextSegment()
        (isBehindLeader, isComplete) = (true, true)
      }
    }
    if !isComplete || !open.pieces.isEmpty { segments.append(open) }
    return segments
  }
}
