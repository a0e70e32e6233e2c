import DossierDomain
import Foundation
import GRDB
import Testing

@testable import DossierStore

@Suite struct MaintenanceTests {
  @Test(arguments: UInt64(1)...6)
  func rebuildingGivesTheSameDump(seed: UInt64) throws {
    let fixture = try OfficeFixture()
    try RandomOffice(seed: seed, fixture).work(acts: 120)
    let before = try fixture.dump()
    #expect(try fixture.store.upkeep.verify().faults == [])
    try fixture.store.upkeep.rebuild()
    let after = try fixture.dump()
    #expect(Set(before).symmetricDifference(after) == [])
    #expect(before == after)
    #expect(try fixture.store.upkeep.verify().faults == [])
  }

  @Test func aRebuildOverAnEntryThatCannotBeReadEmptiesNothing() throws {
    let fixture = try OfficeFixture()
    try RandomOffice(seed: 3, fixture).work(acts: 40)
    try fixture.store.write { db in
      try db.execute(sql: "UPDATE entry SET bytes = x'0102' WHERE position = (SELECT max(position) FROM entry)")
    }
    let before = try fixture.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM dossier") }
    #expect {
      try fixture.store.upkeep.rebuild()
    } throws: { error in
      if case .damaged? = error as? StoreError { true } else { false }
    }
    #expect(try fixture.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM dossier") } == before)
    #expect(try !fixture.store.upkeep.hasUnfinishedRebuild())
  }

  @Test func theJournalAloneIsEnough() throws {
    let fixture = try OfficeFixture()
    try RandomOffice(seed: 77, fixture).work(acts: 40)
    let before = try fixture.dump()
    try fixture.store.write { db in
      for table in Migrations.projectionTables { try db.execute(sql: "DELETE FROM \(table)") }
      try SearchIndex.clear(db)
    }
    try fixture.store.upkeep.rebuild()
    #expect(try fixture.dump() == before)
  }

  @Test(arguments: [
    ("UPDATE entry SET bytes = substr(bytes, 1, length(bytes) - 1) WHERE position = 8", false),
    ("UPDATE entry SET hash = zeroblob(32) WHERE position = 8", false),
    ("DELETE FROM entry WHERE position = 8", false),
    ("DELETE FROM entry WHERE position = (SELECT max(position) FROM entry)", false),
    ("UPDATE entry SET dossier = zeroblob(16) WHERE position = 8", false),
    ("UPDATE dossier SET owner = 'Ai đó' WHERE rid = 2", true),
    ("DELETE FROM dossier WHERE rid = 2", true),
    ("DELETE FROM dossier_code WHERE rid = 2", true),
    ("UPDATE tally SET n = n + 1", true),
    ("UPDATE search_doc SET words = 'khác' WHERE rid = 2", true),
    ("INSERT INTO setting VALUES ('rebuild', 'begun')", true),
  ])
  func verifyFindsWhatWasChangedBehindItsBack(sql: String, isMended: Bool) throws {
    let fixture = try OfficeFixture()
    for number in 1...6 { try fixture.receive("Hồ Văn \(number)") }
    try fixture.store.upkeep.settleSearch()
    #expect(try fixture.store.upkeep.verify().faults == [])
    try fixture.store.write { try $0.execute(sql: sql) }
    let faults = try fixture.store.upkeep.verify().faults
    #expect(!faults.isEmpty)
    #expect(faults.allSatisfy { $0.isMendedByRebuild == isMended })
    guard isMended else { return }
    try fixture.store.upkeep.rebuild()
    #expect(try fixture.store.upkeep.verify().faults == [])
  }
}
