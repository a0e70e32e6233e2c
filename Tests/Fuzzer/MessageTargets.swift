import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol

extension FuzzTarget {
  static var messages: [FuzzTarget] {
    [
      decoder("frame", seeds: { try messageSeeds().map { try SyncFrame.pack($0) } }) { bytes in
        let content = try SyncFrame.unpack(bytes)
        guard content.count <= SyncLimits.standard.inflatedBytes else { broken("more than a frame may unpack to") }
      },
      decoder("request", seeds: { try (requests() + hostileRequests()).map { try $0.encoded() } }) { bytes in
        let request = try ExchangeRequest(decoding: bytes)
        guard let again = try? ExchangeRequest(decoding: request.encoded()), again == request else {
          broken("a request that does not come back")
        }
      },
      decoder("request-json", seeds: { try (requests() + hostileRequests()).map { try $0.encodedAsJSON() } }) { bytes in
        let request = try ExchangeRequest(json: bytes)
        guard let again = try? ExchangeRequest(json: request.encodedAsJSON()), again == request else {
          broken("a request that does not come back")
        }
      },
      decoder("response", seeds: { try (responses() + hostileResponses()).map { try $0.encoded() } }) { bytes in
        let response = try ExchangeResponse(decoding: bytes)
        guard let again = try? ExchangeResponse(decoding: response.encoded()), again == response else {
          broken("an answer that does not come back")
        }
      },
      decoder("enrolment", seeds: enrolments) { bytes in
        if let request = try? EnrolmentRequest(decoding: bytes),
          (try? EnrolmentRequest(decoding: request.encoded())) != request
        {
          broken("an enrolment that does not come back")
        }
        if let request = try? EnrolmentRequest(json: bytes),
          (try? EnrolmentRequest(json: request.encodedAsJSON())) != request
        {
          broken("an enrolment that does not come back")
        }
        if let response = try? EnrolmentResponse(decoding: bytes),
          (try? EnrolmentResponse(decoding: response.encoded())) != response
        {
          broken("an enrolment that does not come back")
        }
        _ = ProblemAnswer(decoding: bytes)
      },
    ]
  }

  private static let office = OfficeID(high: 9, low: 9)
  private static let epoch = DeviceEpoch(high: 1, low: 2)
  private static let now = Instant(milliseconds: 1_795_482_000_000)
  private static let moment = Checkpoint(
    office: office, position: LogPosition(logEpoch: [UInt8](repeating: 3, count: 16), sequence: 70, rolling: .zero),
    at: now, signature: [1, 2, 3])

  private static func messageSeeds() throws -> [[UInt8]] {
    try requests().map { try $0.encoded() } + responses().map { try $0.encoded() }
  }

  private static func requests() throws -> [ExchangeRequest] {
    let mark = SnapshotMark(moment: moment, aboutOffice: 5, dossier: DossierID(high: 4, low: 4))
    let beginnings: [ExchangeRequest.Beginning?] = [nil, .snapshot(foldRevision: 1), .rest(of: mark, foldRevision: 2)]
    return try beginnings.map { beginning in
      ExchangeRequest(
        office: office, device: DeviceID(high: 1, low: 1), program: "fuzz", sentAt: now, position: moment.position,
        epochs: [
          EpochHead(epoch: epoch, lastSequence: 3, lastHash: [UInt8](repeating: 7, count: 32)),
          EpochHead(epoch: DeviceEpoch(high: 5, low: 5), lastSequence: 0, isWitness: true),
        ],
        entries: beginning == nil ? try chain() : [], lanesHeld: [LaneBlock(first: 1, last: 500)].compactMap(\.self),
        lanesReturned: [LaneBlock(first: 501, last: 600)].compactMap(\.self), numbersWanted: 100,
        blobs: [
          BlobOffer(hash: [UInt8](repeating: 1, count: 32), size: 70_000), .question([UInt8](repeating: 2, count: 32)),
        ],
        books: [BookState(book: BookID(high: 3, low: 3), lastNumber: 7, isWanted: true, isReturned: false)],
        withheld: 2, mostEntries: 50, lastAnswer: now, beginning: beginning, histories: [DossierID(high: 6, low: 6)])
    }
  }

  private static let ends = [Instant(milliseconds: .min), Instant(milliseconds: .max)]

