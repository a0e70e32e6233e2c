import DossierDomain
import JournalFormat
import SyncProtocol

/// Takes a device's new entries into the order: drops what is there already, keeps forks raw, and gives every other entry
/// its place and its verdict. Nothing is refused, nothing blocks.
struct Admission {
  private let transaction: any ServerTransaction
  private let device: DeviceRecord
  /// How far the device has its own chains, and those for which it only stands in.
  private let heads: [DeviceEpoch: Int64]
  private let witnessed: Set<DeviceEpoch>
  private let beginnings: [DeviceEpoch: Int64]
  private(set) var forks: [EntryReference] = []
  private(set) var placed = 0
  private var seenBase: Int64?
  private var ends: [DeviceEpoch: EpochEnd] = [:]

  init(_ device: DeviceRecord, heads: [EpochHead], in transaction: any ServerTransaction) throws {
    self.device = device
    beginnings = try Beginnings.of(device, heads, in: transaction)
    self.heads = Dictionary(heads.map { ($0.epoch, $0.lastSequence) }) { max($0, $1) }
    witnessed = Set(heads.filter(\.isWitness).map(\.epoch))
    self.transaction = transaction
  }

  /// The device followed a life of the log that went on differently behind `sequence`: what its entries until now say of
  /// places beyond it is about other places than the present ones.
  mutating func forgetSeen(beyond sequence: Int64) { seenBase = sequence }

  /// - Returns: the heads of the device's epochs afterwards.
  /// - Throws: `ExchangeError.malformed` when an envelope cannot be read.
  mutating func admit(_ entries: [[UInt8]]) throws -> [DeviceEpoch: EpochEnd] {
    var ends: [DeviceEpoch: EpochEnd] = [:]
    let office = try OfficeRecord.find(device.office, in: transaction)
    // In the order of their ids, as everything that is locked.
    for (epoch, head) in heads.sorted(by: { $0.key < $1.key }) {
      guard epoch != office?.serverEpoch else { throw ExchangeError.malformed("epoch of the province") }
      var end = try EpochEnd.find(epoch, device, isWitness: witnessed.contains(epoch), in: transaction)
      if let seenBase {
        end.seenBase = end.seenThrough > 0 ? min(end.seenBase, seenBase) : seenBase
        end.seenThrough = head
        try end.keep(device, in: transaction)
      }
      ends[epoch] = end
    }
    self.ends = ends
    let candidates = try entries.map { bytes in
      guard let candidate = OrderCandidate(bytes) else { throw ExchangeError.malformed("entry") }
      return candidate
    }
    let new = try sorted(candidates, &ends)
    if !new.isEmpty {
      try place(new)
      for end in ends.values { try end.keep(device, in: transaction) }
    }
    return ends.filter { !witnessed.contains($0.key) }
  }

  /// Chains of the device that are not what the province has under their names: it hears of their places with the bytes.
  func foreign(_ heads: [EpochHead]) throws -> Set<DeviceEpoch> {
    var foreign = Set(forks.map(\.epoch))
    for head in heads where head.lastSequence > 0 && !head.lastHash.isEmpty && !head.isWitness {
      let row = try transaction.rows(
        "SELECT hash FROM entry WHERE office = $1 AND epoch = $2 AND epoch_sequence = $3",
        [.blob(device.office.bytes), .blob(head.epoch.bytes), .integer(head.lastSequence)]
      ).first
      if let row, try row.blob(0) != head.lastHash { foreign.insert(head.epoch) }
    }
    return foreign
  }

