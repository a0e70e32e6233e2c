import Documents
import DossierDomain
import DossierStore
import Foundation
import Testing

@testable import DossierTUI

/// A register comes again: taken in by an earlier version, or with the headings of last time.
@Suite(.serialized) struct RegisterAgainTests {
  private static let registers = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("DocumentsTests/Registers")

  private struct Report: Decodable {
    var imported: Int
    var updated: Int
    var unchanged: Int
    var readDifferently: Int
    var usesRememberedChoices: Bool
  }

  private func take(_ program: Program, _ file: String, _ options: String...) throws -> Report {
    let outcome = try program.run(["import", "register", file, "--json"] + options)
    return try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
  }

  private func count(_ program: Program) throws -> Int {
    let store = try LocalStore(folder: program.folder, access: .readOnly)
    defer { store.close() }
    return try store.office.dossierCount()
  }

  /// Version 0.2 made a dossier's id of the code as its cell contains it, and stored that.
  @Test func noFileMakesASecondDossierOfWhatAnEarlierVersionTookIn() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.registers.path).filter {
      $0.hasSuffix(".csv")
    }
    #expect(names.count > 15)
    for name in names.sorted() {
      let program = try Program.office()
      defer { program.remove() }
      let file = Self.registers.appendingPathComponent(name)
      let (office, clerk) = try program.officeAndClerk()
      var reader = try RegisterReader(
        bytes: Array(try Data(contentsOf: file)), office: office, today: WallClock.machine.now.civilDate
      ) { _ in nil }
      guard reader.understanding.questions.isEmpty else { continue }
      var rows: [RowToImport] = []
      while let row = reader.next() {
        guard case .dossier(var dossier, _) = row else { continue }
        dossier.code.text = reader.codeAsWritten
        rows.append(RowToImport(dossier, codeAsWritten: reader.codeAsWritten))
      }
      let store = try LocalStore(folder: program.folder, access: .readWrite)
      _ = try store.decisions.importRegister(rows, by: clerk, at: WallClock.machine.now)
      store.close()
      let before = try count(program)
      let again = try take(program, file.path, "--accept-readings", "--rejects", program.file("rejects.csv"))
      #expect(again.imported == 0, "\(name)")
      #expect(try count(program) == before, "\(name)")
      #expect(try program.run("verify").code == 0, "\(name)")
    }
  }

  /// The desks of an earlier release take in the register that they export.
  @Test(arguments: ReleaseTests.releases) func theirOwnRegistersMakeNoSecondDossier(release: String) throws {
    let data = try ReleaseData(release)
    for name in try data.desks {
      let desk = data.desk(name)
      let before = try desk.codes()
      let (office, clerk) = try desk.officeAndClerk()
      let store = try LocalStore(folder: desk.folder, access: .readWrite)
      var writer = RegisterWriter(officeName: office.name, showsNumbers: true)
      var text = writer.header
      let period = (CivilDate(dayNumber: 18_000), CivilDate(dayNumber: 25_000))
      try store.reports.forEachDossier(receivedFrom: period.0, through: period.1) { text += writer.row($0) }
      let reader = try RegisterReader(bytes: Array(text.utf8), office: office, today: period.1) { _ in nil }.checked()
      let rows = reader.compactMap { if case .dossier(let dossier, _) = $0 { RowToImport(dossier) } else { nil } }
      try #require(!rows.isEmpty)
      let today = WallClock.machine.now
      try store.decisions.perform(.confirmClock(today.civilDate), by: clerk, at: today)
      let outcomes = try store.decisions.importRegister(
        rows, agreement: .readings, by: clerk, at: WallClock.machine.now)
      #expect(!outcomes.contains(.imported), "\(name)")
      store.close()
      #expect(try desk.codes() == before, "\(name)")
      #expect(try desk.run("verify").code == 0, "\(name)")
    }
  }

  private static let table = """
    Mã hồ sơ;Chủ hồ sơ;Số CCCD;Nhận hồ sơ;Hẹn trả
    A-261103-1;Hồ Thị Một;045098001236;03/11/2026;06/11/2026
    A-261103-2;Hồ Thị Hai;;03/11/2026;06/11/2026

    """

  @Test func whatIsOnlyReadDifferentlyIsListedAndTakenWithOneYes() throws {
    let program = try Program.office()
    defer { program.remove() }
    let file = try program.file("so.csv", Array(Self.table.utf8))
    let (office, clerk) = try program.officeAndClerk()
    let store = try LocalStore(folder: program.folder, access: .readWrite)
    let day = try #require(CivilDate(year: 2026, month: 11, day: 3))
    let rows = [("1", "HỒ THỊ MỘT", "45098001236"), ("2", "Hồ Thị Hai", "")].map { number, name, identity in
      RowToImport(
        ImportedDossier(
          code: DossierCode("A-261103-\(number)", origin: .imported), procedure: ProcedureReference(code: "", name: ""),
          owner: Person(name: name, identityNumber: identity), status: .inProgress,
          receivedAt: day.instant(atMinute: 0),
          dueAt: day.adding(days: 3).instant(atMinute: 0), resolvedAt: nil, handedBackAt: nil, office: office.id))
    }
    _ = try store.decisions.importRegister(rows, by: clerk, at: WallClock.machine.now)
    store.close()
    let check = try program.run("import", "register", file, "--check")
    #expect(check.output.contains("  chỉ khác cách đọc: dòng 2: "), "\(check.output)")
    #expect(check.messages.contains("so.csv:2: số định danh: 450•••••236 → 045••••••236"), "\(check.messages)")
    #expect(check.messages.contains("--accept-readings"))
    let left = try take(program, file)
    #expect(left.readDifferently == 2 && left.updated == 0 && left.imported == 0)
    #expect(try take(program, file, "--accept-readings").updated == 2)
    let last = try take(program, file)
    #expect(last.unchanged == 2 && last.readDifferently == 0)
    #expect(try count(program) == 2)
  }

  @Test func choicesHoldForTheNextFileWithTheSameHeadingsUntilTheyAreForgotten() throws {
    let program = try Program.office()
    defer { program.remove() }
    func file(_ name: String, _ code: Int, headings: String = "Mã hồ sơ;Khách;Ngày nhận;Trạng thái") throws -> String {
      let text = headings + "\nA-\(code);Hồ Thị Mẫu;10/05/2026;Xong bước 2\n"
      return try program.file(name, Array(text.utf8))
    }
    let options = ["--column", "Khách=owner", "--status", "Xong bước 2=9", "--date-order", "mdy"]
    let first = try program.run(["import", "register", file("1.csv", 1)] + options)
    #expect(first.code == 0 && !first.messages.contains("lần trước"), "\(first.messages)")
    let second = try program.run("import", "register", try file("2.csv", 2))
    #expect(second.code == 0 && second.messages.contains("Dùng lại lựa chọn của lần trước"), "\(second.messages)")
    let shown = try program.run("show", "A-2", "--json").output
    #expect(shown.contains("2026-10-05"), "\(shown)")
    // Other headings are another form.
    #expect(
      try program.run("import", "register", file("3.csv", 3, headings: "Mã HS;Khách;Ngày nhận;Trạng thái")).code == 1)
    // What is given now goes before what is remembered.
    #expect(try take(program, try file("4.csv", 4), "--date-order", "dmy").usesRememberedChoices)
    #expect(try program.run("show", "A-4", "--json").output.contains("2026-05-10"))
    #expect(try program.run("import", "register", file("5.csv", 5), "--forget-choices", "--check").code == 1)
    let forgotten = try program.run(
      "import", "register", file("6.csv", 6), "--forget-choices", "--column", "Khách=owner")
    #expect(forgotten.messages.contains("--status"), "\(forgotten.messages)")
  }

  /// The headings are the same bytes in any encoding.
  @Test func anEncodingHoldsForFilesThatDoNotSayTheirOwn() throws {
    let program = try Program.office()
    defer { program.remove() }
    func file(_ code: Int, _ owner: [UInt8]) throws -> String {
      let head = Array("Ma ho so;Chu ho so;Ngay nhan;Trang thai\nA-\(code);".utf8)
      return try program.file(
        "\(code).csv", head + owner + Array(";13/05/2026;9\n".utf8))
    }
    let windows: [UInt8] = [0x48, 0xF4, 0x20, 0x56, 0xE3, 0x6E]
    let options = ["--encoding", "windows-1258", "--status", "9=9"]
    #expect(try program.run(["import", "register", file(1, windows)] + options).code == 0)
    for (code, owner) in [(2, Array("Hô Văn".utf8)), (3, windows)] {
      let taken = try program.run("import", "register", file(code, owner))
      #expect(taken.code == 0, "\(taken.messages)")
      let shown = try program.run("show", "A-\(code)", "--json").output
      #expect(shown.contains("Hô Văn"), "\(shown)")
    }
  }
}

extension Program {
  fileprivate func officeAndClerk() throws -> (Office, ClerkID) {
    let store = try LocalStore(folder: folder, access: .readOnly)
    defer { store.close() }
    return (try store.office.current(), try #require(try store.office.clerks().first).id)
  }
}
