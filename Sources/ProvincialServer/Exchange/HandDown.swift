import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol

/// Reads the next places of an office's order for one device. The device's own entries are sent by name, and entries
/// that it may not hold by hash.
struct HandDown {
  let transaction: any ServerTransaction
  let device: DeviceRecord
  /// The last sequence of each chain whose entries the device has.
  let heads: [DeviceEpoch: Int64]
  /// The chains that belong to the device.
  let own: Set<DeviceEpoch>
  let permission: Permission
  let seals: Seals
  /// The last place whose entry the device may have received already.
  let before: Int64

  var entries: EntryRows { EntryRows(office: device.office, transaction: transaction) }

  func places(
    after sequence: Int64, limit: Int, _ budget: inout AnswerBudget
  ) throws -> (places: [OrderedEntry], rolling: RollingHash?) {
    var places: [OrderedEntry] = []
    var rolling: RollingHash?
    try entries.read(.everything, after: sequence, through: .max, most: min(limit, budget.entries)) { row in
      let (place, size) = try place(row)
      guard budget.draw(size) else { return false }
      places.append(place)
      rolling = RollingHash(bytes: try row.blob(8))
      return true
    }
    return (places, rolling)
  }

  /// One place in the form that this device may receive, and its size in bytes.
  func place(_ row: ServerRow) throws -> (OrderedEntry, size: Int) {
    let (content, size) = try content(of: row)
    var place = OrderedEntry(
      officeSequence: try row.integer(0), verdict: try Verdicts.read(row, 6), isReference: try row.integer(7) != 0,
      content: content)
    if case .bytes(let bytes) = content, place.verdict.counts { place.seal = seal(bytes, try row.blob(5)) }
    return (place, size)
  }

  /// Empty if the entry needs no seal.
  private func seal(_ bytes: [UInt8], _ hash: [UInt8]) -> [UInt8] {
    guard let envelope = EntryEnvelope(canonical: bytes),
      envelope.clerk == ProvinceClerk.id || envelope.dossier == nil, OrderCandidate(bytes)?.needsSeal == true
    else { return [] }
    return seals.seal(hash, of: device.office)
  }

  private func content(of row: ServerRow) throws -> (OrderedEntry.Content, size: Int) {
    guard let epoch = DeviceEpoch(bytes: try row.blob(1)) else { throw ServerStoreError.unexpectedRow(column: 1) }
    let sequence = try row.integer(2)
    if let head = heads[epoch], sequence <= head {
      return (.own(EntryReference(epoch: epoch, sequence: sequence)), 0)
    }
    // What the device wrote, it has: it asks for the bytes because its journal was damaged, and could not go on without.
    if !own.contains(epoch), let dossier = try row.optionalBlob(3).flatMap({ DossierID(bytes: $0) }),
      try !permission.allows(dossier)
    {
      try transaction.run(
        """
        INSERT INTO withheld (office, device, sequence, dossier, is_granted, was_held) VALUES ($1, $2, $3, $4, 0, $5)
        ON CONFLICT (office, device, sequence) DO NOTHING
        """,
        [
          .blob(device.office.bytes), .blob(device.id.bytes), .integer(try row.integer(0)), .blob(dossier.bytes),
          .integer(try row.integer(0) <= before ? 1 : 0),
        ])
      return (.withheld(hash: try row.blob(5)), 32)
    }
    let bytes = try row.blob(4)
    return (.bytes(bytes), bytes.count)
  }

