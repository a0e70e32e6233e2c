import Hummingbird
import Logging
import NIOCore
import NIOSSL

/// A request's connection: who is at its other end.
struct ConnectionContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }

  /// SHA-256 of the public key of the certificate that the other end proved to have; nil when it gave none. That the
  /// province signed it was checked at the handshake.
  func keyHash() async throws -> [UInt8]? {
    guard let certificate = try await channel.nioSSL_peerCertificate().get() else { return nil }
    return try ProvinceAuthority.keyHash(ofCertificate: certificate.toDERBytes())
  }
}
