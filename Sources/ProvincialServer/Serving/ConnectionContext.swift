import Hummingbird
import Logging
import NIOCore
import NIOSSL

/// The connection of a request, with the identity of the client.
struct ConnectionContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }

  /// SHA-256 of the public key of the client's certificate, whose possession the client has proved; nil without a
  /// certificate. The handshake has checked that the province signed it.
  func keyHash() async throws -> [UInt8]? {
    guard let certificate = try await channel.nioSSL_peerCertificate().get() else { return nil }
    return try ProvinceAuthority.keyHash(ofCertificate: certificate.toDERBytes())
  }
}
