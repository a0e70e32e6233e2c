import Crypto
import DossierDomain
import JournalFormat

/// The public keys of an office's clerks. A clerk has one key at a time; her earlier keys are kept, because they still
/// prove what was signed with them.
struct ClerkKeys {
  private let office: OfficeID
  private let transaction: any ServerTransaction
  private var serials: SerialNumbers { SerialNumbers(office: office, transaction: transaction) }

  init(_ office: OfficeID, in transaction: any ServerTransaction) {
    self.office = office
    self.transaction = transaction
  }

  func current(of clerk: ClerkID) throws -> SigningPublicKey? {
    try transaction.rows(
      "SELECT public_key FROM clerk_key WHERE office = $1 AND clerk = $2 AND until IS NULL",
      [.blob(office.bytes), .blob(clerk.bytes)]
    ).first.flatMap { SigningPublicKey(bytes: try $0.blob(0)) }
  }

  /// All keys of each clerk, including earlier ones.
  func all() throws -> [ClerkID: [SigningPublicKey]] {
    var keys: [ClerkID: [SigningPublicKey]] = [:]
    for row in try transaction.rows("SELECT clerk, public_key FROM clerk_key WHERE office = $1", [.blob(office.bytes)])
    {
      guard let clerk = ClerkID(bytes: try row.blob(0)), let key = SigningPublicKey(bytes: try row.blob(1)) else {
        continue
      }
      keys[clerk, default: []].append(key)
    }
    return keys
  }

  func begin(_ key: SigningPublicKey, of clerk: ClerkID, at now: Instant) throws {
    try transaction.run(
      """
      INSERT INTO clerk_key (office, clerk, public_key, since, serial) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (office, clerk, public_key) DO NOTHING
      """,
      [
        .blob(office.bytes), .blob(clerk.bytes), .blob(key.bytes), .integer(now.milliseconds),
        .integer(try serials.next()),
      ])
  }

  /// From now on nothing signed with the key is accepted.
  func end(of clerk: ClerkID, at now: Instant) throws {
    try transaction.run(
      "UPDATE clerk_key SET until = $1, serial = $2 WHERE office = $3 AND clerk = $4 AND until IS NULL",
      [.integer(now.milliseconds), .integer(try serials.next()), .blob(office.bytes), .blob(clerk.bytes)])
  }
}

/// The public keys of machines, which the province otherwise knows by their hashes only.
enum MachineKeys {
  static func isKey(
    _ key: SigningPublicKey, of device: DeviceRecord, in transaction: any ServerTransaction
  ) throws -> Bool {
    guard let point = try? P256.Signing.PublicKey(compressedRepresentation: key.bytes) else { return false }
    let hash = Array(SHA256.hash(data: point.x963Representation))
    return try transaction.rows(
      "SELECT key_hash FROM device WHERE office = $1 AND id = $2", [.blob(device.office.bytes), .blob(device.id.bytes)]
    ).first?.blob(0) == hash
  }

  /// Does nothing if the key is known already.
  static func keep(
    _ key: SigningPublicKey, of device: DeviceRecord, _ serials: SerialNumbers, in transaction: any ServerTransaction
  ) throws {
    let of: [ServerValue] = [.blob(device.office.bytes), .blob(device.id.bytes)]
    let known = try transaction.rows("SELECT public_key FROM device WHERE office = $1 AND id = $2", of).first
    guard try known?.optionalBlob(0) != key.bytes else { return }
    try transaction.run(
      "UPDATE device SET public_key = $1, serial = $2 WHERE office = $3 AND id = $4",
      [.blob(key.bytes), .integer(try serials.next())] + of)
  }
}
