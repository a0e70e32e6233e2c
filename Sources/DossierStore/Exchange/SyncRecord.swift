import DossierDomain
import Foundation
import GRDB
import JournalFormat
import OfficeWork

/// This desk's position in the office's order, and the result of the last exchange.
enum SyncRecord {
  enum Columns: String, ColumnExpression {
    case sequence, rolling, head, failure
    case logEpoch = "log_epoch"
    case lastExchange = "last_exchange"
    case clockSkew = "clock_skew"
    case nextSlot = "next_slot"
  }

  static func position(_ db: Database) throws -> LogPosition {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT log_epoch, sequence, rolling FROM log_position")),
      let rolling = RollingHash(bytes: row[SyncRecord.Columns.rolling] as Data)
    else { throw StoreError.damaged("log_position") }
    return LogPosition(
      logEpoch: Array(row[SyncRecord.Columns.logEpoch] as Data), sequence: row[SyncRecord.Columns.sequence],
      rolling: rolling)
  }

  /// Computes the hash over the order up to some of its places. Before the snapshot with which this desk began, only
  /// the hash at the snapshot's moment is known.
  /// - Returns: the points that are known, in order.
  static func points(_ db: Database, at sequences: [Int64]) throws -> [OrderPoint] {
    let beginning = try SnapshotRecord.find(db).flatMap { $0.isComplete ? $0.moment : nil }
    var rest = sequences.filter { $0 == 0 || $0 >= beginning?.sequence ?? 0 }.sorted()[...]
    var points = rest.first == 0 ? [OrderPoint(sequence: 0, rolling: .zero)] : []
    rest = rest.drop { $0 == 0 }
    guard let last = rest.last else { return points }
    var (sequence, rolling) = (beginning?.sequence ?? 0, beginning?.rolling ?? .zero)
    let places = try Row.fetchCursor(
      db,
      sql: """
        SELECT office_sequence, hash, verdict FROM entry WHERE office_sequence > ?1 AND office_sequence <= ?2
        UNION ALL SELECT office_sequence, hash, verdict FROM \(WithheldPlaces.withoutEntry)
        AND office_sequence > ?1 AND office_sequence <= ?2
        UNION ALL SELECT office_sequence, hash, verdict FROM unreadable_place
        WHERE office_sequence > ?1 AND office_sequence <= ?2 ORDER BY 1
        """, arguments: [sequence, last])
    while let next = rest.first {
      if sequence == next {
        points.append(OrderPoint(sequence: sequence, rolling: rolling))
        rest = rest.dropFirst()
      } else if let place = try places.next() {
        sequence = place[EntryColumn.officeSequence]
        rolling = rolling.adding(
          entryHash: Array(place[EntryColumn.hash] as Data),
          verdict: try JournalReader.verdict(place[EntryColumn.verdict]))
      } else {
        break
      }
    }
    return points
  }

