import Crypto
import CryptoExtras
import DossierDomain
import Foundation
import GRDB
import JournalFormat

@testable import DossierStore

/// PINs in the form that version 0.2 accepted, with 4 digits or more.
enum EarlierPIN {
  static func digest(_ secret: String, salt: [UInt8]) throws -> [UInt8] {
    try KDF.Scrypt.deriveKey(
      from: Array(secret.utf8), salt: salt, outputByteCount: 32, rounds: PINVerifier.rounds,
      blockSize: PINVerifier.blockSize, parallelism: PINVerifier.parallelism
    ).withUnsafeBytes { Array($0) }
  }

  static func set(_ secret: String, of clerk: ClerkID, in store: LocalStore) throws {
    let salt = [UInt8](repeating: 5, count: PINVerifier.saltLength)
    let digest = try digest(secret, salt: salt)
    try store.write { try SignIn.take($0, ClerkCredential(clerk: clerk, salt: salt, digest: digest)) }
  }
}
