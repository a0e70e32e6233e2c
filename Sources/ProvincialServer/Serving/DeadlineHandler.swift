import NIOCore
import NIOHTTP1
import NIOSSL
import NIOTLS

/// The limits for how long a connection may take, in seconds and in bytes per second.
struct Patience: Hashable, Sendable {
  /// From the beginning until the head of the first request, including the handshake; for strangers also between
  /// requests.
  var head: Int64 = 30
  /// Between two requests of a machine with a certificate.
  var idle: Int64 = 120
  /// A body, or an answer, may take `grace` plus its size divided by `rate`. A machine on 32 kbit/s transfers four
  /// times as much and may pause for two minutes.
  var machine = Pace(grace: 120, rate: 1024)
  /// Strangers send little and are not desks on 2G: one that enrols there sends 2 KB.
  var stranger = Pace(grace: 30, rate: 4096)

  struct Pace: Hashable, Sendable {
    var grace: Int64
    var rate: Int64

    func time(for bytes: Int) -> TimeAmount { .seconds(grace + Int64(bytes) / rate) }
  }
}

/// Closes a connection that takes too long, and reports the client's identity to the crowd. It stands between the TLS
/// handler and the HTTP types.
final class DeadlineHandler: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private struct Move {
    var since: NIODeadline
    var bytes = 0
  }

  private let crowd: Crowd
  private let patience: Patience
  private let identify: (ChannelHandlerContext) -> [UInt8]?
  private var guest: Crowd.Guest?
  private var isMachine = false
  private var body: Move?
  private var answer: Move?
  /// The number of requests whose answers have not been sent completely.
  private var open = 0
  private var idleSince = NIODeadline.uptimeNanoseconds(0)
  private var hasAnswered = false
  private var timer: Scheduled<Void>?

  /// - Parameter identify: returns the hash of the key in the client's certificate.
  init(
    crowd: Crowd, patience: Patience,
    identify: @escaping (ChannelHandlerContext) -> [UInt8]? = DeadlineHandler.keyHash
  ) {
    self.crowd = crowd
    self.patience = patience
    self.identify = identify
  }

  static func keyHash(_ context: ChannelHandlerContext) -> [UInt8]? {
    let certificate = try? context.pipeline.syncOperations.nioSSL_peerCertificate()
    return certificate.flatMap { try? ProvinceAuthority.keyHash(ofCertificate: $0.toDERBytes()) }
  }

  func handlerAdded(context: ChannelHandlerContext) {
    guest = crowd.enter(context.channel)
    guard guest != nil else {
      let channel = context.channel
      return context.eventLoop.execute { channel.close(promise: nil) }
    }
    idleSince = context.eventLoop.now
    arm(context)
  }

  func channelInactive(context: ChannelHandlerContext) {
    leave()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { leave() }

  private func leave() {
    timer?.cancel()
    timer = nil
    if let guest { crowd.leave(guest) }
    guest = nil
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if let event = event as? TLSUserEvent, case .handshakeCompleted = event, let guest {
      let keyHash = identify(context)
      isMachine = keyHash != nil
      crowd.know(guest, keyHash: keyHash)
    }
    context.fireUserInboundEventTriggered(event)
  }

  // MARK: What moves

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      open += 1
      body = Move(since: context.eventLoop.now)
      arm(context)
    case .body(let part): body?.bytes += part.readableBytes
    case .end:
      body = nil
      arm(context)
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head:
      answer = Move(since: context.eventLoop.now)
      arm(context)
    case .body(let part):
      answer?.bytes += part.readableBytes
      arm(context)
    case .end:
      let written = promise ?? context.eventLoop.makePromise()
      let here = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      written.futureResult.whenSuccess {
        let (handler, context) = here.value
        handler.answered(context)
      }
      return context.write(data, promise: written)
    }
    context.write(data, promise: promise)
  }

  private func answered(_ context: ChannelHandlerContext) {
    // Bytes that are not HTTP are answered although there was no request.
    open = max(0, open - 1)
    answer = nil
    hasAnswered = true
    idleSince = context.eventLoop.now
    arm(context)
  }

  // MARK: Time

  /// Nil while the server has to act.
  private var deadline: NIODeadline? {
    let pace = isMachine ? patience.machine : patience.stranger
    if let body { return body.since + pace.time(for: body.bytes) }
    if let answer { return answer.since + pace.time(for: answer.bytes) }
    guard open == 0 else { return nil }
    return idleSince + .seconds(isMachine && hasAnswered ? patience.idle : patience.head)
  }

  private func arm(_ context: ChannelHandlerContext) {
    timer?.cancel()
    timer = nil
    guard guest != nil, let deadline else { return }
    let here = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    timer = context.eventLoop.scheduleTask(deadline: deadline) {
      let (handler, context) = here.value
      handler.look(context)
    }
  }

  /// More bytes may have come since.
  private func look(_ context: ChannelHandlerContext) {
    timer = nil
    guard let deadline else { return }
    if deadline <= context.eventLoop.now { context.close(promise: nil) } else { arm(context) }
  }
}

@available(*, unavailable)
extension DeadlineHandler: Sendable {}
