import DossierDomain
import Foundation
import GRDB
import Testing

@testable import DossierStore

@Suite("Backing up")
struct BackupTests {
  @Test func aBackupHoldsEverythingThatWasCommittedAndNothingReadable() throws {
    let desk = try BackupFixture()
    defer { desk.remove() }
    try desk.writer.write { try $0.execute(sql: "INSERT INTO entry (body) VALUES (CAST('Hồ Thị Kăn Tưm' AS BLOB))") }
    let copy = try desk.backUp()
    #expect(try desk.files(in: desk.target) == ["dossier-\(desk.key.tag)-2026-11-24-090000.dossierbackup"])
    #expect(try !desk.files(in: desk.data).contains { $0.hasPrefix(".backup") })
    let bytes = try Data(contentsOf: URL(fileURLWithPath: copy.path))
    #expect(bytes.range(of: Data("SQLite format".utf8)) == nil)
    #expect(bytes.range(of: Data("Kăn".utf8)) == nil)
    try desk.restore(copy.path)
    let restored = try DatabaseQueue(path: desk.bare + "/dossier.sqlite")
    #expect(try restored.read(BackupFixture.head) == desk.reader.read(BackupFixture.head))
    try restored.close()
  }

  @Test func theLastCopyOfEachOfTheLastDaysIsKeptAndListed() throws {
    let desk = try BackupFixture(rows: 10)
    defer { desk.remove() }
    for day in 0..<5 { for hour in [8, 12] { try desk.backUp(24 * day + hour, keeping: 3) } }
    let copies = try Backup.list(target: desk.target, of: desk.key)
    #expect(copies.map(\.createdAt) == [desk.at(108), desk.at(84), desk.at(60)])
    #expect(copies.allSatisfy { $0.size > 0 })
  }

  /// A disk that several offices share, and files that somebody put there.
  @Test func whatOthersKeepAtThatPlaceStays() throws {
    let (desk, other) = (try BackupFixture(rows: 10), try BackupFixture(rows: 10))
    defer {
      desk.remove()
      other.remove()
    }
    let first = try desk.backUp(8)
    try FileManager.default.copyItem(atPath: first.path, toPath: desk.target + "/mine.dossierbackup")
    for day in 1...9 {
      _ = try Backup.create(
        reader: other.reader, folder: other.data, target: desk.target, key: other.key, now: desk.at(24 * day),
        keeping: 2, spent: SpentConnections(), head: BackupFixture.head)
    }
    #expect(try Backup.list(target: desk.target, of: desk.key).map(\.path) == [first.path])
    #expect(try Backup.list(target: desk.target, of: other.key).count == 2)
    #expect(try Backup.list(target: desk.target).count == 4)
  }

  /// The battery of the machine's clock is empty, so the newest copy seems to be the oldest.
  @Test func aCopyOfAClockThatWentBackIsKept() throws {
    let desk = try BackupFixture(rows: 10)
    defer { desk.remove() }
    for day in 1...3 { try desk.backUp(24 * day, keeping: 3) }
    let made = try desk.backUp(-50_000, keeping: 3)
    #expect(FileManager.default.fileExists(atPath: made.path))
  }

  @Test func oneBackupAtATime() throws {
    let desk = try BackupFixture(rows: 10)
    defer { desk.remove() }
    let lock = try WriterLock(folder: desk.data, name: "backup.lock")
    #expect(throws: BackupError.alreadyRunning) { try desk.backUp() }
    withExtendedLifetime(lock) {}
  }

  @Test func aTargetThatIsNotPluggedInIsNamed() throws {
    let desk = try BackupFixture(rows: 10)
    defer { desk.remove() }
    let missing = desk.root + "/not-plugged-in"
    #expect(throws: BackupError.targetMissing(path: missing)) {
      try Backup.create(
        reader: desk.reader, folder: desk.data, target: missing, key: desk.key, now: desk.at(1),
        spent: SpentConnections(), head: BackupFixture.head)
    }
    #expect(throws: BackupError.targetMissing(path: missing)) { try Backup.list(target: missing) }
  }

  @Test func aCopyWhoseJournalDisagreesNeverReplacesAnOlderOne() throws {
    let desk = try BackupFixture(rows: 10)
    defer { desk.remove() }
    try desk.backUp(1)
    var calls = 0
    #expect(throws: BackupError.copyUnsound(["journal head"])) {
      try Backup.create(
        reader: desk.reader, folder: desk.data, target: desk.target, key: desk.key, now: desk.at(2), keeping: 1,
        spent: SpentConnections()
      ) { _ in
        calls += 1
        return "\(calls)"
      }
    }
    #expect(try desk.files(in: desk.target) == ["dossier-\(desk.key.tag)-2026-11-24-010000.dossierbackup"])
  }

  @Test(
    arguments: [
      (nil, 8, true), (7, 8, false), (7, 12, true), (12, 13, false), (13, 23, false), (13, 24 + 7, true), (9, 8, true),
    ] as [(Int?, Int, Bool)])
  func aBackupIsDueEachMorningAndFromNoon(last: Int?, now: Int, isDue: Bool) throws {
    let day = CivilDate(dayNumber: 20_000)
    let lastAt = last.map { day.instant(atMinute: 0).adding(minutes: 60 * $0) }
    #expect(Backup.isDue(lastAt: lastAt, now: day.instant(atMinute: 0).adding(minutes: 60 * now)) == isDue)
  }

  @Test func aRecoveryKeyReadsBackAsPeopleTypeIt() throws {
    let key = RecoveryKey.random()
    let typed = key.text.lowercased().replacingOccurrences(of: "-", with: " ").replacingOccurrences(of: "0", with: "o")
    #expect(try RecoveryKey(text: typed).text == key.text)
    var wrong = Array(key.text)
    wrong[3] = wrong[3] == "A" ? "B" : "A"
    for text in [
      String(wrong), "", String(key.text.dropLast()), key.text + "A", "!", String(repeating: "Z", count: 99),
    ] {
      #expect(throws: BackupError.keyMistyped) { try RecoveryKey(text: text) }
    }
  }

  @Test func theKeptKeyIsForItsOwnerOnlyAndNeverReplaced() throws {
    let desk = try BackupFixture(rows: 1)
    defer { desk.remove() }
    let path = desk.data + "/recovery.key"
    #expect(try RecoveryKey.load(from: path) == nil)
    try desk.key.save(to: path)
    #expect(try RecoveryKey.load(from: path)?.text == desk.key.text)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(throws: BackupError.fileSystem(path: path, code: EEXIST)) { try RecoveryKey.random().save(to: path) }
  }
}