  /// The places that were withheld from this device and that it may hold now, for example because the dossier was
  /// assigned to a clerk who may sign in at it.
  ///
  /// The places in an answer are marked as granted. A device takes in an answer as a whole or not at all. So if it
  /// reports no more withheld places than are unmarked here, all marked ones have arrived.
  /// - Parameters:
  ///   - position: the last place of the order that the device has.
  ///   - count: the number of places up to there of which the device has only the hash.
  ///   - last: the last place that an earlier answer in the same file grants; nil if this is the first answer. Whether the
  ///     file arrives is not known yet, so the earlier grants stay marked.
  /// - Returns: the contents, whether there are more, and whether the device should ask for them at once.
  func granted(
    upTo position: Int64, deviceHas count: Int, after last: Int64?, _ budget: inout AnswerBudget
  ) throws -> (grants: [GrantedEntry], areMore: Bool, isUnfinished: Bool) {
    // A device that has not taken in the last grants would ask for the same ones again and again.
    let isRepeated = try last == nil && !settleGrants(upTo: position, deviceHas: count)
    let rows = try transaction.rows(
      """
      SELECT w.sequence, w.dossier, length(e.bytes) FROM withheld w
      JOIN entry e ON e.office = w.office AND e.sequence = w.sequence
      WHERE w.office = $1 AND w.device = $2 AND w.sequence <= $3 AND w.sequence > $4 ORDER BY w.sequence
      """,
      [.blob(device.office.bytes), .blob(device.id.bytes), .integer(position), .integer(last ?? 0)])
    var grants: [GrantedEntry] = []
    for row in rows {
      guard let dossier = DossierID(bytes: try row.blob(1)), try permission.allows(dossier) else { continue }
      guard budget.draw(Int(try row.integer(2))) else { return (grants, true, !isRepeated) }
      grants.append(try grant(of: row.integer(0)))
    }
    return (grants, false, false)
  }

  private func grant(of sequence: Int64) throws -> GrantedEntry {
    let row = try transaction.rows(
      "SELECT bytes, hash, verdict FROM entry WHERE office = $1 AND sequence = $2",
      [.blob(device.office.bytes), .integer(sequence)]
    ).first
    guard let row else { throw ServerStoreError.unexpectedRow(column: 0) }
    try transaction.run(
      "UPDATE withheld SET is_granted = 1 WHERE office = $1 AND device = $2 AND sequence = $3",
      [.blob(device.office.bytes), .blob(device.id.bytes), .integer(sequence)])
    let bytes = try row.blob(0)
    return GrantedEntry(
      officeSequence: sequence, bytes: bytes, seal: try Verdicts.read(row, 2).counts ? seal(bytes, row.blob(1)) : [])
  }

  /// - Returns: false if grants were sent and have not arrived.
  private func settleGrants(upTo position: Int64, deviceHas count: Int) throws -> Bool {
    let known: [ServerValue] = [.blob(device.office.bytes), .blob(device.id.bytes), .integer(position)]
    let rows = try transaction.rows(
      "SELECT is_granted FROM withheld WHERE office = $1 AND device = $2 AND sequence <= $3", known)
    let marked = try rows.count { try $0.integer(0) != 0 }
    guard marked > 0 else { return true }
    let haveArrived = count <= rows.count - marked
    try transaction.run(
      haveArrived
        ? "DELETE FROM withheld WHERE office = $1 AND device = $2 AND sequence <= $3 AND is_granted = 1"
        : "UPDATE withheld SET is_granted = 0 WHERE office = $1 AND device = $2 AND sequence <= $3 AND is_granted = 1",
      known)
    return haveArrived
  }
}

/// Decides which dossiers a device may hold. It may hold a confidential one only if the assignee or a head of desk may
/// sign in at it.
final class Permission {
  private let transaction: any ServerTransaction
  private let device: DeviceRecord
  private let heads: Set<ClerkID>
  private var known: [DossierID: Bool] = [:]

  init(_ device: DeviceRecord, heads: Set<ClerkID>, in transaction: any ServerTransaction) {
    self.device = device
    self.heads = heads
    self.transaction = transaction
  }

  func allows(_ dossier: DossierID) throws -> Bool {
    if let allowed = known[dossier] { return allowed }
    let row = try transaction.rows(
      "SELECT confidential, assignee FROM dossier WHERE office = $1 AND id = $2",
      [.blob(device.office.bytes), .blob(dossier.bytes)]
    ).first
    var allowed = true
    if let row, try row.integer(0) != 0, case .only(let clerks) = device.signsIn {
      let assignee = try row.optionalBlob(1).flatMap { ClerkID(bytes: $0) }
      allowed = !clerks.isDisjoint(with: heads.union([assignee].compactMap { $0 }))
    }
    known[dossier] = allowed
    return allowed
  }
}
