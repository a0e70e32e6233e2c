import Crypto
import DossierDomain

/// The credential of a clerk at her machines: a verifier of her PIN, and her key pair, whose private half is encrypted
/// with a key derived from the PIN. Neither the province nor another machine can decrypt it without her PIN.
public struct ClerkCredential: Hashable, Sendable {
  public var clerk: ClerkID
  /// The salt of the verifier. Salt and digest are empty if the clerk has no PIN any more and has to choose one.
  public var salt: [UInt8]
  public var digest: [UInt8]
  /// Nil for a PIN without a key: it was set by an earlier version, or somebody else chose it.
  public var key: SigningPublicKey?
  public var wrappedKey: [UInt8]
  /// Somebody else knows the PIN, so the clerk has to change it at her next sign-in.
  public var isInitial: Bool
  /// The signature of the clerk's key over the other fields. It prevents that a machine at which she may sign in
  /// replaces her PIN, and lets each of her machines return the credential to a restored province. Empty if there is no
  /// key.
  public var signature: [UInt8]

  /// Nonce, private key and authentication tag.
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

  /// The clerk has no PIN any more.
  public var isReset: Bool { salt.isEmpty && digest.isEmpty }

  public func signedBytes(office: OfficeID) -> [UInt8] {
    Array("dossier credential 1".utf8) + office.bytes + clerk.bytes
      + [salt, digest, key?.bytes ?? [], wrappedKey].flatMap { bigEndian(Int64($0.count)) + $0 }
  }

  public func isSigned(office: OfficeID) -> Bool {
    key.map { $0.verifies(signature, for: signedBytes(office: office)) } ?? false
  }

  /// - Throws: errors of the crypto library, which do not occur for a key in memory.
  public mutating func sign(with key: P256.Signing.PrivateKey, office: OfficeID) throws {
    signature = Array(try key.signature(for: signedBytes(office: office)).rawRepresentation)
  }
}
