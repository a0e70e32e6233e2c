import DossierDomain
import Foundation
import GRDB
import OfficeWork
import Testing

@testable import DossierStore

@Suite("Scans in backups") struct AttachmentBackupTests {
  @Test func aBareMachineHasThemAgain() throws {
    let office = try OfficeFixture()
    let (target, bare) = (try office.elsewhere("usb"), office.folder + "-bare")
    defer { for folder in [target, bare] { try? FileManager.default.removeItem(atPath: folder) } }
    let row = try office.receive()
    let path = try office.scan()
    let content = try #require(FileManager.default.contents(atPath: path))
    let hash = try office.attach(path, to: row.id)
    let copy = try office.store.backups.make(to: target, at: OfficeFixture.morning)
    let key = try RecoveryKey(text: office.store.backups.recoveryKey().text)
    let restored = try BackupStore.restore(
      from: copy.path, recoveryKey: key, into: bare, at: OfficeFixture.morning.adding(minutes: 9))
    #expect(restored.attachments == 1)
    let store = try LocalStore(folder: bare, access: .readWrite)
    #expect(try store.scans.content(of: hash) == Array(content))
    #expect(try store.upkeep.verify().faults.isEmpty)
    #expect(try store.scans.offers().map(\.hash) == [hash])
  }

  @Test func aBackupHoldsNoKeyAndTheSecondPlaceNothingReadable() throws {
    let office = try OfficeFixture()
    let target = try office.elsewhere("usb")
    defer { try? FileManager.default.removeItem(atPath: target) }
    let row = try office.receive()
    let hash = try office.attach(office.scan(), to: row.id)
    let key = try #require(try office.store.scans.key(of: hash))
    let copy = try office.store.backups.make(to: target, at: OfficeFixture.morning)
    let plain = target + "/plain"
    _ = try Backup.unseal(copy.path, office.store.backups.recoveryKey(), into: plain)
    #expect(try Data(contentsOf: URL(fileURLWithPath: plain)).range(of: Data(key)) == nil)
    for name in office.names(in: target) where name.hasSuffix(".keys") {
      #expect(try Data(contentsOf: URL(fileURLWithPath: target + "/" + name)).range(of: Data(key)) == nil)
    }
  }

  @Test func whatIsThereAlreadyIsNotCopiedAgain() throws {
    let office = try OfficeFixture()
    let target = try office.elsewhere("usb")
    defer { try? FileManager.default.removeItem(atPath: target) }
    let (first, second) = (try office.receive(), try office.receive("Lê Văn Hai"))
    let one = try office.attach(office.scan(), to: first.id)
    _ = try office.store.backups.make(to: target, at: OfficeFixture.morning)
    func number(_ hash: BlobHash) throws -> UInt64? {
      try FileManager.default.attributesOfItem(atPath: target + "/attachments/" + hash.text)[.systemFileNumber]
        as? UInt64
    }
    let before = try number(one)
    let two = try office.attach(office.scan(), to: second.id)
    _ = try office.store.backups.make(to: target, at: OfficeFixture.morning.adding(minutes: 1440))
    #expect(try number(one) == before)
    #expect(Set(office.names(in: target + "/attachments")) == [one.text, two.text])
  }

