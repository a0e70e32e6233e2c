import Foundation
import GRDB
import Glibc

@testable import DossierStore

/// An office as version 16 of the schema has left it: closed, in one file.
final class EarlierOffice {
  private let fixture: OfficeFixture
  let entries: Int
  /// The bytes of the file as they were left.
  private let left: Data

  var folder: String { fixture.folder }
  var path: String { fixture.path }

  init() throws {
    fixture = try OfficeFixture()
    for number in 1...6 { try fixture.receive("Hồ Văn \(number)") }
    entries = try fixture.store.office.entryCount()
    try fixture.store.write { db in
      try db.execute(sql: "DROP INDEX dossier_by_step")
      for column in ["owner_mark", "step_name", "step_due_at", "version"] {
        try db.execute(sql: "ALTER TABLE dossier DROP COLUMN \(column)")
      }
      let later =
        ProcedureProjection.tables.filter { $0 != "procedure_version" } + [
          "blank_receipt", "silence", "revoked_machine", "book_opening", "book_number", "book_counter",
        ]
      for table in later { try db.execute(sql: "DROP TABLE \(table)") }
      try db.execute(
        sql: """
          DELETE FROM grdb_migrations WHERE identifier IN
          ('2026-12 people of one name', '2026-12 steps of the internal procedure',
          '2026-12 announcements of procedures', '2026-12 blank receipts', '2026-12 versions of rows',
          '2026-12 revoked machines', ?)
          """,
        arguments: [Migrations.last])
      try db.execute(sql: "PRAGMA user_version = 16")
    }
    fixture.store.close()
    left = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
  }

  var names: [String] { KilledOffice(folder: folder).names }
  func versionOfFileAlone() throws -> Int? { try KilledOffice(folder: folder).versionOfFileAlone() }

  func mode(of ending: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path + "." + ending)[.posixPermissions] as? Int
  }

  /// Whether the copy has every byte of the file, except for the counters in the header that SQLite raises when it
  /// writes: of changes, of the schema, and the change at which the version was noted (SQLite file format, 1.3).
  func isCopied(in office: KilledOffice? = nil) throws -> Bool {
    var copy = try Data(contentsOf: URL(fileURLWithPath: (office?.path ?? path) + ".version-16"))
    guard copy.count == left.count else { return false }
    for counter in [24..<28, 40..<44, 92..<96] { copy.replaceSubrange(counter, with: left[counter]) }
    return copy == left
  }

  /// The files as they are on the disk while somebody works with a copy of this office.
  /// - Parameter work: returns what ends that work.
  func asKilled(_ work: (_ folder: String) throws -> () -> Void) throws -> KilledOffice {
    let (lively, killed) = (folder + "-lively", KilledOffice(folder: folder + "-killed"))
    defer { try? FileManager.default.removeItem(atPath: lively) }
    for folder in [lively, killed.folder] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    try FileManager.default.copyItem(atPath: path, toPath: lively + "/" + LocalStore.fileName)
    let end = try work(lively)
    for name in RawFile.names(in: lively) where !name.hasSuffix("-shm") && !name.hasSuffix(".lock") {
      let (from, to) = (lively + "/" + name, killed.folder + "/" + name)
      try FileManager.default.copyItem(atPath: from, toPath: to)
      // The mark names the time of the last change, which the system keeps when a program is killed.
      var status = stat()
      guard stat(from, &status) == 0 else { continue }
      _ = utimensat(AT_FDCWD, to, [status.st_atim, status.st_mtim], 0)
    }
    end()
    return killed
  }
}

/// A folder with data that no program has open.
struct KilledOffice {
  var folder: String
  var path: String { folder + "/" + LocalStore.fileName }

  /// What stands beside the database for the way back, without the database's name.
  var names: [String] {
    let beginning = LocalStore.fileName + "."
    return RawFile.names(in: folder).filter { $0.hasPrefix(beginning) }.map { String($0.dropFirst(beginning.count)) }
      .sorted()
  }

  func size(of suffix: String) throws -> Int64 { try RawFile.size(of: path + suffix) }

  /// The schema number in the file without its log. It is read by SQLite, because closing the file otherwise would
  /// release the locks of a program in this process.
  func versionOfFileAlone() throws -> Int? {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: StoreFile.immutable(path), configuration: configuration).read {
      try Int.fetchOne($0, sql: "PRAGMA user_version")
    }
  }

  /// A setting in the copy.
  func copied(_ name: String) throws -> String? {
    try DatabaseQueue(path: path + ".version-16").read { db in
      try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
