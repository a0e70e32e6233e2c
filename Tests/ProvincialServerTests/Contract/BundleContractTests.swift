import Crypto
import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol
import Testing
import X509

@testable import ProvincialServer

@Suite struct BundleContractTests {
  /// - Parameter size: the entries of one message; nil for all.
  private func file(
    _ desk: TestDesk, _ province: TestProvince, _ more: [BundleItem] = [], entriesInAMessage size: Int? = nil
  ) throws -> [UInt8] {
    let file = Bytes()
    var writer = try BundleWriter(
      BundleHeader(
        direction: .up, id: [UInt8](repeating: 5, count: 16), office: desk.office.id, device: desk.device,
        madeAt: province.now, certificate: desk.certificate), for: province.authority.agreementKey.publicKey,
      sign: { Array(try desk.key.signature(for: $0).derRepresentation) }, writing: { file.all += $0 })
    let size = size ?? max(1, desk.waiting.count)
    for first in stride(from: 0, to: max(1, desk.waiting.count), by: size) {
      let entries = Array(desk.waiting.dropFirst(first).prefix(size))
      try writer.put(.message(SyncFrame.pack(desk.request(entries).encoded())))
    }
    for item in more { try writer.put(item) }
    try writer.finish()
    return file.all
  }

  private func answer(
    _ file: [UInt8], _ province: TestProvince, scanBytes: Int = 1 << 20, budget: AdmissionBudget = AdmissionBudget()
  ) throws -> (outcome: BundleDesk.Outcome, file: [UInt8]) {
    let answer = Bytes()
    let desks = BundleDesk(
      store: province.store, authority: province.authority,
      exchange: Exchange(store: province.store, authority: province.authority, budget: { budget }))
    let outcome = try desks.answer(
      { Bytes(file).source }, writing: { answer.all += $0 }, scanBytes: scanBytes, at: province.now)
    return (outcome, answer.all)
  }

  private func items(_ file: [UInt8], _ desk: TestDesk, _ province: TestProvince) throws -> [BundleItem] {
    let authority = try #require(P256.Signing.PublicKey(province.authority.certificate.publicKey))
    var items = try BundleReader(Bytes(file).source).open(signedBy: authority, with: desk.agreement)
    var all: [BundleItem] = []
    while let item = try items.next() { all.append(item) }
    return all
  }

  private func take(_ items: [BundleItem], _ desk: inout TestDesk) throws {
    for case .message(let frame) in items { try desk.take(ExchangeResponse(decoding: SyncFrame.unpack(frame))) }
  }

