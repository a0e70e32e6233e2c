import Crypto
import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol

@testable import JournalSamples
@testable import ProvincialServer

/// An enrolled machine that sends, from a seed, what no honest program writes: unreadable entries, references of other
/// machines, gaps, forks, clocks and numbers at their limits, large entries, statements and credentials in the names of
/// clerks, and requests that it has sent before.
struct DishonestDesk {
  let device: DeviceID
  private let office: OfficeID
  /// Another office of the province, into whose order the machine wants its entries.
  private let neighbour: OfficeID
  private var random: SeededNumbers
  private var contents: RandomContent
  private let key: P256.Signing.PrivateKey
  private var chains: [Chain]
  /// The chains before the last request.
  private var earlier: [Chain] = []
  private var sent: [[UInt8]] = []
  /// SHA-256 of every entry that the machine has made.
  private(set) var made: Set<[UInt8]> = []
  /// Authors and hashes of the entries of its chains, for statements about them.
  private var written: [EntryReference: (clerk: ClerkID, hash: [UInt8])] = [:]
  /// How often it still sends more large entries than an answer may hold. Every desk stores them, so only some runs have
  /// them.
  private var floodsLeft: Int

  private struct Chain {
    var epoch: DeviceEpoch
    var sequence: Int64 = 0
    var hash: [UInt8] = []
  }

  /// The machine's knowledge of the province: as much as an honest desk beside it has.
  struct Known {
    var position: LogPosition
    var order: [SimulatedProvince.Place]
    /// The order of the other office; the machine has guessed the names of its dossiers and chains.
    var next: [SimulatedProvince.Place]
    /// The signed heads of machines, with their keys.
    var heads: [MachineHead]
    var machines: [Machine]
    var now: Instant
  }

  init(device: DeviceID, office: OfficeID, neighbour: OfficeID, seed: UInt64) throws {
    key = try P256.Signing.PrivateKey(rawRepresentation: SimulatedProvince.privateKey(device))
    self.device = device
    self.office = office
    self.neighbour = neighbour
    random = SeededNumbers(seed: seed)
    contents = RandomContent(seed: seed)
    floodsLeft = seed % 4 == 0 ? 2 : 0
    chains = [Chain(epoch: DeviceEpoch(high: 0xBAD, low: seed)), Chain(epoch: DeviceEpoch(high: 0xBAD, low: ~seed))]
  }

  /// Makes the next frame to send.
  mutating func frame(_ known: Known) throws -> [UInt8] {
    earlier = chains
    if floodsLeft > 0, random.once(in: 8) { return try SyncFrame.pack(flood(known).encoded()) }
    switch random.below(12) {
    case 0 where !sent.isEmpty: return sent[random.below(sent.count)]
    case 1: return try SyncFrame.pack((0..<random.below(200)).map { _ in UInt8.random(in: 0...255, using: &random) })
    case 2 where !sent.isEmpty:
      var bytes = try SyncFrame.unpack(sent[random.below(sent.count)])
      for _ in 0...random.below(3) where !bytes.isEmpty {
        bytes[random.below(bytes.count)] ^= 1 << UInt8(random.below(8))
      }
      // Some of the changed bytes may still be entries.
      if let request = try? ExchangeRequest(decoding: bytes) {
        for entry in request.entries { made.insert(entryHash(entry)) }
      }
      return try SyncFrame.pack(bytes)
    default:
      let frame = try SyncFrame.pack(request(known).encoded())
      sent.append(frame)
      return frame
    }
  }

  /// Handles the province's answer to the last frame. Nil means that the frame was refused; the chains are then reset,
  /// because otherwise all later entries would follow a gap.
  mutating func hear(_ answer: ExchangeResponse?) {
    guard let answer else {
      chains = earlier
      return
    }
    for head in answer.acknowledged {
      guard let index = chains.firstIndex(where: { $0.epoch == head.epoch }) else { continue }
      (chains[index].sequence, chains[index].hash) = (head.lastSequence, head.lastHash)
    }
  }

  // MARK: Requests

