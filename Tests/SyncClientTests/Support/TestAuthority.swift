import Crypto
import DossierDomain
import Foundation
import SwiftASN1
import X509

/// A certificate authority like the province's, which can also issue wrong certificates.
struct TestAuthority {
  let key = P256.Signing.PrivateKey()
  let certificate: Certificate

  init(_ name: String = "authority", since: Date = Date(timeIntervalSinceNow: -86_400)) throws {
    let subject = try DistinguishedName { CommonName(name) }
    certificate = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: .init(key.publicKey), notValidBefore: since,
      notValidAfter: Date(timeIntervalSinceNow: 86_400 * 3650), issuer: subject, subject: subject,
      signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try .init {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
        Critical(KeyUsage(keyCertSign: true))
      }, issuerPrivateKey: .init(key))
  }

  var bytes: [UInt8] { get throws { try Self.der(certificate) } }
  var fingerprint: [UInt8] { get throws { Array(SHA256.hash(data: try bytes).prefix(10)) } }

  struct Issued {
    var certificate: [UInt8]
    var key: P256.Signing.PrivateKey
  }

  /// - Parameter days: the validity in days, relative to now.
  func issue(
    usage: ExtendedKeyUsage.Usage, address: [UInt8] = [127, 0, 0, 1], days: ClosedRange<Double> = -1...30
  ) throws -> Issued {
    let leaf = P256.Signing.PrivateKey()
    let issued = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: .init(leaf.publicKey),
      notValidBefore: Date(timeIntervalSinceNow: days.lowerBound * 86_400),
      notValidAfter: Date(timeIntervalSinceNow: days.upperBound * 86_400), issuer: certificate.subject,
      subject: try DistinguishedName { CommonName("leaf") }, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try .init {
        Critical(BasicConstraints.notCertificateAuthority)
        try ExtendedKeyUsage([usage])
        SubjectAlternativeNames([.ipAddress(ASN1OctetString(contentBytes: address[...]))])
      }, issuerPrivateKey: .init(key))
    return Issued(certificate: try Self.der(issued), key: leaf)
  }

  private static func der(_ certificate: Certificate) throws -> [UInt8] {
    var serializer = DER.Serializer()
    try serializer.serialize(certificate)
    return serializer.serializedBytes
  }
}

extension Instant {
  static var machine: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
