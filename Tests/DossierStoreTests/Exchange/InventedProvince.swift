import DossierDomain
import ExchangeModel
import GRDB
import JournalFormat
import OfficeWork

@testable import DossierStore

/// Puts a desk's entries in order, with the verdicts that a test chooses.
extension OfficeFixture {
  func enrol(certificateEndsAt: Instant = OfficeFixture.morning.adding(minutes: 400 * 1440)) throws {
    try store.exchange.enrol(
      Enrolment(
        server: "https://tinh.example:8443", office: office.id, officeName: office.name,
        device: DeviceID(high: 5, low: 5),
        deviceName: "Bàn 1", certificate: [1], authority: [2], privateKey: [3], agreementKey: [4], provinceKey: [5],
        certificateEndsAt: certificateEndsAt), at: Self.morning)
  }

  /// Entries of other desks get their places first, then all entries that wait here.
  @discardableResult
  func exchange(
    verdicts: [Int64: Verdict] = [:], foreign: [[UInt8]] = [], withheld: Int = 0, clockSkew: Int64 = 0,
    credentials: [ClerkCredential] = [], signaturesThrough: Int64? = 0
  ) throws -> AppliedPage {
    let outgoing = try store.exchange.outgoing(mostEntries: 100_000, mostBytes: 1 << 30, today: Self.morning.civilDate)
    var position = outgoing.request.position
    var places: [OrderedEntry] = []
    func place(_ content: OrderedEntry.Content, hash: [UInt8], _ verdict: Verdict) {
      position.sequence += 1
      position.rolling = position.rolling.adding(entryHash: hash, verdict: verdict)
      places.append(OrderedEntry(officeSequence: position.sequence, verdict: verdict, content: content))
    }
    for bytes in foreign { place(.bytes(bytes), hash: entryHash(bytes), .accepted) }
    for number in 0..<withheld {
      let hash = [UInt8](repeating: UInt8(number + 1), count: 32)
      place(.withheld(hash: hash), hash: hash, .accepted)
    }
    for bytes in outgoing.request.entries {
      let reference = try EntryFormat.decode(bytes).reference
      place(.own(reference), hash: entryHash(bytes), verdicts[reference.sequence] ?? .accepted)
    }
    return try store.exchange.apply(
      OrderedPage(
        logEpoch: [7], base: outgoing.request.position.sequence, places: places, rolling: position.rolling,
        head: position.sequence,
        acknowledged: outgoing.epochs.map { ($0.epoch, $0.lastSequence, $0.lastHash) },
        lanes: outgoing.request.lanesHeld, credentials: credentials, clockSkew: clockSkew,
        signaturesThrough: signaturesThrough))
  }

  /// An entry of another desk of the office, the first of its epoch.
  func foreignEntry(
    _ action: DossierAction, on id: DossierID, by clerk: Clerk, epoch: UInt64 = 77, at now: Instant = morning
  ) throws -> (bytes: [UInt8], reference: EntryReference) {
    let reference = EntryReference(epoch: DeviceEpoch(high: 77, low: epoch), sequence: 1)
    let bytes = try EntryFormat.encode(
      Entry(
        reference: reference, previousHash: [], clerk: clerk.id, at: now, dossier: id, base: 0,
        content: .dossier(action)))
    return (bytes, reference)
  }

  /// The sequence of the last own entry.
  func lastOwnSequence() throws -> Int64 {
    try store.read { db in
      try Int64.fetchOne(db, sql: "SELECT last_sequence FROM device_epoch WHERE is_current = 1") ?? 0
    }
  }
}

extension ExchangeStore {
  /// A request as some machine would send it on the given day.
  func outgoing(mostEntries: Int, mostBytes: Int, today: CivilDate) throws(StoreError) -> Outgoing {
    let sender = RequestSender(
      office: OfficeID(high: 9, low: 9), device: DeviceID(high: 5, low: 5), program: "test",
      sentAt: today.instant(atMinute: 480))
    return try outgoing(sender, mostEntries: mostEntries, mostBytes: mostBytes)
  }
}

extension OrderedPage {
  /// An answer that contains only the values that the test needs.
  init(
    logEpoch: [UInt8], base: Int64, places: [OrderedEntry], rolling: RollingHash, head: Int64,
    acknowledged: [(epoch: DeviceEpoch, sequence: Int64, hash: [UInt8])] = [], lanes: [LaneBlock] = [],
    credentials: [ClerkCredential] = [], clockSkew: Int64 = 0, snapshot: SnapshotPage? = nil,
    histories: [OrderedEntry] = [], historyPart: HistoryPart? = nil, historiesAsked: [DossierID] = [],
    signaturesThrough: Int64? = nil, readable: OfficeReads? = nil
  ) {
    let answeredAt = OfficeFixture.morning
    let request = ExchangeRequest(
      office: OfficeID(high: 9, low: 9), device: DeviceID(high: 5, low: 5), program: "test",
      sentAt: Instant(milliseconds: answeredAt.milliseconds + clockSkew), position: .beginning, epochs: [],
      histories: historiesAsked)
    let response = ExchangeResponse(
      serverTime: answeredAt, logEpoch: logEpoch, base: base, places: places, rolling: rolling, head: head,
      acknowledged: acknowledged.map { EpochHead(epoch: $0.epoch, lastSequence: $0.sequence, lastHash: $0.hash) },
      lanes: lanes, credentials: credentials, snapshot: snapshot, histories: histories,
      historyPart: historyPart, readable: readable, signaturesThrough: signaturesThrough)
    self.init(response, to: request)
  }
}
