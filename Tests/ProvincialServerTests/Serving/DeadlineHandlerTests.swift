import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOTLS
import Testing

@testable import ProvincialServer

/// The time is the event loop's own and advances only when the test says so.
@Suite struct DeadlineHandlerTests {
  private struct Scene {
    let channel: EmbeddedChannel
    let crowd = Crowd(limits: .init())

    init(isMachine: Bool) throws {
      let handler = DeadlineHandler(crowd: crowd, patience: Patience()) { _ in isMachine ? [1] : nil }
      channel = EmbeddedChannel(handler: handler)
      try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    var isOpen: Bool { channel.isActive }

    func wait(_ seconds: Int64) { channel.embeddedEventLoop.advanceTime(by: .seconds(seconds)) }

    func shakeHands() {
      channel.pipeline.fireUserInboundEventTriggered(TLSUserEvent.handshakeCompleted(negotiatedProtocol: nil))
    }

    func begin() throws {
      let head = HTTPRequestHead(version: .http1_1, method: .POST, uri: "/v1/sync")
      try channel.writeInbound(HTTPServerRequestPart.head(head))
    }

    func bring(_ bytes: Int) throws {
      try channel.writeInbound(HTTPServerRequestPart.body(ByteBuffer(repeating: 7, count: bytes)))
    }

    func end() throws { try channel.writeInbound(HTTPServerRequestPart.end(nil)) }

    /// - Parameter isRead: whether the other end reads the answer.
    func answer(_ bytes: Int, isRead: Bool = true) {
      channel.write(HTTPServerResponsePart.head(HTTPResponseHead(version: .http1_1, status: .ok)), promise: nil)
      channel.write(
        HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(repeating: 7, count: bytes))), promise: nil)
      channel.write(HTTPServerResponsePart.end(nil), promise: nil)
      if isRead { channel.flush() }
    }
  }

  @Test func whoSaysNothingIsGoneAfterHalfAMinute() throws {
    for hasShakenHands in [false, true] {
      let scene = try Scene(isMachine: true)
      if hasShakenHands { scene.shakeHands() }
      scene.wait(29)
      #expect(scene.isOpen)
      scene.wait(1)
      #expect(!scene.isOpen && scene.crowd.count == 0)
    }
  }

  @Test func aStrangersBodyHasToCome() throws {
    let scene = try Scene(isMachine: false)
    scene.shakeHands()
    try scene.begin()
    // A byte per second does not count as progress.
    for _ in 0..<29 {
      try scene.bring(1)
      scene.wait(1)
    }
    #expect(scene.isOpen)
    scene.wait(1)
    #expect(!scene.isOpen)
  }

  @Test func aDeskOn32KilobitsBringsFourMegabytes() throws {
    let scene = try Scene(isMachine: true)
    scene.shakeHands()
    try scene.begin()
    for second in 0..<1024 {
      // Sometimes the line stalls for a minute and a half.
      if second % 300 == 0 { scene.wait(90) }
      try scene.bring(4096)
      scene.wait(1)
    }
    try scene.end()
    #expect(scene.isOpen)
    // The time in which the server works on the request is not limited.
    scene.wait(3600)
    #expect(scene.isOpen)
    scene.answer(1000)
    scene.wait(119)
    #expect(scene.isOpen)
    scene.wait(1)
    #expect(!scene.isOpen)
  }

  @Test func aDeskThatBringsAByteASecondIsGivenUp() throws {
    let scene = try Scene(isMachine: true)
    scene.shakeHands()
    try scene.begin()
    var seconds: Int64 = 0
    while scene.isOpen, seconds < 1000 {
      try scene.bring(1)
      scene.wait(1)
      seconds += 1
    }
    #expect((120...121).contains(seconds))
  }

  @Test func whoDoesNotTakeItsAnswerIsGivenUp() throws {
    let scene = try Scene(isMachine: true)
    scene.shakeHands()
    try scene.begin()
    try scene.end()
    scene.answer(102_400, isRead: false)
    scene.wait(219)
    #expect(scene.isOpen)
    scene.wait(1)
    #expect(!scene.isOpen)
  }
}
