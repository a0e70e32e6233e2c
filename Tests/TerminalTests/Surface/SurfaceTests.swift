import Testing

@testable import Terminal

struct SurfaceTests {
  @Test(
    "Text is cut by columns and never through a wide letter",
    arguments: [
      ("Nguyễn Thị Ế", 12, "Nguyễn Thị Ế"), ("Nguyễn Thị Ế", 7, "Nguyễn…"), ("漢字漢", 4, "漢 …"), ("abc", 0, ""),
    ])
  func clipping(text: String, width: Int, shown: String) {
    var surface = Surface(size: Size(columns: 20, rows: 1))
    surface.put(text, row: 0, column: 0, width: width, style: .text)
    let line = surface.lines[0]
    #expect(line.hasPrefix(shown))
    #expect(Surface.width(of: line) == 20)
  }

  @Test("No control character is ever stored", arguments: ["a\u{1B}[2Jb", "a\u{9B}b", "a\nb", "a\u{7F}b", "a\u{0}b"])
  func controls(text: String) {
    var surface = Surface(size: Size(columns: 10, rows: 1))
    surface.put(text, row: 0, column: 0, style: .text)
    #expect(surface.lines[0].unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
  }

  @Test(
    "What has no shape, or turns its neighbours round, is neither drawn nor counted",
    arguments: ["a\u{202E}b", "a\u{200B}b", "a\u{2066}b\u{2069}", "\u{FEFF}ab", "a\u{AD}b", "a\u{E0041}b"])
  func hidden(text: String) {
    var surface = Surface(size: Size(columns: 4, rows: 1))
    surface.put(text, row: 0, column: 0, style: .text)
    #expect(surface.lines == ["ab  "])
    #expect(Surface.width(of: text) == 2)
  }

  @Test("Drawing outside is harmless", arguments: [(-1, 0), (0, -3), (5, 0), (0, 50)])
  func outside(row: Int, column: Int) {
    var surface = Surface(size: Size(columns: 10, rows: 2))
    surface.put("abcdef", row: row, column: column, style: .text)
    surface.fill(row: row, column: column, width: 100, height: 100, style: .text)
    surface.setGround(.focused, row: row, column: column)
    #expect(surface.lines.count == 2)
  }

  @Test("Plain and ASCII forms keep the columns")
  func forms() {
    var surface = Surface(size: Size(columns: 6, rows: 3))
    surface.box(row: 0, column: 0, width: 6, height: 3, style: .text)
    #expect(surface.asciiSymbols.lines == ["+----+", "|    |", "+----+"])
    #expect(surface.withoutBoxes.lines.allSatisfy { $0 == "      " })
    #expect(surface.disallowedGlyphs.isEmpty)
  }

  @Test("On the console foreign letters keep the columns of what follows")
  func consoleGlyphs() {
    var surface = Surface(size: Size(columns: 10, rows: 1))
    surface.put("李小 x\u{323}é✓│", row: 0, column: 0, style: .text)
    #expect(surface.withConsoleGlyphs.lines == ["? ?  xé?│ "])
    #expect(surface.asciiSymbols.withConsoleGlyphs.lines == ["? ?  xé?| "])
  }
}
