import DossierDomain
import DossierStore
import ExchangeModel
import JournalFormat
import OfficeWork
import StoresForTests
import SyncClient
import Testing

@testable import ProvincialServer

/// Entries that a desk received while it was allowed to. When it receives the order again, it is told only their hashes.
@Suite("Withheld entries that a desk has") struct WithheldContractTests {
  /// What is damaged at the desk, so that it asks for the whole order.
  enum Damage: CaseIterable {
    case position, entryLost, entryChanged
    /// An entry that the desk may hold, of the same machine and before the others.
    case chainChanged

    /// The entries that nothing can bring back while the desk may not hold them.
    var lost: Int {
      switch self {
      case .position, .chainChanged: 0
      case .entryLost, .entryChanged: 1
      }
    }
  }

  /// A desk at which one specialist signs in, and another one.
  private struct Scene {
    let province: TestProvince
    let desk: StoredDesk
    var other: TestDesk
    /// Places of an open dossier, and of a note on a confidential one of the specialist.
    var (open, note) = (Int64(0), Int64(0))

    init(_ kind: StoreKind) throws {
      province = try TestProvince(kind)
      desk = try StoredDesk(province, number: 9)
      other = try province.desk()
      try province.administration.setClerks(
        .only([TestProvince.specialist]), of: desk.enrolment.device, in: province.office.id, at: province.now)
      try other.exchange(province)
      #expect(try desk.exchange(province) == nil)
    }

    /// The desk receives the confidential dossier.
    mutating func receive() throws {
      try other.receive(TestDesk.dossier(2), code: "A-2")
      try other.receive(TestDesk.dossier(1), code: "A-1", isConfidential: true, assignee: TestProvince.specialist)
      try other.write(.dossier(.note("n")), dossier: TestDesk.dossier(1))
      try other.exchange(province)
      #expect(try desk.exchange(province) == nil)
      note = other.position.sequence
      open = note - 2
      #expect(try withheld() == 0)
    }

    mutating func assign(to clerk: ClerkID) throws {
      try other.write(.dossier(.assign(to: clerk)), dossier: TestDesk.dossier(1), clerk: TestProvince.head)
    }

    /// The number of places that the desk has as hashes only.
    func withheld() throws -> Int { try desk.store.exchange.status(now: province.now).withheld }

    func expectWhole() throws {
      let (here, there) = (try desk.order(), try province.order())
      // Where the desk began with a snapshot, the folds stand for what was before it.
      let beginning = try desk.beginning()
      #expect(there.filter { $0.key > beginning || here[$0.key] != nil } == here)
      #expect(try desk.store.upkeep.verify().faults.isEmpty)
      #expect(try desk.store.office.setting("lost places") == nil)
    }
  }

  @Test(arguments: StoreKind.allCases, Damage.allCases)
  func theyGetTheirPlacesFromAWholeOrder(_ kind: StoreKind, _ damage: Damage) throws {
    var scene = try Scene(kind)
    let (province, desk) = (scene.province, scene.desk)
    defer { desk.remove() }
    try scene.receive()
    try scene.assign(to: TestProvince.reception)
    try scene.other.exchange(province)
    #expect(try desk.exchange(province) == nil)
    #expect(try scene.withheld() == 1)
    switch damage {
    case .position:
      let right = try desk.position
      try desk.damagePosition(sequence: right.sequence - 1, rolling: right.rolling)
    case .entryLost, .entryChanged: try desk.damage(place: scene.note, isLost: damage == .entryLost)
    case .chainChanged: try desk.damage(place: scene.open, isLost: false)
    }
    #expect(try desk.export("out", province).asksAgain)
    try desk.take(desk.answer("out", province), province)
    try scene.expectWhole()
    #expect(try scene.withheld() == 1 + damage.lost)
    #expect(try desk.rows().map(\.id).contains(TestDesk.dossier(1)))
    // Neither way asks for it once more.
    #expect(try !desk.export("then", province).asksAgain)
    try desk.take(desk.answer("then", province), province)
    #expect(try desk.exchange(province) == nil)
    try scene.expectWhole()
    // With the right come the entries that are still missing.
    try scene.assign(to: TestProvince.specialist)
    try scene.other.exchange(province)
    for _ in 0..<2 { try desk.exchangeByStick(province) }
    #expect(try scene.withheld() == 0)
    try scene.expectWhole()
  }

  /// The province lost them and gets them again from their author, together with the decision that takes the right away.
  @Test(arguments: StoreKind.allCases, [true, false])
  func theyGetTheirPlacesBackAfterARestore(_ kind: StoreKind, _ isByStick: Bool) throws {
    var scene = try Scene(kind)
    let (province, desk) = (scene.province, scene.desk)
    defer { desk.remove() }
    let copy = try StoreCopy(province.store)
    try scene.receive()
    try copy.restore(province.store)
    try province.administration.logRestored(at: province.now)
    try scene.assign(to: TestProvince.reception)
    let written = scene.other.written
    for _ in 0..<2 { try scene.other.exchange(province) { $0.entries = written } }
    for _ in 0..<2 {
      if isByStick {
        try desk.exchangeByStick(province)
      } else {
        #expect(try desk.exchange(province) == nil)
      }
    }
    try scene.expectWhole()
    #expect(try scene.withheld() == 1)
  }
}
