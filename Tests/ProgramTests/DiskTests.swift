import Foundation
import Testing

@testable import DossierTUI

/// The disk of the data folder fails or fills while a clerk works: the program tells her what was kept and what to do,
/// and nothing that it reported is lost.
@Suite(.serialized, .enabled(if: TestDisk.isPossible, "needs root, a loop device and mkfs.ext4"))
struct DiskTests {
  private func open(_ program: Program) throws -> Pseudoterminal {
    try Pseudoterminal(["--data", program.folder], term: "xterm-256color", columns: 140, rows: 40)
  }

  /// The program does not ask a clerk to sign in if she is the only one and has no PIN.
  private func openQueue(_ program: Program) throws -> Pseudoterminal {
    let terminal = try open(program)
    #expect(terminal.waits(for: "Hôm nay"))
    terminal.forget()
    terminal.send("\u{1B}")
    #expect(terminal.waits(for: "Chủ hồ sơ"))
    return terminal
  }

  /// F10 twice: returns to the queue, then leaves.
  private static let leave = "\u{1B}[21~\u{1B}[21~"

  private func fillForm(_ terminal: Pseudoterminal, owner: String) {
    terminal.forget()
    terminal.send("\u{1B}OQ")
    #expect(terminal.waits(for: "Tiếp nhận hồ sơ"))
    terminal.forget()
    terminal.send("\u{1B}[200~con moi de\u{1B}[201~\r")
    #expect(terminal.waits(for: "khai sinh"))
    terminal.send("\u{1B}[200~\(owner)\u{1B}[201~")
    #expect(terminal.waits(for: owner))
    terminal.forget()
  }

