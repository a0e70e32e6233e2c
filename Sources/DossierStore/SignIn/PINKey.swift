import Crypto
import DossierDomain
import Foundation
import JournalFormat

/// The key that a correct PIN gives besides the verifier. It encrypts the private half of a clerk's key, so that only
/// she can use it. It exists only during a sign-in.
struct PINKey: Sendable {
  private let wrapping: SymmetricKey

  init(_ bytes: some Collection<UInt8>) { wrapping = SymmetricKey(data: Array(bytes)) }

  /// ChaCha20-Poly1305: nonce, private key and tag. The clerk's id is authenticated too.
  func wrap(_ key: P256.Signing.PrivateKey, of clerk: ClerkID) throws(SignInError) -> [UInt8] {
    do {
      return Array(
        try ChaChaPoly.seal(
          key.rawRepresentation, using: wrapping,
          authenticating: Self.context(clerk, SigningPublicKey(key.publicKey))
        ).combined)
    } catch {
      throw .derivationFailed
    }
  }

  /// Nil if the bytes were not encrypted for this clerk with this PIN.
  func unwrap(_ bytes: [UInt8], of clerk: ClerkID, _ key: SigningPublicKey) -> P256.Signing.PrivateKey? {
    guard let box = try? ChaChaPoly.SealedBox(combined: bytes),
      let raw = try? ChaChaPoly.open(box, using: wrapping, authenticating: Self.context(clerk, key)),
      let opened = try? P256.Signing.PrivateKey(rawRepresentation: raw),
      SigningPublicKey(opened.publicKey) == key
    else { return nil }
    return opened
  }

  private static func context(_ clerk: ClerkID, _ key: SigningPublicKey) -> [UInt8] { clerk.bytes + key.bytes }
}
