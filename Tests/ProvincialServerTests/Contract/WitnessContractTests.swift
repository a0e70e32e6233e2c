import Crypto
import DossierDomain
import ExchangeModel
import JournalFormat
import StoresForTests
import SyncProtocol
import Testing

@testable import ProvincialServer

/// After a restore a machine hands in entries of others as a witness. Its statement alone does not prove that their
/// authors had permission.
@Suite struct WitnessContractTests {
  /// A chain of another author that a machine has or pretends to have.
  private struct Chain {
    var epoch = DeviceEpoch(high: 0xBAD, low: 0xBAD)
    /// The sequence before the first entry of `entries`.
    var before: Int64 = 0
    var entries: [[UInt8]] = []
    var lastHash: [UInt8] = []

    /// A chain that continues the entries of a desk.
    static func after(_ desk: TestDesk) -> Chain {
      Chain(epoch: desk.epoch, before: desk.sequence, lastHash: desk.lastHash)
    }

    @discardableResult
    mutating func write(_ content: EntryContent, dossier: DossierID? = nil, clerk: ClerkID) throws -> EntryReference {
      let reference = EntryReference(epoch: epoch, sequence: before + Int64(entries.count) + 1)
      let bytes = try EntryFormat.encode(
        Entry(
          reference: reference, previousHash: lastHash, clerk: clerk, at: Instant(milliseconds: 1_795_680_000_000),
          dossier: dossier, base: 0, content: content))
      entries.append(bytes)
      lastHash = entryHash(bytes)
      return reference
    }

    var head: EpochHead {
      EpochHead(epoch: epoch, lastSequence: before + Int64(entries.count), lastHash: lastHash, isWitness: true)
    }

