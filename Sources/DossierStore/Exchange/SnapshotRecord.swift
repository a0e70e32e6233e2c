import DossierDomain
import ExchangeModel
import Foundation
import GRDB
import JournalFormat

/// The snapshot with which this desk began: its moment in the office's order, and how much of it has arrived.
public struct SnapshotRecord: Hashable, Sendable {
  /// The position in the office's order at that moment; `signature` is the province's signature on it.
  public var moment: LogPosition
  public var at: Instant
  public var signature: [UInt8]
  /// Entries about the office have arrived up to this place.
  public var aboutOffice: Int64
  /// Dossiers have arrived from the highest identifier down to this one; nil if none has.
  public var dossier: DossierID?
  public var isComplete: Bool

  public init(
    moment: LogPosition, at: Instant, signature: [UInt8], aboutOffice: Int64, dossier: DossierID?, isComplete: Bool
  ) {
    self.moment = moment
    self.at = at
    self.signature = signature
    self.aboutOffice = aboutOffice
    self.dossier = dossier
    self.isComplete = isComplete
  }

  private enum Columns: String, ColumnExpression {
    case sequence, rolling, at, signature, dossier
    case logEpoch = "log_epoch"
    case aboutOffice = "about_office"
    case isComplete = "is_complete"
  }

  static let schema = """
    CREATE TABLE snapshot (
      only INTEGER PRIMARY KEY CHECK (only = 1), log_epoch BLOB NOT NULL, sequence INTEGER NOT NULL,
      rolling BLOB NOT NULL, at INTEGER NOT NULL, signature BLOB NOT NULL, about_office INTEGER NOT NULL, dossier BLOB,
      is_complete INTEGER NOT NULL) STRICT;
    """

  static func find(_ db: Database) throws -> SnapshotRecord? {
    guard let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM snapshot")) else { return nil }
    guard let rolling = RollingHash(bytes: row[Columns.rolling] as Data) else { throw StoreError.damaged("snapshot") }
    return SnapshotRecord(
      moment: LogPosition(
        logEpoch: Array(row[Columns.logEpoch] as Data), sequence: row[Columns.sequence], rolling: rolling),
      at: Instant(milliseconds: row[Columns.at]), signature: Array(row[Columns.signature] as Data),
      aboutOffice: row[Columns.aboutOffice], dossier: (row[Columns.dossier] as Data?).flatMap { DossierID(bytes: $0) },
      isComplete: row[Columns.isComplete])
  }

  func keep(_ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO snapshot VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        Data(moment.logEpoch), moment.sequence, Data(moment.rolling.bytes), at.milliseconds, Data(signature),
        aboutOffice, dossier.map { Data($0.bytes) }, isComplete,
      ])
  }

  /// The last place of the order that an author at this desk has seen, including the snapshot.
  static func seen(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT max(sequence, coalesce((SELECT sequence FROM snapshot), 0)) FROM log_position")) ?? 0
  }
}

extension SnapshotRecord {
  /// Expects a page that has been checked.
  init(_ page: SnapshotPage) {
    self.init(
      moment: page.through.moment.position, at: page.through.moment.at, signature: page.through.moment.signature,
      aboutOffice: page.through.aboutOffice, dossier: page.through.dossier, isComplete: page.isLast)
  }

  /// How this desk begins with the order. Nil if it has a place in it already, or if it has dossiers and so begins with
  /// the first place.
  static func beginning(_ db: Database, of office: OfficeID) throws -> ExchangeRequest.Beginning? {
    guard try SyncRecord.position(db).sequence == 0 else { return nil }
    if let begun = try find(db), !begun.isComplete {
      let moment = Checkpoint(office: office, position: begun.moment, at: begun.at, signature: begun.signature)
      return .rest(
        of: SnapshotMark(moment: moment, aboutOffice: begun.aboutOffice, dossier: begun.dossier),
        foldRevision: FoldedDossier.revision)
    }
    let knowsDossiers = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM dossier)") ?? false
    return knowsDossiers ? nil : .snapshot(foldRevision: FoldedDossier.revision)
  }
}

extension ExchangeStore {
  /// Requests the entries of a dossier at the next exchange, if only its fold is here.
  public func wantHistory(of dossier: DossierID) throws(StoreError) {
    try write { db in
      guard try FoldedDossiers.find(db, dossier) != nil else { return }
      try FoldedDossiers.want(db, dossier, true)
    }
  }
}
