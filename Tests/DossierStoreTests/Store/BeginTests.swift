import DossierDomain
import Foundation
import GRDB
import OfficeWork
import Testing

@testable import DossierStore

/// What a desk puts right when it opens its data.
@Suite struct BeginTests {
  @Test func anOrdinaryMorningOnlyReads() throws {
    let office = try OfficeFixture()
    let first = try office.store.begin(at: OfficeFixture.morning)
    #expect(!first.isCopy)
    #expect(first.office.id == office.office.id)
    #expect(first.clerks.contains { $0.id == office.reception.id })
    let changes = try office.store.write { $0.totalChangesCount }
    #expect(try office.store.begin(at: OfficeFixture.morning).clerks == first.clerks)
    #expect(try office.store.write { $0.totalChangesCount } == changes)
  }

  @Test func aCopyIsRecognisedOnce() throws {
    let office = try OfficeFixture()
    _ = try office.store.begin(at: OfficeFixture.morning)
    let folder = office.folder + "-copy"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(atPath: office.folder, toPath: folder)
    let copy = try LocalStore(folder: folder, access: .readWrite)
    #expect(try copy.begin(at: OfficeFixture.morning).isCopy)
    #expect(try !copy.begin(at: OfficeFixture.morning).isCopy)
  }

  @Test func foldsOfAnotherVersionAreAskedForAgainAfterAnUpgrade() throws {
    let office = try OfficeFixture()
    let id = try office.receive().id
    _ = try office.store.begin(at: OfficeFixture.morning)
    try office.store.write { db in
      try db.execute(
        sql: "INSERT INTO folded (dossier, place, revision, bytes, hash) VALUES (?, 1, 0, zeroblob(1), zeroblob(32))",
        arguments: [Data(id.bytes)])
      try db.execute(sql: "UPDATE setting SET value = '0' WHERE name = 'fold-rules'")
    }
    _ = try office.store.begin(at: OfficeFixture.morning)
    #expect(try office.store.read { try FoldedDossiers.wanted($0, limit: 9) } == [id])
  }

  @Test func aRestoredFileGetsItsLogBack() throws {
    let office = try OfficeFixture()
    try office.receive()
    let folder = office.folder + "-restored"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try office.store.write.database.writeWithoutTransaction {
      try $0.execute(sql: "VACUUM INTO ?", arguments: [folder + "/" + LocalStore.fileName])
    }
    let restored = try LocalStore(folder: folder, access: .readWrite)
    #expect(try restored.write.database.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    #expect(try restored.upkeep.verify().faults.isEmpty)
  }
}