    /// A machine's signature by which the chain is its own.
    func signed(by author: TestDesk, as device: DeviceID? = nil) throws -> MachineHead {
      var signed = MachineHead(
        device: device ?? author.device, epoch: epoch, sequence: head.lastSequence, hash: lastHash,
        at: Instant(milliseconds: 1_795_680_000_000))
      try signed.sign(with: author.key, office: author.office.id)
      return signed
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

  /// Hands the chain in and does not apply the answer at the desk.
  @discardableResult
  private func handIn(
    _ chain: Chain, _ seals: [Int: [UInt8]] = [:], shown head: MachineHead?, by desk: TestDesk,
    _ province: TestProvince,
    machines: [TestDesk]
  ) throws -> ExchangeResponse {
    var request = desk.request()
    request.epochs.insert(chain.head, at: 0)
    request.entries = chain.entries + request.entries
    request.seals = seals
    request.witnessedHeads = head.map { [$0] } ?? []
    request.witnessedMachines = machines.map { machine in
      Machine(device: machine.device, name: "", key: SigningPublicKey(machine.key.publicKey))
    }
    return try province.exchange().answer(request, keyHash: desk.keyHash, now: province.now)
  }

  /// Hands the chain in with its author's signature.
  private func handIn(
    _ chain: Chain, _ seals: [Int: [UInt8]] = [:], of author: TestDesk, by desk: TestDesk, _ province: TestProvince
  ) throws {
    try handIn(chain, seals, shown: chain.signed(by: author), by: desk, province, machines: [author])
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
    let author = try province.desk()
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
    // The seal of another entry is not valid.
    let other = Seals(province.authority).seal([UInt8](repeating: 7, count: 32), of: province.office.id)
    try handIn(chain, [0: other, 1: other, 2: [], 3: [1]], of: author, by: desk, province)
    for reference in forged { #expect(try verdict(of: reference, province) == .quarantined(.roleMissing)) }
    let clerks = try province.store.read { try ClerkList(of: province.office.id, in: $0) }
    #expect(clerks.clerk(Self.mallory.id) == nil)
    // An entry that any clerk may write is accepted from a witness, if its author's machine has signed it.
    let note = try chain.write(.dossier(.note("n")), dossier: dossier, clerk: TestProvince.specialist)
    try handIn(chain, of: author, by: desk, province)
    #expect(try verdict(of: note, province) == .accepted)
  }

  @Test(arguments: StoreKind.allCases) func whatTheProvinceSealedCountsAgainWithoutItsChain(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let backup = try StoreCopy(province.store)
    try province.administration.setProcedures(
      [
        ProcedureVersion(code: "1.900001", name: "thủ tục", field: "", timeLimit: .sameDay),
        ProcedureVersion(code: "1.900002", name: "thủ tục", field: "", timeLimit: .sameDay),
      ], at: province.now)
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
    // The entries before it in its chain are lost. A seal is valid for one office only.
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
      let author = try province.desk()
      var chain = Chain()
      let early = try chain.write(.office(.confirmClock(province.now.civilDate)), clerk: TestProvince.specialist)
      try handIn(chain, of: author, by: desk, province)
      #expect(try verdict(of: early, province) == .accepted)
      if ends == "week" {
        province.now = province.now.adding(minutes: LogEpochs.witnessDays * 1440)
      } else {
        try province.administration.closeWitnesses()
      }
      let late = try chain.write(.office(.confirmClock(province.now.civilDate)), clerk: TestProvince.specialist)
      let own = try desk.receive(TestDesk.dossier(1), code: "A-1")
      try handIn(chain, of: author, by: desk, province)
      // The desk's own entries are still accepted.
      #expect(try verdict(of: late, province) == nil)
      #expect(try verdict(of: own, province) == .accepted)
    }
  }

  @Test(arguments: StoreKind.allCases) func nobodyGoesOnWithAChainOfAnother(_ kind: StoreKind) throws {
    var (province, author) = try restored(kind)
    try author.receive(TestDesk.dossier(1), code: "A-1")
    try author.exchange(province)
    let genuine = try Chain.after(author).signed(by: author)
    var dishonest = try province.desk()
    try dishonest.exchange(province)
    var chain = Chain.after(author)
    let forged = try chain.write(.dossier(.note("x")), dossier: TestDesk.dossier(1), clerk: TestProvince.specialist)
    let words = [
      nil, genuine, try chain.signed(by: dishonest), try chain.signed(by: dishonest, as: author.device),
    ]
    for word in words {
      let answer = try handIn(
        chain, shown: word, by: dishonest, province, machines: [author, dishonest])
      #expect(answer.forks.isEmpty)
      #expect(try verdict(of: forged, province) == nil)
    }
    // The machine cannot claim the chain as its own either: it is told that two machines write the chain.
    let answer = try dishonest.exchange(province) { request in
      request.epochs.insert(
        EpochHead(epoch: forged.epoch, lastSequence: forged.sequence, lastHash: chain.lastHash), at: 0)
      request.entries = chain.entries
    }
    #expect(answer.forks == [forged])
    #expect(try verdict(of: forged, province) == nil)
    let note = try author.write(.dossier(.note("n")), dossier: TestDesk.dossier(1))
    #expect(note == forged)
    #expect(try author.exchange(province).forks.isEmpty)
    #expect(try verdict(of: note, province) == .accepted)
  }

  /// Nothing but the hashes from a signed end proves a chain, also where no desk could read the bytes of an entry; and what is not
  /// taken keeps nobody from exchanging.
  @Test(arguments: StoreKind.allCases) func bytesThatNobodyCanReadNeedTheSameProof(_ kind: StoreKind) throws {
    var (province, author) = try restored(kind)
    try author.receive(TestDesk.dossier(1), code: "A-1")
    try author.exchange(province)
    var witness = try province.desk()
    try witness.exchange(province)
    var chain = Chain.after(author)
    try chain.write(.dossier(.note("x")), dossier: TestDesk.dossier(1), clerk: TestProvince.specialist)
    // A field that no version knows, so that the bytes are not the only form of the entry.
    chain.entries[0] += [0xF8, 0x07, 0x01]
    chain.lastHash = entryHash(chain.entries[0])
    let signed = try chain.signed(by: witness)
    for word in [nil, signed] {
      try handIn(chain, shown: word, by: witness, province, machines: [author, witness])
      #expect(try keptBesideTheOrder(province) == 0)
    }
    let mine = try witness.receive(TestDesk.dossier(2), code: "A-2")
    try province.administration.closeWitnesses()
    try handIn(chain, shown: chain.signed(by: author), by: witness, province, machines: [author])
    #expect(try keptBesideTheOrder(province) == 0)
    #expect(try verdict(of: mine, province) == .accepted)
    let note = try author.write(.dossier(.note("n")), dossier: TestDesk.dossier(1))
    #expect(try author.exchange(province).forks.isEmpty)
    #expect(try verdict(of: note, province) == .accepted)
  }

  private func keptBesideTheOrder(_ province: TestProvince) throws -> Int64 {
    try province.store.read { transaction in
      try transaction.rows("SELECT count(*) FROM unplaced_entry", []).first?.integer(0) ?? 0
    }
  }

  @Test(arguments: StoreKind.allCases) func anEntryThatDoesNotLeadToTheSignedOneIsNotTaken(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let backup = try StoreCopy(province.store)
    var author = try province.desk()
    try author.receive(TestDesk.dossier(1), code: "A-1")
    let second = try author.write(.dossier(.note("n")), dossier: TestDesk.dossier(1))
    try backup.restore(province.store)
    try province.administration.logRestored(at: province.now)
    // The author's machine is enrolled here, but its entries are unknown.
    var known = try province.desk()
    (author.device, author.keyHash) = (known.device, known.keyHash)
    try known.exchange(province)
    var witness = try province.desk()
    try witness.exchange(province)
    var other = Chain(epoch: author.epoch)
    try other.write(.dossier(.note("x")), dossier: TestDesk.dossier(1), clerk: TestProvince.specialist)
    other.entries.append(author.waiting[1])
    other.lastHash = author.lastHash
    try handIn(other, of: known, by: witness, province)
    #expect(try verdict(of: EntryReference(epoch: author.epoch, sequence: 1), province) == nil)
    #expect(try verdict(of: second, province) == nil)
    // With the right entry before it both count, and both belong to the author's machine.
    other.entries[0] = author.waiting[0]
    try handIn(other, of: known, by: witness, province)
    #expect(try verdict(of: second, province) == .accepted)
    let end = try province.store.read { try EpochEnd.find(author.epoch, in: province.office.id, $0) }
    #expect(end.device == author.device)
  }

  @Test(arguments: StoreKind.allCases) func whatAClerkWroteAtAMachineThatIsNotHersIsNotHersThroughAWitness(
    _ kind: StoreKind
  ) throws {
    var (province, desk) = try restored(kind)
    let author = try province.desk(clerks: .only([TestProvince.reception]))
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    try desk.exchange(province)
    var chain = Chain()
    let note = try chain.write(.dossier(.note("n")), dossier: TestDesk.dossier(1), clerk: TestProvince.specialist)
    let own = try chain.write(.dossier(.note("n")), dossier: TestDesk.dossier(1), clerk: TestProvince.reception)
    try handIn(chain, of: author, by: desk, province)
    #expect(try verdict(of: note, province) == .quarantined(.clerkUnknown))
    #expect(try verdict(of: own, province) == .accepted)
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
