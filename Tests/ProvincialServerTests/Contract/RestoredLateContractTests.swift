import DossierDomain
import JournalFormat
import OfficeWork
import StoresForTests
import SyncProtocol
import Testing

@testable import DossierStore
@testable import ProvincialServer

/// The province was restored from a backup, and entries were written before its operator reported the restore. Every
/// desk still gets everything in the end.
@Suite struct RestoredLateContractTests {
  /// Who writes first after the restore.
  enum First: CaseIterable {
    case desk
    case portal
    case otherOffice
  }

  struct Case: CustomTestStringConvertible {
    var first: First
    var ahead: Int
    var store: StoreKind

    var testDescription: String { "\(first) first, \(ahead) ahead, \(store)" }
  }

  static let cases = First.allCases.flatMap { first in
    [1, 3].flatMap { ahead in StoreKind.allCases.map { Case(first: first, ahead: ahead, store: $0) } }
  }

  private struct Scene {
    let province: TestProvince
    /// The last one has made no exchange since the backup.
    let desks: [StoredDesk]
    let there: StoredDesk

    init(_ kind: StoreKind, ahead: Int) throws {
      let province = try TestProvince(kind)
      var other = TestProvince.office(2, "000.20.45.H50")
      other.unitCode = "19600"
      try province.administration.createOffice(other, clerks: TestProvince.clerks, at: province.now)
      desks = try (1...ahead + 1).map { try StoredDesk(province, number: UInt64($0)) }
      there = try StoredDesk(province, number: 9, of: other)
      self.province = province
      try exchangeAll()
    }

    func submit(_ number: Int) throws {
      _ = try PortalDesk(administration: province.administration).submit(
        PortalSubmission(
          portalCode: "G22.99-261124-00000\(number)", agencyCode: province.office.agencyCode, decidingAgencyCode: nil,
          procedureCode: "1.001193", owner: PortalSubmission.Party(name: "Hồ Thị Hai", identityNumber: "045190001234"),
          submittedAt: province.now.iso8601), at: province.now)
    }

    func exchangeAll() throws {
      for desk in desks + [there] { #expect(try desk.exchange(province) == nil) }
    }

    func remove() {
      for desk in desks + [there] { desk.remove() }
    }
  }

  @Test(arguments: cases) func everyDeskBecomesComplete(_ test: Case) throws {
    let scene = try Scene(test.store, ahead: test.ahead)
    defer { scene.remove() }
    let province = scene.province
    try scene.submit(1)
    for desk in scene.desks { try desk.receive(province) }
    try scene.exchangeAll()
    try scene.exchangeAll()
    let backup = try StoreCopy(province.store)
    // Entries that the backup lacks: of each desk that is ahead, of the portal, and of the province's administrators.
    let ahead = scene.desks.dropLast()
    var lost = try ahead.map { try $0.receive(province) }
    try scene.submit(2)
    try province.administration.setProcedures(
      [
        ProcedureVersion(code: "1.900001", name: "thủ tục", field: "", timeLimit: .sameDay)
      ], at: province.now)
    for _ in 0..<2 { for desk in ahead { #expect(try desk.exchange(province) == nil) } }
    try backup.restore(province.store)
    // Another process of the server starts on the restored database; nobody reports the restore.
    try province.administration.prepare(at: province.now)
    switch test.first {
    case .desk:
      lost.append(try scene.desks[test.ahead].receive(province))
      #expect(try scene.desks[test.ahead].exchange(province) == nil)
    case .portal: try scene.submit(3)
    case .otherOffice:
      lost.append(try scene.there.receive(province, deciding: province.office.id))
      #expect(try scene.there.exchange(province) == nil)
    }
    for desk in ahead { #expect(try desk.exchange(province) == .provinceRestored) }
    try province.administration.logRestored(at: province.now)
    for _ in 0..<3 { try scene.exchangeAll() }
    try check(scene, lost)
  }

  private func check(_ scene: Scene, _ lost: [DossierID]) throws {
    let first = scene.desks[0]
    let known = try Set(first.rows().map(\.id))
    #expect(known.isSuperset(of: lost))
    // No submission of the portal was lost, and none counts twice.
    let codes = try first.rows().map(\.code.text)
    #expect(codes.contains("G22.99-261124-000001") && codes.contains("G22.99-261124-000002"))
    #expect(Set(codes).count == codes.count)
    let catalogue = try first.store.office.opening().catalogue
    #expect(catalogue.version(of: "1.900001", on: scene.province.now.civilDate)?.name == "thủ tục")
    for desk in scene.desks {
      #expect(try desk.position == first.position)
      #expect(try desk.unplaced() == 0)
      #expect(try Set(desk.rows().map(\.id)) == known)
      #expect(try desk.store.office.opening().catalogue.changes == catalogue.changes)
      #expect(try desk.store.upkeep.verify().faults.isEmpty)
    }
  }

  /// The place where two orders diverge is found in a few requests, however long both are.
  @Test func theCommonBeginningIsFoundInFewRequests() throws {
    let scene = try Scene(.sqlite, ahead: 1)
    defer { scene.remove() }
    let (province, desk) = (scene.province, scene.desks[0])
    for _ in 0..<120 { try desk.receive(province) }
    try scene.exchangeAll()
    try scene.exchangeAll()
    let backup = try StoreCopy(province.store)
    for _ in 0..<77 { try desk.receive(province) }
    #expect(try desk.exchange(province) == nil)
    let common = try scene.desks[1].position
    try backup.restore(province.store)
    try scene.desks[1].receive(province)
    #expect(try scene.desks[1].exchange(province) == nil)
    try province.administration.logRestored(at: province.now)
    let before = desk.requests
    #expect(try desk.exchange(province) == nil)
    // The first request is refused, then the place is searched and found; then two pages go in each direction.
    #expect(desk.requests - before <= 12)
    #expect(try desk.position.sequence == common.sequence + 78)
    #expect(try desk.unplaced() == 0)
  }
}
