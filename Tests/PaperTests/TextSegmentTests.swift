import PageDescription
import Testing

@testable import DossierPaper

@Suite("Lines that a paragraph asks for")
struct TextSegmentTests {
  private static func shown(_ runs: [Run]) -> [String] {
    TextSegment.segments(of: runs).map { segment in
      segment.pieces.map { piece in
        switch piece {
        case .text(let text, _): text
        case .blank: "_"
        case .box(let isMarked): isMarked ? "x" : "o"
        }
      }.joined() + (segment.hasLeader ? "…" : "")
    }
  }

  @Test("A dotted line ends its text line, and a break behind it is that end") func leaders() {
    #expect(Self.shown([.text("a"), .leader]) == ["a…"])
    #expect(Self.shown([.text("a"), .leader, .text("b")]) == ["a…", "b"])
    #expect(Self.shown([.text("a"), .leader, .lineBreak, .text("b")]) == ["a…", "b"])
    #expect(Self.shown([.leader, .leader]) == ["…", "…"])
    #expect(Self.shown([.leader, .lineBreak, .leader, .lineBreak]) == ["…", "…"])
    #expect(Self.shown([.leader, .lineBreak, .lineBreak, .text("b")]) == ["…", "", "b"])
  }

  @Test("Breaks make lines, empty ones too") func breaks() {
    #expect(Self.shown([]) == [""])
    #expect(Self.shown([.text("a"), .lineBreak, .lineBreak, .box(isMarked: true), .blank(3)]) == ["a", "", "x_"])
    #expect(Self.shown([.text("a"), .lineBreak]) == ["a", ""])
  }
}
