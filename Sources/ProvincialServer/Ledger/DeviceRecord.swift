import DossierDomain

/// A machine that was enrolled as a desk of an office.
public struct DeviceRecord: Hashable, Sendable {
  public var office: OfficeID
  public var id: DeviceID
  public var name: String
  public var revokedAt: Instant?
  public var seenAt: Instant?
  /// The first one of an office that worked alone before.
  var isFounder = false
  /// Clerks who may use it; empty for all of the office.
  var clerks: Set<ClerkID> = []

  /// Finds a device by SHA-256 of its public key and keeps its row from changing until the end of the transaction.
  static func lock(keyHash: [UInt8], in transaction: any ServerTransaction) throws -> DeviceRecord? {
    try find(keyHash: keyHash, in: transaction, suffix: transaction.lockingClause)
  }

  static func find(
    keyHash: [UInt8], in transaction: any ServerTransaction, suffix: String = ""
  ) throws -> DeviceRecord? {
    let row = try transaction.rows(
      "SELECT office, id, name, revoked_at, seen_at, is_founder FROM device WHERE key_hash = $1\(suffix)",
      [.blob(keyHash)]
    ).first
    guard let row, let office = OfficeID(bytes: try row.blob(0)), let id = DeviceID(bytes: try row.blob(1)) else {
      return nil
    }
    let clerks = try transaction.rows(
      "SELECT clerk FROM device_clerk WHERE office = $1 AND device = $2", [.blob(office.bytes), .blob(id.bytes)])
    return DeviceRecord(
      office: office, id: id, name: try row.text(2),
      revokedAt: try row.optionalInteger(3).map { Instant(milliseconds: $0) },
      seenAt: try row.optionalInteger(4).map { Instant(milliseconds: $0) },
      isFounder: try row.integer(5) != 0, clerks: Set(try clerks.compactMap { ClerkID(bytes: try $0.blob(0)) }))
  }

  func seen(at now: Instant, skew: Int64, program: String, in transaction: any ServerTransaction) throws {
    try transaction.run(
      "UPDATE device SET seen_at = $1, clock_skew = $2, program = $3 WHERE office = $4 AND id = $5",
      [.integer(now.milliseconds), .integer(skew), .text(program), .blob(office.bytes), .blob(id.bytes)])
  }
}
