import AsyncHTTPClient
import ExchangeModel
import JournalFormat
import NIOCore
import NIOHTTP1
import SyncProtocol

/// Hands in entries of one dossier, one desk after another: the seconds must grow with their number and not with its
/// square. The server takes as many at a time as it may without keeping others waiting, and the desk goes on behind them.
struct Curve: Sendable {
  let address: String
  /// What a desk puts into one request.
  private static let mostEntries = 2000

  struct Point: Sendable {
    var entries: Int
    var requests = 0
    var seconds = 0.0
    /// The longest that one request kept the office's order.
    var longest = 0.0
  }

  struct Stuck: Error {
    var acknowledged: Int
  }

  func run(_ one: LoadProvince.OneDossier, _ authority: [UInt8]) async throws -> Point {
    let client = try one.desk.client(authority)
    var point = Point(entries: one.entries.count)
    var position = LogPosition.beginning
    var acknowledged = 0
    let start = ContinuousClock.now
    while acknowledged < one.entries.count {
      let last = min(acknowledged + Self.mostEntries, one.entries.count)
      let request = ExchangeRequest(
        office: one.office, device: one.device, program: "load", sentAt: one.madeAt, position: position,
        epochs: [EpochHead(epoch: one.epoch, lastSequence: Int64(last), lastHash: entryHash(one.entries[last - 1]))],
        entries: Array(one.entries[acknowledged..<last]))
      let sent = ContinuousClock.now
      let answer = try await client.execute(
        .sync(SyncFrame.pack(request.encoded()), address), timeout: .seconds(120))
      let body = try await answer.body.collect(upTo: 16 << 20)
      point.longest = max(point.longest, Burst.seconds(since: sent))
      point.requests += 1
      guard answer.status.code == 200 else { throw Burst.Failed(status: Int(answer.status.code)) }
      let response = try ExchangeResponse(decoding: SyncFrame.unpack(Array(body.readableBytesView)))
      let through = response.acknowledged.first { $0.epoch == one.epoch }.map { Int($0.lastSequence) } ?? 0
      guard through > acknowledged else { throw Stuck(acknowledged: through) }
      acknowledged = through
      position = LogPosition(
        logEpoch: response.logEpoch, sequence: response.base + Int64(response.places.count), rolling: response.rolling)
    }
    point.seconds = Burst.seconds(since: start)
    try await client.shutdown()
    return point
  }
}
