import Dispatch
import DossierDomain
import Foundation
import GRDB
import Synchronization
import Testing

@testable import DossierStore

@Suite("Restoring")
struct RestoreTests {
  @Test func aRestoreIsANewLifeAndMarksTheDaysItCannotKnow() throws {
    let desk = try BackupFixture(rows: 10)
    defer { desk.remove() }
    let copy = try desk.backUp(9)
    let restoration = try desk.restore(copy.path, now: desk.at(9 + 48)) { db, _ in
      try db.execute(sql: "INSERT INTO epoch VALUES ('new')")
    }
    let day = desk.at(9).civilDate
    let third = CivilDate(dayNumber: day.dayNumber + 2)
    #expect(restoration.doubtfulDates == day...third)
    let restored = try DatabaseQueue(path: desk.bare + "/dossier.sqlite")
    try restored.write { db in
      #expect(try String.fetchOne(db, sql: "SELECT id FROM epoch") == "new")
      #expect(try DoubtfulDates.pending(db).count == 3)
      #expect(try DoubtfulDates.isDoubtful(db, day))
      try DoubtfulDates.setLastPrinted(db, 41, on: day)
      #expect(try !DoubtfulDates.isDoubtful(db, day))
      #expect(try DoubtfulDates.lastPrinted(db, day) == 41)
      #expect(try !DoubtfulDates.isDoubtful(db, CivilDate(dayNumber: day.dayNumber - 1)))
      #expect(throws: DatabaseError.self) { try DoubtfulDates.setLastPrinted(db, 10_000, on: third) }
    }
    try restored.close()
  }

  @Test func nothingIsEverOverwritten() throws {
    let desk = try BackupFixture(rows: 10)
    defer { desk.remove() }
    let copy = try desk.backUp()
    #expect(throws: BackupError.folderNotEmpty(path: desk.data)) { try desk.restore(copy.path, into: desk.data) }
  }

  @Test func aFailedRestoreLeavesTheFolderEmpty() throws {
    struct Refused: Error {}
    let desk = try BackupFixture(rows: 10)
    defer { desk.remove() }
    let copy = try desk.backUp()
    #expect(throws: BackupError.self) { try desk.restore(copy.path) { _, _ in throw Refused() } }
    #expect(try desk.files(in: desk.bare).isEmpty)
    try desk.restore(copy.path)
    #expect(try desk.files(in: desk.bare) == ["dossier.sqlite"])
  }

  @Test func aRestoreCutOffByAPowerFailureMayBeBegunAgain() throws {
    let desk = try BackupFixture(rows: 10)
    defer { desk.remove() }
    let copy = try desk.backUp()
    try FileManager.default.createDirectory(atPath: desk.bare, withIntermediateDirectories: true)
    try Data("half".utf8).write(to: URL(fileURLWithPath: desk.bare + "/.restore-dossier.sqlite"))
    try desk.restore(copy.path)
    #expect(try desk.files(in: desk.bare) == ["dossier.sqlite"])
  }

  @Test func othersWriteWhileACopyIsMade() throws {
    // The copy takes several steps, each longer than a commit. It would never end if it restarted at each commit.
    let desk = try BackupFixture(rows: 60_000)
    defer { desk.remove() }
    let writer = desk.writer
    let isDone = Mutex(false)
    DispatchQueue.global().async {
      while !isDone.withLock({ $0 }) {
        try? writer.write { try $0.execute(sql: "INSERT INTO entry (body) VALUES (randomblob(200))") }
      }
    }
    defer { isDone.withLock { $0 = true } }
    try desk.restore(desk.backUp().path)
  }

  @Test func anotherKeyOpensNothing() throws {
    let desk = try BackupFixture(rows: 10)
    defer { desk.remove() }
    let copy = try desk.backUp()
    #expect(throws: BackupError.wrongKey) { try desk.restore(copy.path, key: .random()) }
    #expect(try desk.files(in: desk.bare).isEmpty)
  }

  @Test func everyChangedByteIsNoticed() throws {
    let desk = try BackupFixture()
    defer { desk.remove() }
    let copy = try desk.backUp()
    let size = Int(copy.size)
    var random = Seeded(state: 5)
    for place in (0..<40).map({ $0 < 20 ? $0 * 17 : random.below(size) }) + [size - 1] {
      let changed = try desk.change(copy.path) { $0[place] ^= 1 << UInt8(place % 8) }
      #expect(throws: BackupError.self, "byte \(place)") { try desk.restore(changed) }
    }
    #expect(throws: BackupError.damaged(path: desk.root + "/changed.dossierbackup", chunk: 1)) {
      try desk.restore(desk.change(copy.path) { $0[SealedStream.chunkSize + 5_000] ^= 1 })
    }
  }

  @Test func aCutFileIsNoticedAtEveryLength() throws {
    let desk = try BackupFixture()
    defer { desk.remove() }
    let copy = try desk.backUp()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: copy.path))
    let start = bytes.count % (SealedStream.chunkSize + 16)
    for length in [0, 5, 12, 40, start, start + 1, bytes.count / 2, bytes.count - 1] {
      #expect(throws: BackupError.self, "\(length) bytes") {
        try desk.restore(desk.change(copy.path) { $0 = $0.prefix(length) })
      }
    }
    let headerLength = 12 + bytes[8..<12].reduce(0) { $0 << 8 | Int($1) }
    #expect(throws: BackupError.truncated(path: desk.root + "/changed.dossierbackup")) {
      try desk.restore(desk.change(copy.path) { $0 = $0.prefix(headerLength + SealedStream.chunkSize + 16) })
    }
    #expect(throws: BackupError.self) { try desk.restore(desk.change(copy.path) { $0.append(0) }) }
  }

  @Test func aNewerFormatIsSaidToBeNewer() throws {
    let desk = try BackupFixture(rows: 10)
    defer { desk.remove() }
    let copy = try desk.backUp()
    let changed = try desk.change(copy.path) { bytes in
      let old = Data("\"version\":2".utf8)
      if let range = bytes.range(of: old) { bytes.replaceSubrange(range, with: Data("\"version\":9".utf8)) }
    }
    #expect(throws: BackupError.newerVersion(9)) { try desk.restore(changed) }
    let other = desk.root + "/other"
    try Data("no backup at all".utf8).write(to: URL(fileURLWithPath: other))
    #expect(throws: BackupError.notABackup(path: other)) { try desk.restore(other) }
  }
}
