import Crypto
import CryptoExtras
import DossierDomain
import Foundation
import VietnameseText

/// The stored verifier of a clerk's PIN: it can check a PIN and does not contain it. It protects the sign-in at this
/// desk; a disk that is read on another machine is protected by disk encryption only.
public struct PINVerifier: Hashable, Sendable {
  public static let saltLength = 16
  /// scrypt N = 2^14, r = 8, p = 5: about 100 ms and 16 MB for a check (OWASP password storage, scrypt table).
  public static let rounds = 1 << 14
  public static let blockSize = 8
  public static let parallelism = 5

  public var salt: [UInt8]
  public var digest: [UInt8]

  public init(salt: [UInt8], digest: [UInt8]) {
    self.salt = salt
    self.digest = digest
  }

  /// Takes about 100 ms of CPU, so it must not be called on the thread that draws.
  /// - Throws: `SignInError.tooWeak` or `.derivationFailed`.
  public static func make(secret: String, salt: [UInt8] = randomSalt()) throws(SignInError) -> PINVerifier {
    try choose(secret, salt: salt).verifier
  }

  /// Also returns the key that encrypts the clerk's key pair, because one derivation gives both.
  static func choose(
    _ secret: String, salt: [UInt8] = randomSalt()
  ) throws(SignInError) -> (verifier: PINVerifier, key: PINKey) {
    guard PINRule.isAcceptable(secret) else { throw .tooWeak }
    let derived = try derive(secret, salt)
    return (PINVerifier(salt: salt, digest: Array(derived.prefix(32))), PINKey(derived.dropFirst(32)))
  }

  /// Compares in constant time. A secret that could never have been set is rejected without the derivation.
  public func matches(_ secret: String) throws(SignInError) -> Bool { try open(secret) != nil }

  /// Nil for a wrong secret.
  func open(_ secret: String) throws(SignInError) -> PINKey? {
    guard PINRule.couldBeSet(secret) else { return nil }
    let given = try Self.derive(secret, salt)
    return Self.agree(Array(given.prefix(32)), digest) ? PINKey(given.dropFirst(32)) : nil
  }

  /// Compares every byte, whatever the first ones are. The parentheses matter: `|` and `^` have the same precedence in
  /// Swift.
  static func agree(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  public static func randomSalt() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<saltLength).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// 32 bytes for the comparison, which earlier versions derived too, and 32 bytes for encryption.
  private static func derive(_ secret: String, _ salt: [UInt8]) throws(SignInError) -> [UInt8] {
    do {
      let key = try KDF.Scrypt.deriveKey(
        from: Array(secret.normalisedVietnamese.utf8), salt: salt, outputByteCount: 64, rounds: rounds,
        blockSize: blockSize, parallelism: parallelism)
      return key.withUnsafeBytes { Array($0) }
    } catch {
      throw .derivationFailed
    }
  }
}
