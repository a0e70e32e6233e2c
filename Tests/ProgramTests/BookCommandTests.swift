import DossierDomain
import DossierStore
import Foundation
import OfficeWork
import Testing

@testable import DossierTUI

/// The certification books on the command line.
@Suite(.serialized) struct BookCommandTests {
  /// The program runs by the machine's clock, and a book is of its year.
  private let year = WallClock.machine.now.civilDate.year

  private func books(_ program: Program) throws -> [[String: Any]] {
    try #require(try program.json(program.run("book", "list", "--json")) as? [[String: Any]])
  }

  /// Receives a batch and sends it to the signer, as a clerk does on the screen.
  private func number(_ program: Program) throws -> Bool {
    let store = try LocalStore(folder: program.folder, access: .readWrite)
    defer { store.close() }
    let clerk = try #require(try store.office.clerks().first)
    var form = ReceptionForm(procedureCode: "2.000815", owner: Person(name: "Hồ Thị Mai"), components: [])
    form.certified = [
      CertifiedLine(paper: "Bằng tốt nghiệp", pages: 2, copies: 30),
      CertifiedLine(paper: "Thẻ căn cước", person: "Hồ Văn Nam", pages: 2, copies: 1),
    ]
    let now = WallClock.machine.now
    let act = Act(
      dossier: .version7(at: now, random: (1, UInt64.random(in: 0 ... .max))),
      commands: [.receive(form), .sendToSigner(signer: "Lê Văn Sơn")])
    return try store.decisions.perform([act], by: clerk.id, at: now).allSatisfy { $0.isDone }
  }

  @Test func aBookIsOpenedBehindItsLastNumberOnPaper() throws {
    let program = try Program.office()
    defer { program.remove() }
    let unsaid = try program.run("book", "open", "copies")
    #expect(unsaid.code == 1 && unsaid.output.isEmpty)
    #expect(unsaid.messages.contains("Chưa gõ số cuối cùng"), "\(unsaid.messages)")
    let opened = try program.run("book", "open", "copies", "--year", "\(year)", "--last", "14")
    #expect(opened.code == 0, "\(opened.messages)")
    #expect(opened.output.contains("quyển số 01/\(year) - SCT/BS: số tiếp theo là 15."), "\(opened.output)")
    let book = try #require(try books(program).first)
    #expect(book["kind"] as? String == "copies" && book["volume"] as? Int == 1 && book["year"] as? Int == year)
    #expect(book["lastNumber"] as? Int == 14 && book["holding"] as? String == "held")
    #expect(try program.run("book", "open", "copies", "--last", "20").messages.contains("Số cuối của năm là 14"))
    #expect(try program.run("book", "open", "copies", "--year", "\(year + 1)", "--last", "0").code == 1)
    #expect(try program.run("book", "open", "copies", "--volume", "2").output.contains("quyển số 02/\(year)"))
    #expect(try program.run("book", "open", "khác", "--last", "0").code == 64)
    #expect(try program.run("verify").code == 0)
  }

  @Test func theRegisterShowsEachNumber() throws {
    let program = try Program.office()
    defer { program.remove() }
    #expect(try program.run("book", "show", "copies").code == 3)
    #expect(try program.run("book", "open", "copies", "--last", "14").code == 0)
    #expect(try number(program))
    let shown = try program.run("book", "show", "copies")
    #expect(shown.code == 0, "\(shown.messages)")
    for text in ["15 ", "16 ", "Bằng tốt nghiệp", "Thẻ căn cước (Hồ Văn Nam)", "Lê Văn Sơn", "Chỉ có trên giấy: 1–14"] {
      #expect(shown.output.contains(text), "\(shown.output)")
    }
    #expect(shown.output.contains("Đến số 16: 2 việc, 31 bản."))
    let lines = try #require(try program.json(program.run("book", "show", "copies", "--json")) as? [[String: Any]])
    #expect(lines.map { $0["number"] as? Int } == [15, 16])
    #expect(lines.allSatisfy { $0["owner"] as? String == "Hồ Thị Mai" && $0["struck"] == nil })
    #expect(try books(program).first?["lastNumber"] as? Int == 16)
  }

  /// Two machines must not number in one book.
  @Test func aCopiedFolderHoldsNoBookOfTheOriginal() throws {
    let program = try Program.office()
    defer { program.remove() }
    #expect(try program.run("book", "open", "copies", "--last", "0").code == 0)
    let copy = Program()
    try FileManager.default.copyItem(atPath: program.folder, toPath: copy.folder)
    defer { copy.remove() }
    let refused = try copy.run("book", "open", "copies")
    #expect(refused.code == 1 && refused.messages.contains("khôi phục hoặc sao chép"), "\(refused.messages)")
    #expect(try !number(copy))
    let opened = try copy.run("book", "open", "copies", "--last", "3")
    #expect(opened.code == 0 && opened.output.contains("số tiếp theo là 4"), "\(opened.messages)")
    #expect(try number(copy))
    #expect(try number(program))
  }
}
