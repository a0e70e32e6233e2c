import DossierDomain
import JournalFormat

/// The province's own signatures: it signs the end of each of its chains with its authority's key, as machines sign
/// theirs. The code that writes an entry records the new end; the code that answers a desk has the key and signs it.
struct ProvinceHeads {
  private let office: OfficeID
  private let transaction: any ServerTransaction

  init(_ office: OfficeID, in transaction: any ServerTransaction) {
    self.office = office
    self.transaction = transaction
  }

  /// Records the new end of a chain, which has no signature yet.
  func note(_ reference: EntryReference, hash: [UInt8], at now: Instant) throws {
    try transaction.run(
      """
      INSERT INTO machine_head (office, epoch, device, sequence, hash, at, signature, serial)
      VALUES ($1, $2, $3, $4, $5, $6, $7, 0)
      ON CONFLICT (office, epoch) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash, at = excluded.at,
      signature = excluded.signature, serial = 0
      """,
      [
        .blob(office.bytes), .blob(reference.epoch.bytes), .blob(MachineHead.province.bytes),
        .integer(reference.sequence), .blob(hash), .integer(now.milliseconds), .blob([]),
      ])
  }

  /// Signs the recorded ends and numbers them, so that every desk gets them.
  func sign(with authority: ProvinceAuthority) throws {
    let unsigned = try transaction.rows(
      "SELECT device, epoch, sequence, hash, at, signature FROM machine_head WHERE office = $1 AND signature = $2",
      [.blob(office.bytes), .blob([])])
    let serials = SerialNumbers(office: office, transaction: transaction)
    for row in unsigned {
      guard var head = try MachineHead(row) else { continue }
      try authority.sign(&head, office: office)
      try transaction.run(
        "UPDATE machine_head SET signature = $1, serial = $2 WHERE office = $3 AND epoch = $4",
        [.blob(head.signature), .integer(try serials.next()), .blob(office.bytes), .blob(head.epoch.bytes)])
    }
  }

  /// Records the ends of the chains that an earlier version wrote without signatures, so that they are signed too. It
  /// runs once, when this version first opens the store.
  static func noteEarlier(in transaction: any ServerTransaction) throws {
    let name = "province heads"
    guard try transaction.rows("SELECT value FROM meta WHERE name = $1", [.text(name)]).isEmpty else { return }
    try transaction.run("INSERT INTO meta (name, value) VALUES ($1, $2)", [.text(name), .blob([1])])
    for row in try transaction.rows(
      """
      SELECT office, epoch, max(epoch_sequence) FROM entry e WHERE NOT EXISTS
      (SELECT 1 FROM device_epoch d WHERE d.office = e.office AND d.epoch = e.epoch) GROUP BY office, epoch
      """, [])
    {
      guard let office = OfficeID(bytes: try row.blob(0)), let epoch = DeviceEpoch(bytes: try row.blob(1)) else {
        continue
      }
      let last = EntryReference(epoch: epoch, sequence: try row.integer(2))
      let entry = try transaction.rows(
        "SELECT hash, bytes FROM entry WHERE office = $1 AND epoch = $2 AND epoch_sequence = $3",
        [.blob(office.bytes), .blob(epoch.bytes), .integer(last.sequence)]
      ).first
      guard let entry, let envelope = EntryEnvelope(canonical: try entry.blob(1)) else { continue }
      try ProvinceHeads(office, in: transaction).note(
        last, hash: try entry.blob(0), at: Instant(milliseconds: envelope.at))
    }
  }
}
