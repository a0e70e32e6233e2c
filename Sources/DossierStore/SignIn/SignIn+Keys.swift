import Crypto
import DossierDomain
import Foundation
import GRDB
import JournalFormat
import OfficeWork

/// A clerk's PIN and key pair in the database.
extension SignIn {
  /// Why a clerk with a correct PIN has to choose another one first; nil if she need not.
  static func reasonToChange(
    _ db: Database, clerk: ClerkID, secret: String
  ) throws(SignInError) -> PINChangeReason? {
    if !PINRule.isAcceptable(secret) { return .tooShort }
    return try guarded {
      try Bool.fetchOne(db, sql: "SELECT is_initial FROM sign_in WHERE clerk = ?", arguments: [Data(clerk.bytes)])
    } == true ? .chosenByOthers : nil
  }

  /// Decrypts the clerk's key with her correct PIN; creates a key if there is none.
  /// - Returns: nil if the stored key was not encrypted by this clerk.
  static func unlock(
    _ db: Database, clerk: ClerkID, _ pin: PINKey, office: OfficeID
  ) throws(SignInError) -> P256.Signing.PrivateKey? {
    guard let credential = try credential(db, clerk) else { return nil }
    if let key = credential.key { return pin.unwrap(credential.wrappedKey, of: clerk, key) }
    let key = P256.Signing.PrivateKey()
    try keep(
      db, try sealed(credential, key, pin, office: office), isTold: false)
    return key
  }

  /// Sets or replaces a PIN and resets the count of failures. The caller checks who may do so.
  /// - Parameter key: the clerk's present key; a new one is made if it is nil.
  static func setPIN(
    _ db: Database, clerk: ClerkID, secret: String, key: P256.Signing.PrivateKey? = nil, office: OfficeID, now: Instant
  ) throws(SignInError) -> P256.Signing.PrivateKey {
    let (verifier, pin) = try PINVerifier.choose(secret)
    let key = key ?? P256.Signing.PrivateKey()
    try guarded {
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO sign_in (clerk, salt, digest, failures, failed_at, wait) VALUES (?, ?, ?, 0, ?, 0)
          """,
        arguments: [Data(clerk.bytes), Data(verifier.salt), Data(verifier.digest), now.milliseconds])
    }
    let credential = ClerkCredential(clerk: clerk, salt: verifier.salt, digest: verifier.digest)
    try keep(db, try sealed(credential, key, pin, office: office), isTold: false)
    return key
  }

  private static func sealed(
    _ credential: ClerkCredential, _ key: P256.Signing.PrivateKey, _ pin: PINKey, office: OfficeID
  ) throws(SignInError) -> ClerkCredential {
    var credential = credential
    credential.key = SigningPublicKey(key.publicKey)
    credential.wrappedKey = try pin.wrap(key, of: credential.clerk)
    credential.isInitial = false
    do { try credential.sign(with: key, office: office) } catch { throw .derivationFailed }
    return credential
  }

  // MARK: Rows

  static func credential(_ db: Database, _ clerk: ClerkID) throws(SignInError) -> ClerkCredential? {
    try guarded {
      try Row.fetchOne(
        db, sql: "SELECT \(columns) FROM sign_in WHERE clerk = ?", arguments: [Data(clerk.bytes)])
    }.flatMap(ClerkCredential.init)
  }

  /// Credentials that were chosen or changed here and that the province does not know yet.
  static func untold(_ db: Database, limit: Int) throws -> [ClerkCredential] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(columns) FROM sign_in WHERE is_told = 0 AND public_key IS NOT NULL ORDER BY clerk LIMIT ?
        """, arguments: [limit]
    ).compactMap(ClerkCredential.init)
  }

  fileprivate static let columns = "clerk, salt, digest, public_key, wrapped_key, is_initial, key_signature"

  private static func keep(
    _ db: Database, _ credential: ClerkCredential, isTold: Bool
  ) throws(SignInError) {
    try guarded {
      try db.execute(
        sql: """
          UPDATE sign_in SET salt = ?, digest = ?, public_key = ?, wrapped_key = ?, is_initial = ?, key_signature = ?,
          is_told = ? WHERE clerk = ?
          """,
        arguments: [
          Data(credential.salt), Data(credential.digest), credential.key.map { Data($0.bytes) },
          credential.key == nil ? nil : Data(credential.wrappedKey), credential.isInitial, Data(credential.signature),
          isTold, Data(credential.clerk.bytes),
        ])
    }
  }

  // MARK: The province's word

  /// Marks a credential as sent, unless the clerk has changed it meanwhile.
  static func markTold(_ db: Database, _ credential: ClerkCredential) throws {
    try db.execute(
      sql: "UPDATE sign_in SET is_told = 1 WHERE clerk = ? AND salt = ? AND digest = ?",
      arguments: [Data(credential.clerk.bytes), Data(credential.salt), Data(credential.digest)])
  }

  /// Marks all credentials as unsent, because the province was restored and may have lost them.
  static func forgetTold(_ db: Database) throws {
    try db.execute(sql: "UPDATE sign_in SET is_told = 0 WHERE key_signature IS NOT NULL AND key_signature <> x''")
  }

  /// Stores a PIN and key from the province; failures counted here are kept. A credential that was chosen here and not
  /// sent yet is newer and stays.
  static func take(_ db: Database, _ credential: ClerkCredential) throws {
    let clerk = Data(credential.clerk.bytes)
    let isTold = try Bool.fetchOne(db, sql: "SELECT is_told FROM sign_in WHERE clerk = ?", arguments: [clerk])
    guard isTold != false else { return }
    guard !credential.isReset else {
      return try db.execute(sql: "DELETE FROM sign_in WHERE clerk = ?", arguments: [clerk])
    }
    try db.execute(
      sql: """
        INSERT INTO sign_in (clerk, salt, digest, failures, failed_at, wait) VALUES (?, ?, ?, 0, 0, 0)
        ON CONFLICT (clerk) DO NOTHING
        """, arguments: [clerk, Data(credential.salt), Data(credential.digest)])
    try keep(db, credential, isTold: true)
  }

  /// Removes the credentials of clerks who may not sign in here.
  static func remove(_ db: Database, except clerks: Set<ClerkID>) throws {
    for id in try Data.fetchAll(db, sql: "SELECT clerk FROM sign_in") {
      guard let clerk = ClerkID(bytes: id), !clerks.contains(clerk) else { continue }
      try db.execute(sql: "DELETE FROM sign_in WHERE clerk = ?", arguments: [id])
    }
  }
}

extension ClerkCredential {
  fileprivate init?(_ row: Row) {
    guard let clerk = ClerkID(bytes: row[SignIn.Columns.clerk] as Data) else { return nil }
    func bytes(_ column: SignIn.Columns) -> [UInt8] { Array(row[column] as Data? ?? Data()) }
    self.init(
      clerk: clerk, salt: bytes(.salt), digest: bytes(.digest), key: SigningPublicKey(bytes: bytes(.publicKey)),
      wrappedKey: bytes(.wrappedKey),
      isInitial: row[SignIn.Columns.isInitial], signature: bytes(.keySignature))
  }
}
