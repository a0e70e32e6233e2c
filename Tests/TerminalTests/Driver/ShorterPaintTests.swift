import Testing

@testable import Terminal

struct ShorterPaintTests {
  @Test(
    "Attributes beside each other are set in one sequence, and a reset forgets those before it",
    arguments: [
      ("a\u{1B}[38;5;231m\u{1B}[48;5;24mb", "a\u{1B}[38;5;231;48;5;24mb"),
      ("a\u{1B}[39;49m\u{1B}(B\u{1B}[m", "a\u{1B}[m"),
      ("a\u{1B}(B\u{1B}[0;1mb\u{1B}(B\u{1B}[0mc", "a\u{1B}[0;1mb\u{1B}[mc"),
      ("\u{1B}[39m\u{1B}[m\u{1B}[1mx", "\u{1B}[0;1mx"),
      // A colour whose number is 0 resets nothing.
      ("\u{1B}[1m\u{1B}[38;5;0mx", "\u{1B}[1;38;5;0mx"),
      ("\u{1B}[1m\u{1B}[38:2::0:0:0mx", "\u{1B}[1;38:2::0:0:0mx"),
    ])
  func merged(paint: String, shorter: String) {
    #expect(String(decoding: ShorterPaint.of(Array(paint.utf8)), as: UTF8.self) == shorter)
  }

  @Test(
    "What is no attribute stays byte for byte, and attributes stay before it",
    arguments: [
      "Hồ Thị Lan", "\u{1B}[39m\u{1B}[K", "\u{1B}[10d\u{1B}[16X", "\u{1B}[5;20r\u{1B}[20;1H\n", "\u{1B}", "\u{1B}[",
      "\u{1B}[38;5",
      "\u{1B}(0qqq", "\u{1B}[?25l", "\u{1B}[>4m",
    ])
  func untouched(paint: String) {
    #expect(ShorterPaint.of(Array(paint.utf8)) == Array(paint.utf8))
  }

  @Test("A sequence never carries more values than the Linux console reads")
  func bounded() {
    let paint = String(repeating: "\u{1B}[38;2;1;2;3m", count: 9)
    let shorter = String(decoding: ShorterPaint.of(Array(paint.utf8)), as: UTF8.self)
    let sequences = shorter.split(separator: "\u{1B}[")
    #expect(sequences.allSatisfy { $0.split(separator: ";").count <= 16 })
    #expect(shorter.filter { $0 == "m" }.count == sequences.count)
    #expect(sequences.joined(separator: ";").filter { $0 == ";" }.count == 9 * 5 - 1)
  }
}
