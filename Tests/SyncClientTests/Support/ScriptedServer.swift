import Crypto
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// A real TLS server on loopback with scripted answers, which may be wrong.
struct ScriptedServer {
  enum Answer: Sendable {
    case whole(status: UInt, type: String, body: [UInt8], headers: [(String, String)] = [])
    /// Announces `length` bytes, sends the body and closes the connection.
    case cut(type: String, body: [UInt8], length: Int)
    /// Sends bytes until the client ends it.
    case endless(type: String)
    case silence
    case hangUp
  }

  let port: Int
  private let group: MultiThreadedEventLoopGroup
  private let channel: any Channel

  /// - Parameter identity: nil for a server that speaks no TLS.
  init(
    _ identity: TestAuthority.Issued?, authority: TestAuthority, demandsClientsOf clients: TestAuthority? = nil,
    host: String = "127.0.0.1",
    answer: @escaping @Sendable (_ path: String, _ body: [UInt8]) -> Answer
  ) async throws {
    group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    var context: NIOSSLContext?
    if let identity {
      var configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: [
          .certificate(try NIOSSLCertificate(bytes: identity.certificate, format: .der)),
          .certificate(try NIOSSLCertificate(bytes: authority.bytes, format: .der)),
        ],
        privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(identity.key.derRepresentation), format: .der)))
      configuration.minimumTLSVersion = .tlsv13
      if let clients {
        configuration.certificateVerification = .noHostnameVerification
        configuration.trustRoots = .certificates([try NIOSSLCertificate(bytes: clients.bytes, format: .der)])
      }
      context = try NIOSSLContext(configuration: configuration)
    }
    channel = try await ServerBootstrap(group: group)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { [context] channel in
        channel.eventLoop.makeCompletedFuture {
          guard let context else { return try channel.pipeline.syncOperations.addHandler(SignInPage()) }
          try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(ScriptedHandler(answer))
        }
      }.bind(host: host, port: 0).get()
    port = channel.localAddress?.port ?? 0
  }

  func stop() async throws {
    try await channel.close()
    try await group.shutdownGracefully()
  }
}

/// The answer of a network's sign-in page, which is the same on any port and to any request.
private final class SignInPage: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let page = "HTTP/1.1 302 Found\r\nlocation: http://login.example/\r\ncontent-length: 0\r\n\r\n"
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: page)), promise: nil)
  }
}

private final class ScriptedHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let answer: @Sendable (String, [UInt8]) -> ScriptedServer.Answer
  private var path = ""
  private var body: [UInt8] = []

  init(_ answer: @escaping @Sendable (String, [UInt8]) -> ScriptedServer.Answer) {
    self.answer = answer
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): (path, body) = (head.uri, [])
    case .body(let buffer): body += Array(buffer.readableBytesView)
    case .end: respond(context)
    }
  }

  private func respond(_ context: ChannelHandlerContext) {
    switch answer(path, body) {
    case .whole(let status, let type, let body, let extra):
      send(context, status, type, length: body.count, body, extra)
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    case .cut(let type, let body, let length):
      send(context, 200, type, length: length, body, [])
      context.flush()
      context.close(promise: nil)
    case .endless(let type):
      send(context, 200, type, length: nil, [], [])
      pour(context)
    case .silence: break
    case .hangUp: context.close(promise: nil)
    }
  }

  private func send(
    _ context: ChannelHandlerContext, _ status: UInt, _ type: String, length: Int?, _ body: [UInt8],
    _ extra: [(String, String)]
  ) {
    var headers = HTTPHeaders(extra)
    headers.add(name: "content-type", value: type)
    if let length { headers.add(name: "content-length", value: String(length)) }
    let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: Int(status)), headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
  }

  private func pour(_ context: ChannelHandlerContext) {
    let more = context.eventLoop.makePromise(of: Void.self)
    more.futureResult.assumeIsolated().whenSuccess { self.pour(context) }
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(repeating: 7, count: 16_384)))), promise: more)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
