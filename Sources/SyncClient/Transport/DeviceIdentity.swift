import Crypto
import Foundation
import NIOCore
import NIOSSL

/// The certificate that a desk presents at the handshake, and its private key.
public struct DeviceIdentity: Hashable, Sendable {
  /// DER.
  public var certificate: [UInt8]
  /// P-256, raw.
  public var privateKey: [UInt8]

  public init(certificate: [UInt8], privateKey: [UInt8]) {
    self.certificate = certificate
    self.privateKey = privateKey
  }

  /// Accepts only TLS 1.3. The library has no trust roots, because `ProvinceTrust` checks the chain.
  static func configuration(_ identity: DeviceIdentity?) throws -> TLSConfiguration {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.minimumTLSVersion = .tlsv13
    configuration.trustRoots = .certificates([])
    configuration.applicationProtocols = ["http/1.1"]
    // The library would add a post-quantum key exchange. It costs 2.3 KB per connection, more than the whole exchange
    // of a quiet evening.
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
