import Crypto
import DossierDomain
import Foundation
import OfficeWork
import Testing

@testable import DossierStore

extension OfficeFixture {
  static let receipt = PaperFormID("01")

  /// A page on which its number stands.
  static func page(_ number: PaperNumber, size: Int = 2000) -> [UInt8] {
    Array(number.text.utf8) + Array(repeating: 0x61, count: size)
  }

  func issue(
    _ id: DossierID, in store: LocalStore? = nil, replaces: PaperNumber? = nil, by clerk: Clerk? = nil,
    size: Int = 2000,
    at now: Instant = morning
  ) throws -> PaperOutcome {
    try (store ?? self.store).papers.issue(
      PaperOrder(form: try #require(Self.receipt), template: "1", replaces: replaces), for: id,
      by: (clerk ?? reception).id, at: now
    ) { Self.page($0, size: size) }
  }
}

extension PaperOutcome {
  var paper: PaperIssue? {
    if case .issued(let paper, _) = self { paper } else { nil }
  }
}

@Suite("Issued papers") struct PaperStoreTests {
  @Test func theEntryNamesWhatIsPrintedAgainAsItWas() throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    let paper = try #require(try office.issue(row.id).paper)
    #expect(paper.number.count == 1 && paper.number.year == 2026)
    let page = OfficeFixture.page(paper.number)
    #expect(paper.pageHash == Array(SHA256.hash(data: page).prefix(16)))
    #expect(try office.store.papers.page(of: paper) == page)
    let dossier = try #require(try office.store.queue.card(row.id, viewer: office.headViewer)?.dossier)
    #expect(
      dossier.issuedPapers == [IssuedPaper(issue: paper, at: OfficeFixture.morning, by: office.reception.id)])
    let faults = try office.store.upkeep.verify().faults
    #expect(faults.isEmpty)
  }

  @Test func theDescriptionLiesSealedAndGoesTheWayOfAScan() throws {
    let office = try OfficeFixture()
    let id = try office.receive().id
    let paper = try #require(try office.issue(id).paper)
    let hash = try #require(BlobHash(paper.sealed))
    #expect(try office.store.queue.card(id, viewer: office.headViewer)?.attachments[paper.sealed] == .here)
    let sealed = try Data(contentsOf: URL(fileURLWithPath: office.attachments + "/" + hash.text))
    #expect(sealed.range(of: Data(paper.number.text.utf8)) == nil)
    #expect(try office.store.scans.offers().map(\.hash) == [hash])
    try office.store.scans.erase(hash, reason: "theo đơn", by: office.head.id, at: OfficeFixture.morning)
    #expect(throws: AttachmentError.erased) { try office.store.papers.page(of: paper) }
    let card = try #require(try office.store.queue.card(id, viewer: office.headViewer))
    #expect(card.attachments[paper.sealed] == .erased && card.dossier.issuedPapers.map(\.issue) == [paper])
    #expect(card.timeline.last?.action == .eraseScan(blobHash: paper.sealed, reason: "theo đơn"))
    #expect(office.names(in: office.attachments).isEmpty)
  }

  @Test func theFactsOfADeclarationAreARecordOfTheirOwn() throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    let facts = Array("tên con: Hồ Văn A".utf8)
    func issue() throws -> PaperIssue {
      let order = PaperOrder(form: try #require(OfficeFixture.receipt), template: "1", facts: facts)
      return try #require(
        try office.store.papers.issue(order, for: row.id, by: office.reception.id, at: OfficeFixture.morning) {
          OfficeFixture.page($0)
        }.paper)
    }
    let (first, second) = (try issue(), try issue())
    let sealed = try #require(first.facts)
    #expect(try office.store.papers.facts(of: sealed) == facts)
    // The salt makes it another hash each time, so that nobody can try the facts out.
    #expect(
      sealed.saltedHash != Array(SHA256.hash(data: facts).prefix(16)) && second.facts?.saltedHash != sealed.saltedHash)
    // So is the page on which the facts stand.
    for paper in [first, second] {
      #expect(paper.pageHash != Array(SHA256.hash(data: OfficeFixture.page(paper.number)).prefix(16)))
      #expect(try office.store.papers.page(of: paper) == OfficeFixture.page(paper.number))
    }
    // Both records of both papers go to the province, and each can be destroyed alone.
    #expect(try office.store.scans.offers().count == 4)
    let dossier = try #require(try office.store.queue.card(row.id, viewer: office.headViewer)?.dossier)
    #expect(dossier.facts == second.facts)
    let hash = try #require(BlobHash(sealed.sealed))
    try office.store.scans.erase(hash, reason: "theo đơn", by: office.head.id, at: OfficeFixture.morning)
    #expect(throws: AttachmentError.erased) { try office.store.papers.facts(of: sealed) }
    #expect(try office.store.papers.page(of: first) == OfficeFixture.page(first.number))
    let other = try #require(SealedFacts(sealed: second.facts?.sealed ?? "", saltedHash: sealed.saltedHash))
    #expect(throws: AttachmentError.damaged) { try office.store.papers.facts(of: other) }
  }

  @Test func otherBytesThanTheEntryNamesAreNotShown() throws {
    let office = try OfficeFixture()
    let paper = try #require(try office.issue(office.receive().id).paper)
    let other = try #require(
      PaperIssue(
        form: paper.form, template: paper.template, number: paper.number, pageHash: Array(repeating: 0, count: 16),
        sealed: paper.sealed))
    #expect(throws: AttachmentError.damaged) { try office.store.papers.page(of: other) }
  }

  @Test func whatIsDeniedUsesNoNumberAndLeavesNothing() throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    let first = try #require(try office.issue(row.id).paper)
    let unknown = try #require(PaperNumber(count: 99, year: 2026, series: first.number.series))
    #expect(try office.issue(row.id, replaces: unknown) == .denied(.paperUnknown(unknown)))
    #expect(throws: AttachmentError.tooLarge(path: "", limit: PaperStore.limit)) {
      try office.issue(row.id, size: PaperStore.limit)
    }
    #expect(office.names(in: office.attachments) == [first.sealed])
    let second = try #require(try office.issue(row.id, replaces: first.number).paper)
    #expect(second.number.count == 2 && second.replaces == first.number)
  }

  /// Behind a receipt that was printed, U takes back the reception.
  @Test func anUndoPassesAnIssuedPaper() throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    _ = try office.issue(row.id)
    guard case .undone = try office.store.decisions.undoLast(by: office.reception.id, at: OfficeFixture.morning) else {
      Issue.record("nothing was undone")
      return
    }
    let dossier = try #require(try office.store.queue.card(row.id, viewer: office.headViewer)?.dossier)
    #expect(dossier.isVoid && dossier.issuedPapers.count == 1)
  }

  /// The list and the count in F8 say the same.
  @Test func theListHasNoPaperOfAVoidDossierNoReplacedOneAndNoneThatWasTakenOff() throws {
    let office = try OfficeFixture()
    let store = office.store.papers
    func open() throws -> [PaperNumber] {
      let open = try store.toPrint().map(\.number)
      #expect(try store.toPrintCount() == open.count)
      return open
    }
    let row = try office.receive()
    let first = try #require(try office.issue(row.id).paper).number
    let second = try #require(try office.issue(row.id, replaces: first).paper).number
    let third = try #require(try office.issue(row.id, at: OfficeFixture.morning.adding(minutes: 1)).paper).number
    #expect(try open() == [second, third])
    try store.drop(second)
    let later = OfficeFixture.morning.adding(minutes: 2)
    #expect(try open() == [third] && store.printState(of: second) == nil)
    guard case .undone = try office.store.decisions.undoLast(by: office.reception.id, at: later) else {
      Issue.record("nothing was undone")
      return
    }
    #expect(try open().isEmpty)
  }

  /// A paper was sent twice: the first job, which was cancelled, says nothing of the second one.
  @Test func anOlderJobChangesNothing() throws {
    let office = try OfficeFixture()
    let paper = try #require(try office.issue(office.receive().id).paper).number
    let (store, now) = (office.store.papers, OfficeFixture.morning)
    let jobs = [("Canon", 12), ("Canon", 13), ("HP", 13)].map {
      PrintJobID(queue: $0.0, number: $0.1, title: paper.jobTitle)
    }
    try store.note(.sent, of: paper, job: jobs[1], at: now)
    for job in [jobs[0], jobs[2]] {
      try store.report(.kept, of: job, for: paper, at: now)
      #expect(try store.printing(of: paper) == PrintStanding(.sent, job: jobs[1]))
    }
    // While it is being sent once more, no job is its own.
    try store.note(.doubtful, of: paper, at: now)
    try store.report(.kept, of: jobs[1], for: paper, at: now)
    #expect(try store.printing(of: paper) == PrintStanding(.doubtful))
    try store.note(.sent, of: paper, job: jobs[2], at: now)
    try store.report(.printed, of: jobs[2], for: paper, at: now)
    #expect(try store.printing(of: paper) == PrintStanding(.printed, job: jobs[2]))
  }

  @Test func whatIsNotKnownToBePrintedIsListed() throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    let papers = try (0..<3).map { minutes in
      try #require(try office.issue(row.id, at: OfficeFixture.morning.adding(minutes: minutes)).paper).number
    }
    let store = office.store.papers
    #expect(try store.toPrint().map(\.state) == [.kept, .kept, .kept])
    let job = PrintJobID(queue: "Canon", number: 12, title: papers[0].jobTitle)
    let later = OfficeFixture.morning.adding(minutes: 10)
    try store.note(.sent, of: papers[0], job: job, at: later)
    try store.report(.doubtful, of: job, for: papers[0], at: later)
    try store.note(.printed, of: papers[1], at: later)
    let open = try store.toPrint()
    #expect(open.map(\.number) == [papers[2], papers[0]] && open.map(\.state) == [.kept, .doubtful])
    #expect(open[1].job == job && open[1].code == row.code && open[1].form == OfficeFixture.receipt)
    #expect(try store.toPrintCount() == 2 && store.printState(of: papers[1]) == .printed)
  }

  /// The next paper a month later forgets what was printed long ago, and nothing else.
  @Test func onlyWhatWasPrintedIsForgotten() throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    let numbers = try (0..<2).map { _ in try #require(try office.issue(row.id).paper).number }
    try office.store.papers.note(.printed, of: numbers[0], at: OfficeFixture.morning)
    _ = try office.issue(row.id, at: OfficeFixture.morning.adding(minutes: 31 * 1440))
    #expect(try office.store.papers.printState(of: numbers[0]) == nil)
    #expect(try office.store.papers.printState(of: numbers[1]) == .kept)
  }
}
