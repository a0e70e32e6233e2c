import DossierDomain
import Foundation
import GRDB
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

/// After an upgrade whose rules of the fold differ, every row is computed again while clerks work.
@Suite struct RefoldTests {
  /// Data as a version with other rules of the fold has left them.
  private static func upgraded(dossiers count: Int) throws -> (OfficeFixture, [DossierID]) {
    let office = try OfficeFixture()
    _ = try office.store.begin(at: OfficeFixture.morning)
    let ids = try (0..<count).map { try office.receive("Hồ Văn \($0)").id }
    for id in ids.prefix(count / 2) { try office.perform(.withdraw(reason: "rút"), on: id) }
    try office.store.write { db in
      try db.execute(sql: "UPDATE setting SET value = '2' WHERE name = 'fold-rules'")
      try db.execute(sql: "UPDATE dossier SET missing = 7")
    }
    return (office, ids)
  }

  @Test func anUpgradeComputesEveryRowAgainOpenDossiersFirst() throws {
    let (office, ids) = try Self.upgraded(dossiers: 12)
    #expect(try office.store.begin(at: OfficeFixture.morning).isRefolding)
    let report = try office.store.upkeep.verify()
    #expect(report.faults.isEmpty && report.refoldingLeft == 12)
    let (ended, open) = (ids.prefix(6), ids.suffix(6))
    #expect(try office.store.upkeep.refold(slice: 6))
    #expect(try office.store.upkeep.refoldingLeft() == 12)
    for id in open { #expect(try Self.missing(office, id) == 1) }
    for id in ended { #expect(try Self.missing(office, id) == 7) }
    while try office.store.upkeep.refold(slice: 5) {}
    for id in ids { #expect(try Self.missing(office, id) == 1) }
    let after = try office.store.upkeep.verify()
    #expect(after.faults.isEmpty && after.refoldingLeft == nil)
    #expect(try !office.store.begin(at: OfficeFixture.morning).isRefolding)
  }

  /// An office is founded and takes its register in before the program is first opened on it.
  @Test func whatThisVersionMadeIsNotComputedAgain() throws {
    let office = try OfficeFixture()
    try office.receive("Hồ Văn Một")
    #expect(try !office.store.begin(at: OfficeFixture.morning).isRefolding)
    #expect(try office.store.upkeep.refoldingLeft() == nil)
  }

  /// The program ends after any slice, and the next one goes on.
  @Test func whatWasInterruptedGoesOn() throws {
    let (office, ids) = try Self.upgraded(dossiers: 9)
    _ = try office.store.begin(at: OfficeFixture.morning)
    _ = try office.store.upkeep.refold(slice: 4)
    _ = try office.store.upkeep.refold(slice: 4)
    let next = try LocalStore(folder: office.folder + "-next", access: .readWrite)
    defer { try? FileManager.default.removeItem(atPath: office.folder + "-next") }
    try office.store.write.database.backup(to: next.write.database)
    #expect(try next.begin(at: OfficeFixture.morning).isRefolding)
    var slices = 0
    while try next.upkeep.refold(slice: 4) { slices += 1 }
    // The open ones are not computed twice: nothing open, no base records, then nine dossiers by four, and
    // the end of the rows.
    #expect(slices == 6)
    #expect(try next.upkeep.verify().faults.isEmpty)
    for id in ids { #expect(try Self.missing(next, id) == 1) }
  }

  @Test func anActMeanwhileIsKept() throws {
    let (office, ids) = try Self.upgraded(dossiers: 8)
    _ = try office.store.begin(at: OfficeFixture.morning)
    _ = try office.store.upkeep.refold(slice: 2)
    try office.perform(.note("đã gọi"), on: ids[7])
    try office.receive("Lê Thị Mới")
    while try office.store.upkeep.refold(slice: 3) {}
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }

  @Test func aRebuildDoesItToo() throws {
    let (office, _) = try Self.upgraded(dossiers: 3)
    _ = try office.store.begin(at: OfficeFixture.morning)
    try office.store.upkeep.rebuild()
    #expect(try office.store.upkeep.refoldingLeft() == nil)
  }

  @Test func newDataHaveNothingToComputeAgain() throws {
    let office = try OfficeFixture()
    #expect(try !office.store.begin(at: OfficeFixture.morning).isRefolding)
    #expect(try !office.store.upkeep.refold())
  }

  /// A base record is converted where its fields suffice; otherwise its entries are asked for.
  @Test func baseRecordsAreConvertedOrTheirEntriesAskedFor() throws {
    let office = try OfficeFixture()
    _ = try office.store.begin(at: OfficeFixture.morning)
    let plain = try Self.ended(office, components: [Component(number: 1, name: "Bản chính", form: .original)])
    let scanned = try Self.ended(
      office,
      components: [
        Component(number: 1, name: "Bản chính", form: .original, digitisation: .digitised, blobHash: "ab")
      ])
    try office.store.write { db in
      for dossier in [plain, scanned] {
        let folded = FoldedDossier(dossier: dossier, namedCodes: dossier.codes)
        _ = try FoldedDossiers.keep(db, try FoldedFormat.encode(folded), revision: 2, place: 1)
        _ = try DossierProjection.replace(db, dossier)
      }
      try db.execute(sql: "UPDATE setting SET value = '2' WHERE name = 'fold-rules'")
    }
    _ = try office.store.begin(at: OfficeFixture.morning)
    while try office.store.upkeep.refold(slice: 1) {}
    let revisions = try office.store.read { db in
      try [plain.id, scanned.id].map { id in
        try UInt32.fetchOne(db, sql: "SELECT revision FROM folded WHERE dossier = ?", arguments: [Data(id.bytes)])
      }
    }
    #expect(revisions == [FoldedDossier.revision, 2])
    #expect(try office.store.read { try FoldedDossiers.wanted($0, limit: 9) } == [scanned.id])
  }

  /// What no dossier had that was folded before needs no conversion, and nobody is asked for it.
  @Test func aBaseRecordWithoutStepsIsKept() throws {
    let office = try OfficeFixture()
    let scanned = try Self.ended(
      office,
      components: [
        Component(number: 1, name: "Bản chính", form: .original, digitisation: .digitised, blobHash: "ab")
      ])
    let folded = FoldedDossier(dossier: scanned, namedCodes: scanned.codes)
    #expect(folded.converted(from: 3) == folded)
    #expect(folded.converted(from: 1) == nil)
  }

  /// Where no row has to be computed again, the decided versions and the index of steps are made all the same.
  @Test func anUpgradeByTheSameRulesMakesTheRest() throws {
    let office = try OfficeFixture()
    _ = try office.store.begin(at: OfficeFixture.morning)
    let version = ProcedureVersion(code: "9.999999", name: "Thử", field: "Thử", timeLimit: .sameDay)
    try office.store.decisions.perform(.setProcedure(version), by: office.head.id, at: OfficeFixture.morning)
    try office.store.write { db in
      try db.execute(sql: "DROP INDEX dossier_by_step")
      for column in ["step_name", "step_due_at", "version"] {
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
          ('2026-12 steps of the internal procedure', '2026-12 announcements of procedures', '2026-12 blank receipts',
          '2026-12 versions of rows', '2026-12 revoked machines', ?)
          """,
        arguments: [Migrations.last])
    }
    try Migrations.migrator.migrate(office.store.write.database)
    #expect(try office.store.begin(at: OfficeFixture.morning).isRefolding)
    #expect(try office.store.upkeep.refoldingLeft() == nil)
    #expect(try office.store.read { try ProcedureProjection.isOwed($0) })
    while try office.store.upkeep.refold() {}
    #expect(try !office.store.read { try ProcedureProjection.isOwed($0) })
    let hasIndex = try office.store.read { db in
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'dossier_by_step')")
    }
    #expect(hasIndex == true)
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }

  /// A row names the version that its dossier names, also after an upgrade from a schema without that column.
  @Test func theVersionsOfRowsAreFilled() throws {
    let office = try OfficeFixture()
    _ = try office.store.begin(at: OfficeFixture.morning)
    let id = try office.receive("Hồ Văn Một").id
    let hash = try #require(office.store.queue.card(id, viewer: office.headViewer)?.dossier.procedure.versionHash)
    func named() throws -> String? {
      try office.store.read { try QueueRows.row($0, id, viewer: office.headViewer) }?.versionHash
    }
    #expect(try !hash.isEmpty && named() == hash)
    try office.store.write { db in
      try db.execute(sql: "ALTER TABLE dossier DROP COLUMN version")
      try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = '2026-12 versions of rows'")
    }
    try Migrations.migrator.migrate(office.store.write.database)
    #expect(try named() == "")
    #expect(try office.store.upkeep.refoldingLeft() == 1)
    while try office.store.upkeep.refold() {}
    #expect(try named() == hash)
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }

  private static func ended(_ office: OfficeFixture, components: [Component]) throws -> Dossier {
    var dossier = Dossier(
      id: office.newID(), codes: [.office(agency: "000.19.45.H50", date: OfficeFixture.morning.civilDate, number: 900)],
      procedure: ProcedureReference(code: OfficeFixture.certifiedCopy, name: "Chứng thực"),
      owner: Person(name: "Hồ Thị Kăn"), status: .withdrawn, receivingOffice: office.office.id,
      decidingOffice: office.office.id, lastEntry: EntryReference(epoch: DeviceEpoch(high: 5, low: 5), sequence: 9),
      lastClerk: office.head.id, lastChangedAt: OfficeFixture.morning)
    dossier.components = components
    return dossier
  }

  private static func missing(_ office: OfficeFixture, _ id: DossierID) throws -> Int? {
    try missing(office.store, id)
  }

  private static func missing(_ store: LocalStore, _ id: DossierID) throws -> Int? {
    try store.read { db in
      try Int.fetchOne(db, sql: "SELECT missing FROM dossier WHERE id = ?", arguments: [Data(id.bytes)])
    }
  }
}
