import DossierDomain
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import SyncClient

/// The handlers of a connection, without TLS, on an event loop whose clock the test advances.
@Suite struct SlowLineTests {
  private let channel: EmbeddedChannel
  private let loop = EmbeddedEventLoop()
  private let counter = TrafficCounter()

  init() throws {
    channel = EmbeddedChannel(loop: loop)
    let pipeline = channel.pipeline.syncOperations
    try pipeline.addHandler(TrafficHandler(counter: counter, patience: .seconds(60), leastPerMinute: 1024))
    try pipeline.addHTTPClientHandlers()
    try pipeline.addHandler(RequestHandler { _ in })
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
  }

  private func ask() throws -> EventLoopFuture<ProvinceAnswer> {
    let answer = loop.makePromise(of: ProvinceAnswer.self)
    let request = ProvinceRequest(.get, "/v1/sync", expectedType: nil, largestAnswer: 1 << 20)
    try channel.writeOutbound(
      RequestHandler.Outgoing(request: request, host: "province", answer: answer, progress: { _ in }))
    return answer.futureResult
  }

  private func come(_ text: String) throws { try channel.writeInbound(ByteBuffer(string: text)) }

  private func finish() throws { _ = try? channel.finish() }

  @Test func aLineThatBringsAByteNowAndThenIsGivenUp() throws {
    let answer = try ask()
    try come("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n")
    // Without a least rate, a byte every ten seconds would keep the connection open: 100,000 bytes would take eleven
    // days.
    var seconds = 0
    while channel.isActive, seconds < 600 {
      loop.advanceTime(by: .seconds(10))
      seconds += 10
      if channel.isActive { try come("a") }
    }
    #expect(!channel.isActive && seconds <= 120)
    #expect(throws: TrafficHandler.Stalled.self) { try answer.wait() }
    try finish()
  }

  @Test func aLineThatBringsAKilobyteAMinuteIsWaitedFor() throws {
    let answer = try ask()
    try come("HTTP/1.1 200 OK\r\ncontent-length: 20480\r\n\r\n")
    for _ in 0..<20 {
      loop.advanceTime(by: .seconds(59))
      try come(String(repeating: "a", count: 1024))
    }
    #expect(try answer.wait().body.count == 20480)
    try finish()
  }

  /// The time in which the desk handles an answer does not count as time of the line.
  @Test func timeBetweenRequestsDoesNotCount() throws {
    for _ in 0..<10 {
      let answer = try ask()
      loop.advanceTime(by: .seconds(3))
      try come("HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\na")
      #expect(try answer.wait().body.count == 1)
      loop.advanceTime(by: .seconds(40))
      #expect(channel.isActive)
    }
    try finish()
  }

  /// A series of small answers that each arrive just in time is also too slow.
  @Test func slownessAddsUpOverRequests() throws {
    var requests = 0
    while channel.isActive, requests < 20 {
      let answer = try ask()
      requests += 1
      loop.advanceTime(by: .seconds(50))
      guard channel.isActive else { break }
      try come("HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\na")
      #expect(try answer.wait().body.count == 1)
    }
    #expect(requests < 20)
    try finish()
  }

  @Test func aSilentLineIsGivenUpAsBefore() throws {
    _ = try ask()
    loop.advanceTime(by: .seconds(59))
    #expect(channel.isActive)
    loop.advanceTime(by: .seconds(1))
    #expect(!channel.isActive)
    try finish()
  }
}
