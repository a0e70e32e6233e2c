import Terminal
import Testing

struct KeyDecoderTests {
  static let sequences: [(String, Key)] = [
    ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[1;2A", .shiftUp), ("\u{1B}[Z", .backTab), ("\u{1B}[5~", .pageUp),
    ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)), ("\u{1B}[[E", .function(5)),
    ("\u{1B}[24~", .function(12)), ("\u{1B}[3~", .delete), ("\u{1B}[13;5u", .controlEnter), ("\r", .enter),
    ("\u{08}", .backspace), ("\u{7F}", .backspace), ("\u{13}", .control("s")), ("\u{1B}x", .alt("x")),
    ("ế", .character("ế")), ("a", .character("a")),
  ]

  @Test("A sequence means its key wherever the read boundary falls", arguments: sequences)
  func acrossReads(bytes: String, key: Key) {
    let all = Array(bytes.utf8)
    for cut in 0...all.count {
      var decoder = KeyDecoder()
      let found = decoder.feed(all[..<cut]) + decoder.feed(all[cut...])
      #expect(found == [.key(key)])
      #expect(!decoder.isWaiting)
    }
  }

  @Test(
    "What is not known is swallowed whole",
    arguments: [
      "\u{1B}[I", "\u{1B}[99;99;99x", "\u{1B}O~", "\u{1B}[[Z", "\u{1B}[1;-9223372036854775808x",
      "\u{1B}[9223372036854775807;9223372036854775807~",
    ])
  func unknown(bytes: String) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array((bytes + "q").utf8)) == [.key(.character("q"))])
  }

  @Test("A lone ESC is the Esc key only once nothing follows")
  func loneEscape() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.isWaiting)
    #expect(decoder.flush() == [.key(.escape)])
    #expect(!decoder.isWaiting)
  }

  @Test(
    "Broken UTF-8 is dropped and takes nothing with it",
    arguments: [
      [0xC3, 0x61], [0xFF, 0x61], [0xE1, 0xBA, 0x61], [0xED, 0xA0, 0x80, 0x61], [0x80, 0x61],
    ] as [[UInt8]])
  func brokenText(bytes: [UInt8]) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(bytes) == [.key(.character("a"))])
  }

  @Test("A paste is one input, keys inside it never act, and it has a bound")
  func paste() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[200~q\u{1B}[A\r\u{1B}[201~".utf8)) == [.paste("q\u{1B}[A\r")])
    let long = String(repeating: "a", count: KeyDecoder.maximumPaste + 10)
    let bounded = String(repeating: "a", count: KeyDecoder.maximumPaste)
    #expect(decoder.feed(Array("\u{1B}[200~\(long)\u{1B}[201~".utf8)) == [.paste(bounded)])
  }

  @Test("A paste that itself holds ESC before its end mark still ends")
  func pasteWithEscapeBeforeEnd() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[200~a\u{1B}\u{1B}[201~q".utf8)) == [.paste("a\u{1B}"), .key(.character("q"))])
  }
}
