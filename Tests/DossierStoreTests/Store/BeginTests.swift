import DossierDomain
import Foundation
import GRDB
import OfficeWork
import Synchronization
import Testing

@testable import DossierStore

/// The changes that a desk makes when it opens its data.
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

  /// A province decides on hundreds of procedures. The start reads none of them, and an act reads only the one that it
  /// needs.
  @Test func aStartReadsNoVersionOfAProcedureAndAnActTheOneItNeeds() throws {
    let office = try OfficeFixture()
    let versions = [OfficeFixture.maritalStatus, "1.999991", "1.999992"].map {
      ProcedureVersion(code: $0, name: "Bản \($0)", field: "", timeLimit: .workingDays(1), components: ["Tờ khai"])
    }
    try office.store.decisions.perform(
      versions.map { .setProcedure($0) }, by: office.head.id, at: OfficeFixture.morning)
    let read = office.store.read.connection
    let statements = Statements()
    for connection in [office.store.write.database, try read.queue()] { statements.watch(connection) }

    let opening = try office.store.begin(at: OfficeFixture.morning)
    #expect(statements.about("FROM procedure_version") == [])
    #expect(opening.catalogue.version(of: "1.999991", on: OfficeFixture.morning.civilDate)?.name == "Bản 1.999991")
    #expect(statements.about("FROM procedure_version").count == 1)
    try office.receive(procedure: OfficeFixture.maritalStatus)
    let asked = statements.about("FROM procedure_version")
    #expect(asked.count == 2)
    #expect(asked.allSatisfy { $0.contains("WHERE code = ") })
    #expect(opening.catalogue.changes == versions)
    #expect(statements.about("FROM procedure_version").last?.contains("WHERE code") == false)
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

/// Collects the statements that connections execute.
private final class Statements: Sendable {
  private let seen = Mutex<[String]>([])

  func watch(_ connection: DatabaseQueue) {
    connection.inDatabase { db in
      db.trace(options: .statement) { event in self.seen.withLock { $0.append("\(event)") } }
    }
  }

  func about(_ text: String) -> [String] { seen.withLock { $0.filter { $0.contains(text) } } }
}
