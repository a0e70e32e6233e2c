import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol

/// Takes a device's new entries into the order. It drops those that are already there, stores forks and unreadable
/// entries beside the order, and gives every other entry its place and its verdict. No entry is refused or blocks those
/// behind it.
struct Admission {
  private let transaction: any ServerTransaction
  private var device: DeviceRecord
  private let now: Instant
  private let budget: AdmissionBudget
  /// The last sequences of the chains in the request: the device's own, and those for which it is a witness.
  private let heads: [DeviceEpoch: Int64]
  private let witnessed: Set<DeviceEpoch>
  /// The authors of the witnessed chains, if they are proven.
  private let authors: [DeviceEpoch: DeviceRecord]
  /// Hashes of the entries with a valid seal of the province.
  private let proven: Set<[UInt8]>
  private let beginnings: Beginnings
  private let reads: ReadableContent
  private(set) var forks: [EntryReference] = []
  /// The entries of the device's own chains that are stored beside the order because no desk could read them.
  private(set) var unplaced: [EntryReference] = []
  private(set) var placed = 0
  /// The number of entries that were stored before.
  private(set) var known = 0
  /// Entries were left for the next request, because the budget was spent.
  private(set) var isCut = false
  /// The number of entries applied to folds, as a measure of the cost of judging.
  private(set) var applied = 0
  /// The number of newly stored forks.
  private(set) var keptAside = 0
  private var seenBase: Int64?
  private var ends: [DeviceEpoch: EpochEnd] = [:]

  /// - Parameter reads: the content that the province can read, and thus judge.
  init(
    _ device: DeviceRecord, heads: [EpochHead], authors: [DeviceEpoch: DeviceRecord] = [:], proven: Set<[UInt8]> = [],
    isRestoring: Bool = false, reads: ReadableContent = .own, now: Instant, budget: AdmissionBudget,
    in transaction: any ServerTransaction
  ) throws {
    self.device = device
    self.reads = reads
    self.now = now
    self.budget = budget
    self.proven = proven
    beginnings = try Beginnings(of: device, heads, isRestoring: isRestoring, now: now, in: transaction)
    self.heads = Dictionary(heads.map { ($0.epoch, $0.lastSequence) }) { max($0, $1) }
    witnessed = Set(heads.filter(\.isWitness).map(\.epoch))
    self.authors = authors
    self.transaction = transaction
  }

  /// Called if the device followed a life of the log that differs behind `sequence`. Its entries up to now may refer to
  /// later places of that life, which are other entries in the present one.
  mutating func forgetSeen(beyond sequence: Int64) { seenBase = sequence }

  /// - Returns: the ends of the device's own epochs afterwards.
  /// - Throws: `ExchangeError.malformed` if the name of an entry cannot be read, if its epoch is not in the request, or
  ///     if the request names the province's present epoch.
  mutating func admit(_ entries: [[UInt8]]) throws -> [DeviceEpoch: EpochEnd] {
    let office = try OfficeRecord.find(device.office, in: transaction)
    // Everything is locked in the order of the ids, so that two transactions cannot block each other.
    for (epoch, head) in heads.sorted(by: { $0.key < $1.key }) {
      guard epoch != office?.serverEpoch else { throw ExchangeError.malformed("epoch of the province") }
      let author = witnessed.contains(epoch) ? authors[epoch]?.id : device.id
      var end = try EpochEnd.find(epoch, in: device.office, author: author, isLocked: true, transaction)
      if let seenBase {
        end.seenBase = end.seenThrough > 0 ? min(end.seenBase, seenBase) : seenBase
        end.seenThrough = max(end.seenThrough, head)
        try end.keep(device, in: transaction)
      }
      ends[epoch] = end
    }
    let arrivals = try entries.map { bytes in
      guard let arrival = Arrival(bytes) else { throw ExchangeError.malformed("entry") }
      return arrival
    }
    let (new, endsOfAll) = try following(arrivals)
    isCut = try !take(new)
    if !isCut { ends = endsOfAll }
    if !new.isEmpty { for end in ends.values where end.isBegun { try end.keep(device, in: transaction) } }
    return ends.filter { !witnessed.contains($0.key) }
  }

