import Crypto
import CryptoExtras
import DossierDomain
import JournalFormat
import VietnameseText

extension Administration {
  /// The clerks of an office as its order names them, by name.
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

  /// Sets a PIN with which a clerk signs in once: she then chooses her own. What was her key before is hers no more. Takes
  /// about 100 ms.
  public func setPIN(_ secret: String, of clerk: ClerkID, in office: OfficeID, at now: Instant) throws {
    guard PINRule.isAcceptable(secret) else { throw AdministrationError.weakPIN }
    let salt = randomBytes(16)
    // The numbers are the desk's own: scrypt N = 2^14, r = 8, p = 5.
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

  /// A machine at which she signed in may be in other hands: it can act as her no more. She chooses a new PIN, and has a new
  /// key, where she signs in next.
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
