import DossierDomain
import JournalFormat

/// The row of an office: the end of its order, and the chain of the province's own entries in it.
struct OfficeRecord {
  var id: OfficeID
  var name: String
  var agencyCode: String
  var head: Int64
  var rolling: RollingHash
  /// The province writes with an epoch of its own in each office.
  var serverEpoch: DeviceEpoch
  var serverSequence: Int64
  var serverHash: [UInt8]

  private static let columns = """
    id, name, agency_code, head, rolling, server_epoch, server_sequence, server_hash
    """

  init(_ row: ServerRow) throws {
    guard let id = OfficeID(bytes: try row.blob(0)), let rolling = RollingHash(bytes: try row.blob(4)),
      let epoch = DeviceEpoch(bytes: try row.blob(5))
    else { throw ServerStoreError.unexpectedRow(column: 0) }
    self.id = id
    name = try row.text(1)
    agencyCode = try row.text(2)
    head = try row.integer(3)
    self.rolling = rolling
    serverEpoch = epoch
    serverSequence = try row.integer(6)
    serverHash = try row.blob(7)
  }

  static func find(_ id: OfficeID, in transaction: any ServerTransaction) throws -> OfficeRecord? {
    try transaction.rows("SELECT \(columns) FROM office WHERE id = $1", [.blob(id.bytes)]).first.map(OfficeRecord.init)
  }

  /// Locks the office until the end of this transaction, so that no other transaction can extend its order. The order
  /// of commits is therefore the order of places, without gaps.
  static func lock(_ id: OfficeID, in transaction: any ServerTransaction) throws -> OfficeRecord? {
    try transaction.rows(
      "SELECT \(columns) FROM office WHERE id = $1\(transaction.lockingClause)", [.blob(id.bytes)]
    ).first.map(OfficeRecord.init)
  }

  static func find(agencyCode: String, in transaction: any ServerTransaction) throws -> OfficeRecord? {
    try transaction.rows("SELECT \(columns) FROM office WHERE agency_code = $1", [.text(agencyCode)]).first
      .map(OfficeRecord.init)
  }

  /// Creates an office with an empty order.
  static func insert(
    _ id: OfficeID, name: String, agencyCode: String, epoch: DeviceEpoch, in transaction: any ServerTransaction
  ) throws {
    try transaction.run(
      """
      INSERT INTO office (id, name, agency_code, head, rolling, server_epoch, server_sequence, server_hash)
      VALUES ($1, $2, $3, 0, $4, $5, 0, $6)
      """,
      [
        .blob(id.bytes), .text(name), .text(agencyCode), .blob(RollingHash.zero.bytes), .blob(epoch.bytes), .blob([]),
      ])
  }

  static func all(in transaction: any ServerTransaction) throws -> [OfficeRecord] {
    try transaction.rows("SELECT \(columns) FROM office ORDER BY name", []).map(OfficeRecord.init)
  }

  func keep(in transaction: any ServerTransaction) throws {
    try transaction.run(
      """
      UPDATE office SET head = $1, rolling = $2, server_epoch = $3, server_sequence = $4, server_hash = $5 WHERE id = $6
      """,
      [
        .integer(head), .blob(rolling.bytes), .blob(serverEpoch.bytes), .integer(serverSequence), .blob(serverHash),
        .blob(id.bytes),
      ])
  }
}