  /// The checkpoints of later places, which the province has signed. They are here if the order begins again, and it cannot
  /// be another one then.
  static func checkpoints(_ db: Database, behind position: LogPosition) throws -> [Int64: RollingHash] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT sequence, rolling FROM checkpoint WHERE log_epoch = ? AND sequence > ?"),
      arguments: [Data(position.logEpoch), position.sequence])
    return Dictionary(
      rows.compactMap { row in
        RollingHash(bytes: row[Columns.rolling] as Data).map { (row[Columns.sequence] as Int64, $0) }
      }
    ) { first, _ in first }
  }

  /// The position that the places here make: the last one, and the hash over all up to it.
  /// - Returns: nil if the places are damaged themselves: one before the last is missing, an entry is not as it was written,
  ///     or a checkpoint that the province has signed says something else.
  static func counted(_ db: Database) throws -> LogPosition? {
    let noted = try position(db)
    let beginning = try SnapshotRecord.find(db).flatMap { $0.isComplete ? $0.moment.sequence : nil } ?? 0
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*) AS places, max(office_sequence) AS sequence FROM (
          SELECT office_sequence FROM entry WHERE office_sequence > ?1
          UNION ALL SELECT office_sequence FROM \(WithheldPlaces.withoutEntry) AND office_sequence > ?1
          UNION ALL SELECT office_sequence FROM unreadable_place WHERE office_sequence > ?1)
        """, arguments: [beginning])
    let last = row?[Columns.sequence] as Int64? ?? beginning
    guard row?["places"] == last - beginning, try areWhole(db) else { return nil }
    let signed = try checkpoints(db, behind: LogPosition(logEpoch: noted.logEpoch, sequence: 0, rolling: .zero))
    let points = try points(db, at: signed.keys.filter { $0 < last } + [last])
    guard let end = points.last, end.sequence == last,
      points.allSatisfy({ signed[$0.sequence] ?? $0.rolling == $0.rolling })
    else { return nil }
    return LogPosition(logEpoch: noted.logEpoch, sequence: last, rolling: end.rolling)
  }

  /// Whether the entries with a place are as they were written, as far as their hashes show it.
  private static func areWhole(_ db: Database) throws -> Bool {
    let rows = try Row.fetchCursor(db, sql: "SELECT bytes, hash FROM entry WHERE office_sequence IS NOT NULL")
    while let row = try rows.next() {
      let bytes = Array(row[EntryColumn.bytes] as Data)
      guard entryHash(bytes) == Array(row[EntryColumn.hash] as Data), EntryFormat.name(of: bytes) != nil else {
        return false
      }
    }
    return true
  }

  /// Whether the places here make the position that is noted.
  static func isCounted(_ db: Database) throws -> Bool {
    let noted = try position(db)
    return try points(db, at: [noted.sequence]) == [OrderPoint(sequence: noted.sequence, rolling: noted.rolling)]
  }

  static func keep(_ db: Database, _ position: LogPosition, head: Int64) throws {
    try db.execute(
      sql: "UPDATE log_position SET log_epoch = ?, sequence = ?, rolling = ?, head = ?",
      arguments: [Data(position.logEpoch), position.sequence, Data(position.rolling.bytes), head])
  }
}

extension ExchangeStore {
  /// Points of this desk's order, for a province whose order differs.
  /// - Returns: the points whose hash is known here.
  public func orderPoints(at sequences: [Int64]) throws(StoreError) -> [OrderPoint] {
    try read { try SyncRecord.points($0, at: sequences) }
  }

  /// Whether the places here make the position that is noted as that of this desk.
  public func isPositionCounted() throws(StoreError) -> Bool { try read { try SyncRecord.isCounted($0) } }

  /// Notes the position that the places here make, unless it is the noted one. Call it if the province does not know that
  /// one, because the note itself may be damaged, and no answer would ever put it right.
  /// - Returns: whether note and places agree, so that the orders really differ. Otherwise the order here is damaged, in the
  ///     note and perhaps in the places, and what the province does not know proves nothing about the province.
  public func countPosition() throws(StoreError) -> Bool {
    try write { db in
      guard try !SyncRecord.isCounted(db) else { return true }
      if let counted = try SyncRecord.counted(db) {
        try db.execute(
          sql: "UPDATE log_position SET sequence = ?, rolling = ?, head = max(head, ?)",
          arguments: [counted.sequence, Data(counted.rolling.bytes), counted.sequence])
      }
      return false
    }
  }

  /// Stores the province's signed checkpoint of the office's order. The caller has checked the signature.
  /// - Throws: `.order` if the order here has another hash at that place.
  public func keepCheckpoint(
    _ position: LogPosition, at: Instant, signature: [UInt8]
  ) throws(StoreError) {
    try write { db in
      let own = try SyncRecord.position(db)
      if own.logEpoch == position.logEpoch, own.sequence == position.sequence, own.rolling != position.rolling {
        throw OrderFault.hashDiffers(at: position.sequence)
      }
      try db.execute(
        sql: "INSERT OR IGNORE INTO checkpoint VALUES (?, ?, ?, ?, ?)",
        arguments: [
          position.sequence, Data(position.logEpoch), Data(position.rolling.bytes), at.milliseconds, Data(signature),
        ])
    }
  }

  /// Records the result of an exchange; nil means success.
  public func recordExchange(failure: SyncFailure?, at now: Instant) throws(StoreError) {
    try write { db in
      if let failure {
        try db.execute(sql: "UPDATE log_position SET failure = ?", arguments: [failure.kept])
      } else {
        try db.execute(
          sql: "UPDATE log_position SET failure = NULL, last_exchange = ?", arguments: [now.milliseconds])
      }
    }
  }
}
