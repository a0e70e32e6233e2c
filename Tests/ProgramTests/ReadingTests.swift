import Crypto
import DossierDomain
import DossierStore
import Foundation
import GRDB
import JournalFormat
import OfficeWork
import Testing

/// Reading many people's data on the command line, or an unmasked number, is recorded.
@Suite(.serialized) struct ReadingTests {
  private static let period = ["--from", "01/11/2026", "--to", "30/11/2026"]

  /// An office with one clerk without a PIN and the given number of dossiers, each of another owner.
  private func office(dossiers count: Int, note: String = "") throws -> Program {
    let program = try Program.office()
    try importRegister(program, count, note)
    return program
  }

  private func importRegister(_ program: Program, _ count: Int, _ note: String = "") throws {
    let rows = (1...count).map { number in
      let (place, phone) = (String(1000 + number), "09124610\(10 + number % 90)")
      return
        "000.19.45.H50-261118-\(place),Đăng ký khai sinh,Hồ Thị \(number),04519117\(place),\(phone),18/11/2026,\(note)\n"
    }
    let table = "Mã hồ sơ,Tên TTHC,Chủ hồ sơ,Số giấy tờ,Số điện thoại,Nhận hồ sơ,Ghi chú\n" + rows.joined()
    let imported = try program.run("import", "register", program.file("register.csv", Array(table.utf8)))
    #expect(imported.code == 0, "\(imported.messages)")
  }

  @Test func aListOfMoreThanTwentyPeopleIsRecordedWithTheHashOfWhatWasShown() throws {
    let program = try office(dossiers: 21)
    defer { program.remove() }
    let few = try program.run("list", "--view", "all", "--limit", "20")
    #expect(few.code == 0, "\(few.messages)")
    #expect(try program.readings().isEmpty)
    var expected: [DataReading] = []
    for format in ["table", "json", "csv"] {
      let many = try program.run("list", "--view", "all", "--format", format, "--purpose", " báo cáo  tháng ")
      #expect(many.code == 0, "\(many.messages)")
      expected.append(
        DataReading(what: .list, purpose: "báo cáo tháng", persons: 21, hash: sha256(Array(many.output.utf8))))
    }
    let outbox = try program.run("outbox")
    expected.append(DataReading(what: .outbox, persons: 21, hash: sha256(Array(outbox.output.utf8))))
    let export = try program.run(["export", "register"] + Self.period)
    expected.append(DataReading(what: .export, persons: 21, hash: sha256(Array(export.output.utf8))))
    let found = try program.readings()
    #expect(found.map(\.reading) == expected)
    #expect(Set(found.map(\.clerk)) == ["Hồ Thị Lan"])
    #expect(try program.run("verify").code == 0)
    #expect(try program.run("rebuild").code == 0)
    #expect(try program.run("verify").code == 0)
  }

