import DossierDomain
import SyncProtocol

/// The day's numbers of an office, shared among its devices in standing blocks. A block changes its device only when the
/// holder gave it back, or an administrator declared the machine lost.
struct LaneShare {
  /// What a new desk gets, and what is added when a desk asks for more.
  static let blockSize = 500
  private static let most = 9999

  private let transaction: any ServerTransaction
  private let device: DeviceRecord

  init(_ device: DeviceRecord, in transaction: any ServerTransaction) {
    self.device = device
    self.transaction = transaction
  }

  /// Settles give-backs and wishes; grants are written down before they are told, so that a lost answer loses nothing.
  /// - Returns: all blocks of the device.
  func settle(
    held: [LaneBlock], returned: [LaneBlock], wanted: Int, isEnrolledWithOwnLane: Bool
  ) throws -> [LaneBlock] {
    var blocks = try all()
    if isEnrolledWithOwnLane, blocks.allSatisfy({ $0.device != device.id }) {
      // An office that worked alone keeps what it has not given back; nobody else can have had any.
      for block in held where !blocks.contains(where: { $0.block.overlaps(block) }) { try insert(block) }
      blocks = try all()
    }
    for block in returned { try giveBack(block, blocks) }
    blocks = try all()
    var mine = blocks.filter { $0.device == device.id }.map(\.block)
    if mine.isEmpty || wanted > 0 {
      if let free = Self.free(among: blocks.map(\.block)) {
        try insert(free)
        mine.append(free)
      }
    }
    return mine.sorted()
  }

  private func all() throws -> [(block: LaneBlock, device: DeviceID)] {
    try transaction.rows(
      "SELECT first, last, device FROM lane WHERE office = $1 ORDER BY first\(transaction.lockingClause)",
      [.blob(device.office.bytes)]
    ).compactMap { row in
      guard let block = LaneBlock(first: Int(try row.integer(0)), last: Int(try row.integer(1))),
        let device = DeviceID(bytes: try row.blob(2))
      else { return nil }
      return (block, device)
    }
  }

  private func insert(_ block: LaneBlock) throws {
    try transaction.run(
      "INSERT INTO lane (office, first, last, device) VALUES ($1, $2, $3, $4)",
      [
        .blob(device.office.bytes), .integer(Int64(block.first)), .integer(Int64(block.last)), .blob(device.id.bytes),
      ])
  }

  private func remove(_ block: LaneBlock) throws {
    try transaction.run(
      "DELETE FROM lane WHERE office = $1 AND first = $2 AND device = $3",
      [.blob(device.office.bytes), .integer(Int64(block.first)), .blob(device.id.bytes)])
  }

  /// Takes a block, or the end of one, out of the device's share.
  private func giveBack(_ returned: LaneBlock, _ blocks: [(block: LaneBlock, device: DeviceID)]) throws {
    for (block, holder) in blocks where holder == device.id && block.overlaps(returned) {
      try remove(block)
      if let before = LaneBlock(first: block.first, last: returned.first - 1) { try insert(before) }
      if let after = LaneBlock(first: returned.last + 1, last: block.last) { try insert(after) }
    }
  }

  /// The first block of numbers that nobody holds.
  static func free(among taken: [LaneBlock]) -> LaneBlock? {
    var first = 1
    for block in taken.sorted() {
      if block.first > first { break }
      first = max(first, block.last + 1)
    }
    let next = taken.map(\.first).filter { $0 > first }.min() ?? most + 1
    return LaneBlock(first: first, last: min(first + blockSize - 1, next - 1, most))
  }
}