  /// Clocks and heads that once ended the province's process or switched off its checks.
  private static func hostileRequests() throws -> [ExchangeRequest] {
    ends.map { end in
      ExchangeRequest(
        office: office, device: DeviceID(high: 1, low: 1), program: "fuzz", sentAt: end, position: .beginning,
        epochs: [EpochHead(epoch: epoch, lastSequence: 1 << 62)], numbersWanted: 9999, withheld: Int(UInt32.max))
    }
  }

  private static func hostileResponses() throws -> [ExchangeResponse] {
    ends.map { end in
      ExchangeResponse(
        serverTime: end, logEpoch: moment.position.logEpoch, base: 1 << 62, places: [], rolling: .zero, head: .max)
    }
  }

  /// A chain of one device, and some entries whose values do not fit into columns.
  private static func chain() throws -> [[UInt8]] {
    var hash: [UInt8] = []
    var bytes: [[UInt8]] = []
    for (index, encoded) in try entries().prefix(12).enumerated() {
      var entry = try EntryFormat.decode(encoded)
      entry.reference = EntryReference(epoch: epoch, sequence: Int64(index + 1))
      entry.previousHash = hash
      bytes.append(try EntryFormat.encode(entry))
      hash = entryHash(bytes[index])
    }
    return bytes + [bytes[0] + [0xF8, 0x01, 0x05], [0xFF, 0xFF]]
  }

  private static func responses() throws -> [ExchangeResponse] {
    let entries = try chain()
    let places = [
      OrderedEntry(officeSequence: 71, verdict: .accepted, content: .bytes(entries[0])),
      OrderedEntry(
        officeSequence: 72, verdict: .quarantined(.roleMissing),
        content: .withheld(hash: [UInt8](repeating: 5, count: 32))),
      OrderedEntry(
        officeSequence: 73, verdict: .repeated(of: EntryReference(epoch: epoch, sequence: 1)), isReference: true,
        content: .own(EntryReference(epoch: epoch, sequence: 4))),
      OrderedEntry(
        officeSequence: 74, verdict: .accepted, content: .own(EntryReference(epoch: epoch, sequence: 5))),
    ]
    let mark = SnapshotMark(moment: moment, aboutOffice: 70, dossier: DossierID(high: 4, low: 4))
    let page = SnapshotPage(
      before: SnapshotMark(moment: moment), through: mark, isLast: true, left: 12, places: places, foldRevision: 1,
      folded: try folds() + [[1, 2], [3]])
    return [
      ExchangeResponse(
        serverTime: now, logEpoch: moment.position.logEpoch, base: 70, places: places, rolling: .zero, head: 99,
        acknowledged: [EpochHead(epoch: epoch, lastSequence: 5, lastHash: [UInt8](repeating: 7, count: 32))],
        forks: [EntryReference(epoch: epoch, sequence: 6)], lanes: [LaneBlock(first: 1, last: 500)].compactMap(\.self),
        blobs: [BlobState(hash: [UInt8](repeating: 1, count: 32), received: 9, isComplete: false)],
        books: [BookGrant(book: BookID(high: 3, low: 3), name: "Sổ 1", lastNumber: 7, isHeld: true)],
        credentials: [ClerkCredential(clerk: ClerkID(high: 1, low: 1), salt: [1, 2], digest: [3, 4])],
        checkpoint: moment,
        nextSlot: now, granted: [GrantedEntry(officeSequence: 12, bytes: entries[1])]),
      ExchangeResponse(
        serverTime: now, logEpoch: moment.position.logEpoch, base: 0, places: [], rolling: .zero, head: 99,
        snapshot: page, histories: places),
    ]
  }

  private static func enrolments() throws -> [[UInt8]] {
    let request = EnrolmentRequest(
      code: "K4T2-9Q", certificateRequest: [0x30, 1, 2], agreementKey: [UInt8](repeating: 4, count: 65),
      deviceName: "Bàn 1", office: office, agencyCode: "000.19.45.H50")
    let response = EnrolmentResponse(
      office: office, officeName: "xã La Lay", device: DeviceID(high: 1, low: 1), certificate: [0x30],
      authority: [0x30],
      provinceKey: [UInt8](repeating: 4, count: 65))
    return [
      try request.encoded(), try request.encodedAsJSON(), try response.encoded(),
      ProblemAnswer(.busy, detail: "x", retryAfterSeconds: 9).encoded(asJSON: false),
    ]
  }
}
