import DossierDomain
import ExchangeModel
import Foundation
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

/// A desk that begins with a snapshot has no entry of an ended dossier, only its fold.
@Suite("Papers of folded dossiers") struct FoldedPaperTests {
  private static let epoch = DeviceEpoch(high: 77, low: 1)

  private static func entry(_ sequence: Int64, _ action: DossierAction, by clerk: ClerkID) -> RecordedAction {
    RecordedAction(
      reference: EntryReference(epoch: epoch, sequence: sequence), clerk: clerk, at: OfficeFixture.morning,
      action: action)
  }

  @Test func theirPagesAreFetched() throws {
    let office = try OfficeFixture()
    try office.enrol()
    let id = office.newID()
    let sealed = String(repeating: "ab", count: 32)
    let number = try #require(PaperNumber("1/2026-7K3QZ0"))
    let form = try #require(OfficeFixture.receipt)
    let paper = try #require(
      PaperIssue(
        form: form, template: "1", number: number,
        pageHash: Array(repeating: 7, count: 16),
        sealed: sealed))
    let reception = Reception(
      code: DossierCode("000.19.45.H50-261110-0007", origin: .office),
      procedure: ProcedureReference(code: "2.000815", name: "Chứng thực"), owner: Person(name: "Hồ Thị Mai"),
      channel: .direct, components: [], receivedAt: OfficeFixture.morning, appointment: nil,
      receivingOffice: office.office.id, decidingOffice: office.office.id)
    let actions: [DossierAction] = [.receive(reception), .issuePaper(paper), .withdraw(reason: "rút")]
    let folded = try #require(
      FoldedDossier(
        id: id, entries: zip(1..., actions).map { Self.entry(Int64($0), $1, by: office.head.id) },
        restingSince: Instant(milliseconds: .max)))
    let moment = LogPosition(logEpoch: [UInt8](repeating: 7, count: 16), sequence: 40, rolling: .zero)
    let signed = Checkpoint(office: office.office.id, position: moment, at: OfficeFixture.morning, signature: [1])
    _ = try office.store.exchange.apply(
      OrderedPage(
        logEpoch: moment.logEpoch, base: 0, places: [], rolling: LogPosition.beginning.rolling, head: 0,
        acknowledged: [],
        lanes: [],
        snapshot: SnapshotPage(
          before: SnapshotMark(moment: signed), through: SnapshotMark(moment: signed, aboutOffice: 40, dossier: id),
          isLast: true, left: 0, places: [], foldRevision: FoldedDossier.revision,
          folded: [FoldedFormat.encode(folded)])))
    #expect(try office.dossier(id).issuedPapers.map(\.issue.sealed) == [sealed])
    #expect(try office.store.scans.wanted().map(\.hash.text) == [sealed])
  }
}
