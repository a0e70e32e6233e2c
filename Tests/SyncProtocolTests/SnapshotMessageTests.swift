import DossierDomain
import ExchangeModel
import JournalFormat
import Testing

@testable import SyncProtocol

@Suite struct SnapshotMessageTests {
  private static let moment = Checkpoint(
    office: OfficeID(high: 9, low: 9),
    position: LogPosition(logEpoch: [UInt8](repeating: 3, count: 16), sequence: 70, rolling: .zero),
    at: Instant(milliseconds: 1_795_482_000_000), signature: [1, 2, 3])

  /// Places far apart, each of a different kind.
  private static func places() -> [OrderedEntry] {
    let entries = EntryBatchTests.day(seed: 3, dossiers: 3)
    return [
      OrderedEntry(officeSequence: 2, verdict: .accepted, content: .bytes(entries[0])),
      OrderedEntry(
        officeSequence: 40, verdict: .quarantined(.roleMissing),
        content: .withheld(hash: [UInt8](repeating: 5, count: 32))),
      OrderedEntry(
        officeSequence: 17, verdict: .accepted, isReference: true,
        content: .own(EntryReference(epoch: DeviceEpoch(high: 1, low: 2), sequence: 4))),
      OrderedEntry(
        officeSequence: 18, verdict: .accepted,
        content: .own(EntryReference(epoch: DeviceEpoch(high: 1, low: 2), sequence: 5))),
      OrderedEntry(officeSequence: 69, verdict: .accepted, content: .bytes(entries[1])),
    ]
  }

  private static func response() -> ExchangeResponse {
    let mark = SnapshotMark(moment: moment, aboutOffice: 70, dossier: DossierID(high: 4, low: 4))
    return ExchangeResponse(
      serverTime: moment.at, logEpoch: moment.position.logEpoch, base: 0, places: [], rolling: .zero, head: 99,
      snapshot: SnapshotPage(
        before: SnapshotMark(moment: moment), through: mark, isLast: true, left: 12, places: places(), foldRevision: 1,
        folded: [[1, 2], [3]], leftOut: [DossierID(high: 5, low: 5), DossierID(high: 3, low: 3)]),
      histories: places(),
      historyPart: HistoryPart(dossier: DossierID(high: 6, low: 6), after: 1, through: 69, isLast: true),
      isUnfinished: true)
  }

  @Test func aPageOfASnapshotComesBackAsItWas() throws {
    let response = Self.response()
    #expect(try ExchangeResponse(decoding: response.encoded()) == response)
  }

  @Test func aRequestSaysHowItBegins() throws {
    let mark = SnapshotMark(moment: Self.moment, aboutOffice: 5, dossier: DossierID(high: 4, low: 4))
    for beginning: ExchangeRequest.Beginning? in [
      nil, .snapshot(foldRevision: 1), .rest(of: mark, foldRevision: 2),
    ] {
      let request = ExchangeRequest(
        office: OfficeID(high: 9, low: 9), device: DeviceID(high: 1, low: 1), program: "test", sentAt: Self.moment.at,
        position: .beginning, epochs: [], beginning: beginning, histories: [DossierID(high: 6, low: 6)],
        takesParts: true, historyParts: [DossierID(high: 6, low: 6): 40])
      #expect(try ExchangeRequest(decoding: request.encoded()) == request)
      #expect(try ExchangeRequest(json: request.encodedAsJSON()) == request)
    }
  }

  @Test func aPlaceThatIsNamedTwiceIsRefused() throws {
    var response = Self.response()
    response.histories.append(response.histories[0])
    let bytes = try response.encoded()
    #expect(throws: SyncProtocolError.malformed("sequence")) { try ExchangeResponse(decoding: bytes) }
  }
}
