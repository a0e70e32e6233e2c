import Crypto
import DossierDomain
import ExchangeModel
import JournalFormat
import OfficeWork
import SyncProtocol
import Testing
import X509

@testable import ProvincialServer

/// A desk refuses an answer above its limits, so the province has to keep every answer below them, whatever the machines
/// of an office have written: an entry may have 256 KB, and a dossier any number of entries.
@Suite struct AnswerBudgetContractTests {
  private static let large = 250 << 10
  private static let dossier = TestDesk.dossier(1)

  /// Whether a desk can read the answer, even if none of its contents can be compressed.
  private func isReadable(_ answer: ExchangeResponse) throws -> Bool {
    let bytes = try answer.encoded()
    return try bytes.count < SyncLimits.standard.frameBytes - 1 << 16
      && ExchangeResponse(decoding: bytes).places == answer.places
  }

  private func content(of place: OrderedEntry) -> [UInt8]? {
    if case .bytes(let bytes) = place.content { bytes } else { nil }
  }

  // MARK: Snapshots

  /// An office with 40 entries of 250 KB about itself, which is more than two answers may hold.
  @Test(arguments: StoreKind.allCases) func aDeskBeginsInAnOfficeWithLargeEntries(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    for _ in 0..<40 { try desk.writeLarge(Self.large) }
    try desk.exchange(province)
    let new = try province.desk()
    var request = new.request()
    request.beginning = .snapshot(foldRevision: FoldedDossier.revision)
    var places: [Int64] = []
    var isLast = false
    while !isLast {
      let answer = try province.exchange().answer(request, keyHash: new.keyHash, now: province.now)
      #expect(try isReadable(answer))
      let page = try #require(answer.snapshot)
      #expect(page.through != page.before)
      places += page.places.map(\.officeSequence)
      isLast = page.isLast
      request.beginning = .rest(of: page.through, foldRevision: FoldedDossier.revision)
    }
    #expect(places == Array(1...desk.position.sequence))
    let stored = try StoredDesk(province, number: 9)
    defer { stored.remove() }
    #expect(try stored.exchange(province) == nil)
    #expect(try stored.position.sequence >= desk.position.sequence)
  }