  private mutating func request(_ known: Known) throws -> ExchangeRequest {
    var entries: [[UInt8]] = []
    for _ in 0..<random.below(5) { entries.append(try entry(known)) }
    for bytes in entries { made.insert(entryHash(bytes)) }
    let position = random.once(in: 3) ? LogPosition.beginning : known.position
    var request = ExchangeRequest(
      office: office, device: device, program: "dishonest", sentAt: random.once(in: 6) ? moment() : known.now,
      position: position, epochs: heads(known, position), entries: entries)
    switch random.below(12) {
    case 0: request.position.sequence = number()
    case 1: request.position.rolling = RollingHash(bytes: [UInt8](repeating: 7, count: 32)) ?? .zero
    case 2: request.position.logEpoch = [UInt8](repeating: 9, count: 16)
    default: break
    }
    if random.once(in: 2) { lie(&request) }
    if random.once(in: 4) { try goOn(for: known, &request) }
    if random.once(in: 4) { request.statements = try statements(known) }
    if random.once(in: 6) { request.credentials = try (0...random.below(3)).map { _ in try credential() } }
    return request
  }

  /// Entries of nearly the largest size. Two such requests are more than a desk accepts in one answer.
  private mutating func flood(_ known: Known) throws -> ExchangeRequest {
    floodsLeft -= 1
    let subject = random.once(in: 2) ? nil : dossier(known)
    var entries: [[UInt8]] = []
    for _ in 0..<17 {
      let envelope = EntryEnvelope(
        reference: EntryReference(epoch: chains[0].epoch, sequence: chains[0].sequence + 1),
        previousHash: chains[0].hash, clerk: ClerkID(high: 1, low: 1), at: known.now.milliseconds, dossier: subject,
        base: known.position.sequence, group: nil, revision: EntryFormat.revision, kind: 9000,
        payload: [UInt8](repeating: UInt8(random.below(256)), count: EntryFormat.maximumBytes - 512))
      let bytes = envelope.canonicalBytes
      note(envelope, bytes, in: 0)
      made.insert(entryHash(bytes))
      entries.append(bytes)
    }
    return ExchangeRequest(
      office: office, device: device, program: "dishonest", sentAt: known.now, position: known.position,
      epochs: chains.map { EpochHead(epoch: $0.epoch, lastSequence: $0.sequence, lastHash: $0.hash) },
      entries: entries)
  }

  private mutating func note(_ entry: EntryEnvelope, _ bytes: [UInt8], in place: Int) {
    chains[place].sequence = entry.reference.sequence
    chains[place].hash = entryHash(bytes)
    written[entry.reference] = (entry.clerk, entryHash(bytes))
  }

  // MARK: In the names of clerks

  /// Statements with as many confirmed entries as a message may name, or with more, or one with the key of a clerk who
  /// has signed in at the machine.
  private mutating func statements(_ known: Known) throws -> [ClerkStatement] {
    let chain = chains[random.below(chains.count)]
    let clerk = ClerkID(high: 1, low: UInt64(1 + random.below(3)))
    guard random.once(in: 2) else {
      return (0...random.below(2)).map { _ in
        ClerkStatement(
          clerk: clerk, epoch: chain.epoch, first: 1, last: ClerkStatement.longestSpan,
          confirmed: Array(1...ClerkStatement.longestSpan),
          signature: [UInt8](repeating: 5, count: SigningPublicKey.signatureLength))
      }
    }
    let hers = written.filter { reference, entry in
      reference.epoch == chain.epoch && reference.sequence <= chain.sequence && entry.clerk == clerk
    }.sorted { $0.key.sequence < $1.key.sequence }
    guard let first = hers.first?.key.sequence, let last = hers.last?.key.sequence else { return [] }
    var statement = ClerkStatement(
      clerk: clerk, epoch: chain.epoch, first: first, last: last,
      confirmed: random.once(in: 2) ? hers.map(\.key.sequence) : Array(first...last))
    try statement.sign(with: SimulatedClerks.key(of: clerk), office: office, hashes: hers.map(\.value.hash))
    return [statement]
  }

  /// A PIN that a clerk has not chosen, signed with her key or with another one.
  private mutating func credential() throws -> ClerkCredential {
    let clerk = clerk()
    let key = try SimulatedClerks.key(of: random.once(in: 2) ? clerk : ClerkID(high: 9, low: 9))
    var credential = ClerkCredential(
      clerk: clerk, salt: [UInt8](repeating: UInt8(random.below(9)), count: random.once(in: 4) ? 64 : 16),
      digest: [UInt8](repeating: 2, count: 32), key: SigningPublicKey(key.publicKey),
      wrappedKey: [UInt8](repeating: 3, count: ClerkCredential.wrappedLength))
    try credential.sign(with: key, office: office)
    return credential
  }

