import DossierDomain
import DossierStore
import Foundation
import OfficeWork
import Testing

@testable import DossierTUI

/// The register for a system that is used beside this program, and that system's register coming back.
@Suite(.serialized) struct OtherSystemRegisterTests {
  private struct Report: Decodable {
    var imported: Int
    var updated: Int
    var unchanged: Int
    var sameDossiers: Int
  }

  private static let headings =
    "Số HS;Họ và tên chủ hồ sơ;Tên thủ tục;Ngày tiếp nhận;Hẹn trả;Tình trạng;Phòng họp;Ghi chú"

  /// An office with a dossier that was received today, and its code.
  private func office(owner: String) throws -> (program: Program, code: String) {
    let program = try Program.office()
    #expect(try program.run("office", "set", "--own-codes-from", "31/12/2031").code == 0)
    let store = try LocalStore(folder: program.folder, access: .readWrite)
    defer { store.close() }
    let clerk = try #require(try store.office.clerks().first)
    let form = ReceptionForm(
      procedureCode: "2.000815", owner: Person(name: owner), components: [Component(number: 1, name: "Bản chính")],
      days: 5)
    let outcomes = try store.decisions.perform(
      [Act(dossier: DossierID(high: 5, low: 5), commands: [.receive(form)])], by: clerk.id,
      at: WallClock.machine.now)
    guard case .done(let row, _) = outcomes.first else { throw Program.Missing() }
    return (program, row.code.text)
  }

  private func take(_ program: Program, _ file: String, _ options: String...) throws -> Report {
    let outcome = try program.run(["import", "register", file, "--json"] + options)
    return try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
  }

  private func lines(_ path: String) throws -> [String] {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
      .split(whereSeparator: \.isNewline).map { String($0).replacingOccurrences(of: "\u{FEFF}", with: "") }
  }

  @Test func whatTheOtherSystemLacksGoesOutAndComesBackAsTheSameDossier() throws {
    let (program, code) = try office(owner: "Hồ Thị Kăn Tưm")
    defer { program.remove() }
    let row = "H50-1;Lê Văn Một;Chứng thực bản sao từ bản chính giấy tờ, văn bản;20/11/2026;25/11/2026;Đang xử lý;;"
    let example = try program.file("example.csv", Array("\(Self.headings)\n\(row)\n".utf8))
    let first = try program.file("first.csv")
    #expect(try program.run("export", "other-system", first).code != 0, "its columns are not known yet")
    let out = try program.run("export", "other-system", first, "--like", example)
    #expect(out.code == 0, "\(out.messages)")
    let written = try lines(first)
    #expect(written.first == Self.headings.replacingOccurrences(of: ";", with: ","))
    #expect(written.count == 2 && written[1].hasPrefix(",Hồ Thị Kăn Tưm,"))
    #expect(written[1].hasSuffix("Mã ở xã: \(code)"))
    // It comes back under a code of its own.
    let back = try program.file(
      "back.csv",
      Array("\(written[0])\n\(written[1].replacingOccurrences(of: ",Hồ Thị", with: "H50-261201-0031,HỒ THỊ"))\n".utf8))
    let left = try take(program, back)
    #expect(left.imported == 0 && left.updated == 0 && left.sameDossiers == 1)
    let taken = try take(program, back, "--same-dossiers")
    #expect(taken.imported == 0 && taken.updated == 1 && taken.sameDossiers == 0)
    let last = try take(program, back)
    #expect(last.unchanged == 1 && last.sameDossiers == 0)
    #expect(try program.run("show", "H50-261201-0031", "--by", "Hồ Thị Lan").output.contains(code))
    // Nothing is left to be entered there, and the columns are remembered.
    let second = try program.file("second.csv")
    #expect(try program.run("export", "other-system", second).code == 0)
    #expect(try lines(second).count == 1)
    #expect(try program.run("export", "other-system", second).code == 1, "the file is there")
    #expect(try program.run("verify").code == 0)
  }

  @Test func aWorkbookHasTheSameRows() throws {
    let (program, code) = try office(owner: "Hồ Văn Nam")
    defer { program.remove() }
    let example = try program.file("example.csv", Array("\(Self.headings)\n;;;;;;;\n".utf8))
    let workbook = try program.file("out.xlsx")
    let out = try program.run("export", "other-system", workbook, "--like", example)
    #expect(out.code == 0, "\(out.messages)")
    // Provisional codes are for this office alone, so its rows have none and are kept aside.
    let taken = try take(program, workbook)
    #expect(taken.imported == 0 && taken.unchanged == 0 && taken.sameDossiers == 0)
    #expect(code.hasPrefix("P-"))
  }

  @Test func theDayOfTheChangeOverIsASetting() throws {
    let program = try Program.office()
    defer { program.remove() }
    #expect(try program.run("office", "set", "--own-codes-from", "01/01/2027").code == 0)
    #expect(try program.run("office", "settings", "--json").output.contains("2027-01-01"))
    #expect(try program.run("office", "set", "--own-codes-from", "none").code == 0)
    #expect(try !program.run("office", "settings", "--json").output.contains("ownCodesFrom"))
    #expect(try program.run("rebuild").code == 0)
    #expect(try program.run("verify").code == 0)
  }
}

extension Program {
  /// Something that a test has made is not there.
  struct Missing: Error {}
}
