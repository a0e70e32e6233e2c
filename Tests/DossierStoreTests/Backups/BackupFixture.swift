import DossierDomain
import Foundation
import GRDB

@testable import DossierStore

/// A desk with a database, a second place and a recovery key, in a folder of its own.
struct BackupFixture {
  let root: String
  let writer: DatabaseQueue
  /// A read-only connection, like the one that a store uses for a backup.
  let reader: DatabaseQueue
  let key = RecoveryKey.random()

  var data: String { root + "/data" }
  var target: String { root + "/usb" }
  var bare: String { root + "/bare" }

  init(rows: Int = 4_000) throws {
    let root = NSTemporaryDirectory() + "backup-\(UUID().uuidString)"
    self.root = root
    for folder in [root + "/data", root + "/usb"] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    let path = root + "/data/dossier.sqlite"
    writer = try DatabaseQueue(path: path)
    try writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    var reading = Configuration()
    reading.readonly = true
    reader = try DatabaseQueue(path: path, configuration: reading)
    try writer.write { db in
      try db.execute(sql: "CREATE TABLE entry (sequence INTEGER PRIMARY KEY, body BLOB NOT NULL)")
      try db.execute(sql: "CREATE TABLE epoch (id TEXT PRIMARY KEY)")
      for _ in 0..<rows { try db.execute(sql: "INSERT INTO entry (body) VALUES (randomblob(200))") }
    }
  }

  func remove() {
    try? reader.close()
    try? writer.close()
    try? FileManager.default.removeItem(atPath: root)
  }

  static func head(_ db: Database) throws -> String {
    let row = try Row.fetchOne(db, sql: "SELECT count(*), ifnull(sum(length(hex(body))), 0), max(hex(body)) FROM entry")
    return row.map { "\($0)" } ?? ""
  }

  func at(_ hour: Int) -> Instant {
    Instant(iso8601: "2026-11-24")?.adding(minutes: 60 * hour) ?? Instant(milliseconds: 0)
  }

  @discardableResult
  func backUp(_ hour: Int = 9, keeping: Int = Backup.keptDays) throws -> Backup.Copy {
    try Backup.create(
      reader: reader, folder: data, target: target, key: key, now: at(hour), keeping: keeping,
      spent: SpentConnections(),
      head: Self.head)
  }

  @discardableResult
  func restore(
    _ path: String, key: RecoveryKey? = nil, into folder: String? = nil, now: Instant? = nil,
    mint: (Database, inout Backup.Restoration) throws -> Void = { _, _ in }
  ) throws -> Backup.Restoration {
    try Backup.restore(
      from: path, recoveryKey: key ?? self.key, into: folder ?? bare, fileName: "dossier.sqlite", now: now ?? at(30),
      head: Self.head, mint: mint)
  }

  func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  func change(_ path: String, _ body: (inout Data) -> Void) throws -> String {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    body(&bytes)
    let changed = root + "/changed.dossierbackup"
    try bytes.write(to: URL(fileURLWithPath: changed))
    return changed
  }
}
