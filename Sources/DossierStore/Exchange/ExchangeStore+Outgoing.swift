import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// What this desk has to tell the province: where it stands, and its next entries.
public struct Outgoing: Hashable, Sendable {
  public var position: LogPosition
  /// Own epochs, the present one last.
  public var epochs: [OwnEpoch]
  /// Other desks' epochs of which entries have lost their places in a restore of the province.
  public var witnessed: [WitnessedEpoch]
  /// Canonical bytes, each epoch's in order, what others build upon before what is built upon it.
  public var entries: [[UInt8]]
  /// The province's word on entries that others have written, by their index.
  public var seals: [Int: [UInt8]]
  /// How many of them are of the present epoch.
  public var ownCount: Int
  /// There are more than fit.
  public var hasMore: Bool
  public var lanesHeld: [LaneBlock]
  public var lanesReturned: [LaneBlock]
  public var numbersLeftToday: Int
  /// Places of the office's order of which only the hash is here.
  public var withheld: Int
  /// The province's clock at its last answer that was taken in.
  public var lastAnswer: Instant?
  public var books: [RegisterBook]
  /// Nil when it has its place in the order.
  public var beginning: OrderBeginning?
  /// Dossiers that came folded and whose entries are wanted.
  public var histories: [DossierID]
  /// Clerks' statements on entries that the province has or gets now.
  public var statements: [ClerkStatement]
  /// Up to where the machine has signed its present epoch.
  public var signedThrough: Int64
  /// What was chosen here and the province does not know.
  public var credentials: [ClerkCredential]
  public var signaturesThrough: Int64
  /// Those that signed the heads of `witnessed`.
  public var witnessedMachines: [Machine]
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

  /// Reads what is to be sent next: at most so many entries and bytes, but at least one act; with no entries allowed only
  /// where this desk stands.
  public func outgoing(
    mostEntries: Int, mostBytes: Int, today: CivilDate
  ) throws(StoreError) -> Outgoing {
    try read { db in
      let epochs = try Self.ownEpochs(db)
      let witnessed = mostEntries > 0 ? try WitnessedEpoch.all(db) : []
      let chains = try OutgoingChains(
        db, own: mostEntries > 0 ? epochs.filter(\.isCurrent) : [], witnessed, mostEntries: mostEntries,
        mostBytes: mostBytes)
      let (entries, ownCount, hasMore) = chains.merged()
      return Outgoing(
        position: try SyncRecord.position(db), epochs: Self.named(epochs), witnessed: witnessed, entries: entries,
        seals: witnessed.isEmpty ? [:] : try Self.seals(db, of: entries), ownCount: ownCount, hasMore: hasMore,
        lanesHeld: try Lanes.held(db), lanesReturned: try Lanes.returned(db),
        numbersLeftToday: try Lanes.left(db, on: today),
        withheld: try Int.fetchOne(db, sql: "SELECT count(*) FROM withheld") ?? 0,
        lastAnswer: try Int64.fetchOne(db, sql: "SELECT last_answer FROM log_position").map {
          Instant(milliseconds: $0)
        },
        books: try BookTable.all(db), beginning: try .next(db),
        histories: try FoldedDossiers.wanted(db, limit: Self.mostHistories),
        statements: mostEntries > 0 ? try Self.statements(db, epochs, ownCount) : [],
        signedThrough: try Int64.fetchOne(
          db, sql: "SELECT h.sequence FROM machine_head h JOIN device_epoch d USING (epoch) WHERE d.is_current = 1")
          ?? 0,
        credentials: mostEntries > 0 ? try SignIn.untold(db, limit: Self.mostCredentials) : [],
        signaturesThrough: try Int64.fetchOne(db, sql: "SELECT signatures_through FROM log_position") ?? 0,
        witnessedMachines: try Self.machines(db, of: witnessed))
    }
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

  /// The protocol takes 64 chains in one request, with those of others.
  private static let mostOwn = 48

  /// The latest ones; of more than a request can name those first that the province may not have whole.
  static func named(_ epochs: [OwnEpoch]) -> [OwnEpoch] {
    let earlier = epochs.filter { !$0.isCurrent }
    guard earlier.count >= mostOwn else { return epochs }
    let isWhole = { (epoch: OwnEpoch) in epoch.acknowledged >= epoch.lastSequence }
    let chosen = earlier.filter(isWhole) + earlier.filter { !isWhole($0) }
    return chosen.suffix(mostOwn - 1) + epochs.filter(\.isCurrent)
  }

  static func ownEpochs(_ db: Database) throws -> [OwnEpoch] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT epoch, last_sequence, last_hash, acknowledged, is_current FROM device_epoch WHERE is_own = 1
        ORDER BY is_current, id
        """
    ).compactMap { row in
      guard let epoch = DeviceEpoch(bytes: row[EpochColumn.epoch] as Data) else { return nil }
      return OwnEpoch(
        epoch: epoch, lastSequence: row[EpochColumn.lastSequence], lastHash: Array(row[EpochColumn.lastHash] as Data),
        acknowledged: row[EpochColumn.acknowledged], isCurrent: row[EpochColumn.isCurrent])
    }
  }

  /// Says that the next `count` entries of the present epoch are on their way, and these statements.
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