  /// A desk that cannot ask for a part of a dossier gets the order itself. Another one leaves the dossier for later.
  @Test(arguments: StoreKind.allCases) func aDossierTooLargeForAPageIsLeftOut(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    try desk.receive(TestDesk.dossier(7), code: "A-7")
    try desk.receive(Self.dossier, code: "A-1")
    for _ in 0..<14 { try desk.writeLarge(Self.large, dossier: Self.dossier) }
    try desk.exchange(province)
    let new = try province.desk()
    var request = new.request()
    request.beginning = .snapshot(foldRevision: FoldedDossier.revision)
    let earlier = try province.exchange().answer(request, keyHash: new.keyHash, now: province.now)
    #expect(earlier.snapshot == nil && earlier.places.first?.officeSequence == 1)
    #expect(try isReadable(earlier))
    request.takesParts = true
    let answer = try province.exchange().answer(request, keyHash: new.keyHash, now: province.now)
    #expect(answer.snapshot?.leftOut == [Self.dossier])
    #expect(answer.snapshot?.isLast == true)
    #expect(
      answer.snapshot?.places.last.flatMap(content).flatMap { EntryEnvelope(canonical: $0)?.dossier }
        == TestDesk.dossier(7))
    let stored = try StoredDesk(province, number: 9)
    defer { stored.remove() }
    #expect(try stored.exchange(province) == nil)
    #expect(try Set(stored.rows().map(\.id)) == [Self.dossier, TestDesk.dossier(7)])
  }

  // MARK: Histories

  @Test(arguments: StoreKind.allCases) func aLongHistoryComesInParts(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (desk, other) = (try province.desk(), try province.desk())
    try desk.receive(TestDesk.dossier(2), code: "A-2")
    try desk.receive(Self.dossier, code: "A-1")
    for _ in 1..<5200 { try desk.write(.dossier(.note("n")), dossier: Self.dossier) }
    let exchange = Exchange(
      store: province.store, authority: province.authority,
      budget: { AdmissionBudget(entriesOfDossier: .max) })
    try desk.take(exchange.answer(desk.request(), keyHash: desk.keyHash, now: province.now))
    while try other.exchange(province).head > other.position.sequence {}
    // A desk of an earlier version takes a history as a whole or not at all.
    var request = other.request()
    request.histories = [Self.dossier, TestDesk.dossier(2)]
    let earlier = try province.exchange().answer(request, keyHash: other.keyHash, now: province.now)
    #expect(earlier.histories.count == 1 && earlier.historyPart == nil)
    request.takesParts = true
    var places: [Int64] = []
    var isLast = false
    while !isLast {
      let answer = try province.exchange().answer(request, keyHash: other.keyHash, now: province.now)
      #expect(try isReadable(answer))
      let part = try #require(answer.historyPart)
      #expect(part.after == places.last ?? 0)
      places += answer.histories.map(\.officeSequence)
      #expect(part.through == places.last)
      request.historyParts[Self.dossier] = part.through
      isLast = part.isLast
    }
    #expect(places.count == 5200 && places == places.sorted())
    // A new desk gets the dossier whole, after its snapshot.
    let stored = try StoredDesk(province, number: 9)
    defer { stored.remove() }
    #expect(try stored.exchange(province) == nil)
    #expect(try Set(stored.rows().map(\.id)) == [Self.dossier, TestDesk.dossier(2)])
    #expect(stored.requests < 9)
  }

  /// A dossier that was left out of the snapshot, and that the desk may not hold, is known there by its hashes, so that
  /// it can be granted later.
  @Test(arguments: StoreKind.allCases) func aLongHistoryThatADeskMayNotHoldComesAsHashes(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    let new = try province.desk()
    try province.administration.setClerks(
      .only([TestProvince.reception]), of: new.device, in: province.office.id, at: province.now)
    try desk.receive(Self.dossier, code: "A-1", isConfidential: true, assignee: TestProvince.specialist)
    for _ in 0..<14 { try desk.writeLarge(Self.large, dossier: Self.dossier) }
    try desk.exchange(province)
    var request = new.request()
    request.position = desk.position
    request.histories = [Self.dossier]
    request.takesParts = true
    let answer = try province.exchange().answer(request, keyHash: new.keyHash, now: province.now)
    #expect(answer.historyPart?.isLast == true && answer.histories.count == 15)
    #expect(answer.histories.allSatisfy { content(of: $0) == nil })
  }

  /// A file holds all parts, because its desk cannot ask for the next one.
  @Test func aFileHoldsAllPartsOfAHistory() throws {
    let province = try TestProvince(.sqlite)
    var desk = try province.desk()
    try desk.receive(Self.dossier, code: "A-1")
    for _ in 0..<14 { try desk.writeLarge(Self.large, dossier: Self.dossier) }
    try desk.exchange(province)
    var request = desk.request()
    (request.histories, request.takesParts) = ([Self.dossier], true)
    request.epochs = [EpochHead(epoch: DeviceEpoch(high: 3, low: 3), lastSequence: 0)]
    let file = try BundleFile(request, of: desk, province)
    let parts = try file.answers(province).compactMap(\.historyPart)
    #expect(parts.count > 1 && parts.map(\.isLast) == parts.indices.map { $0 == parts.count - 1 })
    #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.through == $1.after })
  }

  // MARK: Grants

  @Test(arguments: StoreKind.allCases) func largeGrantsComeOneAnswerAfterTheOther(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (desk, other) = (try province.desk(), try province.desk())
    try province.administration.setClerks(
      .only([TestProvince.reception]), of: other.device, in: province.office.id, at: province.now)
    try desk.receive(Self.dossier, code: "A-1", isConfidential: true, assignee: TestProvince.specialist)
    for _ in 0..<40 { try desk.writeLarge(Self.large, dossier: Self.dossier) }
    try desk.exchange(province)
    try other.exchange(province)
    #expect(other.withheld.count == 41)
    try desk.write(.dossier(.assign(to: TestProvince.reception)), dossier: Self.dossier, clerk: TestProvince.head)
    try desk.exchange(province)
    // A lost answer is sent again, and does not ask the desk to go on for ever.
    let lost = try province.exchange().answer(other.request(), keyHash: other.keyHash, now: province.now)
    let again = try province.exchange().answer(other.request(), keyHash: other.keyHash, now: province.now)
    #expect(lost.granted == again.granted && lost.isUnfinished && !again.isUnfinished)
    var answers = 0
    while !other.withheld.isEmpty {
      let before = other.withheld.count
      let answer = try other.exchange(province)
      #expect(try isReadable(answer))
      answers += 1
      try #require(other.withheld.count < before)
      // The first of them is the repeated one.
      #expect(answers == 1 || answer.isUnfinished == !other.withheld.isEmpty)
    }
    #expect((4...6).contains(answers))
    #expect(try other.exchange(province).granted.isEmpty)
    #expect(other.position == desk.position)
  }

  /// A file holds all of them. One that is lost on its way loses nothing.
  @Test(arguments: StoreKind.allCases) func aFileHoldsAllGrants(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (desk, other) = (try province.desk(), try province.desk())
    try province.administration.setClerks(
      .only([TestProvince.reception]), of: other.device, in: province.office.id, at: province.now)
    try desk.receive(Self.dossier, code: "A-1", isConfidential: true, assignee: TestProvince.specialist)
    for _ in 0..<40 { try desk.writeLarge(Self.large, dossier: Self.dossier) }
    try desk.exchange(province)
    try other.exchange(province)
    try desk.write(.dossier(.assign(to: TestProvince.reception)), dossier: Self.dossier, clerk: TestProvince.head)
    try desk.exchange(province)
    let lost = try BundleFile(other.request(), of: other, province).answers(province)
    let answers = try BundleFile(other.request(), of: other, province).answers(province)
    #expect(lost.flatMap(\.granted) == answers.flatMap(\.granted))
    #expect(answers.count > 3 && answers.flatMap(\.granted).count == 41)
    for answer in answers {
      #expect(try isReadable(answer))
      try other.take(answer)
    }
    #expect(other.withheld.isEmpty && other.position == desk.position)
    #expect(try other.exchange(province).granted.isEmpty)
  }
}

