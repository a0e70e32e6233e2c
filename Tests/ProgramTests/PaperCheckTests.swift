import Crypto
import Documents
import DossierDomain
import JournalFormat
import OfficeWork
import PageDescription
import Testing

@testable import DossierStore
@testable import DossierTUI

/// Whether a paper is true, by what its code says and by what is recorded.
@Suite struct PaperCheckTests {
  private struct Desk {
    let program: Program
    let workplace: Workplace
    let clerk: Clerk
    let dossier: DossierID
    var papers: PaperDesk { PaperDesk(workplace: workplace) }

    init(isEnrolled: Bool = true) throws {
      program = try Program.office()
      workplace = try Workplace.open(WorkplaceOptions(data: program.folder), access: .readWrite)
      let now = workplace.clock.now
      if isEnrolled {
        try workplace.store.exchange.enrol(
          Enrolment(
            server: "https://tinh.example:8443", office: try workplace.store.office.current().id,
            officeName: "xã La Lay",
            device: DeviceID(high: 5, low: 5), deviceName: "Bàn 1", certificate: [1], authority: [2],
            privateKey: Array(P256.Signing.PrivateKey().rawRepresentation), agreementKey: [4], provinceKey: [5],
            certificateEndsAt: now), at: now)
        // As after the first exchange with a province of this version.
        try workplace.store.write { try MachinesReading.keep($0, OfficeReads(content: .own)) }
      }
      clerk = try #require(workplace.store.office.clerks().first { $0.has(.headOfDesk) })
      dossier = DossierID(high: 77, low: 77)
      let reception = ReceptionForm(
        procedureCode: "2.000815", owner: Person(name: "Hồ Văn Nam"),
        components: [Component(number: 1, name: "Bản chính")],
        days: 5)
      let received = try workplace.store.decisions.perform(
        [Act(dossier: dossier, commands: [.receive(reception)])], by: clerk.id, at: now)
      if !received.allSatisfy(\.isDone) { Issue.record("\(received)") }
    }

    /// A further dossier that the same person hands in with the first one.
    func receiveNext() throws -> DossierID {
      let id = DossierID(high: 77, low: 78)
      var reception = ReceptionForm(
        procedureCode: "2.000815", owner: Person(name: "Hồ Văn Nam"),
        components: [Component(number: 1, name: "Bản chính")], days: 5)
      reception.visit = dossier
      let received = try workplace.store.decisions.perform(
        [Act(dossier: id, commands: [.receive(reception)])], by: clerk.id, at: workplace.clock.now)
      if !received.allSatisfy(\.isDone) { Issue.record("\(received)") }
      return id
    }

    func close() {
      workplace.store.close()
      program.remove()
    }

    /// The text of the code of a new paper, and its number.
    func issue(
      _ kind: FormKind = .receipt, for id: DossierID? = nil, replacing: PaperNumber? = nil
    ) throws -> (text: String, number: PaperNumber) {
      let form = try #require(PaperFormID(kind.rawValue))
      let outcome = try papers.issue(
        NewPaper(form, replaces: replacing), for: id ?? dossier, viewer: Viewer(clerk), leaving: nil)
      guard case .issued(let paper, _) = outcome else { throw NotIssued(outcome: outcome) }
      let bytes = try papers.page(of: PaperName(id ?? dossier, paper.number), viewer: Viewer(clerk))
      let page = try PageDescription(bytes: try #require(bytes))
      return (try #require(page.paperCode), paper.number)
    }

    func check(_ text: String) throws -> PaperCheck { try papers.check(text, viewer: .commandLine) }
  }

  private struct NotIssued: Error {
    var outcome: PaperOutcome
  }

  @Test func aTruePaperIsSignedAndRecorded() throws {
    let desk = try Desk()
    defer { desk.close() }
    let paper = try desk.issue()
    let check = try desk.check(paper.text + "\r")
    #expect(check.verdict == .signed(SealingMachine(name: "Bàn 1", office: "xã La Lay")))
    #expect(check.recorded?.isSame == true && check.answer == .holds)
    #expect(check.lines(.vi).joined().contains(paper.number.text))
  }

  @Test func aChangedCodeIsWrongWhateverIsRecorded() throws {
    let desk = try Desk()
    defer { desk.close() }
    let paper = try desk.issue()
    let changed = paper.text.replacing("|2.000815|", with: "|2.000816|")
    #expect(changed != paper.text)
    let check = try desk.check(changed)
    #expect(check.verdict == .wrong && check.recorded?.isSame == false && check.answer == .doesNotHold)
    // What nothing proves is not repeated as if it were so.
    #expect(!check.lines(.vi).joined().contains("2.000816"))
  }

  @Test func aReplacedPaperDoesNotHold() throws {
    let desk = try Desk()
    defer { desk.close() }
    let first = try desk.issue()
    let second = try desk.issue(replacing: first.number)
    let check = try desk.check(first.text)
    #expect(check.recorded?.isSame == true && check.recorded?.filed.replacement == second.number)
    #expect(check.answer == .doesNotHold)
    #expect(try desk.check(second.text).answer == .holds)
  }

  /// The entry has the hash that the code has, so that a paper is told from another one after its page was destroyed.
  @Test func aPaperWhosePageWasDestroyedIsKnownByItsHash() throws {
    let desk = try Desk()
    defer { desk.close() }
    let paper = try desk.issue()
    let store = desk.workplace.store
    let issue = try #require(
      try store.queue.card(desk.dossier, viewer: .commandLine)?.dossier.issuedPapers.first?.issue)
    #expect(PaperSeal(text: SealedPaperCode(paper.text)?.sealed?.seal ?? "")?.pageHash == issue.pageHash)
    _ = try store.papers.erase(
      paper.number, of: desk.dossier, reason: "theo đơn", by: desk.clerk.id, at: desk.workplace.clock.now)
    let check = try desk.check(paper.text)
    #expect(check.recorded?.isSame == true && check.answer == .holds)
    let changed = try desk.check(paper.text.replacing("|2.000815|", with: "|2.000816|"))
    #expect(changed.recorded?.isSame == nil && changed.answer == .doesNotHold)
  }