  @Test func aCopyThatTheStickHasLostIsMadeAgain() throws {
    let office = try OfficeFixture()
    let target = try office.elsewhere("usb")
    defer { try? FileManager.default.removeItem(atPath: target) }
    let row = try office.receive()
    let hash = try office.attach(office.scan(), to: row.id)
    let sound = try office.attach(office.scan(), to: row.id)
    _ = try office.store.backups.make(to: target, at: OfficeFixture.morning)
    let path = target + "/attachments/" + hash.text
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let whole = bytes
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path))
    RawFile.touch(target + "/attachments/" + sound.text)
    let before = RawFile.changedAt(target + "/attachments/" + sound.text)
    _ = try office.store.backups.make(to: target, at: OfficeFixture.morning.adding(minutes: 1440))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == whole)
    #expect(RawFile.changedAt(target + "/attachments/" + sound.text) > before)
  }

  @Test func aBackupThatWasMovedAloneIsRestoredAndMendedFromItsFolder() throws {
    let office = try OfficeFixture()
    let (target, alone, bare) = (try office.elsewhere("usb"), try office.elsewhere("alone"), office.folder + "-bare")
    defer { for folder in [target, alone, bare] { try? FileManager.default.removeItem(atPath: folder) } }
    let row = try office.receive()
    let hash = try office.attach(office.scan(), to: row.id)
    let copy = try office.store.backups.make(to: target, at: OfficeFixture.morning)
    try FileManager.default.copyItem(atPath: copy.path, toPath: alone + "/x.dossierbackup")
    let restored = try BackupStore.restore(
      from: alone + "/x.dossierbackup", recoveryKey: office.store.backups.recoveryKey(), into: bare,
      at: OfficeFixture.morning)
    #expect(restored.attachmentsMissing == 1)
    let store = try LocalStore(folder: bare, access: .readWrite)
    #expect(try store.upkeep.verify().faults == [.attachmentMissing(hash)])
    #expect(try store.backups.mendScans(from: target) == (1, 0))
    #expect(try store.scans.content(of: hash).count == 600_000)
    #expect(try store.upkeep.verify().faults.isEmpty)
  }

  @Test func aDamagedScanIsMendedFromTheSecondPlaceAndDamageNeverOverwritesIt() throws {
    let office = try OfficeFixture()
    let target = try office.elsewhere("usb")
    defer { try? FileManager.default.removeItem(atPath: target) }
    let row = try office.receive()
    let hash = try office.attach(office.scan(), to: row.id)
    _ = try office.store.backups.make(to: target, at: OfficeFixture.morning)
    try office.flip(office.attachments + "/" + hash.text, at: 5000)
    _ = try office.store.backups.make(to: target, at: OfficeFixture.morning.adding(minutes: 1440))
    #expect(try office.store.upkeep.verify().faults == [.attachmentDamaged(hash)])
    #expect(try office.store.backups.mendScans(from: target) == (1, 0))
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }

  @Test func aScanThatIsMissingHereIsNoReasonToBackUpNothing() throws {
    let office = try OfficeFixture()
    let target = try office.elsewhere("usb")
    defer { try? FileManager.default.removeItem(atPath: target) }
    let (first, second) = (try office.receive(), try office.receive("Lê Văn Hai"))
    let (lost, kept) = (try office.attach(office.scan(), to: first.id), try office.attach(office.scan(), to: second.id))
    try FileManager.default.removeItem(atPath: office.attachments + "/" + lost.text)
    _ = try office.store.backups.make(to: target, at: OfficeFixture.morning)
    #expect(office.names(in: target + "/attachments") == [kept.text])
  }

  /// A restore begins another epoch. The keys of scans that the first epoch attached later are only at the second
  /// place.
  @Test func keysOfAnotherLifeOfTheDatabaseStay() throws {
    let office = try OfficeFixture()
    let (target, bare) = (try office.elsewhere("usb"), office.folder + "-bare")
    defer { for folder in [target, bare] { try? FileManager.default.removeItem(atPath: folder) } }
    let (first, second) = (try office.receive(), try office.receive("Lê Văn Hai"))
    _ = try office.attach(office.scan(), to: first.id)
    let older = try office.store.backups.make(to: target, at: OfficeFixture.morning)
    let later = try office.attach(office.scan(), to: second.id)
    let newer = try office.store.backups.make(to: target, at: OfficeFixture.morning.adding(minutes: 1440))
    let key = try office.store.backups.recoveryKey()
    _ = try BackupStore.restore(from: older.path, recoveryKey: key, into: bare, at: OfficeFixture.morning)
    _ = try LocalStore(folder: bare, access: .readWrite).backups.make(
      to: target, at: OfficeFixture.morning.adding(minutes: 90))
    try FileManager.default.removeItem(atPath: bare)
    _ = try BackupStore.restore(from: newer.path, recoveryKey: key, into: bare, at: OfficeFixture.morning)
    #expect(try LocalStore(folder: bare, access: .readWrite).scans.content(of: later).count == 600_000)
  }
}
