import DossierDomain
import Foundation
import GRDB
import Testing

@testable import DossierStore

@Suite struct OfficeBeforeUpgradeTests {
  @Test func theSignInOfAnEarlierVersionIsReadWithoutATrace() throws {
    let earlier = try EarlierOffice()
    let before = try Data(contentsOf: URL(fileURLWithPath: earlier.path))
    let found = try #require(OfficeBeforeUpgrade.find(in: earlier.folder))
    #expect(earlier.names.isEmpty)
    #expect(try Data(contentsOf: URL(fileURLWithPath: earlier.path)) == before)
    let store = try LocalStore(folder: earlier.folder, access: .readWrite)
    let opening = try store.begin(at: OfficeFixture.morning)
    #expect(found.office == opening.office && found.clerks == opening.clerks)
    #expect(found.machineClerks == opening.machineClerks)
    store.close()
    // Nothing is left to upgrade.
    #expect(OfficeBeforeUpgrade.find(in: earlier.folder) == nil)
  }

  /// What is read has been there since then.
  @Test(arguments: 15..<Int(Migrations.version)) func eachOfTheseVersionsIsRead(version: Int) throws {
    let earlier = try EarlierOffice()
    let connection = try DatabaseQueue(path: earlier.path)
    try connection.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = \(version)") }
    try connection.close()
    #expect(OfficeBeforeUpgrade.find(in: earlier.folder)?.clerks.isEmpty == false)
  }

  /// The log may say something newer than the file.
  @Test func whereALogIsLeftNothingIsRead() throws {
    let earlier = try EarlierOffice()
    let killed = try earlier.asKilled { folder in
      let store = try LocalStore(folder: folder, access: .readWrite, copiesLater: true)
      return { store.close() }
    }
    #expect(try killed.versionOfFileAlone() == 16)
    #expect(OfficeBeforeUpgrade.find(in: killed.folder) == nil)
  }

  @Test func whatItDoesNotKnowIsLeftToTheOpening() throws {
    #expect(OfficeBeforeUpgrade.find(in: NSTemporaryDirectory() + "no-folder-of-that-name") == nil)
    for version in [14, Int(Migrations.version)] {
      let earlier = try EarlierOffice()
      let connection = try DatabaseQueue(path: earlier.path)
      try connection.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = \(version)") }
      try connection.close()
      #expect(OfficeBeforeUpgrade.find(in: earlier.folder) == nil)
    }
    let damaged = try EarlierOffice()
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: damaged.path))
    try file.truncate(atOffset: 4096)
    try file.close()
    #expect(OfficeBeforeUpgrade.find(in: damaged.folder) == nil)
  }
}
