import DossierDomain
import ExchangeModel
import Foundation
import GRDB
import JournalFormat

/// The next request of this desk, as far as it can be read from the store, and facts that its sender needs besides.
public struct Outgoing: Hashable, Sendable {
  public var request: ExchangeRequest
  /// The own epochs that the request names; the present one is the last.
  public var epochs: [OwnEpoch]
  /// How many entries of the request belong to the present epoch.
  public var ownCount: Int
  /// More entries wait than the request holds.
  public var hasMore: Bool
  public var numbersLeftToday: Int
  /// The last entry of the present epoch that the machine has signed; 0 for none.
  public var signedThrough: Int64
}

public struct OwnEpoch: Hashable, Sendable {
  public var epoch: DeviceEpoch
  public var lastSequence: Int64
  public var lastHash: [UInt8]
  public var acknowledged: Int64
  public var isCurrent: Bool
}

extension ExchangeStore {
  /// Dossiers whose entries are asked for in one request.
  private static let mostHistories = 32

  /// Reads the next request: at most so many entries and bytes, but at least one act. If no entries are allowed, the request
  /// only says where this desk stands.
  /// - Parameters:
  ///   - trustsOwnChain: own entries may be named without their bytes; otherwise only those with a place here, and only
  ///     what the chain here confirms is handed in.
  ///   - mayWitness: entries of other desks that have lost their places are handed in too.
  public func outgoing(
    _ sender: RequestSender, mostEntries: Int, mostBytes: Int, trustsOwnChain: Bool = true, mayWitness: Bool = true
  ) throws(StoreError) -> Outgoing {
    try read { db in
      let all = try Self.ownEpochs(db)
      let epochs = Self.named(all)
      let witnessed = mostEntries > 0 && mayWitness ? try WitnessedEpoch.all(db) : []
      let chains = try OutgoingChains(
        db, own: mostEntries > 0 ? epochs.filter(\.isCurrent) : [], witnessed, mostEntries: mostEntries,
        mostBytes: mostBytes, trustsOwn: trustsOwnChain)
      let (entries, ownCount, hasMore) = chains.merged()
      let placed = trustsOwnChain ? nil : try Self.placed(db)
      var request = ExchangeRequest(
        office: sender.office, device: sender.device, program: sender.program, sentAt: sender.sentAt,
        position: try SyncRecord.position(db),
        epochs: witnessed.map(EpochHead.init) + epochs.map { EpochHead($0, upTo: placed) },
        entries: entries, reads: sender.reads)
      try Self.complete(&request, db, witnessed)
      if mostEntries > 0 {
        request.statements = try Self.statements(db, all, ownCount)
        request.credentials = try SignIn.untold(db, limit: Self.mostCredentials)
      }
      return Outgoing(
        request: request, epochs: epochs, ownCount: ownCount, hasMore: hasMore,
        numbersLeftToday: try Lanes.left(db, on: sender.sentAt.civilDate),
        signedThrough: try Int64.fetchOne(
          db, sql: "SELECT h.sequence FROM machine_head h JOIN device_epoch d USING (epoch) WHERE d.is_current = 1")
          ?? 0)
    }
  }

  /// Adds this desk's numbers, books, position marks and wishes to the request.
  private static func complete(
    _ request: inout ExchangeRequest, _ db: Database, _ witnessed: [WitnessedEpoch]
  ) throws {
    if !witnessed.isEmpty {
      request.seals = try seals(db, of: request.entries)
      request.witnessedHeads = witnessed.compactMap(\.head)
      request.witnessedMachines = try machines(db, of: witnessed)
    }
    request.lanesHeld = try Lanes.held(db)
    request.lanesReturned = try Lanes.returned(db)
    request.withheld = try Int.fetchOne(db, sql: "SELECT count(*) FROM withheld") ?? 0
    request.lastAnswer = try Int64.fetchOne(db, sql: "SELECT last_answer FROM log_position").map {
      Instant(milliseconds: $0)
    }
    request.books = try BookTable.all(db).compactMap(BookState.init)
    request.beginning = try SnapshotRecord.beginning(db, of: request.office)
    request.histories = try FoldedDossiers.wanted(db, limit: mostHistories)
    request.historyParts = try HistoryParts.begun(db, of: request.histories)
    request.takesParts = request.beginning != nil || !request.histories.isEmpty
    request.signaturesThrough = try Int64.fetchOne(db, sql: "SELECT signatures_through FROM log_position") ?? 0
  }

