import NIOCore
import Synchronization

/// Next to the socket: counts what crosses it and closes a connection on which nothing moves any more. A slow line is not
/// a dead one, so there is no limit for the whole.
final class TrafficHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  struct Stalled: Error {}

  private let counter: TrafficCounter
  private let patience: TimeAmount
  private var timer: Scheduled<Void>?

  init(counter: TrafficCounter, patience: TimeAmount) {
    self.counter = counter
    self.patience = patience
  }

  func channelActive(context: ChannelHandlerContext) {
    moved(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    counter.add(received: unwrapInboundIn(data).readableBytes)
    moved(context)
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let count = unwrapOutboundIn(data).readableBytes
    let written = promise ?? context.eventLoop.makePromise()
    written.futureResult.assumeIsolated().whenSuccess {
      self.counter.add(sent: count)
      if context.channel.isActive { self.moved(context) }
    }
    context.write(data, promise: written)
  }

  private func moved(_ context: ChannelHandlerContext) {
    timer?.cancel()
    timer = context.eventLoop.assumeIsolated().scheduleTask(in: patience) {
      context.fireErrorCaught(Stalled())
      context.close(promise: nil)
    }
  }
}

/// Shared by the connections of one exchange.
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
