import DossierDomain
import DossierStore
import OfficeWork
import Testing

@testable import DossierTUI

/// What the real program shows of a paper before it is printed.
@Suite struct PaperPreviewTests {
  private static let (number, phone) = ("045191176943", "0912345678")

  @Test func theNumbersOfPeopleAreMaskedAndThePaperHasThem() throws {
    let program = try Program.office()
    defer { program.remove() }
    let workplace = try Workplace.open(WorkplaceOptions(data: program.folder), access: .readWrite)
    defer { workplace.store.close() }
    let clerk = try #require(workplace.store.office.clerks().first { $0.has(.headOfDesk) })
    let (desk, id) = (PaperDesk(workplace: workplace), DossierID(high: 77, low: 77))
    let reception = ReceptionForm(
      procedureCode: "2.000815",
      owner: Person(name: "Hồ Văn Nam", identityNumber: Self.number, phone: Self.phone),
      components: [Component(number: 1, name: "Bản chính")], days: 5)
    let received = try workplace.store.decisions.perform(
      [Act(dossier: id, commands: [.receive(reception)])], by: clerk.id, at: workplace.clock.now)
    let isReceived = received.allSatisfy(\.isDone)
    #expect(isReceived, "\(received)")
    let form = try #require(PaperFormID("receipt"))
    let outcome = try desk.issue(NewPaper(form), for: id, viewer: Viewer(clerk), leaving: nil)
    guard case .issued(let paper, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    for choice in [PaperChoice.new(NewPaper(form)), .issued(paper.number)] {
      let text = try #require(try desk.text(of: choice, id, viewer: Viewer(clerk)))
      let (masked, full) = (text.masked.joined(separator: "\n"), text.full.joined(separator: "\n"))
      for number in [Self.number, Self.phone] {
        #expect(full.contains(number) && !masked.contains(number) && masked.contains(maskedNumber(number)))
      }
      #expect(text.masked.map(\.count) == text.full.map(\.count))
    }
    let code = try #require(try desk.papers(of: id, viewer: Viewer(clerk))?.code.text)
    workplace.store.close()
    let list = try program.run("paper", "list", code)
    #expect(list.code == 0 && list.output.contains(paper.number.text) && list.output.contains("chưa in"))
    #expect(try program.run("paper", "list", code, "--json").output.contains("\"printed\" : \"kept\""))
    let shown = try program.run("paper", "show", code, paper.number.text)
    #expect(shown.code == 0 && shown.output.contains(maskedNumber(Self.number)) && !shown.output.contains(Self.number))
    #expect(try program.run("paper", "show", code, "99/2026-AAAAAA").code == 3)
    #expect(try program.run("paper", "list", "999999-9999").code == 3)
  }

  /// A declaration's dotted line where something is known is explained beside it, not on it.
  @Test func whatTheFormLeavesBlankIsSaid() throws {
    let program = try Program.office()
    defer { program.remove() }
    let workplace = try Workplace.open(WorkplaceOptions(data: program.folder), access: .readWrite)
    defer { workplace.store.close() }
    let clerk = try #require(workplace.store.office.clerks().first { $0.has(.headOfDesk) })
    let desk = PaperDesk(workplace: workplace)
    let form = try #require(PaperFormID("marital-status"))
    for (low, number) in [(77, Self.number), (78, "")] as [(UInt64, String)] {
      let id = DossierID(high: 77, low: low)
      let reception = ReceptionForm(
        procedureCode: "1.004873", owner: Person(name: "Hồ Văn Nam", identityNumber: number, address: "Thôn Mẫu"),
        components: [Component(number: 1, name: "Bản chính")])
      let received = try workplace.store.decisions.perform(
        [Act(dossier: id, commands: [.receive(reception)])], by: clerk.id, at: workplace.clock.now)
      let isReceived = received.allSatisfy(\.isDone)
      #expect(isReceived, "\(received)")
      let text = try #require(try desk.text(of: .new(NewPaper(form)), id, viewer: Viewer(clerk)))
      #expect(text.remark == (number.isEmpty ? nil : "có số thì mẫu để trống: Nơi cư trú"))
      // That of the person concerned is always printed, the requester's only without a number.
      #expect(text.full.count { $0.contains("Thôn Mẫu") } == (number.isEmpty ? 2 : 1))
    }
  }
}