  /// The last own entry with a place, by epoch.
  private static func placed(_ db: Database) throws -> [DeviceEpoch: Int64] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT d.epoch, max(e.sequence) AS sequence FROM entry e JOIN device_epoch d ON d.id = e.epoch_id
        WHERE d.is_own = 1 AND e.office_sequence IS NOT NULL GROUP BY d.id
        """)
    return Dictionary(
      rows.compactMap { row in
        DeviceEpoch(bytes: row[EpochColumn.epoch] as Data).map { ($0, row[EntryColumn.sequence] as Int64) }
      }
    ) { max($0, $1) }
  }

  private static let mostCredentials = 100

  private static func machines(_ db: Database, of witnessed: [WitnessedEpoch]) throws -> [Machine] {
    let devices = Set(witnessed.compactMap(\.head?.device))
    guard !devices.isEmpty else { return [] }
    return try KeyRows.machines(db).values.filter { devices.contains($0.device) }.sorted { $0.device < $1.device }
  }

  private static func statements(
    _ db: Database, _ epochs: [OwnEpoch], _ ownCount: Int
  ) throws -> [ClerkStatement] {
    let known = epochs.map { ($0.epoch, $0.acknowledged + ($0.isCurrent ? Int64(ownCount) : 0)) }
    return try StatementRows.toTell(db, known: Dictionary(known) { max($0, $1) })
  }

  private static func seals(_ db: Database, of entries: [[UInt8]]) throws -> [Int: [UInt8]] {
    var seals: [Int: [UInt8]] = [:]
    for (index, bytes) in entries.enumerated() {
      seals[index] = try Data.fetchOne(
        db.cachedStatement(sql: "SELECT code FROM seal WHERE hash = ?"), arguments: [Data(entryHash(bytes))]
      ).map { Array($0) }
    }
    return seals
  }

  /// The protocol accepts 64 chains in one request, including witnessed ones of others.
  private static let mostOwn = 48

  /// The epochs to name in a request: all, or if there are too many, the latest ones, with those preferred that the
  /// province may not have completely.
  static func named(_ epochs: [OwnEpoch]) -> [OwnEpoch] {
    let earlier = epochs.filter { !$0.isCurrent }
    guard earlier.count >= mostOwn else { return epochs }
    let isWhole = { (epoch: OwnEpoch) in epoch.acknowledged >= epoch.lastSequence }
    let chosen = earlier.filter(isWhole) + earlier.filter { !isWhole($0) }
    return chosen.suffix(mostOwn - 1) + epochs.filter(\.isCurrent)
  }

  static func ownEpochs(_ db: Database) throws -> [OwnEpoch] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT epoch, last_sequence, last_hash, acknowledged, is_current FROM device_epoch WHERE is_own = 1
          ORDER BY is_current, id
          """)
    ).compactMap { row in
      guard let epoch = DeviceEpoch(bytes: row[EpochColumn.epoch] as Data) else { return nil }
      return OwnEpoch(
        epoch: epoch, lastSequence: row[EpochColumn.lastSequence], lastHash: Array(row[EpochColumn.lastHash] as Data),
        acknowledged: row[EpochColumn.acknowledged], isCurrent: row[EpochColumn.isCurrent])
    }
  }

  /// Marks the next `count` entries of the present epoch and these statements as sent.
  public func markSent(_ count: Int, _ statements: [ClerkStatement] = []) throws(StoreError) {
    guard count > 0 || !statements.isEmpty else { return }
    try write { db in
      try StatementRows.markUnderWay(db, statements)
      try db.execute(
        sql: """
          UPDATE entry SET delivery = 1 WHERE delivery = 0
          AND epoch_id = (SELECT id FROM device_epoch WHERE is_current = 1)
          AND sequence > (SELECT acknowledged FROM device_epoch WHERE is_current = 1)
          AND sequence <= (SELECT acknowledged FROM device_epoch WHERE is_current = 1) + ?
          """, arguments: [count])
    }
  }
}

extension EpochHead {
  /// - Parameter placed: the last entries that may be named without their bytes; nil for all.
  fileprivate init(_ epoch: OwnEpoch, upTo placed: [DeviceEpoch: Int64]?) {
    if let placed {
      self.init(epoch: epoch.epoch, lastSequence: min(epoch.acknowledged, placed[epoch.epoch] ?? 0))
    } else {
      self.init(epoch: epoch.epoch, lastSequence: epoch.lastSequence, lastHash: epoch.lastHash)
    }
  }

  fileprivate init(_ chain: WitnessedEpoch) {
    self.init(epoch: chain.epoch, lastSequence: chain.lastSequence, lastHash: chain.lastHash, isWitness: true)
  }
}

extension BookState {
  /// Nil for a book about which this desk has nothing to report. The last number of a closed book is not known.
  fileprivate init?(_ book: RegisterBook) {
    switch book.holding {
    case .elsewhere, .closed: return nil
    case .held, .wanted, .returning:
      self.init(
        book: book.id, lastNumber: book.lastNumber, isWanted: book.holding == .wanted,
        isReturned: book.holding == .returning)
    }
  }
}