  /// An export that is too large for memory waits in a file in the data folder, which is removed afterwards.
  @Test func aLongExportIsRecordedToo() throws {
    // Few long words, because an import looks at each word.
    let program = try office(dossiers: 300, note: String(repeating: String(repeating: "x", count: 80) + " ", count: 47))
    defer { program.remove() }
    let export = try program.run(["export", "register"] + Self.period)
    #expect(export.code == 0 && export.output.utf8.count > 1 << 20)
    #expect(export.output.hasSuffix("\r\n") && export.output.hasPrefix("\u{FEFF}TT,"))
    #expect(
      try program.readings().map(\.reading) == [
        DataReading(what: .export, persons: 300, hash: sha256(Array(export.output.utf8)))
      ])
    let left = try FileManager.default.contentsOfDirectory(atPath: program.folder)
    #expect(!left.contains { $0.contains("put-out") }, "\(left)")
  }

  @Test func numbersAreMaskedUnlessAHeadOfDeskSaysWhatFor() throws {
    let program = try office(dossiers: 3)
    defer { program.remove() }
    #expect(try program.run("office", "add-clerk", "Lê Thị Mơ", "--role", "reception").code == 0)
    let (number, phone, masked) = ("045191171001", "0912461011", "045••••••001")
    let commands = [["show", "1001"], ["show", "1001", "--json"], ["export", "register"] + Self.period]
    for command in commands {
      let usual = try program.run(command)
      #expect(usual.code == 0 && usual.output.contains(masked) && !usual.output.contains(number), "\(usual)")
      // The form has a column for telephone numbers, but none for the other data.
      #expect(usual.output.contains(phone) == (command[0] == "export"))
      let unsaid = try program.run(command + ["--full"])
      #expect(unsaid.code == 64 && unsaid.output.isEmpty && unsaid.messages.contains("--purpose"), "\(unsaid)")
      let short = try program.run(command + ["--full", "--purpose", " x "])
      #expect(short.code == 64 && short.output.isEmpty)
      let other = try program.run(command + ["--full", "--purpose", "đối chiếu", "--by", "Lê Thị Mơ"])
      #expect(other.code == 1 && other.output.isEmpty && other.messages.contains("Việc này của"), "\(other)")
    }
    #expect(try program.readings().isEmpty)
    for command in commands {
      // There is only one head of desk, so no name is needed.
      let full = try program.run(command + ["--full", "--purpose", "đối chiếu"])
      #expect(full.code == 0 && full.output.contains(number) && full.output.contains(phone), "\(full)")
      let last = try #require(try program.readings().last)
      #expect(last.clerk == "Hồ Thị Lan")
      #expect(last.reading.showsNumbers && last.reading.purpose == "đối chiếu")
      #expect(last.reading.persons == (command[0] == "show" ? 1 : 3))
      #expect(last.reading.hash == sha256(Array(full.output.utf8)))
    }
    #expect(try program.readings().count == 3)
  }

  /// Importing a register with masked numbers does not change the numbers.
  @Test func whatWasExportedMaskedChangesNoNumber() throws {
    let program = try office(dossiers: 2)
    defer { program.remove() }
    let exported = try program.run(["export", "register"] + Self.period).output
    #expect(exported.contains("045••••••001"))
    let copy = try program.file("copy.csv", Array(exported.utf8))
    let again = try program.json(program.run("import", "register", copy, "--json")) as? [String: Any]
    #expect(again?["unchanged"] as? Int == 2)
    let other = try Program.office()
    defer { other.remove() }
    #expect(try other.run("import", "register", copy).code == 0)
    #expect(try !other.run("show", "1001").output.contains("Số giấy tờ"))
  }

  @Test func whoReadsIsNamedWhereSeveralCanBeMeant() throws {
    let program = try office(dossiers: 21)
    defer { program.remove() }
    #expect(try program.run("office", "add-clerk", "Lê Thị Mơ", "--role", "reception").code == 0)
    for command in [["list", "--view", "all"], ["export", "register"] + Self.period, ["outbox"]] {
      let unnamed = try program.run(command)
      #expect(unnamed.code == 1 && unnamed.output.isEmpty, "\(unnamed)")
      #expect(unnamed.messages.contains("Có thể là: Hồ Thị Lan, Lê Thị Mơ."), "\(unnamed.messages)")
    }
    #expect(try program.readings().isEmpty)
    #expect(try program.run("list", "--view", "all", "--limit", "20").code == 0)
    #expect(try program.run("show", "1001").code == 0)
    #expect(try program.run(["report"] + Self.period).code == 0)
    #expect(try program.run("list", "--view", "all", "--by", "Lê Thị Mơ").code == 0)
    #expect(try program.readings().map(\.clerk) == ["Lê Thị Mơ"])
  }

  @Test func anOfficeWithPINsShowsNobodysDataWithoutOne() throws {
    let program = try Program.officeWithPINs("481516")
    defer { program.remove() }
    let register = "Mã hồ sơ,Chủ hồ sơ,Nhận hồ sơ\n000.19.45.H50-261118-0031,Hồ Thị Mơ,18/11/2026\n"
    let file = try program.file("register.csv", Array(register.utf8))
    #expect(try program.run("import", "register", file, typed: "481516\n").code == 0)
    let disk = try program.file("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    for command in [
      ["list", "--view", "all"], ["show", "0031"], ["export", "register"] + Self.period, ["outbox"],
      ["backup", "--to", disk],
    ] {
      let refused = try program.run(command, typed: "999999\n")
      #expect(refused.code == 1 && refused.output.isEmpty, "\(command): \(refused)")
      #expect(try program.run("list", "--view", "all", typed: "481516\n").code == 0)
      let shown = try program.run(command + ["--pin-fd", "0"], typed: "481516\n")
      #expect(shown.code == 0 && !shown.output.isEmpty, "\(command): \(shown)")
    }
    for command in [
      ["verify"], ["report"] + Self.period, ["office", "settings"], ["backup", "--list", "--to", disk],
    ] {
      #expect(try program.run(command).code == 0, "\(command)")
    }
    #expect(try !program.run("doctor").output.isEmpty)
  }

  /// Wrong PINs count here as at the desk, although the command writes nothing else.
  @Test func whoTriesPINsByReadingWaits() throws {
    let program = try Program.officeWithPINs("481516")
    defer { program.remove() }
    for _ in 1...3 { #expect(try program.run("list", typed: "999999\n").code == 1) }
    let waiting = try program.run("list", typed: "481516\n")
    #expect(waiting.code == 1 && waiting.output.isEmpty && waiting.messages.contains("Thử lại sau"), "\(waiting)")
  }

  /// While a window writes, each command is a process that only reads; their tries count together all the same.
  @Test func whoTriesPINsBesideAnOpenWindowWaits() throws {
    let program = try Program.officeWithPINs("481516")
    defer { program.remove() }
    let window = try LocalStore(folder: program.folder, access: .readWrite)
    defer { window.close() }
    #expect(try program.run("list", typed: "481516\n").code == 0)
    for tries in 1...3 {
      let wrong = try program.run("list", typed: "999999\n")
      #expect(wrong.code == 1 && wrong.messages.contains("(lần \(tries))"), "\(wrong)")
    }
    let waiting = try program.run("list", typed: "481516\n")
    #expect(waiting.code == 1 && waiting.output.isEmpty && waiting.messages.contains("Thử lại sau"), "\(waiting)")
  }

  @Test func aCopyAtAPlaceThatSomebodyNamesIsRecordedAndTheTimersIsNot() throws {
    let program = try office(dossiers: 21)
    defer { program.remove() }
    let (usual, other) = (try program.file("usual"), try program.file("other"))
    for place in [usual, other] {
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    }
    try Data("backup-folder = \"\(usual)\"\n".utf8).write(
      to: URL(fileURLWithPath: program.folder + "/settings.toml"))
    for command in [["backup"], ["backup", "--to", usual]] { #expect(try program.run(command).code == 0) }
    #expect(try program.readings().isEmpty)
    // Whoever says her name makes it by hand.
    #expect(try program.run("backup", "--by", "Hồ Thị Lan").code == 0)
    #expect(try program.readings().map(\.reading.what) == [.backup])
    let made = try program.run("backup", "--to", other)
    #expect(made.code == 0, "\(made.messages)")
    let copy = try Data(contentsOf: URL(fileURLWithPath: made.output.trimmingCharacters(in: .newlines)))
    #expect(
      try program.readings().map(\.reading).last == DataReading(what: .backup, persons: 21, hash: sha256(Array(copy))))
    #expect(try program.readings().count == 2)
  }

  /// Changed hours name the citizens who were told to come while the office is closed now.
  @Test func aLongListOfCitizensToCallIsRecorded() throws {
    let program = try Program.office()
    defer { program.remove() }
    let rows = (1...21).map { number in
      "000.19.45.H50-261118-\(1000 + number),Hồ Thị \(number),18/11/2026,06/12/2028,Đang xử lý\n"
    }
    let table = "Mã hồ sơ,Chủ hồ sơ,Nhận hồ sơ,Hẹn trả kết quả,Trạng thái\n" + rows.joined()
    let imported = try program.run("import", "register", program.file("register.csv", Array(table.utf8)))
    #expect(imported.code == 0, "\(imported.messages)")
    let changed = try program.run("office", "set-hours", "--wednesday", "")
    #expect(changed.code == 0 && changed.output.contains("Hồ Thị 21"), "\(changed)")
    let list = changed.output.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)[1]
    let readings = try program.readings().map(\.reading)
    #expect(readings.map(\.what) == [.list] && readings.map(\.persons) == [21])
    #expect(readings.map(\.hash) == [sha256(Array(list.utf8))])
  }

  /// The record reaches the province and the other desks. If a machine could not read the record, it is named instead
  /// of the data.
  @Test func theRecordGoesWithTheExchangeAndWaitsForOlderMachines() throws {
    let province = try ProvinceProcess()
    defer { province.stop() }
    let (desk, other) = (try office(dossiers: 21), Program())
    defer {
      desk.remove()
      other.remove()
    }
    try desk.join(province)
    // By stick before the province has reported what it can read, because the file tells the province of the desk.
    let first = try desk.run("bundle", "export", try desk.file("first.bundle"))
    #expect(first.code == 0 && first.messages.contains("máy chủ của tỉnh"), "\(first)")
    _ = try desk.synchronise()
    #expect(try desk.run("list", "--view", "all").code == 0)
    try other.becomeDesk(of: province)
    for program in [desk, other] { #expect(try program.run("sync").code == 0) }
    #expect(try desk.outbox(.refused) == 0 && desk.outbox(.recorded) == 0)
    #expect(try other.readings().map(\.reading) == desk.readings().map(\.reading))
    #expect(try other.readings().count == 1)
    for program in [desk, other] { #expect(try program.run("verify").code == 0) }

    try importRegister(desk, 30)
    let bundle = try desk.file("second.bundle")
    #expect(try desk.run("bundle", "export", bundle).code == 0)
    let written = try Data(contentsOf: URL(fileURLWithPath: bundle))
    #expect(try desk.readings().count == 1, "nine dossiers are new")
    #expect(!written.isEmpty)

    let reads = OfficeReads(content: .unsaid, behind: ["Bàn 2"]).text
    let database = try DatabaseQueue(path: desk.folder + "/dossier.sqlite")
    try database.write {
      try $0.execute(sql: "UPDATE setting SET value = ? WHERE name = 'office reads'", arguments: [reads])
    }
    try database.close()
    let disk = try desk.file("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    for command in [
      ["list", "--view", "all"], ["export", "register"] + Self.period, ["backup", "--to", disk],
      ["show", "1001", "--full", "--purpose", "đối chiếu"],
    ] {
      let refused = try desk.run(command)
      #expect(refused.code == 1 && refused.output.isEmpty, "\(command): \(refused)")
      #expect(refused.messages.contains("máy \"Bàn 2\""), "\(command): \(refused.messages)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk).isEmpty)
    #expect(try desk.run("list", "--view", "all", "--limit", "20").code == 0)
    #expect(try desk.readings().count == 1)
  }

  @Test func aStickWithMoreThanTwentyPeopleIsRecorded() throws {
    let province = try ProvinceProcess()
    defer { province.stop() }
    let desk = try Program.office()
    defer { desk.remove() }
    try desk.join(province)
    _ = try desk.synchronise()
    try importRegister(desk, 21)
    let file = try desk.file("out.bundle")
    let export = try desk.run("bundle", "export", file)
    #expect(export.code == 0, "\(export.messages)")
    let written = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
    #expect(try desk.readings().map(\.reading) == [DataReading(what: .bundle, persons: 21, hash: sha256(written))])
    let back = try desk.file("back.bundle")
    _ = try province.run("bundle", "import", file, "--out", back)
    #expect(try desk.run("bundle", "import", back).code == 0)
    #expect(try desk.outbox(.recorded) == 1, "the record itself goes with the next one")
  }
}

func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

extension Program {
  /// The readings in the journal, oldest first.
  func readings() throws -> [(clerk: String, reading: DataReading)] {
    let names = Dictionary(
      try LocalStore(folder: folder, access: .readOnly).office.clerks().map { ($0.id, $0.name) },
      uniquingKeysWith: { $1 })
    var configuration = Configuration()
    configuration.readonly = true
    let database = try DatabaseQueue(path: folder + "/dossier.sqlite", configuration: configuration)
    return try database.read { db in
      try Data.fetchAll(db, sql: "SELECT bytes FROM entry WHERE dossier IS NULL ORDER BY position").compactMap {
        bytes in
        let entry = try EntryFormat.decodeTrusted(Array(bytes))
        guard case .office(.recordReading(let reading)) = entry.content else { return nil }
        return (names[entry.clerk] ?? "?", reading)
      }
    }
  }
}