  private mutating func heads(_ known: Known, _ position: LogPosition) -> [EpochHead] {
    var heads = chains.map { EpochHead(epoch: $0.epoch, lastSequence: $0.sequence, lastHash: $0.hash) }
    if random.once(in: 4), let other = known.order.randomElement(using: &random) {
      heads.append(
        EpochHead(
          epoch: other.reference.epoch, lastSequence: random.once(in: 2) ? other.reference.sequence : number(),
          lastHash: other.hash, isWitness: random.once(in: 2)))
    }
    if random.once(in: 8) {
      heads[0].lastSequence = number()
      heads[0].isWitness = random.once(in: 3)
    }
    if random.once(in: 20) { heads = heads + heads }
    return heads
  }

  /// Continues a chain of another machine, as a witness or as its own, with any head that may help.
  private mutating func goOn(for known: Known, _ request: inout ExchangeRequest) throws {
    guard let other = known.order.randomElement(using: &random) else { return }
    let epoch = other.reference.epoch
    let chain = known.order.filter { $0.reference.epoch == epoch }
    guard var (sequence, hash) = chain.last.map({ ($0.reference.sequence, $0.hash) }) else { return }
    var entries: [[UInt8]] = []
    for _ in 0...random.below(2) {
      sequence += 1
      let bytes = try EntryFormat.encode(
        Entry(
          reference: EntryReference(epoch: epoch, sequence: sequence), previousHash: hash,
          clerk: ClerkID(high: 1, low: UInt64(1 + random.below(3))), at: known.now,
          dossier: other.dossier ?? dossier(known), base: known.position.sequence, content: .dossier(.note("giả"))))
      hash = entryHash(bytes)
      made.insert(hash)
      entries.append(bytes)
    }
    let isWitness = !random.once(in: 3)
    request.epochs.removeAll { $0.epoch == epoch }
    request.epochs.insert(
      EpochHead(epoch: epoch, lastSequence: sequence, lastHash: hash, isWitness: isWitness), at: 0)
    request.entries += entries
    request.witnessedMachines = known.machines
    let genuine = known.heads.first { $0.epoch == epoch }
    for device in [device, genuine?.device].compactMap(\.self) where random.once(in: 2) {
      var head = MachineHead(device: device, epoch: epoch, sequence: sequence, hash: hash, at: known.now)
      try head.sign(with: key, office: office)
      request.witnessedHeads.append(head)
    }
    if let genuine, random.once(in: 2) { request.witnessedHeads.append(genuine) }
  }

  private mutating func lie(_ request: inout ExchangeRequest) {
    if random.once(in: 4) { request.numbersWanted = 9999 }
    if random.once(in: 4) { request.lanesHeld = [LaneBlock(first: 1, last: 9999)].compactMap(\.self) }
    if random.once(in: 6) { request.lanesReturned = [LaneBlock(first: 1, last: 9999)].compactMap(\.self) }
    if random.once(in: 4) { request.withheld = Int(UInt32.max) }
    if random.once(in: 4) { request.mostEntries = 1 }
    if random.once(in: 4) { request.lastAnswer = moment() }
    if random.once(in: 5) {
      request.blobs = [
        BlobOffer(hash: [UInt8](repeating: UInt8(random.below(9)), count: 32), size: random.below(1 << 26))
      ]
    }
    if random.once(in: 5) {
      request.books = [
        BookState(
          book: BookID(high: 1, low: UInt64(random.below(3))), lastNumber: random.below(1 << 32), isWanted: true,
          isReturned: random.once(in: 2))
      ]
    }
    if random.once(in: 5) {
      request.histories = (0..<8).map { _ in DossierID(high: random.next(), low: random.next()) }
    }
    switch random.below(6) {
    case 0: request.beginning = .snapshot(foldRevision: UInt32(truncatingIfNeeded: number()))
    case 1:
      let moment = Checkpoint(office: office, position: request.position, at: request.sentAt, signature: [1, 2, 3])
      request.beginning = .rest(
        of: SnapshotMark(moment: moment, aboutOffice: abs(number() / 2), dossier: DossierID(high: .max, low: .max)),
        foldRevision: 1)
    default: break
    }
  }

  // MARK: Entries