  /// Drops duplicates, keeps forks aside, and takes what follows without a gap.
  private mutating func sorted(
    _ candidates: [OrderCandidate], _ ends: inout [DeviceEpoch: EpochEnd]
  ) throws -> [OrderCandidate] {
    var new: [OrderCandidate] = []
    var forked: Set<DeviceEpoch> = []
    for candidate in candidates {
      let epoch = candidate.reference.epoch
      guard var end = ends[epoch] else { throw ExchangeError.malformed("epoch") }
      let sequence = candidate.reference.sequence
      if sequence <= end.lastSequence {
        if try !end.hasSame(candidate, office: device.office, in: transaction) {
          try keepFork(candidate, isWitness: witnessed.contains(epoch))
          forked.insert(epoch)
        }
      } else if sequence == end.lastSequence + 1, !forked.contains(epoch) {
        if candidate.previousHash == end.lastHash {
          end.lastSequence = sequence
          end.lastHash = candidate.hash
          ends[epoch] = end
          new.append(candidate)
        } else {
          try keepFork(candidate, isWitness: witnessed.contains(epoch))
          forked.insert(epoch)
        }
      } else if forked.contains(epoch) {
        try keepFork(candidate, isWitness: witnessed.contains(epoch))
      }
      // Behind a gap: the device hears how far its chain is known, and sends again from there.
    }
    return new
  }

  private mutating func keepFork(_ candidate: OrderCandidate, isWitness: Bool) throws {
    try transaction.run(
      """
      INSERT INTO fork (office, epoch, epoch_sequence, hash, device, bytes) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (office, epoch, epoch_sequence, hash) DO NOTHING
      """,
      [
        .blob(device.office.bytes), .blob(candidate.reference.epoch.bytes), .integer(candidate.reference.sequence),
        .blob(candidate.hash), .blob(device.id.bytes), .blob(candidate.bytes),
      ])
    // The one who stands in for another has forked nothing.
    if !isWitness { forks.append(candidate.reference) }
  }

  /// Locks every order that is touched, always in the order of their ids, so that two devices never wait for each other.
  private mutating func place(_ new: [OrderCandidate]) throws {
    let dossiers = Set(new.compactMap(\.dossier))
    let routes = try DossierRoutes(of: dossiers, new, office: device.office, in: transaction)
    var orders: [OfficeID: OfficeOrder] = [:]
    for office in routes.offices.sorted() {
      guard let record = try OfficeRecord.lock(office, in: transaction) else { continue }
      // What waits takes places in this office's order only.
      let named = office == device.office ? dossiers.union(routes.awaited.dossiers.keys) : dossiers
      orders[office] = try OfficeOrder(record, dossiers: named, in: transaction)
    }
    guard orders[device.office] != nil else { throw ExchangeError.notEnrolled }
    // Who decides a dossier has all of it, also when it came to the province after the dossier's beginning.
    for (dossier, home, deciding) in routes.shared
    where orders[home]?.histories.isKnown(dossier) == true && orders[deciding]?.histories.isKnown(dossier) == false {
      try orders[deciding]?.takeOver(dossier, from: home)
    }
    var rest = new[...]
    while let first = rest.first {
      // One act on one dossier stands or falls together.
      let act =
        first.group == nil
        ? rest.prefix(1) : rest.prefix { $0.group == first.group && $0.dossier == first.dossier }
      rest = rest.dropFirst(act.count)
      try place(Array(act), routes, &orders)
    }
    if !routes.awaited.dossiers.isEmpty, var own = orders[device.office] {
      try routes.awaited.enter(&own, in: transaction)
      orders[device.office] = own
    }
    for order in orders.values { try order.finish() }
    placed = new.count
  }

  private func place(_ act: [OrderCandidate], _ routes: DossierRoutes, _ orders: inout [OfficeID: OfficeOrder]) throws {
    guard let order = orders[device.office], let first = act.first else { throw ExchangeError.notEnrolled }
    let isWitness = witnessed.contains(first.reference.epoch)
    let known = isWitness ? [:] : heads.filter { !witnessed.contains($0.key) }
    let verdicts = try Judge(
      device: device, heads: known, ends: ends, beginnings: beginnings, isWitness: isWitness, order: order,
      transaction: transaction
    ).verdicts(on: act)
    let named = routes.home(of: first.dossier)
    let home = orders[named] == nil ? device.office : named
    for (entry, verdict) in zip(act, verdicts) {
      for office in routes.offices(for: first.dossier) {
        try orders[office]?.append(entry, verdict: verdict, home: home)
      }
    }
  }
}

