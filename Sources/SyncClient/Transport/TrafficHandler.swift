import NIOCore
import Synchronization

/// Stands next to the socket, counts its bytes and closes a connection with too little traffic. There is no limit for
/// the whole request, because a slow line is still usable. A least rate is needed, because a line that delivers a byte
/// now and then would occupy a desk forever.
final class TrafficHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  struct Stalled: Error {}

  private let counter: TrafficCounter
  private let patience: TimeAmount
  private let leastPerMinute: Int
  private var silence: Scheduled<Void>?
  private var minute = WaitedMinute()

  /// - Parameters:
  ///   - patience: the longest time without a byte in either direction.
  ///   - leastPerMinute: the least bytes in both directions together, in each minute in which a request is under way.
  init(counter: TrafficCounter, patience: TimeAmount, leastPerMinute: Int) {
    self.counter = counter
    self.patience = patience
    self.leastPerMinute = leastPerMinute
  }

  func channelActive(context: ChannelHandlerContext) {
    moved(0, context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    silence?.cancel()
    minute.pause(at: context.eventLoop.now)
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let count = unwrapInboundIn(data).readableBytes
    counter.add(received: count)
    moved(count, context)
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let count = unwrapOutboundIn(data).readableBytes
    let written = promise ?? context.eventLoop.makePromise()
    written.futureResult.assumeIsolated().whenSuccess {
      self.counter.add(sent: count)
      if context.channel.isActive { self.moved(count, context) }
    }
    context.write(data, promise: written)
  }

  func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
    guard let moment = event as? RequestHandler.Moment else {
      return context.triggerUserOutboundEvent(event, promise: promise)
    }
    switch moment {
    case .begun: watch(context)
    case .ended: minute.pause(at: context.eventLoop.now)
    }
    promise?.succeed()
  }

  private func moved(_ bytes: Int, _ context: ChannelHandlerContext) {
    minute.moved += bytes
    silence?.cancel()
    silence = context.eventLoop.assumeIsolated().scheduleTask(in: patience) { self.giveUp(context) }
  }

  private func watch(_ context: ChannelHandlerContext) {
    minute.goOn(at: context.eventLoop.now) { left in
      context.eventLoop.assumeIsolated().scheduleTask(in: left) {
        guard self.minute.moved >= self.leastPerMinute else { return self.giveUp(context) }
        self.minute = WaitedMinute()
        self.watch(context)
      }
    }
  }

  private func giveUp(_ context: ChannelHandlerContext) {
    context.fireErrorCaught(Stalled())
    context.close(promise: nil)
  }
}

/// A minute that is paused while no request is under way, because the time in which the desk handles an answer is not
/// the line's.
private struct WaitedMinute {
  /// The bytes moved in this minute so far.
  var moved = 0
  private var left = TimeAmount.minutes(1)
  private var running: (since: NIODeadline, end: Scheduled<Void>)?

  mutating func goOn(at now: NIODeadline, _ schedule: (_ left: TimeAmount) -> Scheduled<Void>) {
    if running == nil { running = (now, schedule(left)) }
  }

  mutating func pause(at now: NIODeadline) {
    guard let running else { return }
    running.end.cancel()
    left = max(.zero, left - (now - running.since))
    self.running = nil
  }
}

/// The traffic of one `HTTPSConnection`, which may open several TCP connections. Safe to use from any thread.
final class TrafficCounter: Sendable {
  private let value = Mutex(Traffic())

  var traffic: Traffic { value.withLock { $0 } }
  func add(sent: Int = 0, received: Int = 0, roundTrips: Int = 0) {
    value.withLock {
      $0.bytesSent += sent
      $0.bytesReceived += received
      $0.roundTrips += roundTrips
    }
  }
}
