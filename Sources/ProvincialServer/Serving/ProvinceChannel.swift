import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOSSL

/// The pipeline of one connection: TLS, deadlines, HTTP/1.1.
struct ProvinceChannel: ServerChildChannel {
  typealias Value = HTTP1Channel.Value

  let http: HTTP1Channel
  let identity: ServerIdentity
  let crowd: Crowd
  let patience: Patience

  /// - Parameter responder: answers a request.
  init(
    _ responder: @escaping HTTPChannelHandler.Responder, _ identity: ServerIdentity, crowd: Crowd, patience: Patience
  ) {
    // The limit for headers; a desk's request has about six.
    http = HTTP1Channel(
      responder: responder,
      configuration: .init(
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: 8 << 10, maxHeaderListSize: 16 << 10, maxHeaderFieldCount: 64)))
    self.identity = identity
    self.crowd = crowd
    self.patience = patience
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    channel.eventLoop.makeCompletedFuture {
      try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: identity.context()))
    }.flatMap {
      http.setup(channel: channel, logger: logger)
    }.flatMapThrowing { value in
      let pipeline = channel.pipeline.syncOperations
      let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
      try pipeline.addHandler(DeadlineHandler(crowd: crowd, patience: patience), position: .after(decoder))
      return value
    }
  }

  func handle(value: Value, logger: Logger) async { await http.handle(value: value, logger: logger) }
}