extension TestDesk {
  /// Writes an entry of a kind that this version does not know, which is placed raw.
  mutating func writeLarge(_ size: Int, dossier: DossierID? = nil) throws {
    try write(
      .unknown(kind: 9000, payload: [UInt8](repeating: UInt8(truncatingIfNeeded: sequence), count: size)),
      dossier: dossier)
  }
}

/// A file with one request, and the answers to it.
private struct BundleFile {
  private let bytes: [UInt8]
  private let desk: TestDesk

  init(_ request: ExchangeRequest, of desk: TestDesk, _ province: TestProvince) throws {
    var bytes: [UInt8] = []
    var writer = try BundleWriter(
      BundleHeader(
        direction: .up, id: [UInt8](repeating: 5, count: 16), office: desk.office.id, device: desk.device,
        madeAt: province.now, certificate: desk.certificate), for: province.authority.agreementKey.publicKey,
      sign: { Array(try desk.key.signature(for: $0).derRepresentation) }, writing: { bytes += $0 })
    try writer.put(.message(SyncFrame.pack(request.encoded())))
    try writer.finish()
    self.bytes = bytes
    self.desk = desk
  }

  private func source(_ bytes: [UInt8]) -> BundleSource {
    var rest = bytes[...]
    return { count in
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
  }

  func answers(_ province: TestProvince) throws -> [ExchangeResponse] {
    var answer: [UInt8] = []
    _ = try BundleDesk(store: province.store, authority: province.authority).answer(
      { source(bytes) }, writing: { answer += $0 }, scanBytes: 1 << 20, at: province.now)
    let authority = try #require(P256.Signing.PublicKey(province.authority.certificate.publicKey))
    var items = try BundleReader(source(answer)).open(signedBy: authority, with: desk.agreement)
    var answers: [ExchangeResponse] = []
    while let item = try items.next() {
      if case .message(let frame) = item { answers.append(try ExchangeResponse(decoding: SyncFrame.unpack(frame))) }
    }
    return answers
  }
}
