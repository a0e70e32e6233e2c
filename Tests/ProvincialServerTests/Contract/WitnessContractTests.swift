import DossierDomain
import JournalFormat
import StoresForTests
import SyncProtocol
import Testing

@testable import ProvincialServer

/// After a restore a machine hands in what others wrote. Who may do what is not taken from its word alone.
@Suite struct WitnessContractTests {
  /// A chain of somebody else, as a machine pretends to have it.
  private struct Chain {
    let epoch = DeviceEpoch(high: 0xBAD, low: 0xBAD)
    var entries: [[UInt8]] = []
    var lastHash: [UInt8] = []

    @discardableResult
    mutating func write(_ content: EntryContent, dossier: DossierID? = nil, clerk: ClerkID) throws -> EntryReference {
      let reference = EntryReference(epoch: epoch, sequence: Int64(entries.count) + 1)
      let bytes = try EntryFormat.encode(
        Entry(
          reference: reference, previousHash: lastHash, clerk: clerk, at: Instant(milliseconds: 1_795_680_000_000),
          dossier: dossier, base: 0, content: content))
      entries.append(bytes)
      lastHash = entryHash(bytes)
      return reference
    }

    func handIn(_ seals: [Int: [UInt8]] = [:]) -> (inout ExchangeRequest) -> Void {
      { request in
        let head = EpochHead(epoch: epoch, lastSequence: Int64(entries.count), lastHash: lastHash, isWitness: true)
        request.epochs.insert(head, at: 0)
        request.entries = entries + request.entries
        request.seals = seals
      }
    }
  }

  private static let mallory = Clerk(
    id: ClerkID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0066), name: "M", roles: [.administrator])

  private func restored(_ kind: StoreKind) throws -> (TestProvince, TestDesk) {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    try desk.exchange(province)
    try province.administration.logRestored(at: province.now)
    try desk.exchange(province)
    return (province, desk)
  }

  /// The desk asks for no more than to be heard: what it claims to have it has not.
  private func handIn(
    _ chain: Chain, _ seals: [Int: [UInt8]] = [:], by desk: TestDesk, _ province: TestProvince
  ) throws {
    var request = desk.request()
    chain.handIn(seals)(&request)
    _ = try province.exchange().answer(request, keyHash: desk.keyHash, now: province.now)
  }

  private func verdict(of reference: EntryReference, _ province: TestProvince) throws -> Verdict? {
    try province.store.read { transaction in
      try transaction.rows(
        "SELECT verdict FROM entry WHERE office = $1 AND epoch = $2 AND epoch_sequence = $3",
        [.blob(province.office.id.bytes), .blob(reference.epoch.bytes), .integer(reference.sequence)]
      ).first.map { try Verdicts.read($0, 0) }
    }
  }

  @Test(arguments: StoreKind.allCases) func aForgedAdministratorDoesNotCount(_ kind: StoreKind) throws {
    var (province, desk) = try restored(kind)
    var chain = Chain()
    let dossier = TestDesk.dossier(1)
    let kept = try desk.receive(dossier, code: "A-1")
    try desk.exchange(province)
    let forged = [
      try chain.write(.office(.setClerk(Self.mallory)), clerk: ProvinceClerk.id),
      try chain.write(.office(.setClerk(Self.mallory)), clerk: TestProvince.head),
      try chain.write(.office(.mapClerk(TestProvince.reception, to: TestProvince.head)), clerk: TestProvince.head),
      try chain.write(.office(.setOffice(province.office)), clerk: TestProvince.head),
      try chain.write(.dossier(.release(kept)), dossier: dossier, clerk: ProvinceClerk.id),
      try chain.write(.unknown(kind: 77, payload: [1]), clerk: TestProvince.head),
    ]
    // A seal of something else is none.
    let other = Seals(province.authority).seal([UInt8](repeating: 7, count: 32), of: province.office.id)
    try handIn(chain, [0: other, 1: other, 2: [], 3: [1]], by: desk, province)
    for reference in forged { #expect(try verdict(of: reference, province) == .quarantined(.roleMissing)) }
    let clerks = try province.store.read { try ClerkList(of: province.office.id, in: $0) }
    #expect(clerks.clerk(Self.mallory.id) == nil)
    // What everybody may do is taken from a witness.
    let note = try chain.write(.dossier(.note("n")), dossier: dossier, clerk: TestProvince.specialist)
    try handIn(chain, by: desk, province)
    #expect(try verdict(of: note, province) == .accepted)
  }

  @Test(arguments: StoreKind.allCases) func whatTheProvinceSealedCountsAgainWithoutItsChain(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let backup = try StoreCopy(province.store)
    try province.administration.setProcedures([
      ProcedureVersion(code: "1.900001", name: "thủ tục", field: "", timeLimit: .sameDay),
      ProcedureVersion(code: "1.900002", name: "thủ tục", field: "", timeLimit: .sameDay),
    ])
    var desk = try province.desk()
    try desk.exchange(province)
    try desk.exchange(province)
    guard case .bytes(let bytes)? = desk.places.last?.content, let seal = desk.places.last?.seal else {
      Issue.record("the province's decision is not the last place")
      return
    }
    let reference = try EntryFormat.decode(bytes).reference
    #expect(reference.sequence > 1 && seal.count == 16)
    try backup.restore(province.store)
    try province.administration.logRestored(at: province.now)
    var witness = try province.desk()
    try witness.exchange(province)
    // What came before it in its chain is nowhere any more. A seal is for one office.
    let elsewhere = Seals(province.authority).seal(entryHash(bytes), of: OfficeID(high: 1, low: 1))
    for code in [elsewhere, seal, seal] {
      try witness.exchange(province) { request in
        request.epochs.insert(EpochHead(epoch: reference.epoch, lastSequence: 0, isWitness: true), at: 0)
        request.entries = [bytes]
        request.seals = [0: code]
      }
      #expect(try verdict(of: reference, province) == (code == seal ? .accepted : nil))
    }
  }

  @Test(arguments: StoreKind.allCases) func witnessesAreHeardForAWeekOrUntilAnOperatorEndsIt(_ kind: StoreKind) throws {
    for ends in ["week", "operator"] {
      var (province, desk) = try restored(kind)
      var chain = Chain()
      let early = try chain.write(.office(.confirmClock(province.now.civilDate)), clerk: TestProvince.specialist)
      try handIn(chain, by: desk, province)
      #expect(try verdict(of: early, province) == .accepted)
      if ends == "week" {
        province.now = province.now.adding(minutes: LogEpochs.witnessDays * 1440)
      } else {
        try province.administration.closeWitnesses()
      }
      let late = try chain.write(.office(.confirmClock(province.now.civilDate)), clerk: TestProvince.specialist)
      let own = try desk.receive(TestDesk.dossier(1), code: "A-1")
      try handIn(chain, by: desk, province)
      // The desk's own work goes on.
      #expect(try verdict(of: late, province) == nil)
      #expect(try verdict(of: own, province) == .accepted)
    }
  }

  @Test func anOrdinaryEntryCostsNoSeal() throws {
    let province = try TestProvince(.sqlite)
    var (desk, other) = (try province.desk(), try province.desk())
    for number in 1...20 { try desk.receive(TestDesk.dossier(UInt64(number)), code: "A-\(number)") }
    try desk.exchange(province)
    try other.exchange(province)
    #expect(other.places.count { $0.seal.isEmpty } == 20)
  }
}
