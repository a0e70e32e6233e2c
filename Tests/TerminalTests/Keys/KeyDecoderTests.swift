import Foundation
import Terminal
import Testing

struct KeyDecoderTests {
  static let sequences: [(String, Key)] = [
    ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[1;2A", .shiftUp), ("\u{1B}[Z", .backTab), ("\u{1B}[5~", .pageUp),
    ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)), ("\u{1B}[[E", .function(5)),
    ("\u{1B}[24~", .function(12)), ("\u{1B}[3~", .delete), ("\u{1B}[13;5u", .controlEnter), ("\r", .enter),
    ("\u{08}", .backspace), ("\u{7F}", .backspace), ("\u{13}", .control("s")), ("\u{1B}x", .alt("x")),
    ("ế", .character("ế")), ("a", .character("a")),
    ("\u{1B}[1;5R", .function(3)), ("\u{1B}[1;2P", .function(1)), ("\u{1B}Ow", .character("7")),
    ("\u{1B}Op", .character("0")),
    ("\u{1B}Oj", .character("*")), ("\u{1B}OM", .enter), ("\u{1B}[27;5;13~", .controlEnter),
    ("\u{1B}[120;3u", .alt("x")),
    ("\u{1B}[5;1~", .pageUp), ("\u{1B}[1;5D", .wordLeft), ("\u{1B}[1;3C", .wordRight), ("\u{1B}Od", .wordLeft),
    ("\u{1B}[3;5~", .wordDelete), ("\u{1B}[3^", .wordDelete), ("\u{1F}", .control("_")), ("\u{1B}[a", .shiftUp),
  ]

  @Test("A sequence means its key wherever the read boundary falls", arguments: sequences)
  func acrossReads(bytes: String, key: Key) {
    let all = Array(bytes.utf8)
    for cut in 0...all.count {
      var decoder = KeyDecoder()
      let found = decoder.feed(all[..<cut]) + decoder.feed(all[cut...])
      #expect(found == [.key(key)])
      #expect(decoder.pause == nil)
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
    #expect(decoder.pause == .sequence)
    #expect(decoder.flush() == [.key(.escape)])
    #expect(decoder.pause == .lateRest)
    #expect(decoder.flush().isEmpty && decoder.pause == nil)
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

  /// What terminals send that is no key, by the control sequences of xterm.
  static let reports = [
    "\u{1B}[<0;10;8M", "\u{1B}[<0;10;8m", "\u{1B}[<64;10;8M", "\u{1B}[<35;120;45M",
    "\u{1B}[M !!", "\u{1B}[M`*1", "\u{1B}[MC\u{E1}!", "\u{1B}[32;10;8M",
    "\u{1B}[1;2;3;4;5;6T", "\u{1B}[5;1&w",
    "\u{1B}[I", "\u{1B}[O",
    "\u{1B}[12;40R", "\u{1B}[?12;40;1R", "\u{1B}[24;80R", "\u{1B}[1;40R",
    "\u{1B}[0n", "\u{1B}[?13n", "\u{1B}[?27;1;0;0n",
    "\u{1B}[?64;1;2;6;9;15;18;21;22c", "\u{1B}[>41;354;0c", "\u{1B}[=0c",
    "\u{1B}[8;24;80t", "\u{1B}[4;600;800t", "\u{1B}[1t", "\u{1B}[3;0;0t",
    "\u{1B}[?2026;2$y", "\u{1B}[4;1$y", "\u{1B}[?1u", "\u{1B}[2;2$z", "\u{1B}[97;1:3u",
    "\u{1B}]11;rgb:1e1e/1e1e\u{1B}\\", "\u{1B}]11;?\u{7}", "\u{1B}]10;rgb:ffff/ffff/ffff\u{7}", "\u{1B}]52;c;cTpH\u{7}",
    "\u{1B}]0;title q\u{1B}\\", "\u{1B}]lTitle\u{1B}\\", "\u{1B}]Licon\u{1B}\\",
    "\u{1B}P1$r0m\u{1B}\\", "\u{1B}P>|xterm(390)\u{1B}\\", "\u{1B}P1+r544e=787465\u{1B}\\",
    "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}^private\u{1B}\\", "\u{1B}Xsos q\u{1B}\\",
    "\u{9B}12;40R", "\u{9D}12;rgb:0/0/0\u{7}", "\u{90}1$r0m\u{1B}\\",
    "\u{1B}[201~", "\u{1B}[3;5;7~", "\u{1B}[99~", "\u{1B}[1;99A", "\u{1B}[5A", "\u{1B}(B", "\u{1B}\\", "\u{1B}[\u{18}",
  ]

  @Test("A report of a terminal is no key, wherever the read boundary falls", arguments: reports)
  func isNoKey(bytes: String) {
    let all = Array((bytes + "Z").utf8)
    for cut in 0...all.count {
      var decoder = KeyDecoder()
      let found = decoder.feed(all[..<cut]) + decoder.feed(all[cut...])
      #expect(found == [.key(.character("Z"))], "\(cut)")
    }
  }

  @Test("After the Esc key the late rest of a sequence is no letters")
  func lateRest() {
    for rest in ["[B", "[1;5A", "OB", "OP"] {
      var decoder = KeyDecoder()
      _ = decoder.feed([0x1B])
      #expect(decoder.flush() == [.key(.escape)])
      #expect(decoder.feed(Array(rest.utf8)).isEmpty, "\(rest)")
      #expect(decoder.feed(Array("x".utf8)) == [.key(.character("x"))])
    }
    // A hand sends one byte a read.
    for letter in ["O", "x", "1"] {
      var decoder = KeyDecoder()
      _ = decoder.feed([0x1B])
      _ = decoder.flush()
      #expect(decoder.feed(Array(letter.utf8)) == [.key(.character(Character(letter)))])
    }
    var decoder = KeyDecoder()
    _ = decoder.feed([0x1B])
    _ = decoder.flush()
    #expect(decoder.feed(Array("[".utf8)).isEmpty)
    #expect(decoder.flush() == [.key(.character("["))])
  }

  @Test("A sequence that is cut in its middle is waited for, and is no letters when its rest never comes")
  func cutSequence() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[1;".utf8)).isEmpty && decoder.pause == .lateRest)
    #expect(decoder.flush().isEmpty)
    #expect(decoder.feed(Array("q".utf8)) == [.key(.character("q"))])
  }

  /// A slow line may bring the bytes of one letter a second apart, so no time is waited for.
  @Test("A letter that is cut waits for its rest, however late it comes", arguments: ["é", "ế", "Ư", "🂡"])
  func lateLetter(letter: Character) {
    let bytes = Array(String(letter).utf8)
    var decoder = KeyDecoder()
    for byte in bytes.dropLast() { #expect(decoder.feed([byte]).isEmpty && decoder.pause == nil) }
    #expect(decoder.feed(bytes.suffix(1)) == [.key(.character(letter))])
    // One whose rest was lost takes no other key with it.
    #expect(decoder.feed(bytes.dropLast()).isEmpty)
    #expect(decoder.feed([0x1B]).isEmpty && decoder.pause == .sequence)
    #expect(decoder.flush() == [.key(.escape)])
  }

  @Test("A paste or a string without an end gives the keyboard back")
  func withoutEnd() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[200~Ho Thi".utf8)).isEmpty && decoder.pause == .end)
    #expect(decoder.flush() == [.paste("Ho Thi")])
    #expect(decoder.feed(Array("?".utf8)) == [.key(.character("?"))])
    #expect(decoder.feed(Array("\u{1B}]11;rgb:00".utf8)).isEmpty && decoder.pause == .end)
    #expect(decoder.flush().isEmpty)
    #expect(decoder.feed(Array("?".utf8)) == [.key(.character("?"))])
  }

  /// Whole reports, split at random: not one of them is a key. `DECODER_BYTES` sets how many bytes are tried.
  @Test("No key comes of reports in any order", arguments: 0..<4)
  func manyReports(_ seed: Int) {
    var random = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 7
    func number(_ limit: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % limit
    }
    let controls: [[UInt8]] = [[0xC3], [0xFF, 0xFE], [0xE1, 0xBA], [0xC2, 0x85], [0xF4, 0x90, 0x80, 0x80]]
    var decoder = KeyDecoder()
    var sent = 0
    while sent < Self.bytesToTry {
      // A broken character comes to its end with the ESC of the next report.
      let bytes =
        number(8) == 0 ? controls[number(controls.count)] : Array(Self.reports[number(Self.reports.count)].utf8)
      sent += bytes.count
      let cut = number(bytes.count + 1)
      let found = decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...])
      let keys = found.filter { $0 != .key(.escape) || !bytes.starts(with: [0x1B]) }
      guard keys.isEmpty else {
        Issue.record("seed \(seed), \(sent) bytes: \(found) of \(bytes)")
        return
      }
    }
  }

  private static let bytesToTry = Int(ProcessInfo.processInfo.environment["DECODER_BYTES"] ?? "") ?? 200_000

  @Test(arguments: [
    ("\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{1B}\\", false), ("\u{1B}]11;rgb:ffff/ffff/ffff\u{7}", true),
    ("\u{1B}]11;rgb:f/f/e\u{7}", true), ("\u{9D}11;rgb:00/00/ff\u{7}", false), ("\u{1B}]11;rgb:fdf/f6f/e3e\u{7}", true),
  ])
  func theAnswerAboutTheGroundIsNoKey(text: String, isLight: Bool) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array(text.utf8)) == [.ground(isLight: isLight)])
    // However it is cut.
    for cut in 1..<text.utf8.count {
      var decoder = KeyDecoder()
      let bytes = Array(text.utf8)
      #expect(decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...]) == [.ground(isLight: isLight)])
    }
  }
}
