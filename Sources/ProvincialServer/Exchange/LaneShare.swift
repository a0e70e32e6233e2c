import DossierDomain
import SyncProtocol

/// The day's numbers of an office, shared among its devices in permanent blocks. A block changes its holder only if the
/// holder has given it back or an administrator has declared the machine lost. The holder is one life of a device: a
/// restored or copied database gets numbers of its own, because the earlier life may still issue from its block. If the
/// earlier life does not exchange for a week, its block becomes free.
struct LaneShare {
  /// The size of a new desk's block, and of each block that is added when a desk asks for more.
  static let blockSize = 500
  /// The size of a block for a life after the first one, because there may be many of them.
  static let laterBlockSize = 100
  /// The days without an exchange after which an earlier life loses its block.
  static let restDays = 7
  /// The limit for new numbers of one machine on one day, so that no machine takes all numbers of an office.
  static let mostADay = 1500
  private static let most = 9999

  private let transaction: any ServerTransaction
  private let device: DeviceRecord
  private let epoch: DeviceEpoch
  private let earlier: Set<DeviceEpoch>

  /// - Parameters:
  ///   - epoch: the device's present life.
  ///   - earlier: the earlier lives that the device reports.
  init(
    _ device: DeviceRecord, _ epoch: DeviceEpoch, earlier: Set<DeviceEpoch> = [],
    in transaction: any ServerTransaction
  ) {
    self.device = device
    self.epoch = epoch
    self.earlier = earlier
    self.transaction = transaction
  }

  /// Processes returned blocks and requests for numbers. A grant is stored before it is sent, so that a lost answer
  /// loses nothing.
  /// - Parameters:
  ///   - wanted: how many further numbers the device would like.
  ///   - claims: which blocks that are not stored here the device may rightly hold.
  ///   - mayGrant: false after a restore of this server, until an administrator has confirmed that every desk has come,
  ///     because numbers that look free may be in use.
  /// - Returns: all blocks of the device's present life.
  func settle(
    held: [LaneBlock], returned: [LaneBlock], wanted: Int, today: CivilDate, claims: Claims, mayGrant: Bool
  ) throws -> [LaneBlock] {
    let blocks = try all()
    let mine = own(blocks)
    let isChanging =
      claims != .none || !returned.isEmpty || mine.isEmpty || wanted > 0
      || blocks.contains { isDue($0, today) || hasCome($0) || isLeft($0) }
    guard isChanging else { return mine }
    // One device of an office does this at a time, so changes by others since the first reading are read again.
    _ = try OfficeRecord.lock(device.office, in: transaction)
    for holding in try all() {
      if hasCome(holding) { try free(holding, on: nil) }
      if isLeft(holding) { try free(holding, on: today.dayNumber + Self.restDays) }
    }
    for holding in try all() where isDue(holding, today) { try remove(holding.block, of: holding.device) }
    for block in held where try mayClaim(block, claims, today) { try insert(block, on: nil) }
    for block in returned { try giveBack(block) }
    return mayGrant ? try grant(held: held, wanted: wanted, today: today) : own(try all())
  }

  /// Whether the block is free from today on.
  private func isDue(_ holding: Holding, _ today: CivilDate) -> Bool {
    holding.freeOn.map { $0 <= today.dayNumber } ?? false
  }

  /// Whether the block was to become free, but the life that holds it has exchanged again.
  private func hasCome(_ holding: Holding) -> Bool { isOwn(holding) && holding.freeOn != nil }

  /// Whether the block belongs to an earlier life of this device and has no date yet on which it becomes free.
  private func isLeft(_ holding: Holding) -> Bool {
    holding.device == device.id && holding.epoch != epoch && earlier.contains(holding.epoch) && holding.freeOn == nil
  }

  private func isOwn(_ holding: Holding) -> Bool { holding.device == device.id && holding.epoch == epoch }

  /// After a restore a device may claim no more than what it could have been granted on one day, besides what it is known
  /// to hold from earlier days. Otherwise one machine could take all numbers of its office with one request.
  private func mayClaim(_ block: LaneBlock, _ claims: Claims, _ today: CivilDate) throws -> Bool {
    guard claims != .none else { return false }
    let blocks = try all()
    guard !blocks.contains(where: { $0.block.overlaps(block) }) else { return false }
    let own = blocks.filter { $0.device == device.id && ($0.grantedOn == nil || $0.grantedOn == today.dayNumber) }
      .reduce(0) { $0 + $1.block.count }
    return claims == .ofFounder || own + block.count <= Self.mostADay
  }

  private func grant(held: [LaneBlock], wanted: Int, today: CivilDate) throws -> [LaneBlock] {
    let blocks = try all()
    let mine = own(blocks)
    // Blocks that the device has not received yet count towards the numbers that it asks for.
    let unheard = mine.filter { block in !held.contains { $0.overlaps(block) } }.reduce(0) { $0 + $1.count }
    let size = try isLaterLife(blocks) ? Self.laterBlockSize : Self.blockSize
    let new = blocks.filter { $0.device == device.id && $0.grantedOn == today.dayNumber }.reduce(0) {
      $0 + $1.block.count
    }
    guard mine.isEmpty || wanted > unheard, new + size <= Self.mostADay,
      let free = Self.free(among: blocks.map(\.block), size: size)
    else { return mine }
    try insert(free, on: today.dayNumber)
    return (mine + [free]).sorted()
  }

