import DossierDomain
import Foundation
import GRDB
import Glibc
import OfficeWork
import Synchronization
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

  /// Counts the bytes that a backup writes into the folder of the scans, and says what the backup reports.
  private func backUp(
    _ office: OfficeFixture, to target: String, day: Int
  ) throws -> (written: Int, scans: CopiedScans?) {
    let log = ScanWrites(folder: target + "/attachments/")
    let copy = try RawFile.$witness.withValue(log) {
      try office.store.backups.make(to: target, at: OfficeFixture.morning.adding(minutes: day * 1440))
    }
    return (log.bytes, copy.scans)
  }

  @Test func aScanIsWrittenOnceAndAgainOnlyWhenItsCopyIsDamagedOrCutOff() throws {
    let office = try OfficeFixture()
    let target = try office.elsewhere("usb")
    defer { try? FileManager.default.removeItem(atPath: target) }
    let row = try office.receive()
    let names = try (0..<3).map { _ in try office.attach(office.scan(), to: row.id).text }
    let size = try Int(RawFile.size(of: office.attachments + "/" + names[0]))
    #expect(try backUp(office, to: target, day: 0) == (3 * size, CopiedScans(new: 3)))
    #expect(try backUp(office, to: target, day: 1) == (0, CopiedScans(kept: 3)))
    try office.flip(target + "/attachments/" + names[0], at: 5000)
    #expect(truncate(target + "/attachments/" + names[1], 100) == 0)
    #expect(try backUp(office, to: target, day: 2) == (2 * size, CopiedScans(mended: 2, kept: 1)))
    #expect(try backUp(office, to: target, day: 3) == (0, CopiedScans(kept: 3)))
    // One that is sound nowhere.
    for folder in [target + "/attachments", office.attachments] { try office.flip(folder + "/" + names[2], at: 7000) }
    #expect(try backUp(office, to: target, day: 4).scans == CopiedScans(kept: 2, unsound: 1))
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

/// Counts what is written into files of a folder.
private final class ScanWrites: FileWitness {
  private let folder: String
  private let state = Mutex<(open: Set<Int32>, bytes: Int)>(([], 0))

  init(folder: String) { self.folder = folder }

  var bytes: Int { state.withLock { $0.bytes } }

  func saw(_ change: FileChange) {
    state.withLock { state in
      switch change {
      case .opened(let path, let descriptor, _, _) where path.hasPrefix(folder): state.open.insert(descriptor)
      case .wrote(let descriptor, let bytes, _) where state.open.contains(descriptor): state.bytes += bytes.count
      case .closed(let descriptor): state.open.remove(descriptor)
      case .opened, .wrote, .synchronised, .renamed, .linked, .removed, .madeFolder, .synchronisedFolder: break
      }
    }
  }
}
