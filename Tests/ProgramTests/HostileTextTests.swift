import Foundation
import Testing

/// Text from other sources and typed text, on every output of both programs.
@Suite(.serialized) struct HostileTextTests {
  private static let hostile = "Lan\u{1B}]0;x\u{7}\u{1B}[31m\u{9B}2J\u{202E}\u{200B}\u{2066}\u{FEFF}\u{AD}"

  private func expectHarmless(_ outcome: Program.Outcome, _ what: [String]) {
    for scalar in (outcome.output + outcome.messages).unicodeScalars {
      let isBad =
        switch scalar.value {
        case 0x0A, 0x0D, 0x09: false
        case 0..<0x20, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
        default: false
        }
      #expect(!isBad, "\(what) says U+\(String(scalar.value, radix: 16))")
      if isBad { return }
    }
    #expect(!outcome.output.contains("\\u001b"), "\(what)")
  }

  @Test func aDeskSaysNothingThatSteersATerminal() throws {
    let program = Program()
    defer { program.remove() }
    let made = try program.run(
      "office", "create", "--name", "xã La Lay", "--agency-code", "000.19.45.H50", "--unit-code", "19594", "--clerk",
      Self.hostile, "--without-pin")
    #expect(made.code == 0, "\(made.messages)")
    let register = "Mã hồ sơ,Tên TTHC,Chủ hồ sơ,Nhận hồ sơ\nA-261118-0031,Đăng ký khai sinh,Hồ Thị Mơ,18/11/2026\n"
    let imported = try program.run("import", "register", program.file("register.csv", Array(register.utf8)))
    #expect(imported.code == 0, "\(imported.messages)")
    #expect(try program.run("outbox").output.contains("Lan"))
    for command in [
      ["list", "--view", "all"], ["list", "--view", "all", "--json"], ["list", "--view", "all", "--format", "csv"],
      ["show", "0031"], ["show", "0031", "--json"], ["outbox"], ["outbox", "--json"], ["attachment", "list", "0031"],
      ["show", Self.hostile], ["list", "--view", Self.hostile], ["list", "--" + Self.hostile], [Self.hostile],
      ["office", "absent", Self.hostile + "?", "--from", "01/12/2026", "--to", "02/12/2026"],
      ["import", "register", Self.hostile], ["office", "decide-days", Self.hostile],
    ] {
      expectHarmless(try program.run(command), command)
    }
  }

  @Test func theProvinceSaysNothingThatSteersATerminal() throws {
    let province = try ProvinceProcess()
    defer { province.stop() }
    _ = try province.run(
      "office", "create", "--name", "xã \(Self.hostile)", "--agency-code", "000.19.45.H50", "--unit-code", "19594",
      "--clerk", "\(Self.hostile):reception+administrator")
    for command in [
      ["office", "list"], ["office", "list", "--json"], ["clerk", "list", "--office", "000.19.45.H50"],
      ["clerk", "list", "--office", "000.19.45.H50", "--json"], ["device", "list", "--office", "000.19.45.H50"],
      ["office", "list", "--" + Self.hostile], ["procedures", "set", Self.hostile],
    ] {
      expectHarmless(try province.attempt(command), command)
    }
  }
}