  private func scan(_ number: UInt8, size: Int = 150_000) -> BundleScan {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 5 &+ $0 >> 8 &+ Int(number)) }
    return BundleScan(
      hash: Array(SHA256.hash(data: bytes)), key: [UInt8](repeating: number, count: 32), bytes: bytes)
  }

  private func digitise(_ scan: BundleScan, _ desk: inout TestDesk, _ dossier: UInt64) throws {
    try desk.receive(TestDesk.dossier(dossier), code: "A-\(dossier)")
    try desk.write(
      .dossier(.digitise(number: 1, blobHash: Hexadecimal.text(scan.hash))), dossier: TestDesk.dossier(dossier))
  }

  @Test(arguments: StoreKind.allCases) func aFileIsAnExchange(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    let file = try file(desk, province)
    let first = try answer(file, province)
    let again = try answer(file, province)
    #expect(first.outcome.entries == 1)
    #expect(try province.administration.offices().map(\.head) == [6])
    for answer in [first, again] {
      var copy = desk
      try take(items(answer.file, desk, province), &copy)
      #expect(copy.waiting.isEmpty)
      #expect(copy.position.sequence == 6)
    }
    #expect(throws: BundleDesk.Fault.noQuestion) { try answer(first.file, province) }
  }

  @Test(arguments: StoreKind.allCases) func aFileIsTakenWholeHoweverLittleOneTransactionTakesIn(_ kind: StoreKind)
    throws
  {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    for number in 2...40 { try desk.write(.dossier(.note("\(number)")), dossier: TestDesk.dossier(1)) }
    let file = try file(desk, province, entriesInAMessage: 17)
    let (outcome, back) = try answer(file, province, budget: AdmissionBudget(entriesOfDossier: 4))
    #expect(outcome.entries == 40 && outcome.entriesLeft == 0)
    try take(items(back, desk, province), &desk)
    #expect(desk.waiting.isEmpty)
    #expect(desk.places.count { $0.verdict == .accepted } == desk.places.count)
    // The same file once more brings nothing new, and the outcome counts what the province has.
    #expect(try answer(file, province, budget: AdmissionBudget(isSpent: { true })).outcome.entries == 40)
  }

  @Test(arguments: StoreKind.allCases) func theOutcomeCountsOnlyWhatTheProvinceHas(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    for number in 1...6 { try desk.receive(TestDesk.dossier(UInt64(number)), code: "A-\(number)") }
    var gap = desk
    gap.waiting.remove(at: 3)
    let outcome = try answer(file(gap, province, entriesInAMessage: 2), province).outcome
    #expect(outcome.entries == 3 && outcome.entriesLeft == 2)
    #expect(try answer(file(desk, province), province).outcome.entries == 6)
  }

  /// The desk receives the answers to the last message only, so they have to tell of entries in the earlier ones too.
  @Test(arguments: StoreKind.allCases) func aForkInAnEarlierMessageIsTold(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    try desk.exchange(province)
    var copy = desk
    try desk.write(.dossier(.note("the one")), dossier: TestDesk.dossier(1))
    try desk.exchange(province)
    for number in 1...4 { try copy.write(.dossier(.note("other \(number)")), dossier: TestDesk.dossier(1)) }
    let (outcome, back) = try answer(file(copy, province, entriesInAMessage: 1), province)
    #expect(outcome.entries == 0 && outcome.entriesLeft == 4)
    let forks = try items(back, copy, province).compactMap { item -> [EntryReference]? in
      guard case .message(let frame) = item else { return nil }
      return try ExchangeResponse(decoding: SyncFrame.unpack(frame)).forks
    }
    #expect(forks.first?.first == EntryReference(epoch: copy.epoch, sequence: 2))
  }

  /// A message may name 10,000 confirmed entries in all, so each of these statements takes a message of its own.
  @Test(arguments: StoreKind.allCases) func aFileCarriesStatementsWithManyConfirmedEntries(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let desk = try province.desk()
    for serial in 1...3 as ClosedRange<Int64> {
      try province.keepStatement(serial: serial, confirming: Int64(ClerkStatement.mostConfirmed))
    }
    let told = try items(answer(file(desk, province), province).file, desk, province).map { item in
      guard case .message(let frame) = item else { return 0 }
      return try ExchangeResponse(decoding: SyncFrame.unpack(frame)).signatures.statements.count
    }
    #expect(told.reduce(0, +) == 3 && told.allSatisfy { $0 < 2 })
  }

  @Test(arguments: StoreKind.allCases) func aFileThatIsNotTheDesksIsRefused(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let elsewhere = try TestProvince(.sqlite)
    var desk = try province.desk()
    let scan = scan(1)
    try digitise(scan, &desk, 1)
    let good = try file(desk, province, [.scan(scan)])
    for place in [20, good.count / 2, good.count - 1] {
      var changed = good
      changed[place] ^= 1
      #expect(throws: BundleDesk.Fault.self, "byte \(place)") { try answer(changed, province) }
    }
    #expect(throws: BundleDesk.Fault.bundle(.cutShort)) { try answer(Array(good.dropLast(9)), province) }
    #expect(throws: BundleDesk.Fault.otherProvince) { try answer(file(elsewhere.desk(), province), province) }
    // Neither entries nor scans of such a file were accepted.
    #expect(try province.administration.offices().map(\.head) == [5])
    let blobs = BlobDesk(store: province.store)
    #expect(try blobs.get(scan.hash, from: 0, keyHash: desk.keyHash) == nil)
    #expect(try answer(good, province).outcome.scans == 1)
    #expect(try blobs.get(scan.hash, from: 0, keyHash: desk.keyHash)?.key == scan.key)
  }

  @Test(arguments: StoreKind.allCases) func scansGoUpAndToTheDesksThatMayHoldThem(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (desk, other) = (try province.desk(), try province.desk())
    let scans = [scan(1), scan(2, size: 10), scan(3)]
    for (index, scan) in scans.enumerated() { try digitise(scan, &desk, UInt64(index + 1)) }
    // A part was sent over a connection before.
    let blobs = BlobDesk(store: province.store)
    _ = try blobs.put(
      Array(scans[0].bytes.prefix(50_000)), of: scans[0].hash, at: 0, size: scans[0].bytes.count, key: scans[0].key,
      keyHash: desk.keyHash)
    let question = try file(desk, province, scans.map { .scan($0) })
    let (outcome, file) = try answer(question, province)
    #expect(outcome.scans == 3 && outcome.scansBack == 0)
    let back = try items(file, desk, province)
    #expect(back.contains(.held(scans.map(\.hash))))
    try take(back, &desk)
    // The same file a second time gets the same answer.
    #expect(try items(answer(question, province).file, desk, province).contains(.held(scans.map(\.hash))))

    // Scans of entries in the answer come with it, as far as they fit.
    let little = try answer(self.file(other, province), province, scanBytes: 160_000)
    #expect(little.outcome.scansBack == 2 && little.outcome.scansLeft == 1)
    let came = try items(little.file, other, province)
    #expect(came.contains(.scan(scans[0])) && came.contains(.scan(scans[1])))
    try take(came, &other)
    #expect(other.position == desk.position)
    // A desk asks for the scans that it knows and lacks.
    let rest = try answer(self.file(other, province, [.wanted([scans[2].hash])]), province)
    #expect(try items(rest.file, other, province).contains(.scan(scans[2])))
  }

  @Test(arguments: StoreKind.allCases) func aScanOfAConfidentialDossierComesOnlyToItsPeople(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let (desk, other) = (try province.desk(), try province.desk())
    var writing = desk
    try province.administration.setClerks(
      .only([TestProvince.reception]), of: other.device, in: province.office.id, at: province.now)
    let scan = scan(1)
    try writing.receive(
      TestDesk.dossier(1), code: "A-1", isConfidential: true, assignee: TestProvince.specialist)
    try writing.write(
      .dossier(.digitise(number: 1, blobHash: Hexadecimal.text(scan.hash))), dossier: TestDesk.dossier(1))
    #expect(try answer(file(writing, province, [.scan(scan)]), province).outcome.scans == 1)
    #expect(try answer(file(other, province, [.wanted([scan.hash])]), province).outcome.scansBack == 0)
    // The province accepts files of a locked machine, but gives it nothing.
    try province.administration.revoke(desk.device, of: province.office.id, at: province.now)
    let lost = try answer(file(desk, province, [.wanted([scan.hash])]), province)
    #expect(lost.outcome.scansBack == 0)
  }
}

/// A file in memory.
private final class Bytes {
  var all: [UInt8]
  private var position = 0

  init(_ all: [UInt8] = []) { self.all = all }

  var source: BundleSource {
    { [self] count in
      let part = all[position..<min(all.count, position + count)]
      position += part.count
      return Array(part)
    }
  }
}