/// The end of one of a device's chains as the server has it.
struct EpochEnd {
  var epoch: DeviceEpoch
  /// Whose it is; nil while only others have brought its entries.
  var device: DeviceID?
  var lastSequence: Int64
  var lastHash: [UInt8]
  /// Entries up to here were written by somebody who knew another life of the log behind `seenBase`; 0 for none.
  var seenThrough: Int64 = 0
  var seenBase: Int64 = 0

  /// What the author of an entry had seen of the present order.
  func base(of entry: OrderCandidate) -> Int64 {
    entry.reference.sequence <= seenThrough ? min(entry.base, seenBase) : entry.base
  }

  private static let nobody = DeviceID(high: 0, low: 0)

  /// - Parameter isWitness: the device stands in for whoever wrote the epoch.
  static func find(
    _ epoch: DeviceEpoch, _ device: DeviceRecord, isWitness: Bool, in transaction: any ServerTransaction
  ) throws -> EpochEnd {
    let row = try transaction.rows(
      "SELECT device, last_sequence, last_hash, seen_through, seen_base FROM device_epoch WHERE office = $1 AND epoch = $2\(transaction.lockingClause)",
      [.blob(device.office.bytes), .blob(epoch.bytes)]
    ).first
    guard let row else {
      // The province's own epochs are no device's; what is left of one goes on from its last entry here.
      let last = try transaction.rows(
        """
        SELECT epoch_sequence, hash FROM entry WHERE office = $1 AND epoch = $2 ORDER BY epoch_sequence DESC LIMIT 1
        """, [.blob(device.office.bytes), .blob(epoch.bytes)]
      ).first
      return EpochEnd(
        epoch: epoch, device: isWitness ? nil : device.id, lastSequence: try last?.integer(0) ?? 0,
        lastHash: try last?.blob(1) ?? [])
    }
    let holder = try DeviceID(bytes: row.blob(0)).flatMap { $0 == nobody ? nil : $0 }
    // A machine that was enrolled anew goes on with the chains that it has; a fork shows if it is not alone with them.
    return EpochEnd(
      epoch: epoch, device: isWitness ? holder : device.id, lastSequence: try row.integer(1), lastHash: try row.blob(2),
      seenThrough: try row.integer(3),
      seenBase: try row.integer(4))
  }

  func keep(_ device: DeviceRecord, in transaction: any ServerTransaction) throws {
    try transaction.run(
      """
      INSERT INTO device_epoch (office, epoch, device, last_sequence, last_hash, seen_through, seen_base)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (office, epoch) DO UPDATE SET last_sequence = excluded.last_sequence, last_hash = excluded.last_hash,
      device = excluded.device, seen_through = excluded.seen_through, seen_base = excluded.seen_base
      """,
      [
        .blob(device.office.bytes), .blob(epoch.bytes), .blob((self.device ?? Self.nobody).bytes),
        .integer(lastSequence),
        .blob(lastHash), .integer(seenThrough), .integer(seenBase),
      ])
  }

  /// Every entry of a device has a place in its own office's order, at home there or not.
  func hasSame(
    _ candidate: OrderCandidate, office: OfficeID, in transaction: any ServerTransaction
  ) throws -> Bool {
    if candidate.reference.sequence == lastSequence { return candidate.hash == lastHash }
    let row = try transaction.rows(
      "SELECT hash FROM entry WHERE epoch = $1 AND epoch_sequence = $2 AND office = $3",
      [
        .blob(epoch.bytes), .integer(candidate.reference.sequence), .blob(office.bytes),
      ]
    ).first
    return try row?.blob(0) == candidate.hash
  }
}
