import Crypto
import DossierDomain
import Foundation
import JournalFormat
import SwiftASN1
import SyncProtocol
import X509

/// The province's own certificate authority. It signs the certificates of machines and of the server, and the daily
/// checkpoints. Its keys are in one folder that only the server's user can read; several server processes share a copy.
public struct ProvinceAuthority: Sendable {
  /// Certificates of machines expire after two years. They are not renewed silently; the Sync screen shows the date.
  static let deviceDays = 730
  static let authorityDays = 3650

  public let certificate: Certificate
  private let key: P256.Signing.PrivateKey
  /// Bundles from desks without a connection are encrypted for this key.
  public let agreementKey: P256.KeyAgreement.PrivateKey

  /// Creates an authority with new keys.
  public init(province: String, now: Instant) throws {
    let key = P256.Signing.PrivateKey()
    let name = try DistinguishedName { CommonName("Dossier authority \(province)") }
    self.init(
      certificate: try Certificate(
        version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: .init(key.publicKey),
        notValidBefore: Self.date(now, days: -1), notValidAfter: Self.date(now, days: Self.authorityDays), issuer: name,
        subject: name, signatureAlgorithm: .ecdsaWithSHA256,
        extensions: try Certificate.Extensions {
          Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
          Critical(KeyUsage(keyCertSign: true, cRLSign: true))
        }, issuerPrivateKey: .init(key)), key: key, agreementKey: P256.KeyAgreement.PrivateKey())
  }

  private init(
    certificate: Certificate, key: P256.Signing.PrivateKey, agreementKey: P256.KeyAgreement.PrivateKey
  ) {
    self.certificate = certificate
    self.key = key
    self.agreementKey = agreementKey
  }

  /// Parses the certificate and both keys, which follow each other.
  init(pem: String, file: String) throws {
    let documents = try PEMDocument.parseMultiple(pemString: pem)
    guard documents.count == 3 else { throw AuthorityError.damaged(file) }
    self.init(
      certificate: try Certificate(pemDocument: documents[0]),
      key: try P256.Signing.PrivateKey(derRepresentation: documents[1].derBytes),
      agreementKey: try P256.KeyAgreement.PrivateKey(derRepresentation: documents[2].derBytes))
  }

  var pem: String {
    get throws {
      [try certificate.serializeAsPEM().pemString, key.pemRepresentation, agreementKey.pemRepresentation]
        .joined(separator: "\n")
    }
  }

  /// Opens the authority in a folder; creates one if there is none.
  /// - Parameter passphrase: decrypts the keys, if they are encrypted.
  public static func open(
    folder: String, province: String, now: Instant, passphrase: [UInt8]? = nil
  ) throws -> ProvinceAuthority {
    let keys = AuthorityFile(folder: folder)
    if let known = try keys.read(passphrase) { return known }
    let authority = try ProvinceAuthority(province: province, now: now)
    try keys.write(authority, passphrase)
    return authority
  }

  public var certificateBytes: [UInt8] { get throws { try Self.der(certificate) } }

  /// The first 80 bits of SHA-256 of the authority's certificate. People pass it on, so that a desk can verify its
  /// province at the first contact.
  public var fingerprint: [UInt8] { get throws { Array(SHA256.hash(data: try certificateBytes).prefix(10)) } }

