import DossierDomain
import Foundation
import OfficeWork
import Testing

@testable import DossierStore

/// The answers of a declaration stand in every later one of the dossier, and in what is typed for the next.
@Suite("Erasing declarations") struct PaperEraseTests {
  private let office: OfficeFixture
  private let id: DossierID

  init() throws {
    office = try OfficeFixture()
    id = try office.receive().id
  }

  private var papers: PaperStore { office.store.papers }

  private func declare(_ answers: String, on dossier: DossierID? = nil) throws -> PaperIssue {
    let form = try #require(PaperFormID("to-khai-12"))
    let order = PaperOrder(form: form, template: "1", facts: Array(answers.utf8))
    return try #require(
      try papers.issue(order, for: dossier ?? id, by: office.reception.id, at: OfficeFixture.morning) {
        OfficeFixture.page($0)
      }.paper)
  }

  private func erase(_ paper: PaperIssue) throws -> [PaperNumber] {
    try papers.erase(
      paper.number, of: id, reason: "theo đơn", by: office.head.id, at: OfficeFixture.morning, isConfirmed: true)
  }

  private func isErased(_ paper: PaperIssue) throws -> Bool {
    try paper.records.allSatisfy {
      let hash = try #require(BlobHash($0))
      return try office.store.read { try BlobTable.row($0, hash)?.isErased == true }
    }
  }

  @Test func laterDeclarationsOfTheDossierGoTooAndNothingElse() throws {
    let (earlier, first) = (try declare("a"), try declare("ab"))
    let receipt = try #require(try office.issue(id).paper)
    let later = try declare("abc")
    let other = try declare("x", on: office.receive("Lê Thị Ba").id)
    #expect(try erase(first) == [first.number, later.number])
    for paper in [first, later] {
      #expect(try isErased(paper))
      #expect(throws: AttachmentError.erased) { try papers.page(of: paper) }
    }
    #expect(try papers.page(of: receipt) == OfficeFixture.page(receipt.number))
    #expect(try !isErased(earlier) && !isErased(other))
    // Every record has its entry, for the other desks and the province.
    let timeline = try #require(try office.store.queue.card(id, viewer: office.headViewer)).timeline
    let erased = timeline.compactMap { entry -> String? in
      if case .eraseScan(let hash, _) = entry.action { hash } else { nil }
    }
    #expect(Set(erased) == Set(first.records + later.records))
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }

  @Test func whatWasAskedForAfreshAfterwardsStays() throws {
    let first = try declare("a")
    #expect(try erase(first) == [first.number])
    let afresh = try declare("b")
    #expect(try erase(first) == [first.number])
    #expect(try !isErased(afresh))
  }

  @Test func anotherPaperGoesAlone() throws {
    let receipt = try #require(try office.issue(id).paper)
    let declaration = try declare("a")
    #expect(try erase(receipt) == [receipt.number])
    #expect(try !isErased(declaration))
  }

  @Test func onlyTheHeadOfDeskErasesAndAllOrNothing() throws {
    let (first, second) = (try declare("a"), try declare("ab"))
    #expect(throws: AttachmentError.store(.denied(.roleMissing([.headOfDesk])))) {
      try papers.erase(
        first.number, of: id, reason: "x", by: office.reception.id, at: OfficeFixture.morning)
    }
    #expect(try !isErased(first) && !isErased(second))
    #expect(throws: AttachmentError.unknown) {
      let unknown = try #require(PaperNumber("9/2026-AAAAAA"))
      _ = try papers.erase(unknown, of: id, reason: "x", by: office.head.id, at: OfficeFixture.morning)
    }
  }

  // MARK: What was typed

  private func keepDrafts() throws -> (gone: [Draft], kept: [Draft]) {
    let other = office.newID()
    let screen = "dossier-desk 1\nscreen queue\nscreen declaration\n.dossier \(id.hexadecimal)\n.mother.name HỒ THỊ MAI"
    let gone = [
      Draft(form: Draft.declarationForm, dossier: id, content: Array("HỒ THỊ MAI".utf8)),
      Draft(form: "desk", content: Array(screen.utf8)),
    ]
    let kept = [
      Draft(form: Draft.declarationForm, dossier: other, content: [1]), Draft(form: "note", dossier: id, content: [2]),
    ]
    for clerk in [office.head, office.reception] {
      try office.store.drafts.keep(gone + kept, of: clerk.id, at: OfficeFixture.morning)
    }
    return (gone, kept)
  }

  private func drafts(_ clerk: Clerk) throws -> Set<Draft> {
    Set(try office.store.drafts.kept(of: clerk.id, at: OfficeFixture.morning))
  }

  @Test func whatAnybodyTypedForTheNextOneGoesFromTheDisk() throws {
    let paper = try declare("a")
    let kept = try keepDrafts().kept
    _ = try erase(paper)
    for clerk in [office.head, office.reception] { #expect(try drafts(clerk) == Set(kept)) }
    for file in office.names(in: office.folder) where file.hasPrefix(LocalStore.fileName) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: office.folder + "/" + file))
      #expect(bytes.range(of: Data("HỒ THỊ MAI".utf8)) == nil, "\(file)")
    }
  }

  /// Drafts and the list of what is printed are each machine's own, so each machine does it.
  @Test func anErasureAtAnotherDeskDoesTheSameHere() throws {
    let paper = try declare("a")
    let facts = try #require(paper.facts?.sealed)
    let kept = try keepDrafts().kept
    #expect(try papers.toPrint().map(\.number) == [paper.number])
    _ = try office.store.write { db in
      let action = DossierAction.eraseScan(blobHash: facts, reason: "theo đơn")
      return try BlobTable.note(db, action, of: id, at: OfficeFixture.morning)
    }
    #expect(try drafts(office.reception) == Set(kept))
    #expect(try papers.toPrint().isEmpty)
  }

  @Test func aScanTakesNothingOfDeclarationsAway() throws {
    _ = try declare("a")
    let drafts = try keepDrafts()
    let scan = try office.attach(office.scan(), to: id)
    try office.store.scans.erase(scan, reason: "theo đơn", by: office.head.id, at: OfficeFixture.morning)
    #expect(try self.drafts(office.reception) == Set(drafts.gone + drafts.kept))
    #expect(try papers.toPrintCount() == 1)
  }

  @Test func nothingOfItComesOutOfAPrinterAnyMore() throws {
    let paper = try declare("a")
    let job = PrintJobID(queue: "Canon", number: 12, title: paper.number.jobTitle)
    try papers.note(.sent, of: paper.number, job: job, at: OfficeFixture.morning)
    _ = try erase(paper)
    #expect(try papers.toCancel() == [JobToCancel(paper: paper.number, job: job)])
  }
}
