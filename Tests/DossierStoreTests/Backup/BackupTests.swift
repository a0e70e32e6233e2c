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
    #expect(try desk.files(in: desk.target) == ["dossier-2026-11-24-090000.dossierbackup"])
    #expect(try !desk.files(in: desk.data).contains { $0.hasPrefix(".backup") })
    let bytes = try Data(contentsOf: URL(fileURLWithPath: copy.path))
    #expect(bytes.range(of: Data("SQLite format".utf8)) == nil)
    #expect(bytes.range(of: Data("Kăn".utf8)) == nil)
    try desk.restore(copy.path)
    let restored = try DatabaseQueue(path: desk.bare + "/dossier.sqlite")
    #expect(try restored.read(BackupFixture.head) == desk.reader.read(BackupFixture.head))
    try restored.close()
  }

  @Test func theNewestCopiesAreKeptAndListed() throws {
    let desk = try BackupFixture(rows: 10)
    defer { desk.remove() }
    for hour in 1...5 { try desk.backUp(hour, keeping: 3) }
    let copies = try Backup.list(target: desk.target)
    #expect(copies.map(\.createdAt) == [desk.at(5), desk.at(4), desk.at(3)])
    #expect(copies.allSatisfy { $0.size > 0 })
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
    #expect(try desk.files(in: desk.target) == ["dossier-2026-11-24-010000.dossierbackup"])
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