  /// The fingerprint in five groups of four digits.
  public var fingerprintText: String {
    get throws {
      let digits = Array(Hexadecimal.text(try fingerprint).uppercased())
      return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<min($0 + 4, digits.count)]) }
        .joined(separator: "-")
    }
  }

  /// Signs a machine's certificate request. Only the key is taken from it; the server sets name and lifetime.
  /// - Returns: the certificate (DER) and SHA-256 of the public key (x9.63).
  func certify(
    request: [UInt8], device: DeviceID, now: Instant
  ) throws -> (certificate: [UInt8], keyHash: [UInt8]) {
    let request = try Self.checked(request)
    let certificate = try issue(
      to: request.publicKey, name: "device \(device.hexadecimal)", days: Self.deviceDays, now: now,
      usage: .clientAuth, alternative: nil)
    return (try Self.der(certificate), Self.keyHash(certificate))
  }

  /// SHA-256 of the public key in a request, after its signature was verified.
  func keyHash(ofRequest der: [UInt8]) throws -> [UInt8] {
    Array(SHA256.hash(data: Array(try Self.checked(der).publicKey.subjectPublicKeyInfoBytes)))
  }

  private static func checked(_ der: [UInt8]) throws -> CertificateSigningRequest {
    guard let request = try? CertificateSigningRequest(derEncoded: der),
      request.publicKey.isValidSignature(request.signature, for: request)
    else { throw ExchangeError.malformed("certificate request") }
    return request
  }

  /// The P-256 public key (x9.63) for which bundles to the province are encrypted.
  public var provinceKey: [UInt8] { Array(agreementKey.publicKey.x963Representation) }

  /// Creates a certificate for the server itself, with the names under which desks reach it.
  public func certifyServer(
    names: [String], now: Instant
  ) throws -> (certificate: [UInt8], key: P256.Signing.PrivateKey) {
    let key = P256.Signing.PrivateKey()
    let alternative = SubjectAlternativeNames(
      names.map { name in
        addressBytes(ofHost: name).map { .ipAddress(ASN1OctetString(contentBytes: $0[...])) } ?? .dnsName(name)
      })
    let certificate = try issue(
      to: .init(key.publicKey), name: names.first ?? "provincial-server", days: 398, now: now, usage: .serverAuth,
      alternative: alternative)
    return (try Self.der(certificate), key)
  }

  /// The end of a chain that the province wrote.
  func sign(_ head: inout MachineHead, office: OfficeID) throws { try head.sign(with: key, office: office) }

  func sign(_ bytes: [UInt8]) throws -> [UInt8] { Array(try key.signature(for: bytes).derRepresentation) }

  /// The key for the seals of entries. It is derived from the authority's key, so that all server processes have it.
  var sealingKey: SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: key.rawRepresentation), info: Array("dossier entry seal 1".utf8),
      outputByteCount: 32)
  }

  func hasSigned(_ bytes: [UInt8], _ signature: [UInt8]) -> Bool {
    guard let signature = try? P256.Signing.ECDSASignature(derRepresentation: signature) else { return false }
    return key.publicKey.isValidSignature(signature, for: bytes)
  }

  private func issue(
    to publicKey: Certificate.PublicKey, name: String, days: Int, now: Instant, usage: ExtendedKeyUsage.Usage,
    alternative: SubjectAlternativeNames?
  ) throws -> Certificate {
    try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: publicKey,
      notValidBefore: Self.date(now, days: -1), notValidAfter: Self.date(now, days: days),
      issuer: certificate.subject, subject: try DistinguishedName { CommonName(name) },
      signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true))
        try ExtendedKeyUsage([usage])
        if let alternative { alternative }
      }, issuerPrivateKey: .init(key))
  }

  /// SHA-256 of a certificate's public key (x9.63). It identifies a machine, even after its certificate was renewed.
  static func keyHash(_ certificate: Certificate) -> [UInt8] {
    Array(SHA256.hash(data: Array(certificate.publicKey.subjectPublicKeyInfoBytes)))
  }

  public static func keyHash(ofCertificate der: [UInt8]) throws -> [UInt8] {
    keyHash(try Certificate(derEncoded: der))
  }

  private static func der(_ certificate: Certificate) throws -> [UInt8] {
    var serializer = DER.Serializer()
    try serializer.serialize(certificate)
    return serializer.serializedBytes
  }

  private static func date(_ now: Instant, days: Int) -> Date {
    Date(timeIntervalSince1970: Double(now.milliseconds) / 1000 + Double(days) * 86_400)
  }
}
