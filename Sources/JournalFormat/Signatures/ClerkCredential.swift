import Crypto
import DossierDomain

/// By what a clerk is known at her machines: a verifier of her PIN, and her key pair, of which the private half is wrapped
/// with what the PIN gives. Neither the province nor another machine can read it without her PIN.
public struct ClerkCredential: Hashable, Sendable {
  public var clerk: ClerkID
  /// Of the verifier; both are empty when she has no PIN any more and chooses a new one.
  public var salt: [UInt8]
  public var digest: [UInt8]
  /// Nil for a PIN without a key: an earlier version's, or one that somebody else chose for her.
  public var key: SigningPublicKey?
  public var wrappedKey: [UInt8]
  /// Somebody else knows the PIN: she changes it when she signs in.
  public var isInitial: Bool
  /// Her key's word on all that: a machine at which she only may sign in cannot put another PIN in its place, and each of
  /// hers can bring it again to a province that was restored. Empty where there is no key.
  public var signature: [UInt8]

  /// Nonce, private key and tag.
  public static let wrappedLength = 12 + 32 + 16

  public init(
    clerk: ClerkID, salt: [UInt8], digest: [UInt8], key: SigningPublicKey? = nil, wrappedKey: [UInt8] = [],
    isInitial: Bool = false, signature: [UInt8] = []
  ) {
    self.clerk = clerk
    self.salt = salt
    self.digest = digest
    self.key = key
    self.wrappedKey = wrappedKey
    self.isInitial = isInitial
    self.signature = signature
  }

  /// She has no PIN any more.
  public var isReset: Bool { salt.isEmpty && digest.isEmpty }

  public func signedBytes(office: OfficeID) -> [UInt8] {
    Array("dossier credential 1".utf8) + office.bytes + clerk.bytes
      + [salt, digest, key?.bytes ?? [], wrappedKey].flatMap { bigEndian(Int64($0.count)) + $0 }
  }

  public func isSigned(office: OfficeID) -> Bool {
    key.map { $0.verifies(signature, for: signedBytes(office: office)) } ?? false
  }

  /// - Throws: what the library says; it does not for a key in memory.
  public mutating func sign(with key: P256.Signing.PrivateKey, office: OfficeID) throws {
    signature = Array(try key.signature(for: signedBytes(office: office)).rawRepresentation)
  }
}
