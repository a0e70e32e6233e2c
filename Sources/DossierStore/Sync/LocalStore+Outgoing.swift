import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// What this desk has to tell the province: where it stands, and its next entries.
public struct Outgoing: Hashable, Sendable {
  public var position: LogPosition
  /// Own epochs, the present one last: (epoch, last written, last that the province has).
  public var epochs: [OwnEpoch]
  /// Canonical bytes, each epoch's in order.
  public var entries: [[UInt8]]
  /// There are more than fit.
  public var hasMore: Bool
  public var lanesHeld: [LaneBlock]
  public var lanesReturned: [LaneBlock]
  public var numbersLeftToday: Int
  /// Places of the office's order of which only the hash is here.
  public var withheld: Int
}

public struct OwnEpoch: Hashable, Sendable {
  public var epoch: DeviceEpoch
  public var lastSequence: Int64
  public var lastHash: [UInt8]
  public var acknowledged: Int64
  public var isCurrent: Bool
}

extension LocalStore {
  /// Reads what is to be sent next: at most so many entries and bytes.
  public func outgoing(
    mostEntries: Int, mostBytes: Int, today: CivilDate
  ) throws(StoreError) -> Outgoing {
    try read { db in
      let epochs = try Self.ownEpochs(db)
      var entries: [[UInt8]] = []
      var size = 0
      var hasMore = false
      for epoch in epochs where epoch.isCurrent {
        let rows = try Data.fetchCursor(
          db,
          sql: """
            SELECT bytes FROM entry WHERE epoch_id = (SELECT id FROM device_epoch WHERE epoch = ?) AND sequence > ?
            ORDER BY sequence
            """, arguments: [Data(epoch.epoch.bytes), epoch.acknowledged])
        while let bytes = try rows.next() {
          guard entries.count < mostEntries, size + bytes.count <= mostBytes || entries.isEmpty else {
            hasMore = true
            break
          }
          entries.append(Array(bytes))
          size += bytes.count
        }
      }
      return Outgoing(
        position: try SyncRecord.position(db), epochs: epochs, entries: entries, hasMore: hasMore,
        lanesHeld: try Lanes.held(db), lanesReturned: try Lanes.returned(db),
        numbersLeftToday: try Lanes.left(db, on: today),
        withheld: try Int.fetchOne(db, sql: "SELECT count(*) FROM withheld") ?? 0)
    }
  }

  static func ownEpochs(_ db: Database) throws -> [OwnEpoch] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT epoch, last_sequence, last_hash, acknowledged, is_current FROM device_epoch WHERE is_own = 1
        ORDER BY is_current, id
        """
    ).compactMap { row in
      guard let epoch = DeviceEpoch(bytes: row[0] as Data) else { return nil }
      return OwnEpoch(
        epoch: epoch, lastSequence: row[1], lastHash: Array(row[2] as Data), acknowledged: row[3], isCurrent: row[4])
    }
  }

  /// Says that the next `count` entries of the present epoch are on their way.
  public func markSent(_ count: Int) throws(StoreError) {
    guard count > 0 else { return }
    try write { db in
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
