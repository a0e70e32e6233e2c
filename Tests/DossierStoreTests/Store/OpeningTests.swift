import DossierDomain
import Foundation
import GRDB
import OfficeWork
import Testing

@testable import DossierStore

@Suite struct OpeningTests {
  @Test func aReceiptIsDurableBeforeItIsPrinted() throws {
    let fixture = try OfficeFixture()
    #expect(try fixture.store.upkeep.synchronousMode() == 2)
  }

  /// So a new office knows that its register was taken in.
  @Test func aDossierOfTheTimeBeforeIsFound() throws {
    let fixture = try OfficeFixture()
    try fixture.receive()
    let morning = OfficeFixture.morning
    #expect(try !fixture.store.office.hasDossier(receivedBefore: morning))
    #expect(try fixture.store.office.hasDossier(receivedBefore: morning.adding(minutes: 1)))
  }

  @Test func onlyOneProcessWritesAndOthersRead() throws {
    let fixture = try OfficeFixture()
    let row = try fixture.receive()
    #expect(throws: StoreError.inUse) { try LocalStore(folder: fixture.folder, access: .readWrite) }
    let reader = try LocalStore(folder: fixture.folder, access: .readOnly)
    #expect(try reader.queue.page(fixture.query(.all)).rows.map(\.id) == [row.id])
    #expect(throws: StoreError.readOnly) {
      try reader.decisions.perform(
        [Act(dossier: row.id, commands: [.note("x")])], by: fixture.head.id, at: OfficeFixture.morning)
    }
  }

  @Test func whatWasAcknowledgedSurvivesAPowerCut() throws {
    let fixture = try OfficeFixture()
    var received: [DossierID] = []
    for number in 1...20 { received.append(try fixture.receive("Hồ Văn \(number)").id) }
    // The files as they are on disk, while the writer still has them open.
    let copy = fixture.folder + "/after-power-cut"
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(
        atPath: fixture.path + suffix, toPath: copy + "/" + LocalStore.fileName + suffix)
    }
    let store = try LocalStore(folder: copy, access: .readWrite)
    #expect(Set(try store.queue.page(fixture.query(.all)).rows.map(\.id)) == Set(received))
    #expect(try store.upkeep.verify().faults == [])
  }

  @Test func whoOnlyLooksOnReadsDataOfAnEarlierVersionToo() throws {
    let fixture = try OfficeFixture()
    let row = try fixture.receive()
    try fixture.perform(.handOver(step: .verification, to: fixture.specialist.id), on: row.id)
    try fixture.perform(.requestSupplement(items: ["Bản sao căn cước"]), on: fixture.receive().id)
    try fixture.store.write { db in
      for table in [
        "draft", "statement", "machine_head", "clerk_key", "machine", "signed_through", "confirmed_entry",
        "machine_clerk", "revoked_machine", "opening_week", "opening_day", "history_part",
        "decided_version", "announcement", "announced_version", "short_name", "blank_receipt", "silence",
        "book_opening", "book_number", "book_counter",
      ] { try db.execute(sql: "DROP TABLE \(table)") }
      try db.execute(
        sql: """
          CREATE TABLE desk_state (clerk BLOB PRIMARY KEY, state BLOB NOT NULL) STRICT;
          INSERT INTO desk_state VALUES (?, x'7A')
          """, arguments: [Data(fixture.head.id.bytes)])
      try db.execute(sql: "DROP INDEX dossier_by_step")
      for column in [
        "dossier DROP COLUMN step_name", "dossier DROP COLUMN step_due_at", "dossier DROP COLUMN version",
        "sign_in DROP COLUMN public_key", "sign_in DROP COLUMN wrapped_key", "sign_in DROP COLUMN key_signature",
        "dossier DROP COLUMN missed_due_at", "dossier DROP COLUMN looked_up", "sign_in DROP COLUMN is_initial",
        "sign_in DROP COLUMN is_told", "log_position DROP COLUMN signatures_through",
        "dossier DROP COLUMN handed", "dossier DROP COLUMN since",
        "office DROP COLUMN own_codes_from", "history_wanted DROP COLUMN through", "dossier DROP COLUMN owner_mark",
      ] { try db.execute(sql: "ALTER TABLE \(column)") }
      try db.execute(
        sql: """
          CREATE TABLE earlier AS SELECT bucket, assignee, decision, due_day, n FROM tally;
          DROP TABLE tally;
          CREATE TABLE tally (
            bucket INTEGER NOT NULL, assignee BLOB NOT NULL, decision INTEGER NOT NULL, due_day INTEGER NOT NULL,
            n INTEGER NOT NULL, PRIMARY KEY (bucket, assignee, decision, due_day)) STRICT, WITHOUT ROWID;
          INSERT INTO tally SELECT bucket, assignee, decision, due_day, sum(n) FROM earlier GROUP BY 1, 2, 3, 4;
          DROP TABLE earlier
          """)
      try db.execute(
        sql: """
          DELETE FROM grdb_migrations WHERE identifier IN (?, '2026-12 who wrote it', '2026-12 drafts',
          '2026-12 what was missed, whose work waits', '2026-12 beside another system',
          '2026-12 people of one name', '2026-12 steps of the internal procedure',
          '2026-12 announcements of procedures', '2026-12 blank receipts', '2026-12 versions of rows',
          '2026-12 revoked machines')
          """, arguments: [Migrations.last])
      try db.execute(sql: "PRAGMA user_version = 0")
    }
    // A program of that version still uses the data.
    #expect(throws: StoreError.inUse) { try LocalStore(folder: fixture.folder, access: .readOnly) }
    let copy = fixture.folder + "/closed"
    try fixture.store.write.database.close()
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: fixture.path, toPath: copy + "/" + LocalStore.fileName)
    let store = try LocalStore(folder: copy, access: .readOnly)
    #expect(try store.queue.card(row.id, viewer: fixture.headViewer)?.dossier.id == row.id)
    #expect(try store.upkeep.verify().faults == [])
    #expect(try store.upkeep.verify().refoldingLeft != nil)
    // Whoever opens it for work computes its rows again.
    let desk = try LocalStore(folder: copy, access: .readWrite)
    _ = try desk.begin(at: OfficeFixture.morning)
    while try desk.upkeep.refold() {}
    #expect(try desk.upkeep.verify().faults == [])
    #expect(
      try store.queue.page(fixture.query(.handedOver, viewer: Viewer(fixture.specialist))).rows.map(\.id) == [row.id])
    #expect(
      try store.queue.page(fixture.query(.waitingForCitizen)).rows.map(\.waitingSince) == [OfficeFixture.morning])
    // The state of a desk that the earlier version stored becomes one draft.
    let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    #expect(try store.drafts.kept(of: fixture.head.id, at: now) == [Draft(form: "desk", content: [0x7A])])
  }

  /// A start would not notice a migration that did not raise the version in the header.
  @Test func theHeaderSaysTheVersion() throws {
    #expect(Migrations.migrator.migrations.count == Int(Migrations.version))
    let fixture = try OfficeFixture()
    let stamp = try fixture.store.read { db in
      (try UInt32.fetchOne(db, sql: "PRAGMA user_version"), try UInt32.fetchOne(db, sql: "PRAGMA application_id"))
    }
    #expect(stamp == (Migrations.version, Migrations.applicationID))
  }

  @Test func aNewerSchemaIsRefusedUntouched() throws {
    let folder = try emptyFolder()
    let path = folder + "/" + LocalStore.fileName
    do {
      let store = try LocalStore(folder: folder, access: .readWrite)
      try store.write { db in
        try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('2031-01 newer')")
        try db.execute(sql: "PRAGMA user_version = \(Migrations.version + 1)")
      }
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    for access in [LocalStore.Access.readWrite, .readOnly] {
      #expect(throws: StoreError.newerSchema) { try LocalStore(folder: folder, access: access) }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test func anotherProgramsFileIsRefusedUntouched() throws {
    let folder = try emptyFolder()
    let path = folder + "/" + LocalStore.fileName
    let foreign = try DatabaseQueue(path: path)
    try foreign.write { try $0.execute(sql: "CREATE TABLE note (text TEXT)") }
    try foreign.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: StoreError.foreign(path: path)) { try LocalStore(folder: folder, access: .readWrite) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    try Data("no database at all, but long enough to be read as one: \(String(repeating: "x", count: 600))".utf8)
      .write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.foreign(path: path)) { try LocalStore(folder: folder, access: .readWrite) }
  }

  /// The power failed after the file had its first page, or its list of migrations, but before it had a table of ours.
  @Test(arguments: ["", "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)"])
  func aFirstStartThatWasCutOffIsBegunAgain(sql: String) throws {
    let folder = try emptyFolder()
    let begun = try DatabaseQueue(path: folder + "/" + LocalStore.fileName)
    try begun.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL; \(sql)") }
    try begun.close()
    let store = try LocalStore(folder: folder, access: .readWrite)
    #expect(try store.upkeep.verify().faults.isEmpty)
  }

  @Test func readingWhereThereIsNoOfficeMakesNone() throws {
    let folder = NSTemporaryDirectory() + "store-\(UUID().uuidString)"
    #expect(throws: StoreError.noOffice) { try LocalStore(folder: folder, access: .readOnly) }
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func nobodyElseOnTheMachineMayReadTheData() throws {
    let fixture = try OfficeFixture()
    try fixture.receive()
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(fixture.folder) == 0o700)
    for suffix in ["", "-wal", "-shm"] { #expect(try mode(fixture.path + suffix) == 0o600) }
  }

  private func emptyFolder() throws -> String {
    let folder = NSTemporaryDirectory() + "store-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }
}
