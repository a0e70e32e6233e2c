import DossierDomain
import JournalFormat

/// A machine that was enrolled as a desk of an office.
public struct DeviceRecord: Hashable, Sendable {
  public var office: OfficeID
  public var id: DeviceID
  public var name: String
  public var revokedAt: Instant?
  public var seenAt: Instant?
  /// It is the first machine of an office that worked alone before.
  var isFounder = false
  /// The clerks who may sign in at it, and since when.
  var signsIn = MachineClerks.everybody
  var clerksSince = Instant(milliseconds: 0)
  /// The number of entries that it has sent since it was revoked.
  var lateEntries = 0
  /// The last place of the order that was sent to it before this exchange; 0 if that was not recorded.
  var handedThrough: Int64 = 0

  /// Finds a machine by SHA-256 of its public key and locks its row until the end of the transaction.
  static func lock(keyHash: [UInt8], in transaction: any ServerTransaction) throws -> DeviceRecord? {
    try find(keyHash: keyHash, in: transaction, suffix: transaction.lockingClause)
  }

  static func find(
    keyHash: [UInt8], in transaction: any ServerTransaction, suffix: String = ""
  ) throws -> DeviceRecord? {
    try transaction.rows("SELECT \(columns) FROM device WHERE key_hash = $1\(suffix)", [.blob(keyHash)]).first
      .flatMap { try DeviceRecord($0, in: transaction) }
  }

  static func find(
    _ id: DeviceID, of office: OfficeID, in transaction: any ServerTransaction
  ) throws -> DeviceRecord? {
    try transaction.rows(
      "SELECT \(columns) FROM device WHERE office = $1 AND id = $2", [.blob(office.bytes), .blob(id.bytes)]
    ).first.flatMap { try DeviceRecord($0, in: transaction) }
  }

  private static let columns = """
    office, id, name, revoked_at, seen_at, is_founder, late_entries, everybody, clerks_since, handed_through
    """

  private init?(_ row: ServerRow, in transaction: any ServerTransaction) throws {
    guard let office = OfficeID(bytes: try row.blob(0)), let id = DeviceID(bytes: try row.blob(1)) else { return nil }
    self.office = office
    self.id = id
    name = try row.text(2)
    revokedAt = try row.optionalInteger(3).map { Instant(milliseconds: $0) }
    seenAt = try row.optionalInteger(4).map { Instant(milliseconds: $0) }
    isFounder = try row.integer(5) != 0
    lateEntries = Int(try row.integer(6))
    signsIn = try Self.signsIn(id, of: office, everybody: row.integer(7) != 0, in: transaction)
    clerksSince = Instant(milliseconds: try row.integer(8))
    handedThrough = try row.optionalInteger(9) ?? 0
  }

  static func signsIn(
    _ device: DeviceID, of office: OfficeID, everybody: Bool, in transaction: any ServerTransaction
  ) throws -> MachineClerks {
    if everybody { return .everybody }
    let clerks = try transaction.rows(
      "SELECT clerk FROM device_clerk WHERE office = $1 AND device = $2", [.blob(office.bytes), .blob(device.bytes)])
    return .only(Set(try clerks.compactMap { ClerkID(bytes: try $0.blob(0)) }))
  }

  /// Permits a new clerk to sign in, because an administrator added her at this machine.
  mutating func admit(_ clerk: ClerkID, at now: Instant, in transaction: any ServerTransaction) throws {
    guard case .only(var clerks) = signsIn else { return }
    clerks.insert(clerk)
    try MachineGrants(office: office, device: id, in: transaction).set(.only(clerks), at: now)
    signsIn = .only(clerks)
    clerksSince = now
  }

  func seen(
    at now: Instant, skew: Int64, program: String, reads: ReadableContent, in transaction: any ServerTransaction
  ) throws {
    try transaction.run(
      "UPDATE device SET seen_at = $1, clock_skew = $2, program = $3, reads = $4 WHERE office = $5 AND id = $6",
      [
        .integer(now.milliseconds), .integer(skew), .text(program), .text(reads.text), .blob(office.bytes),
        .blob(id.bytes),
      ])
  }
}

// MARK: The content that an office's machines can read

extension DeviceRecord {
  static let readableContent = ["ALTER TABLE device ADD COLUMN reads TEXT NOT NULL DEFAULT ''"]

  /// A machine without an exchange for this long no longer limits the others; entries that it cannot read wait for its
  /// upgrade.
  private static let silence: Int64 = 30 * 86_400_000
  private static let mostNames = 8

  /// The content that the province and all recently seen machines of the office can read.
  /// - Parameters:
  ///   - reads: the content that this machine can read.
  ///   - province: the content that the province can read.
  func officeReads(
    _ reads: ReadableContent, province: ReadableContent, at now: Instant, in transaction: any ServerTransaction
  ) throws -> OfficeReads {
    var common = province.intersection(reads)
    var behind: [String] = []
    for row in try transaction.rows(
      "SELECT name, reads FROM device WHERE office = $1 AND revoked_at IS NULL AND seen_at > $2 ORDER BY name",
      [.blob(office.bytes), .integer(now.milliseconds - Self.silence)])
    {
      let its = ReadableContent(text: try row.text(1)) ?? .unsaid
      common = common.intersection(its)
      if !its.isSuperset(of: reads), behind.count < Self.mostNames { behind.append(try row.text(0)) }
    }
    return OfficeReads(
      content: common == reads ? nil : common, behind: behind,
      isProvinceBehind: !province.isSuperset(of: reads))
  }

  /// - Throws: `AdministrationError.machinesBehind` with the machines of all offices that came lately and could not read one of
  ///   the decisions.
  static func requireReaders(
    of actions: [OfficeAction], at now: Instant, in transaction: any ServerTransaction
  ) throws {
    let rows = try transaction.rows(
      """
      SELECT o.name, d.name, d.reads FROM device d JOIN office o ON o.id = d.office
      WHERE d.revoked_at IS NULL AND d.seen_at > $1 ORDER BY o.name, d.name
      """, [.integer(now.milliseconds - Self.silence)])
    // Machines have few versions, and decisions may be hundreds.
    var isReader: [String: Bool] = [:]
    let behind = try rows.filter { row in
      let text = try row.text(2)
      if let known = isReader[text] { return !known }
      let reads = ReadableContent(text: text) ?? .unsaid
      let can = try actions.allSatisfy { try EntryFormat.isReadable(.office($0), by: reads) }
      isReader[text] = can
      return !can
    }.map { "\(try $0.text(1)) (\(try $0.text(0)))" }
    guard !behind.isEmpty else { return }
    throw AdministrationError.machinesBehind(
      Array(behind.prefix(mostNames)), others: max(0, behind.count - mostNames))
  }

  /// Records the last place of the order that was sent to the machine, to know whose data are on it if it is lost. An
  /// answer counts when it is made, because an answer that seemed interrupted may have arrived.
  func wasHanded(through place: Int64, in transaction: any ServerTransaction) throws {
    try transaction.run(
      "UPDATE device SET handed_through = $1 WHERE office = $2 AND id = $3 AND coalesce(handed_through, -1) < $4",
      [.integer(place), .blob(office.bytes), .blob(id.bytes), .integer(place)])
  }
}
