import DossierDomain
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

@Suite struct VisitStoreTests {
  private static func receive(
    _ owner: String, _ fixture: OfficeFixture, after first: DossierID?, minutes: Int
  ) throws -> DossierID {
    var form = fixture.form(owner)
    form.visit = first
    let act = Act(dossier: fixture.newID(), commands: [.receive(form)])
    let outcomes = try fixture.performConfirming(
      act, by: fixture.reception, at: OfficeFixture.morning.adding(minutes: minutes))
    return try fixture.done(outcomes).id
  }

  @Test func theDossiersOfAVisitAreThoseOfOneReceipt() throws {
    let fixture = try OfficeFixture()
    let first = try Self.receive("Hồ Văn Nam", fixture, after: nil, minutes: 0)
    _ = try Self.receive("Lê Thị Mơ", fixture, after: nil, minutes: 1)
    let second = try Self.receive("Hồ Văn Nam", fixture, after: first, minutes: 2)
    let wrong = try Self.receive("Hồ Văn Nam", fixture, after: first, minutes: 3)
    let third = try Self.receive("Hồ Văn Nam", fixture, after: first, minutes: 4)
    try fixture.perform(.void(reason: "nhập nhầm"), on: wrong, at: OfficeFixture.morning.adding(minutes: 5))
    func ids(_ id: DossierID) throws -> [DossierID] {
      let visit = try fixture.dossier(id).visitID
      return try fixture.store.queue.dossiers(ofVisit: visit, viewer: fixture.headViewer).map(\.id)
    }
    for id in [first, second, third] { #expect(try ids(id) == [first, second, third]) }
    #expect(try fixture.store.queue.dossiers(ofVisit: fixture.newID(), viewer: fixture.headViewer).isEmpty)
    #expect(try fixture.store.upkeep.verify().faults.isEmpty)
  }

  /// The name of a visit would be refused by the other desk with the whole reception.
  @Test func aVisitIsRecordedWhereEveryMachineReadsIt() throws {
    let fixture = try OfficeFixture()
    try fixture.enrol()
    let earlier = ReadableContent(revision: EntryFormat.revisionOfVisits - 1, kinds: ReadableContent.own.kinds)
    let first = try Self.receive("Hồ Văn Nam", fixture, after: nil, minutes: 0)
    for (content, isNamed) in [(earlier as ReadableContent?, false), (nil, true)] {
      try fixture.store.write { try MachinesReading.keep($0, OfficeReads(content: content, behind: ["Bàn 2"])) }
      let next = try Self.receive("Hồ Văn Nam", fixture, after: first, minutes: 1)
      #expect(try fixture.dossier(next).visit == (isNamed ? first : nil))
    }
  }
}
