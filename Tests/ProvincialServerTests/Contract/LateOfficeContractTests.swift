import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol
import Testing

@testable import ProvincialServer

/// An office that decides dossiers and joins the province after they were received.
@Suite struct LateOfficeContractTests {
  private static let unit = "19600"

  private func lateOffice() -> Office {
    var office = TestProvince.office(2, "000.20.45.H50")
    office.unitCode = Self.unit
    return office
  }

  /// The late office's desk receives the whole dossier and completes it, and the result reaches the first desk.
  private func decide(
    _ dossier: DossierID, _ history: [EntryReference], _ desk: inout TestDesk, _ there: inout TestDesk,
    _ province: TestProvince
  ) throws {
    while try there.exchange(province).head > there.position.sequence {}
    #expect(there.entries(of: dossier) == history)
    let copies = there.places.filter(\.isReference)
    #expect(copies.count >= history.count)
    let result = try there.write(
      .dossier(.complete(DossierResult(approved: true, title: "t"))), dossier: dossier)
    try there.exchange(province)
    #expect(there.verdict(of: result) == .accepted)
    try desk.exchange(province)
    #expect(desk.verdict(of: result) == .accepted)
    #expect(desk.places.last?.isReference == false)
    let handBack = try desk.write(
      .dossier(.handBack(recipient: "Hồ Văn Một", delivery: .atDesk)), dossier: dossier)
    try desk.exchange(province)
    try there.exchange(province)
    #expect(there.verdict(of: handBack) == .accepted)
    #expect(there.places.last?.isReference == true)
  }

  @Test(arguments: StoreKind.allCases) func anOfficeThatIsMadeLaterGetsWhatItDecides(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    let (open, done, other) = (TestDesk.dossier(1), TestDesk.dossier(2), TestDesk.dossier(3))
    var history = [try desk.receive(open, code: "A-1", deciding: OfficeID.ofUnit(Self.unit))]
    try desk.receive(done, code: "A-2", deciding: OfficeID.ofUnit(Self.unit))
    try desk.receive(other, code: "A-3", deciding: OfficeID.ofUnit("19999"))
    let end = try desk.write(.dossier(.withdraw(reason: "r")), dossier: done)
    try desk.exchange(province)
    history.append(try desk.write(.dossier(.note("n")), dossier: open))
    // An entry that was kept back belongs to the history too.
    history.append(
      try desk.write(.dossier(.assign(to: TestProvince.head)), dossier: open, clerk: TestProvince.reception))
    try desk.exchange(province)
    let office = lateOffice()
    try province.administration.createOffice(office, clerks: TestProvince.clerks, at: province.now)
    var there = try province.desk(of: office)
    try decide(open, history, &desk, &there, province)
    #expect(there.verdict(of: history[2]) == desk.verdict(of: history[2]))
    #expect(there.entries(of: done).isEmpty)
    #expect(there.entries(of: other).isEmpty)
    // A dossier that had ended is sent with all its entries when it is reopened.
    try desk.write(.dossier(.undo(end)), dossier: done)
    try desk.exchange(province)
    try there.exchange(province)
    #expect(there.entries(of: done).count == 3)
  }

  @Test(arguments: StoreKind.allCases) func anOfficeThatWorkedAloneGetsWhatItDecides(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    let dossier = TestDesk.dossier(1)
    var history = [try desk.receive(dossier, code: "A-1", deciding: OfficeID.ofUnit(Self.unit))]
    try desk.exchange(province)
    history.append(try desk.write(.dossier(.note("n")), dossier: dossier))
    try desk.exchange(province)
    let office = lateOffice()
    var there = try province.adopted(office)
    try there.receive(TestDesk.dossier(9), code: "B-9")
    try decide(dossier, history, &desk, &there, province)
    // Settings that are set again do not cause the dossiers to be sent again.
    let head = there.position.sequence
    try there.write(.office(.setOffice(office)), clerk: TestProvince.head)
    try there.exchange(province)
    #expect(there.position.sequence == head + 1)
  }

  /// Dossiers are received while the office joins. Each dossier arrives with all its entries, whichever happens first.
  @Test(arguments: StoreKind.allCases) func noDossierFallsBetweenReceptionAndComing(_ kind: StoreKind) async throws {
    let province = try TestProvince(kind)
    let office = lateOffice()
    let offices = (3...6).map { TestProvince.office(UInt64($0), "000.3\($0).45.H50") }
    for other in offices {
      try province.administration.createOffice(other, clerks: TestProvince.clerks, at: province.now)
    }
    var desks: [TestDesk] = []
    for other in offices { desks.append(try province.desk(of: other)) }
    let done = try await withThrowingTaskGroup(of: TestDesk?.self) { group in
      for (index, desk) in desks.enumerated() {
        group.addTask {
          var desk = desk
          for round in 0..<8 {
            let dossier = TestDesk.dossier(UInt64(index * 100 + round))
            try desk.receive(dossier, code: "A-\(index)-\(round)", deciding: OfficeID.ofUnit(Self.unit))
            if round > 0 {
              try desk.write(.dossier(.note("n")), dossier: TestDesk.dossier(UInt64(index * 100 + round - 1)))
            }
            try desk.exchange(province)
          }
          return desk
        }
      }
      group.addTask {
        try province.administration.createOffice(office, clerks: TestProvince.clerks, at: province.now)
        return nil
      }
      var done: [TestDesk] = []
      for try await desk in group { done += [desk].compactMap { $0 } }
      return done
    }
    #expect(done.count == desks.count)
    var there = try province.desk(of: office)
    while try there.exchange(province).head > there.position.sequence {}
    for index in desks.indices {
      for round in 0..<8 {
        let dossier = TestDesk.dossier(UInt64(index * 100 + round))
        #expect(there.entries(of: dossier).count == (round < 7 ? 2 : 1))
      }
    }
  }
}
