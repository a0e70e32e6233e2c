import Crypto
import DossierDomain

/// The public half of a P-256 key of a clerk or machine, in the form in which it is stored and sent: 33 bytes,
/// compressed.
public struct SigningPublicKey: Hashable, Sendable {
  public static let length = 33
  public static let signatureLength = 64

  public let bytes: [UInt8]

  /// Nil if the bytes are not a point of the curve.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.length,
      (try? P256.Signing.PublicKey(compressedRepresentation: Array(bytes))) != nil
    else { return nil }
    self.bytes = Array(bytes)
  }

  public init(_ key: P256.Signing.PublicKey) { bytes = Array(key.compressedRepresentation) }

  public func verifies(_ signature: [UInt8], for signed: [UInt8]) -> Bool {
    guard signature.count == Self.signatureLength,
      let key = try? P256.Signing.PublicKey(compressedRepresentation: bytes),
      let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
    else { return false }
    return key.isValidSignature(signature, for: signed)
  }
}

/// A clerk's public key, and the period in which the province accepts its signatures.
public struct ClerkKey: Hashable, Sendable {
  public var clerk: ClerkID
  public var key: SigningPublicKey
  public var since: Instant
  /// Nil while the key is valid.
  public var until: Instant?

  public init(clerk: ClerkID, key: SigningPublicKey, since: Instant, until: Instant? = nil) {
    self.clerk = clerk
    self.key = key
    self.since = since
    self.until = until
  }
}
