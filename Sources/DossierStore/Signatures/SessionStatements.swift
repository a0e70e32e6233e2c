import Crypto
import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// Creates the clerks' statements about their entries at this machine, within the caller's transaction.
struct SessionStatements {
  private let db: Database
  private let office: OfficeID
  private let epochID: Int64
  private let epoch: DeviceEpoch
  private let last: Int64

  /// Nil for data without an epoch.
  init?(_ db: Database, office: OfficeID) throws {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT id, epoch, last_sequence FROM device_epoch WHERE is_current = 1"),
      let epoch = DeviceEpoch(bytes: row[EpochColumn.epoch] as Data)
    else { return nil }
    self.db = db
    self.office = office
    epochID = row[EpochColumn.id]
    self.epoch = epoch
    last = row[EpochColumn.lastSequence]
  }

  /// Notes that the clerk's key is here from now on. Earlier entries in her name at this machine are not hers to sign.
  func begin(_ clerk: ClerkID) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO signed_through VALUES (?, ?, ?)",
      arguments: [Data(clerk.bytes), Data(epoch.bytes), last])
  }

  /// Signs the clerk's entries in the present epoch since her last statement. If a crash prevented one, the entries are
  /// signed with the next.
  func sign(_ clerk: ClerkID, with key: P256.Signing.PrivateKey) throws {
    let before =
      try Int64.fetchOne(
        db, sql: "SELECT sequence FROM signed_through WHERE clerk = ? AND epoch = ?",
        arguments: [Data(clerk.bytes), Data(epoch.bytes)]) ?? 0
    guard before < last else { return }
    var open: [(sequence: Int64, hash: [UInt8])] = []
    let entries = try Row.fetchCursor(
      db, sql: "SELECT sequence, hash, bytes FROM entry WHERE epoch_id = ? AND sequence > ? ORDER BY sequence",
      arguments: [epochID, before])
    while let entry = try entries.next() {
      guard EntryFormat.author(of: Array(entry[EntryColumn.bytes] as Data)) == clerk else { continue }
      if let first = open.first, entry[EntryColumn.sequence] - first.sequence >= ClerkStatement.longestSpan {
        try sign(open, of: clerk, with: key)
        open = []
      }
      open.append((entry[EntryColumn.sequence], Array(entry[EntryColumn.hash] as Data)))
    }
    try sign(open, of: clerk, with: key)
    try db.execute(
      sql: """
        INSERT INTO signed_through VALUES (?, ?, ?) ON CONFLICT (clerk, epoch) DO UPDATE SET sequence = excluded.sequence
        """, arguments: [Data(clerk.bytes), Data(epoch.bytes), last])
  }

  private func sign(
    _ entries: [(sequence: Int64, hash: [UInt8])], of clerk: ClerkID, with key: P256.Signing.PrivateKey
  ) throws {
    guard let first = entries.first?.sequence, let last = entries.last?.sequence else { return }
    let hers = Set(entries.map(\.sequence))
    let confirmed = try Int64.fetchAll(
      db, sql: "SELECT sequence FROM confirmed_entry WHERE epoch = ? AND sequence BETWEEN ? AND ? ORDER BY sequence",
      arguments: [Data(epoch.bytes), first, last]
    ).filter(hers.contains)
    var statement = ClerkStatement(clerk: clerk, epoch: epoch, first: first, last: last, confirmed: confirmed)
    try statement.sign(with: key, office: office, hashes: entries.map(\.hash))
    try StatementRows.keep(db, statement, delivery: .new)
    for sequence in confirmed {
      try db.execute(
        sql: "DELETE FROM confirmed_entry WHERE epoch = ? AND sequence = ?",
        arguments: [Data(epoch.bytes), sequence])
    }
  }
}

extension SessionStatements {
  /// The office of the journal. An office that worked alone keeps its identifier when it is enrolled.
  static func office(of db: Database) throws -> OfficeID {
    if let enrolled = try Data.fetchOne(db, sql: "SELECT office FROM enrolment").flatMap({ OfficeID(bytes: $0) }) {
      return enrolled
    }
    return try OfficeProjection.office(db).id
  }

  /// Notes that the clerk's PIN was asked again before these important entries were written, so that her next statement
  /// contains them. Does nothing in an office without PINs.
  /// - Parameter sequences: sequences in the present epoch.
  static func noteConfirmed(_ db: Database, _ sequences: [Int64]) throws {
    guard !sequences.isEmpty, try OfficeProjection.office(db).requiresPIN else { return }
    for sequence in sequences {
      try db.execute(
        sql: "INSERT OR IGNORE INTO confirmed_entry SELECT epoch, ? FROM device_epoch WHERE is_current = 1",
        arguments: [sequence])
    }
  }
}
