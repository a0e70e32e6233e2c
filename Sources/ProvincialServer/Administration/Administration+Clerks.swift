import Crypto
import CryptoExtras
import DossierDomain
import JournalFormat
import VietnameseText

extension Administration {
  /// The clerks in an office's order, sorted by name.
  public func clerks(of office: OfficeID) throws -> [Clerk] {
    try store.read { transaction in
      var clerks: [ClerkID: Clerk] = [:]
      for row in try transaction.rows(
        "SELECT bytes, verdict FROM entry WHERE office = $1 AND dossier IS NULL ORDER BY sequence",
        [.blob(office.bytes)])
      {
        guard try Verdicts.read(row, 1).counts, let entry = try? EntryFormat.decodeTrusted(try row.blob(0)),
          case .office(.setClerk(let clerk)) = entry.content, clerk.id != ProvinceClerk.id
        else { continue }
        clerks[clerk.id] = clerk
      }
      return clerks.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }
  }

  /// Sets a PIN with which a clerk can sign in once; she then has to choose her own. Her earlier key is no longer
  /// valid. Takes about 100 ms.
  public func setPIN(_ secret: String, of clerk: ClerkID, in office: OfficeID, at now: Instant) throws {
    guard PINRule.isAcceptable(secret) else { throw AdministrationError.weakPIN }
    let salt = randomBytes(16)
    // The parameters must equal the desk's: scrypt N = 2^14, r = 8, p = 5.
    let key = try KDF.Scrypt.deriveKey(
      from: Array(secret.normalisedVietnamese.utf8), salt: salt, outputByteCount: 32, rounds: 1 << 14, blockSize: 8,
      parallelism: 5)
    let digest = key.withUnsafeBytes { Array($0) }
    try store.transaction { transaction in
      guard try ClerkList(of: office, in: transaction).clerk(clerk) != nil else {
        throw AdministrationError.clerkUnknown
      }
      try ClerkKeys(office, in: transaction).end(of: clerk, at: now)
      try Credentials.keep(
        ClerkCredential(clerk: clerk, salt: salt, digest: digest, isInitial: true), of: office, at: now,
        in: transaction)
    }
  }

  /// Removes a clerk's PIN and key, because a machine at which she signed in may be in other hands. It can no longer
  /// act in her name. She chooses a new PIN, and gets a new key, at her next sign-in.
  public func reset(_ clerk: ClerkID, in office: OfficeID, at now: Instant) throws {
    try store.transaction { transaction in
      guard try ClerkList(of: office, in: transaction).clerk(clerk) != nil else {
        throw AdministrationError.clerkUnknown
      }
      try ClerkKeys(office, in: transaction).end(of: clerk, at: now)
      try Credentials.keep(
        ClerkCredential(clerk: clerk, salt: [], digest: []), of: office, at: now, in: transaction)
    }
  }
}