  /// - Parameter asksAboutPapers: false if the same form was sent before.
  private func issue(_ terminal: Pseudoterminal, _ answer: String, asksAboutPapers: Bool = true) {
    terminal.send("\u{1B}OQ")
    if asksAboutPapers { #expect(terminal.leavesPapersOut()) }
    #expect(terminal.waits(for: answer), "\(terminal.received.suffix(3000))")
  }

  private func owners(_ program: Program) throws -> Set<String> {
    let owners = Set(try program.dossiers().compactMap(\.ownerName))
    #expect(try program.run("verify").code == 0)
    return owners
  }

  @Test func aDiskThatTurnsReadOnlyLosesNothing() throws {
    let disk = try TestDisk(megabytes: 40)
    defer { disk.remove() }
    let program = try Program.office(Program(folder: disk.path + "/data"))
    do {
      let terminal = try openQueue(program)
      fillForm(terminal, owner: "Pả Lăng A")
      issue(terminal, "Đã tiếp nhận")
      terminal.send("\u{1B}")
      fillForm(terminal, owner: "Pả Lăng Còn Đây")
      // Longer than the second for which the writing of typed text is delayed.
      terminal.rest(1500)
      try disk.fail()
      issue(terminal, "Ổ đĩa không cho ghi nữa")
      // Her text is still on the screen, so that she can repeat the act.
      terminal.forget()
      terminal.send("\u{0C}")
      #expect(terminal.waits(for: "Pả Lăng Còn Đây"))
      issue(terminal, "Ổ đĩa không cho ghi nữa", asksAboutPapers: false)
      terminal.send(Self.leave)
      #expect(terminal.waits(for: "chưa giữ được"))
      #expect(terminal.exitCode() == 0)
      #expect(terminal.isUsable)
    }
    try disk.repair()
    let terminal = try open(program)
    #expect(terminal.waits(for: "Pả Lăng Còn Đây"), "\(terminal.received.suffix(3000))")
    // The program before could not record its end, so the last printed number is asked for once.
    issue(terminal, "Số cuối đã in hôm nay")
    terminal.send("1\r")
    #expect(terminal.waits(for: "Đã tiếp nhận"), "\(terminal.received.suffix(3000))")
    terminal.send(Self.leave)
    #expect(terminal.exitCode() == 0)
    #expect(try owners(program) == ["Pả Lăng A", "Pả Lăng Còn Đây"])
  }

  @Test func aReadOnlyDiskIsSaidAtTheStartAndByTheCommandLine() throws {
    let disk = try TestDisk(megabytes: 40)
    defer { disk.remove() }
    let program = try Program.office(Program(folder: disk.path + "/data"))
    let register = try program.file("register.csv", Array(register(rows: 20).utf8))
    try disk.remount("ro")
    let refused = try program.run("import", "register", register)
    #expect(refused.code == 4)
    #expect(refused.messages.contains("Ổ đĩa không cho ghi"), "\(refused.messages)")
    let backup = try program.run("backup", "--to", disk.path)
    #expect(backup.code == 1)
    #expect(backup.messages.contains("không cho ghi"), "\(backup.messages)")
    try disk.remount("rw")
    #expect(try program.run("import", "register", register).code == 0)
    #expect(try owners(program).count == 20)
  }

  @Test func aDiskThatIsReadOnlyFromTheStartCanBeLookedAt() throws {
    let disk = try TestDisk(megabytes: 40)
    defer { disk.remove() }
    let program = try Program.office(Program(folder: disk.path + "/data"))
    #expect(try program.run("import", "register", try program.file("r.csv", Array(register(rows: 20).utf8))).code == 0)
    try disk.remount("ro")
    let listed = try program.run("list", "--view", "all", "--json")
    #expect((try program.json(listed) as? [Any])?.count == 20, "\(listed.messages)")
    #expect(try program.run("doctor").output.contains("Ổ đĩa đang ở chế độ chỉ đọc"))
    let terminal = try open(program)
    #expect(terminal.waits(for: "CHỈ XEM"), "\(terminal.received.suffix(3000))")
    #expect(terminal.waits(for: "Ổ đĩa không cho ghi: chỉ xem được"), "\(terminal.received.suffix(3000))")
    terminal.forget()
    terminal.send("\u{1B}")
    #expect(terminal.waits(for: "Chủ hồ sơ"))
    terminal.forget()
    terminal.send("\u{1B}OQ")
    #expect(terminal.waits(for: "Ổ đĩa không cho ghi: chỉ xem được"), "\(terminal.received.suffix(3000))")
    terminal.send(Self.leave)
    #expect(terminal.exitCode() == 0)
    #expect(terminal.isUsable)
    try disk.remount("rw")
    #expect(try owners(program).count == 20)
  }

  @Test func aFullDiskLosesNothing() throws {
    let disk = try TestDisk(megabytes: 40)
    defer { disk.remove() }
    let program = try Program.office(Program(folder: disk.path + "/data"))
    let terminal = try openQueue(program)
    fillForm(terminal, owner: "Pả Lăng A")
    issue(terminal, "Đã tiếp nhận")
    terminal.send("\u{1B}")
    fillForm(terminal, owner: "Pả Lăng Còn Đây")
    try disk.fill()
    issue(terminal, "Ổ đĩa đầy")
    terminal.forget()
    terminal.send("\u{0C}")
    #expect(terminal.waits(for: "Pả Lăng Còn Đây"))
    try disk.free()
    issue(terminal, "Đã tiếp nhận", asksAboutPapers: false)
    terminal.send(Self.leave)
    #expect(terminal.exitCode() == 0)
    #expect(try owners(program) == ["Pả Lăng A", "Pả Lăng Còn Đây"])
  }

  @Test func anImportThatMeetsAFullDiskGoesOnWhereItStopped() throws {
    let disk = try TestDisk(megabytes: 40)
    defer { disk.remove() }
    let program = try Program.office(Program(folder: disk.path + "/data"))
    let register = try program.file("register.csv", Array(register(rows: 4000).utf8))
    try disk.fill()
    let refused = try program.run("import", "register", register)
    #expect(refused.code == 4)
    #expect(refused.messages.contains("Ổ đĩa đầy"), "\(refused.messages)")
    // Leaves room for the first thousands of rows but not for all.
    try disk.free()
    try disk.fill(leaving: 4)
    let stopped = try program.run("import", "register", register)
    #expect(stopped.code == 4, "\(stopped.messages)")
    #expect(stopped.messages.contains("Ổ đĩa đầy") && stopped.messages.contains("nhập tiếp"), "\(stopped.messages)")
    #expect(try owners(program).count < 4000)
    try disk.free()
    #expect(try program.run("import", "register", register).code == 0)
    #expect(try owners(program).count == 4000)
  }

  @Test func aBackupThatMeetsAFullDiskSaysHowMuchIsNeeded() throws {
    let (disk, second) = (try TestDisk(megabytes: 40), try TestDisk(megabytes: 40))
    defer { for disk in [disk, second] { disk.remove() } }
    let program = try Program.office(Program(folder: disk.path + "/data"))
    for (full, code, sentence) in [(disk, Int32(4), "Ổ đĩa đầy"), (second, 1, "còn 0 MB, cần")] {
      try full.fill()
      let refused = try program.run("backup", "--to", second.path)
      #expect(refused.code == code)
      #expect(refused.messages.contains(sentence), "\(refused.messages)")
      try full.free()
      let made = try program.run("backup", "--to", second.path)
      #expect(made.code == 0, "\(made.messages)")
    }
  }

  @Test func aSecondPlaceThatIsReadOnlyIsSaidToBeOne() throws {
    let second = try TestDisk(megabytes: 40)
    let program = Program()
    defer {
      second.remove()
      program.remove()
    }
    try program.run("demo", "create", "--dossiers", "20", "--seed", "7")
    try second.remount("ro")
    let refused = try program.run("backup", "--to", second.path)
    #expect(refused.code == 1)
    #expect(refused.messages.contains("không cho ghi"), "\(refused.messages)")
    try second.remount("rw")
    #expect(try program.run("backup", "--to", second.path).code == 0)
  }

  private func register(rows: Int) -> String {
    "Mã hồ sơ,Tên TTHC,\"Tên cá nhân, tổ chức\",Nhận hồ sơ,Hẹn trả\n"
      + (1...rows).map { "A-\($0),Đăng ký khai sinh,Hồ Thị \($0),18/11/2026,18/11/2026\n" }.joined()
  }
}
