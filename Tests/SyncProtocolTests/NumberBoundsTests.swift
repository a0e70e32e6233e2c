import ExchangeModel
import Foundation
import JournalFormat
import SwiftProtobuf
import Testing

@testable import DossierDomain
@testable import SyncProtocol

/// A number that later arithmetic could not handle is refused during decoding, in either form of a message.
@Suite struct NumberBoundsTests {
  private static let moments: [Int64] = [.min, -2_208_988_800_001, 253_402_300_800_000, .max]
  private static let sequences: [Int64] = [.min, -1, (1 << 53) + 1, .max]

  private static let checkpoint = Checkpoint(
    office: OfficeID(high: 9, low: 9),
    position: LogPosition(logEpoch: [UInt8](repeating: 3, count: 16), sequence: 70, rolling: .zero),
    at: Instant(milliseconds: 1_795_482_000_000), signature: [1, 2, 3])
  private static let epoch = DeviceEpoch(high: 1, low: 2)

  private func request() throws -> Dossier_Sync_SyncRequest {
    let request = ExchangeRequest(
      office: OfficeID(high: 9, low: 9), device: DeviceID(high: 1, low: 1), program: "test", sentAt: Self.checkpoint.at,
      position: .beginning, epochs: [EpochHead(epoch: Self.epoch, lastSequence: 1, lastHash: [])],
      entries: Array(EntryBatchTests.day(seed: 3, dossiers: 1).prefix(2)),
      books: [BookState(book: BookID(high: 1, low: 1), lastNumber: 5, isWanted: false, isReturned: false)],
      beginning: .rest(of: SnapshotMark(moment: Self.checkpoint), foldRevision: 1))
    return try Dossier_Sync_SyncRequest(serializedBytes: request.encoded())
  }

  private func response() throws -> Dossier_Sync_SyncResponse {
    let mark = SnapshotMark(moment: Self.checkpoint)
    let place = OrderedEntry(
      officeSequence: 1, verdict: .repeated(of: EntryReference(epoch: Self.epoch, sequence: 1)),
      content: .own(EntryReference(epoch: Self.epoch, sequence: 4)))
    let response = ExchangeResponse(
      serverTime: Self.checkpoint.at, logEpoch: [UInt8](repeating: 3, count: 16), base: 0, places: [place],
      rolling: .zero, head: 1, acknowledged: [EpochHead(epoch: Self.epoch, lastSequence: 1)],
      forks: [EntryReference(epoch: Self.epoch, sequence: 1)],
      books: [BookGrant(book: BookID(high: 1, low: 1), name: "Sổ", lastNumber: 5, isHeld: true)],
      checkpoint: Self.checkpoint, nextSlot: Self.checkpoint.at,
      granted: [GrantedEntry(officeSequence: 1, bytes: EntryBatchTests.day(seed: 3, dossiers: 1)[0])],
      snapshot: SnapshotPage(
        before: mark, through: mark, isLast: true, left: 1, places: [place], foldRevision: 1, folded: []),
      histories: [place],
      historyPart: HistoryPart(dossier: DossierID(high: 1, low: 1), after: 1, through: 1, isLast: false))
    return try Dossier_Sync_SyncResponse(serializedBytes: response.encoded())
  }

  @Test func theseMessagesThemselvesAreGood() throws {
    _ = try ExchangeRequest(decoding: request().serializedBytes())
    _ = try ExchangeResponse(decoding: response().serializedBytes())
  }

  @Test func aRequestWithAMomentOutOfRangeIsRefused() throws {
    let fields: [(String, WritableKeyPath<Dossier_Sync_SyncRequest, Int64>)] = [
      ("sentAt", \.sentAt), ("lastAnswer", \.lastAnswer), ("snapshot", \.snapshot.moment.at),
    ]
    try refuse(request(), fields, Self.moments)
  }

  @Test func aRequestWithASequenceOutOfRangeIsRefused() throws {
    let fields: [(String, WritableKeyPath<Dossier_Sync_SyncRequest, Int64>)] = [
      ("cursor", \.cursor), ("epoch", \.epochs[0].lastSequence), ("snapshot", \.snapshot.moment.sequence),
      ("aboutOffice", \.snapshot.aboutOffice), ("run", \.entries.runs[0].first),
    ]
    try refuse(request(), fields, Self.sequences)
  }

  @Test func aRequestWithABookNumberOutOfRangeIsRefused() throws {
    var message = try request()
    message.books[0].lastNumber = .max
    #expect(throws: SyncProtocolError.malformed("book")) { try ExchangeRequest(decoding: message.serializedBytes()) }
  }

  @Test func anAnswerWithAMomentOutOfRangeIsRefused() throws {
    let fields: [(String, WritableKeyPath<Dossier_Sync_SyncResponse, Int64>)] = [
      ("serverTime", \.serverTime), ("nextSlot", \.nextSlot), ("checkpoint", \.checkpoint.at),
      ("snapshot", \.snapshot.through.moment.at),
    ]
    for (name, field) in fields {
      for number in Self.moments {
        var message = try response()
        message[keyPath: field] = number
        #expect(throws: SyncProtocolError.malformed("instant"), "\(name) \(number)") {
          try ExchangeResponse(decoding: message.serializedBytes())
        }
      }
    }
  }

  @Test func anAnswerWithASequenceOutOfRangeIsRefused() throws {
    let fields: [(String, WritableKeyPath<Dossier_Sync_SyncResponse, Int64>)] = [
      ("head", \.head), ("base", \.base), ("acknowledged", \.acknowledged[0].lastSequence),
      ("fork", \.forks[0].sequence), ("checkpoint", \.checkpoint.sequence), ("granted", \.granted[0].officeSequence),
      ("own", \.own[0].first), ("ruling", \.rulings[0].other.sequence), ("places", \.histories.sequences[0]),
      ("aboutOffice", \.snapshot.before.aboutOffice), ("after", \.historyPart.after),
      ("through", \.historyPart.through),
    ]
    for (name, field) in fields {
      for number in Self.sequences {
        var message = try response()
        message[keyPath: field] = number
        #expect(throws: SyncProtocolError.self, "\(name) \(number)") {
          try ExchangeResponse(decoding: message.serializedBytes())
        }
      }
    }
    var message = try response()
    message.snapshot.left = .max
    #expect(throws: SyncProtocolError.malformed("snapshot")) {
      try ExchangeResponse(decoding: message.serializedBytes())
    }
  }

  @Test func aWaitIsAnHourAtMost() throws {
    let asked = ProblemAnswer(.busy, retryAfterSeconds: Int(UInt32.max)).encoded(asJSON: false)
    #expect(ProblemAnswer(decoding: asked)?.retryAfterSeconds == 3600)
  }

  private func refuse(
    _ good: Dossier_Sync_SyncRequest, _ fields: [(String, WritableKeyPath<Dossier_Sync_SyncRequest, Int64>)],
    _ numbers: [Int64]
  ) throws {
    for (name, field) in fields {
      for number in numbers {
        var message = good
        message[keyPath: field] = number
        #expect(throws: SyncProtocolError.self, "\(name) \(number)") {
          try ExchangeRequest(decoding: message.serializedBytes())
        }
        #expect(throws: SyncProtocolError.self, "\(name) \(number) as JSON") {
          try ExchangeRequest(json: message.jsonUTF8Bytes())
        }
      }
    }
  }
}
