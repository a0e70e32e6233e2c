import Foundation
import GRDB
import Glibc
import Testing

@testable import DossierStore

/// The data of an earlier version are copied before or while clerks work with this version; the copy is what that version
/// left, whatever happens in between.
@Suite struct UpgradeCopyTests {
  /// The moments at which a program that copies later can be killed.
  enum Moment: CaseIterable {
    case marked, migrated, halfCopied, copiedAndStillMarked
  }

  @Test(arguments: [true, false]) func theCopyIsWhatTheEarlierVersionLeft(copiesLater: Bool) throws {
    let earlier = try EarlierOffice()
    let store = try LocalStore(folder: earlier.folder, access: .readWrite, copiesLater: copiesLater)
    #expect(store.upkeep.owesCopy == copiesLater)
    #expect(earlier.names == (copiesLater ? ["version-owed"] : ["version-16"]))
    try store.upkeep.makeOwedCopy()
    store.close()
    #expect(earlier.names == ["version-16"])
    #expect(try earlier.isCopied())
    #expect(try earlier.mode(of: "version-16") == 0o600)
    #expect(StoreFile.isStamped(earlier.path))
  }

  /// Other windows read, and nobody, not even another program, brings the log into the file.
  @Test func theFileStaysWhileTheCopyIsOwed() throws {
    let earlier = try EarlierOffice()
    let store = try LocalStore(folder: earlier.folder, access: .readWrite, copiesLater: true)
    // More than the 1,000 pages after which a commit folds the log in.
    try store.write { db in
      try db.execute(sql: "CREATE TABLE filler (content BLOB)")
      for _ in 0..<60 { try db.execute(sql: "INSERT INTO filler VALUES (randomblob(100000))") }
    }
    try store.write { try $0.execute(sql: "DROP TABLE filler") }
    #expect(store.upkeep.walBytes > 5 << 20)
    let window = try LocalStore(folder: earlier.folder, access: .readOnly)
    #expect(try window.office.entryCount() == store.office.entryCount())
    window.close()
    let other = try DatabaseQueue(path: earlier.path)
    #expect(throws: DatabaseError.self) {
      try other.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
    try other.close()
    #expect(try earlier.versionOfFileAlone() == 16)
    try store.upkeep.makeOwedCopy()
    #expect(try earlier.versionOfFileAlone() == 16)
    store.close()
    #expect(try earlier.isCopied())
    #expect(StoreFile.isStamped(earlier.path))
  }

  @Test func leavingMakesTheCopyThatIsStillOwed() throws {
    let earlier = try EarlierOffice()
    let store = try LocalStore(folder: earlier.folder, access: .readWrite, copiesLater: true)
    store.close()
    #expect(earlier.names == ["version-16"])
    #expect(try earlier.isCopied())
    #expect(StoreFile.isStamped(earlier.path))
  }

  /// The earlier version was killed: its last acts are in the log only.
  @Test(arguments: [true, false]) func whatTheEarlierVersionHadInItsLogIsCopied(copiesLater: Bool) throws {
    let earlier = try EarlierOffice()
    let crashed = try earlier.asKilled { folder in
      let left = try DatabaseQueue(path: folder + "/" + LocalStore.fileName)
      try left.write { try $0.execute(sql: "INSERT INTO setting VALUES ('late', 'yes')") }
      return { try? left.close() }
    }
    defer { crashed.remove() }
    #expect(try crashed.size(of: "-wal") > 0)
    let store = try LocalStore(folder: crashed.folder, access: .readWrite, copiesLater: copiesLater)
    try store.upkeep.makeOwedCopy()
    store.close()
    #expect(try crashed.copied("late") == "yes")
  }

  /// The next opening copies before it changes anything, whether it is the full-screen program or a command.
  @Test(arguments: Moment.allCases, [true, false])
  func aCopyThatWasCutOffIsMadeByTheNextOpening(moment: Moment, copiesLater: Bool) throws {
    let earlier = try EarlierOffice()
    let killed = try earlier.asKilled { folder in
      let path = folder + "/" + LocalStore.fileName
      if moment == .marked {
        let writing = try StoreFile.open(path, access: .readWrite)
        let owed = try OwedCopy(of: path, writing: writing, SpentConnections())
        return { withExtendedLifetime((writing, owed)) {} }
      }
      let store = try LocalStore(folder: folder, access: .readWrite, copiesLater: true)
      try store.write { try $0.execute(sql: "INSERT INTO setting VALUES ('after', 'yes')") }
      let half = Data(repeating: 7, count: 5000)
      switch moment {
      case .marked, .migrated: break
      case .halfCopied: try half.write(to: URL(fileURLWithPath: path + ".version-16.partial"))
      // Whether a file of this name is the copy of this upgrade or of an earlier one cannot be seen.
      case .copiedAndStillMarked: try half.write(to: URL(fileURLWithPath: path + ".version-16"))
      }
      return { store.close() }
    }
    defer { killed.remove() }
    #expect(killed.names.contains("version-owed"))
    // Whoever only reads in between leaves everything as it is.
    if moment != .marked { try LocalStore(folder: killed.folder, access: .readOnly).close() }
    #expect(try killed.versionOfFileAlone() == 16)

    let store = try LocalStore(folder: killed.folder, access: .readWrite, copiesLater: copiesLater)
    #expect(!store.hasLostCopy)
    if moment != .marked {
      #expect(!store.upkeep.owesCopy)
      #expect(try store.office.setting("after") == "yes")
    }
    try store.upkeep.makeOwedCopy()
    #expect(store.upkeep.copyLeft == nil)
    #expect(killed.names == ["version-16"])
    store.close()
    #expect(try earlier.isCopied(in: killed))
    #expect(store.upkeep.walBytes == 0)
  }