  private mutating func entry(_ known: Known) throws -> [UInt8] {
    let place = random.below(chains.count)
    let chain = chains[place]
    var entry = EntryEnvelope(
      reference: EntryReference(epoch: chain.epoch, sequence: chain.sequence + 1), previousHash: chain.hash,
      clerk: clerk(), at: known.now.milliseconds, dossier: dossier(known), base: known.position.sequence, group: nil,
      revision: EntryFormat.revision, kind: 0, payload: [])
    try fill(&entry, known)
    distort(&entry, known)
    let bytes = shaped(entry.canonicalBytes)
    // The machine's own chain continues, so that later entries do not follow a gap.
    if entry.reference.epoch == chain.epoch, entry.reference.sequence == chain.sequence + 1 {
      note(entry, bytes, in: place)
    }
    return bytes
  }

  /// Fills in content that may or may not be allowed.
  private mutating func fill(_ envelope: inout EntryEnvelope, _ known: Known) throws {
    var entry = contents.entry()
    switch random.below(4) {
    case 0: entry.content = .dossier(.note("x"))
    case 1, 2: entry.content = contents.knownContent()
    default: break
    }
    // Entries of a dossier that another office decides get places in its order too.
    if case .dossier(.receive(var reception)) = entry.content, random.once(in: 2) {
      reception.decidingOffice = neighbour
      entry.content = .dossier(.receive(reception))
    }
    let bytes = try EntryFormat.encode(entry)
    if let made = EntryEnvelope(canonical: bytes) { (envelope.kind, envelope.payload) = (made.kind, made.payload) }
    if case .office = entry.content { envelope.dossier = nil }
  }

  private mutating func distort(_ entry: inout EntryEnvelope, _ known: Known) {
    switch random.below(32) {
    case 0: entry.at = moment().milliseconds
    case 1: entry.payload = [UInt8](repeating: 0xAA, count: random.once(in: 2) ? 300 << 10 : 90)
    case 2: entry.kind = UInt32(truncatingIfNeeded: number())
    case 3: entry.base = number()
    case 4: entry.revision = UInt32(truncatingIfNeeded: number())
    case 5: entry.reference.sequence += Int64(1 + random.below(5))
    case 6: entry.reference.sequence = max(1, entry.reference.sequence - Int64(random.below(4)))
    case 7: entry.reference.sequence = max(1, number())
    case 8: entry.previousHash = [UInt8](repeating: 3, count: 32)
    case 9: impersonate(&entry, known)
    case 10: entry.group = GroupID(high: 1, low: UInt64(random.below(2)))
    case 11: entry.clerk = ProvinceClerk.id
    default: break
    }
  }

  /// Continues a chain of another machine.
  private mutating func impersonate(_ entry: inout EntryEnvelope, _ known: Known) {
    let order = random.once(in: 4) ? known.next : known.order
    guard let other = order.randomElement(using: &random) else { return }
    let last = order.last { $0.reference.epoch == other.reference.epoch } ?? other
    entry.reference = EntryReference(epoch: last.reference.epoch, sequence: last.reference.sequence + 1)
    entry.previousHash = last.hash
  }

  /// Sometimes the bytes are no longer an entry, or have fields that nobody knows.
  private mutating func shaped(_ bytes: [UInt8]) -> [UInt8] {
    switch random.below(40) {
    case 0: Array(bytes.dropLast(1 + random.below(bytes.count)))
    case 1: bytes + [0xF8, 0x01, 0x05]
    default: bytes
    }
  }

  // MARK: Values

  private mutating func clerk() -> ClerkID {
    random.once(in: 4) ? ClerkID(high: random.next(), low: 1) : ClerkID(high: 1, low: UInt64(1 + random.below(3)))
  }

  private mutating func dossier(_ known: Known) -> DossierID? {
    if random.once(in: 3) { return DossierID(high: random.next(), low: random.next()) }
    return (random.once(in: 4) ? known.next : known.order).compactMap(\.dossier).randomElement(using: &random)
  }

  private mutating func number() -> Int64 {
    [0, 1, -1, .max, .max - 1, .min, 1 << 62, 1 << 32, -1 << 62][random.below(9)]
  }

  /// A time at a limit: 1899, the year 10000, or the smallest and largest numbers.
  private mutating func moment() -> Instant {
    let moments: [Int64] = [
      -2_240_524_800_000, 253_402_300_800_000, .min, .max, 0, -1, -62_135_596_800_001, 4_102_444_800_000,
    ]
    return Instant(milliseconds: moments[random.below(moments.count)])
  }
}
