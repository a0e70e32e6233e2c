import Foundation
import GRDB
import Glibc
import Testing

@testable import DossierStore

/// Writes to `/dev/full`, where every write fails for lack of space, and to a file system that is too small.
@Suite("A full disk")
struct FullDiskTests {
  @Test func aWriteThatMeetsAFullDiskSaysSo() throws {
    let file = try RawFile.open("/dev/full", O_WRONLY)
    defer { file.close() }
    #expect(throws: BackupError.noSpace(path: "/dev/full", needed: 3, available: 0)) { try file.write([1, 2, 3]) }
  }

  @Test func aSealedStreamThatMeetsAFullDiskSaysSo() throws {
    let desk = try BackupFixture(rows: 100)
    defer { desk.remove() }
    let copy = try desk.backUp()
    let sealed = try RawFile.open(copy.path, O_RDONLY)
    defer { sealed.close() }
    let full = try RawFile.open("/dev/full", O_WRONLY)
    defer { full.close() }
    let error = #expect(throws: BackupError.self) {
      try SealedStream.seal(
        reading: { count throws(BackupError) in try sealed.read(upTo: count) },
        writing: { bytes throws(BackupError) in try full.write(bytes) }, header: [], key: desk.key.key)
    }
    guard case .noSpace = error else {
      Issue.record("expected noSpace, got \(String(describing: error))")
      return
    }
  }

  @Test(.enabled(if: getuid() == 0, "needs a file system of its own"))
  func aSmallSecondPlaceKeepsItsOlderBackup() throws {
    let desk = try BackupFixture(rows: 100)
    defer { desk.remove() }
    try #require(mount("none", desk.target, "tmpfs", 0, "size=1m") == 0)
    defer { umount(desk.target) }
    let older = try desk.backUp(1)
    try desk.writer.write { db in
      for _ in 0..<10_000 { try db.execute(sql: "INSERT INTO entry (body) VALUES (randomblob(200))") }
    }
    let error = #expect(throws: BackupError.self) { try desk.backUp(2) }
    guard case .noSpace(path: desk.target, _, _) = error else {
      Issue.record("expected noSpace, got \(String(describing: error))")
      return
    }
    #expect(try Backup.list(target: desk.target).map(\.path) == [older.path])
    try desk.restore(older.path)
  }
}
