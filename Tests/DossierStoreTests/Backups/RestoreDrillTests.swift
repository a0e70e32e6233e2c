import DossierDomain
import Foundation
import Glibc
import OfficeWork
import Testing

@testable import DossierStore

@Suite("A restore drill")
struct RestoreDrillTests {
  /// An office with a dossier, a scan and two backups.
  private func office() throws -> (OfficeFixture, target: String, key: RecoveryKey) {
    let office = try OfficeFixture()
    let target = try office.elsewhere("usb")
    _ = try office.store.backups.make(to: target, at: OfficeFixture.morning)
    let row = try office.receive()
    _ = try office.attach(office.scan(), to: row.id)
    _ = try office.store.backups.make(to: target, at: OfficeFixture.morning.adding(minutes: 300))
    return (office, target, try office.store.backups.recoveryKey())
  }

  @Test func theNewestBackupIsRestoredVerifiedAndRemoved() throws {
    let (office, target, key) = try office()
    defer { try? FileManager.default.removeItem(atPath: target) }
    let before = office.names(in: office.folder)
    let drill = try RestoreDrill(of: target, recoveryKey: key, data: office.folder)
    #expect(drill.copy.createdAt == OfficeFixture.morning.adding(minutes: 300))
    let restored = try drill.restore(at: OfficeFixture.morning.adding(minutes: 400))
    #expect(restored.attachments == 1)
    let mode = try FileManager.default.attributesOfItem(atPath: office.folder + "/.drill")[.posixPermissions] as? Int
    #expect(mode == 0o700)
    let report = try drill.verify()
    #expect(report.faults.isEmpty)
    #expect(report.dossiers == 1)
    #expect(report.attachments == 1)
    drill.remove()
    #expect(Set(office.names(in: office.folder)) == Set(before).union(["backup.lock"]))
    // The office goes on in the life that it had.
    _ = try office.receive("Lê Văn Hai")
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }

  @Test func whatAnInterruptedDrillLeftIsRemovedByTheNext() throws {
    let (office, target, key) = try office()
    defer { try? FileManager.default.removeItem(atPath: target) }
    try FileManager.default.createDirectory(atPath: office.folder + "/.drill", withIntermediateDirectories: true)
    try Data("half".utf8).write(to: URL(fileURLWithPath: office.folder + "/.drill/dossier.sqlite"))
    let drill = try RestoreDrill(of: target, recoveryKey: key, data: office.folder)
    _ = try drill.restore(at: OfficeFixture.morning)
    #expect(try drill.verify().faults.isEmpty)
    drill.remove()
  }

  @Test func noBackupAndAnotherKeyAreToldApart() throws {
    let (office, target, _) = try office()
    let empty = try office.elsewhere("empty")
    defer { for folder in [target, empty] { try? FileManager.default.removeItem(atPath: folder) } }
    #expect(throws: BackupError.noCopy(path: empty)) {
      try RestoreDrill(of: empty, recoveryKey: .random(), data: office.folder)
    }
    #expect(throws: BackupError.wrongKey) {
      try RestoreDrill(of: target, recoveryKey: .random(), data: office.folder)
    }
    #expect(throws: BackupError.targetMissing(path: empty + "/gone")) {
      try RestoreDrill(of: empty + "/gone", recoveryKey: .random(), data: office.folder)
    }
  }

  @Test func whatAKilledDrillLeftIsRemovedWhenTheOfficeIsOpenedAgain() throws {
    let (office, target, key) = try office()
    defer { try? FileManager.default.removeItem(atPath: target) }
    var drill: RestoreDrill? = try RestoreDrill(of: target, recoveryKey: key, data: office.folder)
    _ = try drill?.restore(at: OfficeFixture.morning)
    RestoreDrill.removeRemains(in: office.folder)
    #expect(RawFile.exists(office.folder + "/.drill"), "a drill that runs is left alone")
    drill = nil
    _ = try office.store.begin(at: OfficeFixture.morning)
    #expect(!RawFile.exists(office.folder + "/.drill"))
  }

  @Test func aDamagedBackupIsNoticedAndAScanThatIsGoneToo() throws {
    let (office, target, key) = try office()
    defer { try? FileManager.default.removeItem(atPath: target) }
    for name in office.names(in: target + "/attachments") {
      try FileManager.default.removeItem(atPath: target + "/attachments/" + name)
    }
    let drill = try RestoreDrill(of: target, recoveryKey: key, data: office.folder)
    #expect(try drill.restore(at: OfficeFixture.morning).attachmentsMissing == 1)
    drill.remove()
    try office.flip(drill.copy.path, at: 5000)
    #expect(throws: BackupError.damaged(path: drill.copy.path, chunk: 0)) {
      try drill.restore(at: OfficeFixture.morning)
    }
    drill.remove()
    #expect(!RawFile.exists(office.folder + "/.drill"))
  }

  /// The office goes on working on the same disk.
  @Test(.enabled(if: getuid() == 0, "needs a file system of its own"))
  func aDiskWithoutRoomIsSaidBeforeAnythingIsWritten() throws {
    let (office, target, key) = try office()
    let small = try office.elsewhere("small")
    defer { for folder in [target, small] { try? FileManager.default.removeItem(atPath: folder) } }
    try #require(mount("none", small, "tmpfs", 0, "size=8m") == 0)
    defer { umount(small) }
    let error = #expect(throws: BackupError.self) { try RestoreDrill(of: target, recoveryKey: key, data: small) }
    guard case .noSpace(path: small, _, _) = error else {
      Issue.record("expected noSpace, got \(String(describing: error))")
      return
    }
    #expect(office.names(in: small) == ["backup.lock"])
  }

  @Test func aBackupAndADrillWaitForEachOther() throws {
    let (office, target, key) = try office()
    defer { try? FileManager.default.removeItem(atPath: target) }
    let drill = try RestoreDrill(of: target, recoveryKey: key, data: office.folder)
    #expect(throws: BackupError.alreadyRunning) {
      try office.store.backups.make(to: target, at: OfficeFixture.morning.adding(minutes: 500))
    }
    withExtendedLifetime(drill) {}
  }
}