  /// Whether the machine has written entries or held numbers in another life.
  private func isLaterLife(_ blocks: [Holding]) throws -> Bool {
    if blocks.contains(where: { $0.device == device.id && $0.epoch != epoch }) { return true }
    return try !transaction.rows(
      "SELECT epoch FROM device_epoch WHERE office = $1 AND device = $2 AND epoch <> $3 LIMIT 1",
      [.blob(device.office.bytes), .blob(device.id.bytes), .blob(epoch.bytes)]
    ).isEmpty
  }

  private struct Holding {
    var block: LaneBlock
    var device: DeviceID
    var epoch: DeviceEpoch
    /// The number of the day from which nobody holds the block, because its holder was declared lost or a later life
    /// has exchanged.
    var freeOn: Int?
    /// The number of the day; nil if it is not known.
    var grantedOn: Int?
  }

  private func own(_ holdings: [Holding]) -> [LaneBlock] {
    holdings.filter(isOwn).map(\.block).sorted()
  }

  private func all() throws -> [Holding] {
    try transaction.rows(
      "SELECT first, last, device, epoch, free_on, granted_on FROM lane WHERE office = $1 ORDER BY first",
      [.blob(device.office.bytes)]
    ).compactMap { row in
      guard let block = LaneBlock(first: Int(try row.integer(0)), last: Int(try row.integer(1))),
        let device = DeviceID(bytes: try row.blob(2)), let epoch = DeviceEpoch(bytes: try row.blob(3))
      else { return nil }
      return Holding(
        block: block, device: device, epoch: epoch, freeOn: try row.optionalInteger(4).map { Int($0) },
        grantedOn: try row.optionalInteger(5).map { Int($0) })
    }
  }

  private func insert(_ block: LaneBlock, on day: Int?) throws {
    try transaction.run(
      "INSERT INTO lane (office, first, last, device, epoch, granted_on) VALUES ($1, $2, $3, $4, $5, $6)",
      [
        .blob(device.office.bytes), .integer(Int64(block.first)), .integer(Int64(block.last)), .blob(device.id.bytes),
        .blob(epoch.bytes), day.map { .integer(Int64($0)) } ?? .null,
      ])
  }

  private func free(_ holding: Holding, on day: Int?) throws {
    try transaction.run(
      "UPDATE lane SET free_on = $1 WHERE office = $2 AND first = $3 AND device = $4",
      [
        day.map { .integer(Int64($0)) } ?? .null, .blob(device.office.bytes), .integer(Int64(holding.block.first)),
        .blob(holding.device.bytes),
      ])
  }

  private func remove(_ block: LaneBlock, of holder: DeviceID) throws {
    try transaction.run(
      "DELETE FROM lane WHERE office = $1 AND first = $2 AND device = $3",
      [.blob(device.office.bytes), .integer(Int64(block.first)), .blob(holder.bytes)])
  }

  /// Removes a returned block from the device's share; the device keeps the rest of a block that it returns in part.
  private func giveBack(_ returned: LaneBlock) throws {
    for holding in try all() where isOwn(holding) && holding.block.overlaps(returned) {
      let block = holding.block
      try remove(block, of: device.id)
      let rest = [
        LaneBlock(first: block.first, last: returned.first - 1), LaneBlock(first: returned.last + 1, last: block.last),
      ]
      for block in rest.compactMap({ $0 }) { try insert(block, on: holding.grantedOn) }
    }
  }

  /// The first range of numbers that nobody holds, of at most `size` numbers; nil if there is none.
  static func free(among taken: [LaneBlock], size: Int = blockSize) -> LaneBlock? {
    var first = 1
    for block in taken.sorted() {
      if block.first > first { break }
      first = max(first, block.last + 1)
    }
    guard first <= most else { return nil }
    let next = taken.map(\.first).filter { $0 > first }.min() ?? most + 1
    return LaneBlock(first: first, last: min(first + size - 1, next - 1, most))
  }
}

extension LaneShare {
  /// Which blocks that are not stored here a device may rightly hold.
  enum Claims {
    case none
    /// The device worked alone until now, so all numbers were its own.
    case ofFounder
    /// This server was restored, so that grants after the backup are not known here.
    case afterRestore

    /// The time after a restore ends when an administrator has said that every desk has come, or after some days.
    init(of device: DeviceRecord, _ log: LogEpochs, mayGrant: Bool, at now: Instant) {
      if device.isFounder, device.seenAt == nil {
        self = .ofFounder
      } else {
        self = log.takesWitnesses(at: now) && !mayGrant ? .afterRestore : .none
      }
    }
  }

  /// After a restore of this server, numbers that look free may be in use until an administrator confirms that they are
  /// not.
  static func mayGrant(_ office: OfficeID, _ log: LogEpochs, in transaction: any ServerTransaction) throws -> Bool {
    guard log.wasRestored else { return true }
    let value = try transaction.rows("SELECT value FROM meta WHERE name = $1", [.text(name(office))]).first?.blob(0)
    return value == log.current
  }

  /// Records an administrator's confirmation that every desk of the office has exchanged since the restore or is lost.
  static func allowGrants(_ office: OfficeID, _ log: LogEpochs, in transaction: any ServerTransaction) throws {
    try transaction.run(
      "INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      [.text(name(office)), .blob(log.current)])
  }

  private static func name(_ office: OfficeID) -> String { "lanes open \(office.hexadecimal)" }
}
