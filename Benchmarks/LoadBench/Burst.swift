import AsyncHTTPClient
import Crypto
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import Synchronization

/// All desks come at once, each over a connection of its own with its own certificate; who is sent away comes again when
/// the server said. At most so many are under way at a time as one machine has room for.
struct Burst: Sendable {
  let addresses: [String]
  private static let atOnce = 300
  /// After so many attempts a desk counts as failed.
  private static let attempts = 50

  struct Result {
    var entries = 0
    var busy = 0
    var seconds = 0.0
    /// From the first byte of the connection to the last of the answer, of exchanges that were served.
    var milliseconds: [Int] = []

    func percentile(_ percent: Int) -> Int {
      let sorted = milliseconds.sorted()
      return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, sorted.count * percent / 100)]
    }
  }

  struct Failed: Error {
    var status: Int
  }

  func run(_ province: LoadProvince) async throws -> Result {
    let start = ContinuousClock.now
    let authority = province.authority
    var result = try await withThrowingTaskGroup(of: Result.self) { group in
      var all = Result()
      for (index, desk) in province.desks.enumerated() {
        if index >= Self.atOnce, let done = try await group.next() { all.add(done) }
        let address = addresses[index % addresses.count]
        group.addTask { try await exchange(desk, authority, address) }
      }
      for try await done in group { all.add(done) }
      return all
    }
    result.seconds = Self.seconds(since: start)
    return result
  }

  static func seconds(since start: ContinuousClock.Instant) -> Double {
    let duration = ContinuousClock.now - start
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  private func exchange(_ desk: LoadProvince.Desk, _ authority: [UInt8], _ address: String) async throws -> Result {
    let client = try desk.client(authority)
    var result = Result()
    var status = 0
    for _ in 0..<Self.attempts {
      let start = ContinuousClock.now
      let response = try await client.execute(.sync(desk.frame, address), timeout: .seconds(120))
      _ = try await response.body.collect(upTo: 16 << 20)
      status = Int(response.status.code)
      if status == 200 {
        result.entries = desk.entries
        result.milliseconds = [Int(Self.seconds(since: start) * 1000)]
        break
      }
      guard status == 503 else { break }
      result.busy += 1
      let wait = response.headers.first(name: "retry-after").flatMap { Int($0) } ?? 5
      try await Task.sleep(for: .seconds(wait))
    }
    try await client.shutdown()
    guard status == 200 else { throw Failed(status: status) }
    return result
  }
}

extension Burst.Result {
  mutating func add(_ other: Self) {
    entries += other.entries
    busy += other.busy
    milliseconds += other.milliseconds
  }
}

extension LoadProvince.Desk {
  func client(_ authority: [UInt8]) throws -> HTTPClient {
    var encryption = TLSConfiguration.makeClientConfiguration()
    encryption.trustRoots = .certificates([try NIOSSLCertificate(bytes: authority, format: .der)])
    encryption.minimumTLSVersion = .tlsv13
    encryption.certificateChain = [.certificate(try NIOSSLCertificate(bytes: certificate, format: .der))]
    encryption.privateKey = .privateKey(try NIOSSLPrivateKey(bytes: Array(key.derRepresentation), format: .der))
    return HTTPClient(configuration: HTTPClient.Configuration(tlsConfiguration: encryption))
  }
}

extension HTTPClientRequest {
  static func sync(_ frame: [UInt8], _ address: String) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: address + "/v1/sync")
    request.method = .POST
    request.headers.add(name: "content-type", value: "application/vnd.dossier.sync")
    request.body = .bytes(ByteBuffer(bytes: frame))
    return request
  }
}
