import NIOCore
import NIOHTTP1

/// Sends one request at a time and collects its answer, up to the permitted size.
final class RequestHandler: ChannelDuplexHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias OutboundIn = Outgoing
  typealias OutboundOut = HTTPClientRequestPart

  struct Outgoing: Sendable {
    var request: ProvinceRequest
    var host: String
    var answer: EventLoopPromise<ProvinceAnswer>
    var progress: @Sendable (TransferProgress) -> Void
  }

  /// The events of a request that are sent to the handler next to the socket.
  enum Moment: Sendable {
    case begun
    case ended
  }

  enum Fault: Error {
    case tooLarge(Int)
    case redirected
    case otherContent(String)
    /// The connection ended before the answer was complete.
    case cutOff(afterBytes: Int)
  }

  /// The bytes given to the socket at once: one second at 32 kbit/s, so that progress is visible.
  private static let piece = 4096

  private let onEarlyError: @Sendable (any Error) -> Void
  private var outgoing: Outgoing?
  private var answer: ProvinceAnswer?
  private var progress = TransferProgress()

  /// - Parameter onEarlyError: receives an error that occurs before any request, for example in the handshake.
  init(onEarlyError: @escaping @Sendable (any Error) -> Void) {
    self.onEarlyError = onEarlyError
  }

  // MARK: Outbound

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let outgoing = unwrapOutboundIn(data)
    self.outgoing = outgoing
    context.triggerUserOutboundEvent(Moment.begun, promise: nil)
    answer = nil
    progress = TransferProgress(toSend: outgoing.request.body.count)
    var head = HTTPRequestHead(
      version: .http1_1, method: HTTPMethod(rawValue: outgoing.request.method.rawValue), uri: outgoing.request.path)
    head.headers.add(name: "host", value: outgoing.host)
    for header in outgoing.request.headers { head.headers.add(name: header.name, value: header.value) }
    if outgoing.request.method == .post || outgoing.request.method == .put {
      head.headers.add(name: "content-length", value: String(outgoing.request.body.count))
    }
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    sendPiece(from: 0, context)
    promise?.succeed()
  }

  private func sendPiece(from start: Int, _ context: ChannelHandlerContext) {
    guard let outgoing else { return }
    let body = outgoing.request.body
    let end = min(start + Self.piece, body.count)
    let isLast = end == body.count
    let written = context.eventLoop.makePromise(of: Void.self)
    written.futureResult.assumeIsolated().whenSuccess {
      self.progress.sent = end
      outgoing.progress(self.progress)
      if !isLast { self.sendPiece(from: end, context) }
    }
    if start < end {
      context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body[start..<end])))), promise: written)
      if isLast { context.write(wrapOutboundOut(.end(nil)), promise: nil) }
    } else {
      context.write(wrapOutboundOut(.end(nil)), promise: written)
    }
    context.flush()
  }

  // MARK: Inbound

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard let outgoing else { return }
    switch unwrapInboundIn(data) {
    case .head(let head): begin(head, outgoing, context)
    case .body(var buffer):
      guard var answer, let bytes = buffer.readBytes(length: buffer.readableBytes) else { return }
      guard answer.body.count + bytes.count <= outgoing.request.largestAnswer else {
        return fail(Fault.tooLarge(answer.body.count + bytes.count), context)
      }
      self.answer = nil
      answer.body += bytes
      progress.received = answer.body.count
      self.answer = answer
      outgoing.progress(progress)
    case .end:
      guard let answer else { return }
      self.outgoing = nil
      self.answer = nil
      context.triggerUserOutboundEvent(Moment.ended, promise: nil)
      outgoing.answer.succeed(answer)
    }
  }

  private func begin(_ head: HTTPResponseHead, _ outgoing: Outgoing, _ context: ChannelHandlerContext) {
    guard !(300..<400).contains(head.status.code) else { return fail(Fault.redirected, context) }
    let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
    guard length <= outgoing.request.largestAnswer else { return fail(Fault.tooLarge(length), context) }
    progress.toReceive = length
    var headers: [String: String] = [:]
    for header in head.headers { headers[header.name.lowercased()] = header.value }
    let answer = ProvinceAnswer(status: Int(head.status.code), headers: headers, body: [])
    if answer.isGood, let expected = outgoing.request.expectedType, answer.contentType != expected {
      return fail(Fault.otherContent(answer.contentType), context)
    }
    self.answer = answer
  }

  func channelInactive(context: ChannelHandlerContext) {
    fail(Fault.cutOff(afterBytes: progress.received), context)
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if outgoing == nil { onEarlyError(error) }
    fail(error, context)
  }

  private func fail(_ error: any Error, _ context: ChannelHandlerContext) {
    let waiting = outgoing
    outgoing = nil
    answer = nil
    waiting?.answer.fail(error)
    context.close(promise: nil)
  }
}
