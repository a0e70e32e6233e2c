import Crypto
import DossierDomain
import NIOSSL
import SyncProtocol
import Synchronization

/// The server's own certificate. It is valid for 398 days and is replaced while the server runs, because a server is
/// rarely restarted. Desks trust the authority that signs it, so they notice nothing.
final class ServerIdentity: Sendable {
  /// The margin of about three months covers a server that is off for two months and desks whose clocks are wrong.
  private static let renewal: Int64 = 300 * 86_400_000

  private struct Current {
    var context: NIOSSLContext
    /// In DER form.
    var certificate: [UInt8]
    var renewAt: Instant
  }

  private let authority: ProvinceAuthority
  private let names: [String]
  private let now: @Sendable () -> Instant
  private let current: Mutex<Current>

  init(_ authority: ProvinceAuthority, names: [String], now: @escaping @Sendable () -> Instant) throws {
    self.authority = authority
    self.names = names
    self.now = now
    current = Mutex(try Self.make(authority, names, now()))
  }

  /// The TLS context for the next connection.
  func context() throws -> NIOSSLContext { try upToDate().context }

  /// The certificate (DER) that the next connection uses.
  func certificate() throws -> [UInt8] { try upToDate().certificate }

  private func upToDate() throws -> Current {
    let now = now()
    return try current.withLock { current in
      if now >= current.renewAt { current = try Self.make(authority, names, now) }
      return current
    }
  }

  /// TLS 1.3 only. A client certificate is requested, and if there is one it must be from the province. Enrolment and
  /// the portal connect without one.
  private static func make(_ authority: ProvinceAuthority, _ names: [String], _ now: Instant) throws -> Current {
    let (certificate, key) = try authority.certifyServer(names: names, now: now)
    let root = try NIOSSLCertificate(bytes: authority.certificateBytes, format: .der)
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: [.certificate(try NIOSSLCertificate(bytes: certificate, format: .der)), .certificate(root)],
      privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(key.derRepresentation), format: .der)))
    configuration.minimumTLSVersion = .tlsv13
    configuration.trustRoots = .certificates([root])
    configuration.certificateVerification = .optionalVerification
    configuration.applicationProtocols = ["http/1.1"]
    return Current(
      context: try NIOSSLContext(configuration: configuration), certificate: certificate,
      renewAt: Instant(milliseconds: now.milliseconds + renewal))
  }
}
