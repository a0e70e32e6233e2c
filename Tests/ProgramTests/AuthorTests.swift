import DossierDomain
import DossierStore
import Foundation
import Testing

/// In an office with PINs, a command does nothing in a clerk's name before she has proved her identity.
@Suite(.serialized) struct AuthorTests {
  private static let pin = "481516"

  private func title(_ program: Program) throws -> String {
    let settings = try program.json(program.run("office", "settings", "--json")) as? [String: Any]
    return settings?["name"] as? String ?? ""
  }

  @Test func aWrongPINChangesNothingAndTheRightOneDoes() throws {
    let program = try Program.officeWithPINs(Self.pin)
    defer { program.remove() }
    let change = ["office", "set", "--name", "xã Khác", "--pin-fd", "0"]
    let wrong = try program.run(change, typed: "999999\n")
    #expect(wrong.code == 1 && wrong.output.isEmpty)
    #expect(wrong.messages.contains("Sai mã PIN (lần 1); không đổi gì."), "\(wrong.messages)")
    let nothing = try program.run(change, typed: "")
    #expect(nothing.code == 1 && nothing.messages.contains("Chưa nhập mã"), "\(nothing.messages)")
    #expect(try title(program) == "xã La Lay")
    let right = try program.run(change, typed: Self.pin + "\nwhat follows is not hers\n")
    #expect(right.code == 0, "\(right.messages)")
    #expect(try title(program) == "xã Khác")
    #expect(try program.run("verify").code == 0)
  }

  /// Each command that writes in a clerk's name.
  private static let writing = [
    ["office", "set", "--name", "x"], ["office", "add-clerk", "Lê Thị Mơ", "--role", "reception"],
    ["office", "absent", "Hồ Thị Lan", "--from", "01/12/2026", "--to", "02/12/2026"],
    ["office", "reset-pin", "Hồ Thị Lan"], ["office", "last-number", "--date", "01/12/2026", "--number", "3"],
    ["office", "pause", "1.004873", "wholePeriod"], ["office", "default-days", "2026"],
    ["office", "decide-days", "DAYS"], ["office", "decide-procedures", "PROCEDURES"],
    ["import", "register", "REGISTER"],
    ["attachment", "erase", "0001", "1", "--reason", "theo đơn"], ["book", "want", "Sổ"], ["book", "give-back", "Sổ"],
    ["book", "reopen", "Sổ", "--last-number", "3"], ["book", "open", "copies", "--last", "14"],
  ]

  private func typed(_ arguments: [String], _ program: Program) throws -> [String] {
    let files = [
      "DAYS": "27/11/2026,nghỉ hoán đổi,,TB\n28/11/2026,đi làm,,TB\n",
      "PROCEDURES": "Mã,Tên thủ tục\n1.999999,Cấp thẻ A\n",
      "REGISTER": "Mã hồ sơ,Chủ hồ sơ,Nhận hồ sơ\nA-261118-0031,Hồ Thị Mơ,18/11/2026\n",
    ]
    return try arguments.map { name in try files[name].map { try program.file(name, Array($0.utf8)) } ?? name }
  }

  @Test(arguments: writing) func nothingIsWrittenWithoutThePIN(arguments: [String]) throws {
    let program = try Program.officeWithPINs(Self.pin)
    defer { program.remove() }
    let before = try entries(program)
    let outcome = try program.run(typed(arguments, program), typed: "999999\n")
    #expect(outcome.code == 1 && outcome.output.isEmpty, "\(outcome)")
    #expect(outcome.messages.contains("Sai mã PIN"), "\(outcome.messages)")
    #expect(try entries(program) == before)
  }

  /// The clock of the machine is far behind the last entry, or far ahead of it.
  @Test(arguments: writing, [60, -60]) func nothingIsWrittenByADateInDoubt(arguments: [String], days: Int) throws {
    let program = try Program.office()
    defer { program.remove() }
    try program.moveLastEntry(days: days)
    let before = try entries(program)
    let refused = try program.run(typed(arguments, program))
    #expect(refused.code == 1 && refused.output.isEmpty, "\(refused)")
    #expect(refused.messages.contains("ngày giờ máy đáng ngờ"), "\(refused.messages)")
    #expect(refused.messages.contains("--clock-is-right"), "\(refused.messages)")
    #expect(try entries(program) == before)
  }

  @Test func aYesAboutTheDateIsRecordedAndHoldsFromThenOn() throws {
    let program = try Program.office()
    defer { program.remove() }
    try program.moveLastEntry(days: 60)
    let before = try entries(program)
    let register = try typed(["import", "register", "REGISTER"], program)
    #expect(try program.run(register + ["--check"]).messages.contains("sau giờ máy đang chỉ"))
    let taken = try program.run(register + ["--clock-is-right"])
    #expect(taken.code == 0, "\(taken.messages)")
    // The answer, and the row.
    #expect(try entries(program) == before + 2)
    #expect(try program.run("office", "add-clerk", "Lê Thị Mơ", "--role", "reception").code == 0)
    #expect(try program.run("verify").code == 0)
  }