  /// The chains of the device that differ from the province's entries under the same names. The device gets their
  /// places with the bytes instead of the names.
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

  /// Drops duplicates, stores forks aside, and finds the entries that continue their chains without a gap.
  /// - Returns: the new entries, and the ends of the chains if all of them are taken.
  private mutating func following(
    _ arrivals: [Arrival]
  ) throws -> (new: [Arrival], ends: [DeviceEpoch: EpochEnd]) {
    var new: [Arrival] = []
    var forked: Set<DeviceEpoch> = []
    var sealed: Set<EntryReference> = []
    var ends = ends
    for arrival in arrivals {
      let epoch = arrival.reference.epoch
      guard var end = ends[epoch] else { throw ExchangeError.malformed("epoch") }
      // The chain belongs to another machine: this one was enrolled again, is a copy, or sends false entries. It has to
      // continue under a new epoch.
      if !witnessed.contains(epoch), end.device != device.id { forked.insert(epoch) }
      let sequence = arrival.reference.sequence
      if case .candidate(let candidate) = arrival, isSealedByProvince(candidate) {
        if try sealed.insert(candidate.reference).inserted && isNew(candidate) { new.append(arrival) }
        end.advance(to: arrival)
        if end.device == nil { end.device = EpochEnd.province }
        ends[epoch] = end
        continue
      }
      if sequence <= end.lastSequence {
        if try hasSame(arrival, end) {
          known += 1
        } else {
          try keepFork(arrival)
          forked.insert(epoch)
        }
      } else if sequence == end.lastSequence + 1, !forked.contains(epoch) {
        if arrival.previousHash == end.lastHash {
          end.advance(to: arrival)
          ends[epoch] = end
          new.append(arrival)
        } else {
          try keepFork(arrival)
          forked.insert(epoch)
        }
      } else if forked.contains(epoch) {
        try keepFork(arrival)
      }
      // Entries behind a gap are ignored. The answer says how far the chain is known, and the device sends them again
      // from there.
    }
    return (new, ends)
  }

  /// Whether the same entry is stored already. Every known entry of a device has a place in its own office's order,
  /// even if the home of the dossier is another office, or is stored beside the order.
  private mutating func hasSame(_ arrival: Arrival, _ end: EpochEnd) throws -> Bool {
    if case .unplaceable(let entry) = arrival {
      guard try UnplaceableEntry.hash(of: entry.reference, office: device.office, in: transaction) == entry.hash else {
        return false
      }
      // The answer that reported it may not have arrived.
      note(unplaced: entry.reference)
      return true
    }
    if arrival.reference.sequence == end.lastSequence { return arrival.hash == end.lastHash }
    let row = try transaction.rows(
      "SELECT hash FROM entry WHERE epoch = $1 AND epoch_sequence = $2 AND office = $3",
      [.blob(end.epoch.bytes), .integer(arrival.reference.sequence), .blob(device.office.bytes)]
    ).first
    return try row?.blob(0) == arrival.hash
  }

  private mutating func note(unplaced reference: EntryReference) {
    if !witnessed.contains(reference.epoch) { unplaced.append(reference) }
  }

  /// The province's own entries are taken with gaps in their chain, because no desk may have the entries between them.
  private func isSealedByProvince(_ candidate: OrderCandidate) -> Bool {
    candidate.clerk == ProvinceClerk.id && witnessed.contains(candidate.reference.epoch)
      && proven.contains(candidate.hash)
  }

  private mutating func isNew(_ candidate: OrderCandidate) throws -> Bool {
    let row = try transaction.rows(
      "SELECT hash FROM entry WHERE office = $1 AND epoch = $2 AND epoch_sequence = $3",
      [
        .blob(device.office.bytes), .blob(candidate.reference.epoch.bytes), .integer(candidate.reference.sequence),
      ]
    ).first
    guard let row else { return true }
    if try row.blob(0) == candidate.hash { known += 1 } else { try keepFork(.candidate(candidate)) }
    return false
  }

