import Foundation
import Glibc
import Testing

/// Keys as lines, scanners and other input methods bring them, on a real terminal. What stands in the field is waited for.
@Suite(.serialized) struct LineTests {
  /// In the first field of the reception form.
  private static func inForm(settings: String = "", _ body: (Pseudoterminal) throws -> Void) throws {
    let program = try Program.office()
    defer { program.remove() }
    try Data(settings.utf8).write(to: URL(fileURLWithPath: program.folder + "/settings.toml"))
    let terminal = try Pseudoterminal(["--data", program.folder], term: "xterm-256color", columns: 100, rows: 30)
    #expect(terminal.waits(for: "Chào Hồ Thị Lan"))
    terminal.send("\u{1B}OQ")
    #expect(terminal.waits(for: "Tiếp nhận hồ sơ"))
    terminal.forget()
    try body(terminal)
  }

  /// Each byte comes alone, so that letters are cut in their middle.
  @Test(arguments: [40, 300] as [UInt32])
  func aSlowLineLosesNoLetter(milliseconds: UInt32) throws {
    try Self.inForm { terminal in
      for byte in "Đặng ế".utf8 {
        terminal.send([byte])
        usleep(milliseconds * 1000)
      }
      #expect(terminal.waits(for: "Đặng ế"))
    }
  }

  /// What a hand has typed comes in one go. A paste would come between brackets, and stays as it is.
  @Test func keysThatASlowLineBringsTogetherAreComposed() throws {
    try Self.inForm(settings: "typing = \"telex\"\n") { terminal in
      terminal.send("tieengs vieetj ")
      #expect(terminal.waits(for: "tiếng việt"))
      terminal.send("\u{1B}[200~tieengs ddays\u{1B}[201~")
      #expect(terminal.waits(for: "tieengs ddays"))
    }
  }

  /// UniKey takes letters back and sends them again, in one read or in several.
  @Test(arguments: [[0x08], [0x7F]] as [[UInt8]], [false, true])
  func whatUniKeyComposesStandsAsItIs(backspace: [UInt8], isSplit: Bool) throws {
    try Self.inForm { terminal in
      for letter in "tieng".utf8 {
        terminal.send([letter])
        usleep(80_000)
      }
      let all = backspace + backspace + backspace + Array("ếng".utf8)
      let reads = isSplit ? all.map { [$0] } : [all]
      for read in reads { terminal.send(read) }
      #expect(terminal.waits(for: "tiếng"))
    }
  }

  /// A card is read with and without the Enter that a scanner may send.
  @Test(arguments: ["", "\r"]) func aScannersBurstIsACard(end: String) throws {
    try Self.inForm { terminal in
      terminal.send("045190001234|191234567|TRẦN THỊ MẪU|02031990|Nữ|Thôn A Ngo, Đa Krông, Quảng Trị|01012022" + end)
      #expect(terminal.waits(for: "Đã lấy chủ hồ sơ từ thẻ."))
    }
  }
}
