import DossierDomain
import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import SyncProtocol
import Testing

@testable import ProvincialServer

/// Connections of clients that are not desks, and a desk that connects meanwhile.
@Suite(.serialized) struct StrangerTests {
  /// Completes the handshake without a certificate, announces a body and sends none of it.
  private func announce(_ count: Int, to port: Int, authority: [UInt8]) async throws -> [any NIOCore.Channel] {
    var encryption = TLSConfiguration.makeClientConfiguration()
    encryption.trustRoots = .certificates([try NIOSSLCertificate(bytes: authority, format: .der)])
    let context = try NIOSSLContext(configuration: encryption)
    let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).channelInitializer { channel in
      channel.eventLoop.makeCompletedFuture {
        let handler = try NIOSSLClientHandler(context: context, serverHostname: nil)
        try channel.pipeline.syncOperations.addHandler(handler)
      }
    }
    var channels: [any NIOCore.Channel] = []
    let head = """
      POST /v1/enrol HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/vnd.dossier.enrol\r\ncontent-length: 1000\r\n\r\n
      """
    for _ in 0..<count {
      let channel = try await bootstrap.connect(host: "127.0.0.1", port: port).get()
      // Returns when the handshake is complete.
      try? await channel.writeAndFlush(ByteBuffer(string: head)).get()
      channels.append(channel)
    }
    return channels
  }

  private func port(_ server: ServerProcess) -> Int {
    server.address.split(separator: ":").last.flatMap { Int($0) } ?? 0
  }

  @Test func fiveHundredSlowOnesKeepNoDeskOut() async throws {
    let scene = try ServedProvince()
    var desk = try scene.province.desk()
    let line = try scene.line(desk)
    let slow = try await announce(520, to: port(scene.server), authority: scene.authority)
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    try desk.take(await line.sync(desk.request(), scene.server.address))
    #expect(desk.waiting.isEmpty)
    for channel in slow { channel.close(promise: nil) }
    try await scene.end(line)
  }

  @Test func elevenHundredSilentOnesLeaveDescriptors() async throws {
    let scene = try ServedProvince(descriptors: 1024)
    var desk = try scene.province.desk()
    let line = try scene.line(desk)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port(scene.server)).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let silent = (0..<1100).map { _ -> Int32 in
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
          _ = connect(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      return descriptor
    }
    defer { for descriptor in silent { close(descriptor) } }
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    try desk.take(await line.sync(desk.request(), scene.server.address))
    #expect(desk.waiting.isEmpty)
    try await scene.end(line)
  }

  @Test func aWrongTokenIsRefusedBeforeTheBodyIsRead() async throws {
    let scene = try ServedProvince()
    let line = try scene.line(nil)
    // The body is never sent, but the answer arrives anyway.
    let answer = try await line.announce(
      scene.server.address + "/v1/submissions", length: 1000,
      headers: [("authorization", "Bearer wrong"), ("content-type", "application/json")])
    #expect(answer == 401)
    try await scene.end(line)
  }
}