  @Test func onATerminalTheDateIsAskedAbout() throws {
    let program = try Program.office()
    defer { program.remove() }
    try program.moveLastEntry(days: 60)
    let terminal = try Pseudoterminal(
      ["--data", program.folder, "office", "add-clerk", "Lê Thị Mơ", "--role", "reception"], term: "xterm")
    #expect(terminal.waits(for: "c = đúng"), "\(terminal.received)")
    terminal.send("c\r")
    #expect(terminal.waits(for: "Đã thêm cán bộ Lê Thị Mơ"), "\(terminal.received)")
    #expect(terminal.exitCode() == 0)
  }

  @Test func whoeverIsMeantByItIsNamedInTheQuestionOrHasToBeNamed() throws {
    let program = try Program.officeWithPINs(Self.pin)
    defer { program.remove() }
    let terminal = try Pseudoterminal(
      ["--data", program.folder, "office", "add-clerk", "Lê Thị Mơ", "--role", "reception"], term: "xterm")
    #expect(terminal.waits(for: "Mã PIN của Hồ Thị Lan:"), "\(terminal.received)")
    terminal.send(Self.pin + "\r")
    #expect(terminal.waits(for: "Đã thêm cán bộ Lê Thị Mơ"), "\(terminal.received)")
    #expect(!terminal.received.contains(Self.pin))
    #expect(terminal.exitCode() == 0)
    let register = "Mã hồ sơ,Chủ hồ sơ,Nhận hồ sơ\nA-261118-0031,Hồ Thị Mơ,18/11/2026\n"
    let file = try program.file("register.csv", Array(register.utf8))
    let unnamed = try program.run("import", "register", file, typed: Self.pin + "\n")
    #expect(unnamed.code == 1)
    #expect(unnamed.messages.contains("--by \"HỌ TÊN\". Có thể là: Hồ Thị Lan, Lê Thị Mơ."), "\(unnamed.messages)")
    // The clerk has no PIN yet, and another clerk's PIN is not accepted for her.
    let early = try program.run("import", "register", file, "--by", "Lê Thị Mơ", typed: Self.pin + "\n")
    #expect(early.code == 1 && early.messages.contains("Lê Thị Mơ chưa có mã PIN"), "\(early.messages)")
    try program.choosePIN("271828", of: "Lê Thị Mơ")
    #expect(try program.run("import", "register", file, "--by", "Lê Thị Mơ", typed: Self.pin + "\n").code == 1)
    let named = try program.run("import", "register", file, "--by", "Lê Thị Mơ", typed: "271828\n")
    #expect(named.code == 0, "\(named.messages)")
    let written = try program.run(
      "outbox", "--search", "so theo doi", "--by", "Lê Thị Mơ", typed: "271828\n")
    #expect(written.output.contains("Lê Thị Mơ"), "\(written)")
    // Her PIN gives her no rights beyond her roles.
    let denied = try program.run("office", "set", "--pin", "no", "--by", "Lê Thị Mơ", typed: "271828\n")
    #expect(denied.code == 1 && denied.messages.contains("Việc này của"), "\(denied.messages)")
    let stranger = try program.run("office", "set", "--pin", "no", "--by", "Ai Đó", typed: "271828\n")
    #expect(stranger.code == 1 && stranger.messages.contains("Ai Đó"), "\(stranger.messages)")
  }

  @Test func whoGuessesWaitsAndIsToldUntilWhen() throws {
    let program = try Program.officeWithPINs(Self.pin)
    defer { program.remove() }
    let change = ["office", "set", "--name", "xã Khác"]
    for _ in 1...3 { #expect(try program.run(change, typed: "999999\n").code == 1) }
    let waiting = try program.run(change, typed: Self.pin + "\n")
    #expect(waiting.code == 1 && waiting.messages.contains("Thử lại sau"), "\(waiting.messages)")
    #expect(try title(program) == "xã La Lay")
  }

  @Test func anOfficeWithoutPINsIsAskedForNone() throws {
    let program = try Program.office()
    defer { program.remove() }
    #expect(try program.run("office", "add-clerk", "Lê Thị Mơ", "--role", "reception").code == 0)
    let register = "Mã hồ sơ,Chủ hồ sơ,Nhận hồ sơ\nA-261118-0031,Hồ Thị Mơ,18/11/2026\n"
    let file = try program.file("register.csv", Array(register.utf8))
    #expect(try program.run("import", "register", file, "--by", "Lê Thị Mơ").code == 0)
    #expect(try program.run("outbox", "--search", "so theo doi").output.contains("Lê Thị Mơ"))
    let denied = try program.run("office", "set", "--name", "xã Khác", "--by", "Lê Thị Mơ")
    #expect(denied.code == 1 && denied.messages.contains("Việc này của"), "\(denied.messages)")
  }

  private func entries(_ program: Program) throws -> Int {
    try LocalStore(folder: program.folder, access: .readOnly).office.entryCount()
  }
}
