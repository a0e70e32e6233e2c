import Crypto
import DossierDomain
import Foundation
import GRDB
import JournalFormat

@testable import DossierStore

/// An office's clerks with their keys, signed in at every running desk. PINs have their own tests.
enum SimulatedClerks {
  static func key(of clerk: ClerkID) throws -> P256.Signing.PrivateKey {
    try P256.Signing.PrivateKey(rawRepresentation: Array(SHA256.hash(data: Array("clerk".utf8) + clerk.bytes)))
  }

  /// Signs in all clerks. The province receives their keys with the next exchange.
  static func sit(at store: LocalStore, of office: OfficeID) throws {
    let offices = [SimulatedOffice.laLay, .huongHiep].filter { $0.office.id == office }
    for clerk in offices.flatMap(\.clerks).map(\.id) {
      let key = try key(of: clerk)
      store.unlocked.hold(key, of: clerk)
      var credential = ClerkCredential(
        clerk: clerk, salt: [UInt8](repeating: 1, count: 16), digest: [UInt8](repeating: 2, count: 32),
        key: SigningPublicKey(key.publicKey), wrappedKey: [UInt8](repeating: 3, count: ClerkCredential.wrappedLength))
      try credential.sign(with: key, office: office)
      try store.write { db in
        try db.execute(
          sql: """
            INSERT OR IGNORE INTO sign_in (clerk, salt, digest, failures, failed_at, wait, public_key, wrapped_key,
            key_signature, is_told) VALUES (?, ?, ?, 0, 0, 0, ?, ?, ?, 0)
            """,
          arguments: [
            Data(clerk.bytes), Data(credential.salt), Data(credential.digest),
            Data(SigningPublicKey(key.publicKey).bytes), Data(credential.wrappedKey), Data(credential.signature),
          ])
      }
    }
  }
}