  private mutating func keepFork(_ arrival: Arrival) throws {
    keptAside += try transaction.run(
      """
      INSERT INTO fork (office, epoch, epoch_sequence, hash, device, bytes) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (office, epoch, epoch_sequence, hash) DO NOTHING
      """,
      [
        .blob(device.office.bytes), .blob(arrival.reference.epoch.bytes), .integer(arrival.reference.sequence),
        .blob(arrival.hash), .blob(device.id.bytes), .blob(arrival.bytes),
      ])
    // A witness is not the author of the chain, so the fork is not reported to it.
    if !witnessed.contains(arrival.reference.epoch) { forks.append(arrival.reference) }
  }

  /// Locks every order that changes, always in the order of their ids, so that two transactions cannot block each
  /// other.
  /// - Returns: false if some entries were left for the next request.
  private mutating func take(_ new: [Arrival]) throws -> Bool {
    guard !new.isEmpty else { return true }
    let candidates = new.compactMap { if case .candidate(let candidate) = $0 { candidate } else { nil } }
    let dossiers = Set(candidates.compactMap(\.dossier))
    let routes = try DossierRoutes(of: dossiers, candidates, office: device.office, in: transaction)
    let orders = try orders(routes, dossiers)
    guard let own = orders[device.office] else { throw ExchangeError.notEnrolled }
    // The deciding office needs all entries of a dossier, even if it joined the province after the dossier began.
    for (dossier, home, deciding) in routes.shared
    where orders[home]?.histories.isKnown(dossier) == true && orders[deciding]?.histories.isKnown(dossier) == false {
      try orders[deciding]?.takeOver(dossier, from: home)
    }
    var taken: [DossierID: Int] = [:]
    var rest = new[...]
    while let first = rest.first {
      let act = Self.act(at: rest)
      if let dossier = act.first?.dossier {
        taken[dossier, default: 0] += act.count
        // The first act is always taken, so that the exchange makes progress on a slow machine too.
        if placed > 0, taken[dossier, default: 0] > budget.entriesOfDossier { break }
      }
      if placed > 0, budget.isSpent() { break }
      if case .unplaceable(let entry) = first {
        try entry.keep(of: device, in: transaction)
        note(unplaced: entry.reference)
      } else {
        try place(act, routes, orders)
      }
      let count = max(act.count, 1)
      for arrival in rest.prefix(count) { ends[arrival.reference.epoch]?.advance(to: arrival) }
      placed += count
      rest = rest.dropFirst(count)
    }
    if !routes.awaited.dossiers.isEmpty { try routes.awaited.enter(own, in: transaction) }
    for order in orders.values { try order.finish() }
    applied = own.histories.applied
    return rest.isEmpty
  }

  /// The first act of the rest, which counts as a whole or not at all: the entries of one group about one dossier.
  /// Empty if the first arrival is not a candidate.
  private static func act(at rest: ArraySlice<Arrival>) -> [OrderCandidate] {
    var act: [OrderCandidate] = []
    for arrival in rest {
      guard case .candidate(let entry) = arrival else { break }
      if let first = act.first {
        guard first.group != nil, entry.group == first.group, entry.dossier == first.dossier else { break }
      }
      act.append(entry)
    }
    return act
  }

  private func orders(_ routes: DossierRoutes, _ dossiers: Set<DossierID>) throws -> [OfficeID: OfficeOrder] {
    var orders: [OfficeID: OfficeOrder] = [:]
    for office in routes.offices.sorted() {
      guard let record = try OfficeRecord.lock(office, in: transaction) else { continue }
      // Awaited dossiers get places in this office's order only.
      let named = office == device.office ? dossiers.union(routes.awaited.dossiers.keys) : dossiers
      orders[office] = try OfficeOrder(record, dossiers: named, in: transaction)
    }
    return orders
  }

