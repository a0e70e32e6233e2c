import Crypto
import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol
import Testing

@testable import ProvincialServer

@Suite struct BlobContractTests {
  private static let bytes = (0..<150_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
  private static let hash = Array(SHA256.hash(data: bytes))
  private static let key = [UInt8](repeating: 9, count: 32)
  private static let part = 64 << 10

  /// Sends the missing parts, from the offset that the server reports.
  private func send(_ desk: TestDesk, _ blobs: BlobDesk) throws -> BlobState {
    var state = BlobState(hash: Self.hash, received: 0, isComplete: false)
    while !state.isComplete {
      let end = min(state.received + Self.part, Self.bytes.count)
      state = try blobs.put(
        Array(Self.bytes[state.received..<end]), of: Self.hash, at: state.received, size: Self.bytes.count,
        key: Self.key, keyHash: desk.keyHash)
    }
    return state
  }

  private func fetch(_ desk: TestDesk, _ blobs: BlobDesk) throws -> [UInt8]? {
    var all: [UInt8] = []
    while let part = try blobs.get(Self.hash, from: all.count, keyHash: desk.keyHash) {
      #expect(part.key == Self.key)
      all += part.bytes
    }
    return all.isEmpty ? nil : all
  }

  @Test(arguments: StoreKind.allCases) func partsCutAnywhereMakeTheWhole(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let (desk, other) = (try province.desk(), try province.desk())
    let blobs = BlobDesk(store: province.store)
    let first = try blobs.put(
      Array(Self.bytes.prefix(1000)), of: Self.hash, at: 0, size: Self.bytes.count, key: nil, keyHash: desk.keyHash)
    #expect(first.received == 1000)
    // A part with another offset is not accepted; the answer reports the offset to continue from.
    let wrong = try blobs.put(
      [1, 2, 3], of: Self.hash, at: 5000, size: Self.bytes.count, key: nil, keyHash: desk.keyHash)
    #expect(wrong.received == 1000)
    #expect(try blobs.get(Self.hash, from: 0, keyHash: desk.keyHash) == nil)
    var state = first
    while !state.isComplete {
      let end = min(state.received + 40_000, Self.bytes.count)
      state = try blobs.put(
        Array(Self.bytes[state.received..<end]), of: Self.hash, at: state.received, size: Self.bytes.count,
        key: Self.key, keyHash: desk.keyHash)
    }
    #expect(try fetch(other, blobs) == Self.bytes)
    #expect(try blobs.get(Self.hash, from: 70_123, keyHash: other.keyHash)?.bytes.first == Self.bytes[70_123])
    let offer = try province.exchange().answer(
      {
        var request = other.request()
        request.blobs = [BlobOffer(hash: Self.hash, size: 1)]
        return request
      }(),
      keyHash: other.keyHash, now: province.now)
    #expect(offer.blobs == [BlobState(hash: Self.hash, received: Self.bytes.count, isComplete: true)])
  }

  @Test(arguments: StoreKind.allCases) func otherBytesThanAnnouncedBeginAnew(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let desk = try province.desk()
    let state = try BlobDesk(store: province.store).put(
      [1, 2, 3], of: Self.hash, at: 0, size: 3, key: nil, keyHash: desk.keyHash)
    #expect(state == BlobState(hash: Self.hash, received: 0, isComplete: false))
  }

  @Test(arguments: StoreKind.allCases) func papersGoOnlyWhereTheirDossierGoes(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (desk, other) = (try province.desk(), try province.desk())
    try province.administration.setClerks(
      .only([TestProvince.reception]), of: other.device, in: province.office.id, at: province.now)
    try desk.receive(
      TestDesk.dossier(1), code: "A-1", isConfidential: true, assignee: TestProvince.specialist)
    try desk.write(
      .dossier(
        .addComponent(Component(number: 1, name: "Bản quét", form: .original, blobHash: Hexadecimal.text(Self.hash)))),
      dossier: TestDesk.dossier(1))
    try desk.exchange(province)
    try other.exchange(province)
    let blobs = BlobDesk(store: province.store)
    #expect(try send(desk, blobs).isComplete)
    #expect(try fetch(desk, blobs) == Self.bytes)
    #expect(try fetch(other, blobs) == nil)
    #expect(try blobs.erasure(of: Self.hash, keyHash: other.keyHash) == .unknown)
    try province.administration.revoke(desk.device, of: province.office.id, at: province.now)
    #expect(throws: ExchangeError.revoked) { try fetch(desk, blobs) }
  }

  @Test(arguments: StoreKind.allCases) func theDecidingOfficeFetchesWhatTheOtherBrought(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let deciding = TestProvince.office(2, "000.20.45.H50")
    let third = TestProvince.office(3, "000.22.45.H50")
    for office in [deciding, third] {
      try province.administration.createOffice(office, clerks: TestProvince.clerks, at: province.now)
    }
    var desk = try province.desk()
    let there = try province.desk(of: deciding)
    let elsewhere = try province.desk(of: third)
    try desk.receive(TestDesk.dossier(1), code: "A-1", deciding: deciding.id)
    try desk.write(.dossier(.digitise(number: 1, blobHash: Hexadecimal.text(Self.hash))), dossier: TestDesk.dossier(1))
    try desk.exchange(province)
    let blobs = BlobDesk(store: province.store)
    _ = try send(desk, blobs)
    #expect(try fetch(there, blobs) == Self.bytes)
    #expect(try fetch(elsewhere, blobs) == nil)
  }

  @Test(arguments: StoreKind.allCases) func anEntryThatErasesAScanErasesItHere(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    let name = Hexadecimal.text(Self.hash)
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    try desk.write(.dossier(.digitise(number: 1, blobHash: name)), dossier: TestDesk.dossier(1))
    try desk.exchange(province)
    let blobs = BlobDesk(store: province.store)
    _ = try send(desk, blobs)
    // An entry that does not count erases nothing.
    try desk.write(.dossier(.eraseScan(blobHash: name, reason: "r")), dossier: TestDesk.dossier(1))
    try desk.exchange(province)
    #expect(try fetch(desk, blobs) == Self.bytes)
    try desk.write(
      .dossier(.eraseScan(blobHash: name, reason: "r")), dossier: TestDesk.dossier(1), clerk: TestProvince.head)
    try desk.exchange(province)
    #expect(try fetch(desk, blobs) == nil)
  }

  @Test(arguments: StoreKind.allCases) func anEntryErasesPapersOfItsOwnDossierOnly(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    let name = Hexadecimal.text(Self.hash)
    for number in 1...2 { try desk.receive(TestDesk.dossier(UInt64(number)), code: "A-\(number)") }
    try desk.write(.dossier(.digitise(number: 1, blobHash: name)), dossier: TestDesk.dossier(1))
    try desk.exchange(province)
    let blobs = BlobDesk(store: province.store)
    _ = try send(desk, blobs)
    try desk.write(
      .dossier(.eraseScan(blobHash: name, reason: "r")), dossier: TestDesk.dossier(2), clerk: TestProvince.head)
    try desk.exchange(province)
    #expect(try fetch(desk, blobs) == Self.bytes)
  }

  /// A machine that begins scans and completes none cannot fill the disk.
  @Test(arguments: StoreKind.allCases) func unfinishedScansOfOneMachineAreBounded(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let desk = try province.desk()
    let blobs = BlobDesk(store: province.store)
    for number in 0..<40 {
      _ = try blobs.put(
        [UInt8](repeating: 1, count: 100), of: [UInt8](repeating: UInt8(number), count: 32), at: 0, size: 5000,
        key: nil, keyHash: desk.keyHash)
    }
    let rest = try province.store.read { try $0.rows("SELECT count(*) FROM blob_arrival", []).first?.integer(0) }
    #expect(rest == 8)
  }

  @Test(arguments: StoreKind.allCases) func onlyAnEntryErases(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    let blobs = BlobDesk(store: province.store)
    #expect(try blobs.erasure(of: Self.hash, keyHash: desk.keyHash) == .unknown)
    let name = Hexadecimal.text(Self.hash)
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    try desk.write(.dossier(.digitise(number: 1, blobHash: name)), dossier: TestDesk.dossier(1))
    try desk.exchange(province)
    _ = try send(desk, blobs)
    #expect(try blobs.erasure(of: Self.hash, keyHash: desk.keyHash) == .needsEntry)
    // An entry by a clerk without permission is not enough either.
    try desk.write(.dossier(.eraseScan(blobHash: name, reason: "r")), dossier: TestDesk.dossier(1))
    try desk.exchange(province)
    #expect(try blobs.erasure(of: Self.hash, keyHash: desk.keyHash) == .needsEntry)
    #expect(try fetch(desk, blobs) == Self.bytes)
    try desk.write(
      .dossier(.eraseScan(blobHash: name, reason: "r")), dossier: TestDesk.dossier(1), clerk: TestProvince.head)
    try desk.exchange(province)
    #expect(try blobs.erasure(of: Self.hash, keyHash: desk.keyHash) == .done)
    #expect(try fetch(desk, blobs) == nil)
    let later = try blobs.put(
      Array(Self.bytes.prefix(100)), of: Self.hash, at: 0, size: Self.bytes.count, key: Self.key,
      keyHash: desk.keyHash)
    #expect(later.isComplete)
    let rest = try province.store.read { transaction in
      try transaction.rows("SELECT content_key FROM blob WHERE content_key IS NOT NULL", []).count
        + transaction.rows("SELECT start FROM blob_part", []).count
        + transaction.rows("SELECT start FROM blob_arrival_part", []).count
    }
    #expect(rest == 0)
  }

  @Test(arguments: StoreKind.allCases) func nobodySpoilsWhatAnotherBrings(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let (bad, good) = (try province.desk(), try province.desk())
    let blobs = BlobDesk(store: province.store)
    let wrongKey = [UInt8](repeating: 1, count: 32)
    func spoil() throws {
      // Sends parts with another size and with other bytes, each with another key.
      for size in [99, Self.bytes.count] {
        _ = try blobs.put([1, 2, 3], of: Self.hash, at: 0, size: size, key: wrongKey, keyHash: bad.keyHash)
      }
    }
    try spoil()
    var state = BlobState(hash: Self.hash, received: 0, isComplete: false)
    var parts = 0
    while !state.isComplete, parts < 10 {
      let end = min(state.received + Self.part, Self.bytes.count)
      state = try blobs.put(
        Array(Self.bytes[state.received..<end]), of: Self.hash, at: state.received, size: Self.bytes.count,
        key: Self.key, keyHash: good.keyHash)
      try spoil()
      parts += 1
    }
    #expect(state.isComplete && parts == 3)
    #expect(try fetch(good, blobs) == Self.bytes)
  }

  @Test(arguments: StoreKind.allCases) func aDeskThatSaysAnotherSizeBeginsAnew(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let desk = try province.desk()
    let blobs = BlobDesk(store: province.store)
    _ = try blobs.put([1, 2, 3], of: Self.hash, at: 0, size: 99, key: nil, keyHash: desk.keyHash)
    #expect(try send(desk, blobs).isComplete)
  }

  @Test(arguments: StoreKind.allCases) func aRevokedMachineBringsSoManyScansAndNoMore(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let desk = try province.desk()
    let blobs = BlobDesk(store: province.store)
    try province.administration.revoke(desk.device, of: province.office.id, at: province.now)
    _ = try province.store.transaction {
      try $0.run("UPDATE device SET late_bytes = $1", [.integer(Int64(LateHandIn.mostBytes - 1000))])
    }
    let first = try blobs.put(
      Array(Self.bytes.prefix(1000)), of: Self.hash, at: 0, size: Self.bytes.count, key: nil, keyHash: desk.keyHash)
    #expect(first.received == 1000)
    #expect(throws: ExchangeError.revoked) {
      try blobs.put([1], of: Self.hash, at: 1000, size: Self.bytes.count, key: nil, keyHash: desk.keyHash)
    }
    let scan = BundleScan(hash: Self.hash, key: Self.key, bytes: Self.bytes)
    #expect(try !blobs.put(scan, keyHash: desk.keyHash))
    #expect(try blobs.put(scan, keyHash: province.desk().keyHash))
  }

  @Test(arguments: StoreKind.allCases) func aRevokedMachineHandsInSoManyEntriesAndNoMore(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    try desk.exchange(province)
    try province.administration.revoke(desk.device, of: province.office.id, at: province.now)
    _ = try province.store.transaction {
      try $0.run("UPDATE device SET late_entries = $1", [.integer(Int64(LateHandIn.mostEntries - 2))])
    }
    for number in 2..<6 { try desk.receive(TestDesk.dossier(UInt64(number)), code: "A-\(number)") }
    for _ in 0..<3 {
      let answer = try province.exchange().answer(desk.request(), keyHash: desk.keyHash, now: province.now)
      #expect(answer.acknowledged.map(\.lastSequence) == [3])
    }
    let kept = try province.store.read { try $0.rows("SELECT hash FROM fork", []).count }
    #expect(kept == 0)
  }
}
