import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol
import Testing

@testable import ProvincialServer

@Suite struct SnapshotContractTests {
  private static let ended: Set<UInt64> = [1, 4, 7, 10, 13]

  /// Fifteen dossiers, a third of them withdrawn long ago.
  private func worked(_ kind: StoreKind) throws -> (TestProvince, TestDesk) {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    for number in 1...15 as ClosedRange<UInt64> {
      try desk.receive(TestDesk.dossier(number), code: "A-\(number)", isConfidential: number == 10 || number == 11)
      guard Self.ended.contains(number) else { continue }
      try desk.write(
        .dossier(.withdraw(reason: "rút")), dossier: TestDesk.dossier(number),
        at: Instant(milliseconds: province.now.milliseconds - 40 * 86_400_000))
    }
    try desk.exchange(province)
    return (province, desk)
  }

  private struct Told {
    var pages: [SnapshotPage] = []
    var places: [Int64: OrderedEntry] = [:]
    var folded: [DossierID: FoldedDossier] = [:]

    mutating func take(_ page: SnapshotPage) throws {
      pages.append(page)
      for place in page.places { try #require(places.updateValue(place, forKey: place.officeSequence) == nil) }
      for bytes in page.folded {
        let dossier = try FoldedFormat.decode(bytes)
        try #require(folded.updateValue(dossier, forKey: dossier.dossier.id) == nil)
      }
    }

    func dossier(of place: OrderedEntry) -> DossierID? {
      if case .bytes(let bytes) = place.content { EntryEnvelope(canonical: bytes)?.dossier } else { nil }
    }
  }

  private func ask(
    _ beginning: ExchangeRequest.Beginning?, of province: TestProvince, by desk: TestDesk, pageBytes: Int = 600
  ) throws -> ExchangeResponse {
    // A separate process for each request, so no state can be kept between pages.
    let exchange = Exchange(
      store: province.store, authority: province.authority, snapshots: Snapshots.Rules(pageBytes: pageBytes))
    var request = desk.request()
    request.beginning = beginning
    return try exchange.answer(request, keyHash: desk.keyHash, now: province.now)
  }

  @Test(arguments: StoreKind.allCases) func aNewDeskIsToldTheOfficeAtOneMoment(_ kind: StoreKind) throws {
    var (province, desk) = try worked(kind)
    let new = try province.desk("Bàn mới")
    let moment = desk.position.sequence
    var told = Told()
    var beginning = ExchangeRequest.Beginning.snapshot(foldRevision: FoldedDossier.revision)
    while told.pages.last?.isLast != true {
      let page = try #require(try ask(beginning, of: province, by: new).snapshot)
      try told.take(page)
      beginning = .rest(of: page.through, foldRevision: FoldedDossier.revision)
      // Work continues meanwhile, on dossiers that were sent and on others.
      province.now = province.now.adding(minutes: 1)
      try desk.write(.dossier(.note("n")), dossier: TestDesk.dossier(UInt64(1 + told.pages.count)))
      try desk.exchange(province)
    }
    #expect(told.pages.count > 3)
    #expect(told.pages.allSatisfy { $0.through.moment == told.pages[0].through.moment })
    #expect(told.pages[0].through.moment.position.sequence == moment)
    #expect(told.pages.map(\.left).max() == told.pages[0].left && told.pages.last?.left == 0)
    #expect(Set(told.folded.keys) == Set(Self.ended.map { TestDesk.dossier($0) }))
    #expect(told.folded.values.allSatisfy { $0.dossier.status == .withdrawn })
    // Every dossier that is not folded comes with all its entries up to the moment, and without later ones.
    #expect(told.places.keys.allSatisfy { $0 <= moment })
    let entries = told.places.values.compactMap { told.dossier(of: $0) }
    #expect(Set(entries) == Set((1...15).map { TestDesk.dossier($0) }).subtracting(told.folded.keys))
    #expect(told.places.count == Int(moment) - 2 * Self.ended.count)
  }

  @Test(arguments: StoreKind.allCases) func whatADeskMayNotHoldIsAHashThere(_ kind: StoreKind) throws {
    let (province, _) = try worked(kind)
    let new = try province.desk("Bàn mới")
    try province.administration.setClerks(
      .only([TestProvince.reception]), of: new.device, in: province.office.id, at: province.now)
    let page = try #require(
      try ask(.snapshot(foldRevision: FoldedDossier.revision), of: province, by: new, pageBytes: 1 << 20).snapshot)
    var told = Told()
    try told.take(page)
    #expect(told.folded[TestDesk.dossier(10)] == nil)
    let withheld = told.places.values.filter { if case .withheld = $0.content { true } else { false } }
    #expect(withheld.count == 3)
    // The withheld places are recorded, so that later grants include them.
    let rows = try province.store.read {
      try $0.rows("SELECT sequence FROM withheld WHERE device = $1", [.blob(new.device.bytes)]).map {
        try $0.integer(0)
      }
    }
    #expect(Set(rows) == Set(withheld.map(\.officeSequence)))
  }

  @Test(arguments: StoreKind.allCases) func onlyTheProvincesOwnMarkGoesOn(_ kind: StoreKind) throws {
    let (province, _) = try worked(kind)
    let new = try province.desk("Bàn mới")
    let page = try #require(
      try ask(.snapshot(foldRevision: FoldedDossier.revision), of: province, by: new).snapshot)
    var mark = page.through
    mark.moment.position.sequence += 1
    let answer = try ask(.rest(of: mark, foldRevision: FoldedDossier.revision), of: province, by: new)
    #expect(answer.snapshot == nil && answer.places.first?.officeSequence == 1)
    // In another log epoch the moment is not valid.
    try province.administration.logRestored(at: province.now)
    let later = try ask(.rest(of: page.through, foldRevision: FoldedDossier.revision), of: province, by: new)
    #expect(later.snapshot == nil)
  }

  @Test(arguments: StoreKind.allCases) func aDeskOfOtherRulesIsToldEntriesOnly(_ kind: StoreKind) throws {
    let (province, desk) = try worked(kind)
    let new = try province.desk("Bàn mới")
    let page = try #require(
      try ask(.snapshot(foldRevision: FoldedDossier.revision + 1), of: province, by: new, pageBytes: 1 << 20).snapshot)
    #expect(page.folded.isEmpty && page.isLast)
    #expect(page.places.count == Int(desk.position.sequence))
  }

  @Test(arguments: StoreKind.allCases) func theHistoryOfAFoldedDossierIsToldOnDemand(_ kind: StoreKind) throws {
    var (province, desk) = try worked(kind)
    let new = try province.desk("Bàn mới")
    try province.administration.setClerks(
      .only([TestProvince.reception]), of: new.device, in: province.office.id, at: province.now)
    var request = desk.request([])
    request.histories = [TestDesk.dossier(4)]
    let places = try province.exchange().answer(request, keyHash: desk.keyHash, now: province.now).histories
    #expect(places.count == 2)
    // Entries of a confidential dossier are sent only to machines of its people.
    try desk.exchange(province)
    var other = new.request([])
    other.position = desk.position
    other.histories = [TestDesk.dossier(10), TestDesk.dossier(7)]
    let told = try province.exchange().answer(other, keyHash: new.keyHash, now: province.now).histories
    #expect(told.count == 2)
    #expect(told.allSatisfy { Told().dossier(of: $0) == TestDesk.dossier(7) })
  }
}