  private mutating func place(
    _ act: [OrderCandidate], _ routes: DossierRoutes, _ orders: [OfficeID: OfficeOrder]
  ) throws {
    guard let order = orders[device.office], let first = act.first else {
      throw ExchangeError.notEnrolled
    }
    let isWitness = witnessed.contains(first.reference.epoch)
    let known = isWitness ? [:] : heads.filter { !witnessed.contains($0.key) }
    let judge = Judge(
      device: device, author: isWitness ? authors[first.reference.epoch] : device, heads: known, ends: ends,
      beginnings: beginnings, isWitness: isWitness, proven: proven, reads: reads, order: order,
      transaction: transaction)
    let verdicts =
      try act.count <= budget.entriesOfAct
      ? judge.verdicts(on: act) : act.map { _ in .quarantined(.unreadable) }
    let named = routes.home(of: first.dossier)
    let home = orders[named] == nil ? device.office : named
    for (entry, verdict) in zip(act, verdicts) {
      // Clerks of the time before the first exchange may sign in if the province's administrator has named them.
      if !isWitness, verdict.counts, case .office(.setClerk(let clerk)) = entry.content, !beginnings.contains(entry),
        order.clerks.clerk(clerk.id) == nil
      {
        try device.admit(clerk.id, at: now, in: transaction)
      }
      for office in routes.offices(for: first.dossier) {
        try orders[office]?.append(entry, verdict: verdict, home: home)
      }
    }
  }
}

/// The end of a chain, as the server has it.
struct EpochEnd {
  var epoch: DeviceEpoch
  /// The device that the chain belongs to; nil as long as no author is proven.
  var device: DeviceID?
  var lastSequence: Int64
  var lastHash: [UInt8]
  /// Entries up to this sequence were written by an author who followed a life of the log that differs behind
  /// `seenBase`; 0 if there are none.
  var seenThrough: Int64 = 0
  var seenBase: Int64 = 0

  /// The last place of the present order that the author of an entry had seen.
  func base(of entry: OrderCandidate) -> Int64 {
    entry.reference.sequence <= seenThrough ? min(entry.base, seenBase) : entry.base
  }

  /// Whether anything about the chain has to be stored.
  var isBegun: Bool { lastSequence > 0 || seenThrough > 0 }

  private static let nobody = DeviceID(high: 0, low: 0)
  /// The device of the chains that the province itself writes and no machine continues.
  static let province = MachineHead.province

  /// - Parameters:
  ///   - author: the device that the chain belongs to unless another one is stored; nil if no author is proven.
  ///   - isLocked: locks the row until the end of the transaction.
  static func find(
    _ epoch: DeviceEpoch, in office: OfficeID, author: DeviceID? = nil, isLocked: Bool = false,
    _ transaction: any ServerTransaction
  ) throws -> EpochEnd {
    let suffix = isLocked ? transaction.lockingClause : ""
    let row = try transaction.rows(
      "SELECT device, last_sequence, last_hash, seen_through, seen_base FROM device_epoch WHERE office = $1 AND epoch = $2\(suffix)",
      [.blob(office.bytes), .blob(epoch.bytes)]
    ).first
    guard let row else {
      // A chain of the province itself has no row at first. It continues from its last entry in the order.
      let last = try transaction.rows(
        """
        SELECT epoch_sequence, hash FROM entry WHERE office = $1 AND epoch = $2 ORDER BY epoch_sequence DESC LIMIT 1
        """, [.blob(office.bytes), .blob(epoch.bytes)]
      ).first
      return EpochEnd(
        epoch: epoch, device: last == nil ? author : province, lastSequence: try last?.integer(0) ?? 0,
        lastHash: try last?.blob(1) ?? [])
    }
    let holder = try DeviceID(bytes: row.blob(0)).flatMap { $0 == nobody ? nil : $0 }
    return EpochEnd(
      epoch: epoch, device: holder ?? author, lastSequence: try row.integer(1), lastHash: try row.blob(2),
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

  /// Does nothing if the entry does not follow, because the province's own entries are taken without the entries before
  /// them.
  mutating func advance(to arrival: Arrival) {
    guard arrival.reference.sequence == lastSequence + 1, arrival.previousHash == lastHash else { return }
    lastSequence = arrival.reference.sequence
    lastHash = arrival.hash
  }
}