  /// The citizen comes back with one of the dossiers and the receipt of all.
  @Test func aSharedReceiptIsOneOfEachOfItsDossiers() throws {
    let desk = try Desk()
    defer { desk.close() }
    let next = try desk.receiveNext()
    let first = try desk.issue(.visitReceipt, for: next)
    for id in [desk.dossier, next] {
      let papers = try #require(try desk.papers.papers(of: id, viewer: Viewer(desk.clerk)))
      #expect(papers.issued.map(\.issue.number) == [first.number] && papers.states[first.number] == .kept)
      #expect(papers.lasting.isEmpty)
      #expect(try desk.papers.page(of: PaperName(id, first.number), viewer: Viewer(desk.clerk)) != nil)
    }
    #expect(try desk.check(first.text).answer == .holds)
    // Another one in its place names it, whichever dossier is open.
    let second = try desk.issue(.visitReceipt, for: next, replacing: first.number)
    #expect(try desk.check(first.text).recorded?.filed.replacement == second.number)
    #expect(try desk.check(second.text).answer == .holds)
  }

  @Test(arguments: [true, false]) func aSharedReceiptWithAVoidDossierDoesNotHold(isFirst: Bool) throws {
    let desk = try Desk()
    defer { desk.close() }
    let next = try desk.receiveNext()
    let paper = try desk.issue(.visitReceipt, for: next)
    let void = isFirst ? desk.dossier : next
    let store = desk.workplace.store
    _ = try store.decisions.perform(
      [Act(dossier: void, commands: [.void(reason: "nhầm")])], by: desk.clerk.id, at: desk.workplace.clock.now)
    let code = try #require(try store.queue.card(void, viewer: Viewer(desk.clerk))?.dossier.code.text)
    let check = try desk.check(paper.text)
    #expect(check.recorded?.filed.void.map(\.text) == [code] && check.answer == .doesNotHold)
    #expect(check.lines(.vi).joined().contains(code))
    // From the other one it is still found; nothing new takes its place if it is recorded on the void one.
    let other = isFirst ? next : desk.dossier
    let papers = try #require(try desk.papers.papers(of: other, viewer: Viewer(desk.clerk)))
    #expect(papers.issued.map(\.issue.number) == [paper.number] && papers.lasting.isEmpty == !isFirst)
  }

  @Test func withoutTheProvinceThePlainCodeIsFoundByWhatIsRecorded() throws {
    let desk = try Desk(isEnrolled: false)
    defer { desk.close() }
    let paper = try desk.issue()
    #expect(SealedPaperCode(paper.text)?.sealed == nil)
    let check = try desk.check(paper.text)
    #expect(check.verdict == .unsealed && check.recorded?.isSame == true && check.answer == .holds)
    let other = try desk.check(paper.text.replacing("|2.000815|", with: "|2.000816|"))
    #expect(other.recorded == nil && other.answer == .open)
  }

  /// A machine that was stolen signs as well as before.
  @Test(arguments: [PaperCheck.Record.notHere, .confidential])
  func aSignatureAloneProvesNoPaper(record: PaperCheck.Record) {
    let machine = SealingMachine(name: "Bàn 1", office: "xã La Lay")
    #expect(PaperCheck(at: .desk, .signed(machine), record: record).answer == .open)
  }

  @Test(arguments: ["", "x", "https://tinh.example", String(repeating: "9|", count: 20_000)])
  func otherTextIsNoPaper(text: String) throws {
    let desk = try Desk()
    defer { desk.close() }
    let check = try desk.check(text)
    #expect(check.verdict == .noPaper && check.answer == .open && check.record == nil)
  }

  @Test func theCommandAnswersByItsExitCode() throws {
    let desk = try Desk()
    let paper = try desk.issue()
    desk.workplace.store.close()
    defer { desk.program.remove() }
    let held = try desk.program.run("check", paper.text)
    #expect(held.code == 0 && held.output.contains(paper.number.text) && held.output.contains("Bàn 1"))
    #expect(try desk.program.run("check", typed: paper.text + "\n").code == 0)
    #expect(try desk.program.run("check", paper.text.replacing("|2.000815|", with: "|2.000816|")).code == 1)
    #expect(try desk.program.run("check", "261124-0007").code == 3)
  }
}
