import Crypto
import Foundation
import NIOCore
import NIOSSL

/// What a desk shows at the handshake: its certificate, and the key that belongs to it.
public struct DeviceIdentity: Hashable, Sendable {
  /// DER.
  public var certificate: [UInt8]
  /// P-256, raw.
  public var privateKey: [UInt8]

  public init(certificate: [UInt8], privateKey: [UInt8]) {
    self.certificate = certificate
    self.privateKey = privateKey
  }

  /// TLS 1.3 and nothing older. The chain is judged by `ProvinceTrust`, so the library is told to look at nothing.
  static func configuration(_ identity: DeviceIdentity?) throws -> TLSConfiguration {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.minimumTLSVersion = .tlsv13
    configuration.trustRoots = .certificates([])
    configuration.applicationProtocols = ["http/1.1"]
    // The library would add a post-quantum exchange: 2.3 KB of each connection, more than a quiet evening's whole exchange.
    configuration.curves = [.x25519, .secp256r1]
    configuration.shutdownTimeout = .milliseconds(500)
    guard let identity else { return configuration }
    let key = try P256.Signing.PrivateKey(rawRepresentation: identity.privateKey)
    configuration.certificateChain = [.certificate(try NIOSSLCertificate(bytes: identity.certificate, format: .der))]
    configuration.privateKey = .privateKey(
      try NIOSSLPrivateKey(bytes: Array(key.derRepresentation), format: .der))
    return configuration
  }
}