  /// It was killed before it had changed the tables, and the office went on with the earlier version first.
  @Test(arguments: [true, false]) func whatTheEarlierVersionDidAfterTheKillIsCopied(copiesLater: Bool) throws {
    let earlier = try EarlierOffice()
    let killed = try earlier.asKilled { folder in
      let path = folder + "/" + LocalStore.fileName
      let writing = try StoreFile.open(path, access: .readWrite)
      let owed = try OwedCopy(of: path, writing: writing, SpentConnections())
      return { withExtendedLifetime((writing, owed)) {} }
    }
    defer { killed.remove() }
    let used = try DatabaseQueue(path: killed.path)
    try used.write { try $0.execute(sql: "INSERT INTO setting VALUES ('late', 'yes')") }
    try used.close()
    let store = try LocalStore(folder: killed.folder, access: .readWrite, copiesLater: copiesLater)
    #expect(!store.hasLostCopy)
    store.close()
    #expect(killed.names == ["version-16"])
    #expect(try killed.copied("late") == "yes")
  }

  /// Somebody opened the file with another program after the kill, which brought the log into it.
  @Test func aFileThatAnotherProgramChangedIsNotTakenForTheEarlierVersion() throws {
    let earlier = try EarlierOffice()
    let killed = try earlier.asKilled { folder in
      let store = try LocalStore(folder: folder, access: .readWrite, copiesLater: true)
      return { store.close() }
    }
    defer { killed.remove() }
    let other = try DatabaseQueue(path: killed.path)
    _ = try other.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM entry") }
    try other.close()
    #expect(try killed.versionOfFileAlone() == Int(Migrations.version))

    let store = try LocalStore(folder: killed.folder, access: .readWrite, copiesLater: true)
    #expect(store.hasLostCopy)
    #expect(!store.upkeep.owesCopy)
    #expect(store.upkeep.copyLeft == .lost)
    #expect(killed.names == ["version-lost"])
    #expect(try store.upkeep.verify().faults.isEmpty)
    store.close()
    // It is said once; `doctor` goes on saying it.
    let again = try LocalStore(folder: killed.folder, access: .readWrite)
    #expect(!again.hasLostCopy)
    #expect(again.upkeep.copyLeft == .lost)
  }

  /// Without room for the copy there is no upgrade.
  @Test(.enabled(if: getuid() == 0, "needs a file system of its own"), arguments: [true, false])
  func withoutRoomNothingIsChanged(copiesLater: Bool) throws {
    let disk = try SmallDisk(megabytes: 12)
    defer { disk.remove() }
    let folder = disk.path + "/data"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let earlier = try EarlierOffice()
    try FileManager.default.copyItem(atPath: earlier.path, toPath: folder + "/" + LocalStore.fileName)
    let office = KilledOffice(folder: folder)
    try disk.fill()
    // Room for the log and the file that its readers share, not for the copy.
    let ballast = try RawFile.size(of: disk.path + "/ballast")
    try #require(truncate(disk.path + "/ballast", Int(ballast) - 200_000) == 0)
    #expect(throws: StoreError.diskFull) {
      try LocalStore(folder: folder, access: .readWrite, copiesLater: copiesLater)
    }
    #expect(office.names == [])
    #expect(try office.versionOfFileAlone() == 16)
    try disk.free()
    let store = try LocalStore(folder: folder, access: .readWrite, copiesLater: copiesLater)
    store.close()
    #expect(office.names == ["version-16"])
  }

  /// The disk fills after the upgrade: the log stays beside the file, so that the copy can be made later.
  @Test(.enabled(if: getuid() == 0, "needs a file system of its own"))
  func aCopyThatFailsIsOwedUntilThereIsRoom() throws {
    let disk = try SmallDisk(megabytes: 12)
    defer { disk.remove() }
    let folder = disk.path + "/data"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let earlier = try EarlierOffice()
    try FileManager.default.copyItem(atPath: earlier.path, toPath: folder + "/" + LocalStore.fileName)
    let office = KilledOffice(folder: folder)
    let store = try LocalStore(folder: folder, access: .readWrite, copiesLater: true)
    try disk.fill()
    #expect(throws: StoreError.diskFull) { try store.upkeep.makeOwedCopy() }
    store.close()
    #expect(office.names == ["version-owed"])
    #expect(try office.versionOfFileAlone() == 16)
    #expect(throws: StoreError.diskFull) { try LocalStore(folder: folder, access: .readWrite) }
    try disk.free()
    let next = try LocalStore(folder: folder, access: .readWrite)
    #expect(office.names == ["version-16"])
    #expect(try next.upkeep.verify().faults.isEmpty)
    next.close()
    #expect(try earlier.isCopied(in: office))
  }

  /// The documented way back: the copy in the place of the database.
  @Test func theCopyIsOpenedAgainAsThoseData() throws {
    let earlier = try EarlierOffice()
    try LocalStore(folder: earlier.folder, access: .readWrite, copiesLater: true).close()
    for suffix in ["", "-wal", "-shm"] { RawFile.remove(earlier.path + suffix) }
    try FileManager.default.copyItem(atPath: earlier.path + ".version-16", toPath: earlier.path)
    #expect(try earlier.versionOfFileAlone() == 16)
    let again = try LocalStore(folder: earlier.folder, access: .readWrite, copiesLater: true)
    #expect(try again.office.entryCount() == earlier.entries)
    again.close()
    #expect(earlier.names == ["version-16"])
  }
}
