import DossierDomain
import JournalFormat
import SyncProtocol

/// The proofs of who wrote an office's entries. It stores the proofs that a device sends if they are valid, and sends
/// each device those that it lacks. Invalid ones are not stored, because they say nothing about anybody.
struct SignatureShelf {
  private let device: DeviceRecord
  private let transaction: any ServerTransaction
  private var serials: SerialNumbers { SerialNumbers(office: device.office, transaction: transaction) }

  /// The limit for entries that are read to check the statements of one request. A desk does not send more at once.
  static let mostRead = 2 * ClerkStatement.longestSpan
  /// The limit for rows of each table in one answer, because signatures cannot be compressed and the connection is
  /// slow.
  private static let mostTold: Int64 = 100

  init(_ device: DeviceRecord, in transaction: any ServerTransaction) {
    self.device = device
    self.transaction = transaction
  }

  // MARK: From the device

  /// - Parameter ends: the present ends of the device's chains. A statement about entries behind them is skipped, and
  ///     the device sends it again.
  /// - Returns: the number of newly stored statements.
  @discardableResult
  func take(_ statements: [ClerkStatement], ends: [DeviceEpoch: EpochEnd], at now: Instant) throws -> Int {
    var read: Int64 = 0
    var taken = 0
    for statement in statements {
      guard let range = statement.range, let end = ends[statement.epoch], statement.last <= end.lastSequence else {
        continue
      }
      read += statement.last - statement.first + 1
      guard read <= Self.mostRead else { break }
      if try take(statement, range, at: now) { taken += 1 }
    }
    return taken
  }

  private func take(_ statement: ClerkStatement, _ range: ClosedRange<Int64>, at now: Instant) throws -> Bool {
    guard try !overlaps(statement) else { return false }
    let hashes = try hashes(of: statement.clerk, in: range, of: statement.epoch)
    guard hashes.first?.sequence == range.lowerBound, hashes.last?.sequence == range.upperBound,
      statement.confirms(onlyOf: Set(hashes.map(\.sequence))),
      let key = try ClerkKeys(device.office, in: transaction).current(of: statement.clerk),
      statement.isSigned(by: key, office: device.office, hashes: hashes.lazy.map(\.hash))
    else { return false }
    try transaction.run(
      """
      INSERT INTO statement (office, epoch, clerk, first, last, confirmed, signature, public_key, device, arrived_at, serial)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """,
      [
        .blob(device.office.bytes), .blob(statement.epoch.bytes), .blob(statement.clerk.bytes),
        .integer(statement.first), .integer(statement.last), .blob(statement.confirmedBytes),
        .blob(statement.signature), .blob(key.bytes), .blob(device.id.bytes), .integer(now.milliseconds),
        .integer(try serials.next()),
      ])
    return true
  }

  /// Each entry of a clerk is covered by one statement only, so that nobody can make the server read it again and
  /// again.
  private func overlaps(_ statement: ClerkStatement) throws -> Bool {
    try !transaction.rows(
      """
      SELECT first FROM statement WHERE office = $1 AND epoch = $2 AND clerk = $3 AND last >= $4 AND first <= $5 LIMIT 1
      """,
      [
        .blob(device.office.bytes), .blob(statement.epoch.bytes), .blob(statement.clerk.bytes),
        .integer(statement.first), .integer(statement.last),
      ]
    ).isEmpty
  }

  private func hashes(
    of clerk: ClerkID, in range: ClosedRange<Int64>, of epoch: DeviceEpoch
  ) throws -> [(sequence: Int64, hash: [UInt8])] {
    try transaction.rows(
      """
      SELECT epoch_sequence, hash, bytes FROM entry
      WHERE office = $1 AND epoch = $2 AND epoch_sequence >= $3 AND epoch_sequence <= $4 ORDER BY epoch_sequence
      """,
      [
        .blob(device.office.bytes), .blob(epoch.bytes), .integer(range.lowerBound), .integer(range.upperBound),
      ]
    ).compactMap { row in
      guard EntryFormat.author(of: try row.blob(2)) == clerk else { return nil }
      return (try row.integer(0), try row.blob(1))
    }
  }

  /// - Parameter end: the end of the head's epoch.
  /// - Returns: whether the signed head is valid.
  @discardableResult
  func take(_ head: MachineHead, key: SigningPublicKey?, end: EpochEnd?) throws -> Bool {
    guard let key, try MachineKeys.isKey(key, of: device, in: transaction), head.device == device.id,
      head.isSigned(by: key, office: device.office), let end, end.device == device.id,
      head.sequence <= end.lastSequence,
      try hash(of: EntryReference(epoch: head.epoch, sequence: head.sequence)) == head.hash
    else { return false }
    try MachineKeys.keep(key, of: device, serials, in: transaction)
    try transaction.run(
      """
      INSERT INTO machine_head (office, epoch, device, sequence, hash, at, signature, serial)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (office, epoch) DO UPDATE SET device = excluded.device, sequence = excluded.sequence,
      hash = excluded.hash, at = excluded.at, signature = excluded.signature, serial = excluded.serial
      WHERE machine_head.sequence < excluded.sequence
      """,
      [
        .blob(device.office.bytes), .blob(head.epoch.bytes), .blob(device.id.bytes), .integer(head.sequence),
        .blob(head.hash), .integer(head.at.milliseconds), .blob(head.signature), .integer(try serials.next()),
      ])
    return true
  }

  private func hash(of reference: EntryReference) throws -> [UInt8]? {
    try transaction.rows(
      "SELECT hash FROM entry WHERE office = $1 AND epoch = $2 AND epoch_sequence = $3",
      [.blob(device.office.bytes), .blob(reference.epoch.bytes), .integer(reference.sequence)]
    ).first?.blob(0)
  }

  // MARK: To the device

  /// - Parameters:
  ///   - through: the serial number up to which the device has all rows.
  ///   - present: the device's present epoch, whose statements it has itself.
  /// - Returns: the rows that the device lacks, the number up to which it then has all of them, and whether there are
  ///     more.
  func told(behind through: Int64, present: DeviceEpoch?) throws -> (Signatures, through: Int64, hasMore: Bool) {
    let last = try serials.last()
    // A restored province counts from an earlier number again, so a device that is ahead gets all rows.
    let after = through > last ? 0 : through
    guard after < last else { return (Signatures(), last, false) }
    var page = SignaturePage(office: device.office, after: after, most: Self.mostTold, in: transaction)
    try page.read()
    page.signatures.statements.removeAll { $0.epoch == present }
    page.signatures.heads.removeAll { $0.device == device.id }
    page.signatures.machines.removeAll { $0.device == device.id }
    return (page.signatures, page.end ?? last, (page.end ?? last) < last)
  }
}
