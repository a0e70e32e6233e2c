import DossierDomain
import Foundation
import OfficeWork
import Testing

@testable import DossierStore

@Suite("An office after a restore")
struct StoreBackupTests {
  @Test func itHasItsDossiersANewEpochAndProvisionalCodesUntilTheLastNumberIsEntered() throws {
    let office = try OfficeFixture()
    let target = office.folder + "-usb"
    let bare = office.folder + "-bare"
    defer { for folder in [target, bare] { try? FileManager.default.removeItem(atPath: folder) } }
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    let before = try office.receive("Hồ Thị Lan")
    let copy = try office.store.backups.make(to: target, at: OfficeFixture.morning)
    // Received and printed after the backup: lost with the machine.
    try office.receive("Lê Văn Hai")

    let key = try RecoveryKey(text: office.store.backups.recoveryKey().text)
    let later = OfficeFixture.morning.adding(minutes: 60)
    let restoration = try BackupStore.restore(from: copy.path, recoveryKey: key, into: bare, at: later)
    #expect(restoration.doubtfulDates == later.civilDate...later.civilDate)
    let restored = try LocalStore(folder: bare, access: .readWrite)
    #expect(try restored.upkeep.verify().faults.isEmpty)
    #expect(try restored.queue.findByCode(before.code.text, viewer: office.headViewer).map(\.id) == [before.id])

    func receive(_ name: String) throws -> QueueRow? {
      let act = Act(dossier: office.newID(), commands: [.receive(office.form(name, days: 5))])
      guard
        case .done(let row, let entries) = try restored.decisions.perform([act], by: office.reception.id, at: later)
          .first
      else { return nil }
      #expect(entries.first?.sequence ?? 0 >= 1)
      return row
    }
    #expect(try restored.decisions.doubtfulDates() == [later.civilDate])
    #expect(try receive("Trần Thị Ba")?.code.origin == .provisional)
    try restored.decisions.enterLastPrinted(2, on: later.civilDate)
    #expect(try receive("Phạm Tư")?.code.text.hasSuffix("-0003") == true)
    #expect(try restored.upkeep.verify().faults.isEmpty)
  }

  /// A note that the power or a full disk cut short takes nothing from the next one.
  @Test func aNoteThatWasCutShortIsFollowedByAWholeOne() throws {
    let office = try OfficeFixture()
    let target = try office.elsewhere("usb")
    try office.receive()
    let notes = MachineCopies(folder: office.folder)
    let first = try office.store.backups.makeForMachine(to: target, at: OfficeFixture.morning)
    let file = URL(fileURLWithPath: notes.path)
    try (Data(contentsOf: file) + Data("2026-11-25T08:00:00Z 1".utf8)).write(to: file)
    let later = OfficeFixture.morning.adding(minutes: 60)
    let next = try office.store.backups.makeForMachine(to: target, at: later)
    #expect(!first.isUnnoted && !next.isUnnoted)
    #expect(try notes.all().map(\.place) == [first.path, next.path])
  }

  /// The copy of the day makes way for a later one only if that one stays.
  @Test func aCopyThatCannotBeNotedTakesNoOtherOnesPlace() throws {
    let office = try OfficeFixture()
    let target = try office.elsewhere("usb")
    try office.receive()
    let byHand = try office.store.backups.make(to: target, at: OfficeFixture.morning)
    try FileManager.default.createDirectory(
      atPath: MachineCopies(folder: office.folder).path, withIntermediateDirectories: false)
    let later = OfficeFixture.morning.adding(minutes: 60)
    #expect(throws: BackupError.self) { try office.store.backups.makeForMachine(to: target, at: later) }
    #expect(try office.store.backups.list(at: target).map(\.path) == [byHand.path])
  }

  /// The key is restored before the office. Otherwise the office would create another key, which nobody has printed.
  @Test func aRestoreThatWasCutOffBeforeTheOfficeHadItsNameIsBegunAgain() throws {
    let office = try OfficeFixture()
    let (target, bare) = (try office.elsewhere("usb"), try office.elsewhere("bare"))
    defer { for folder in [target, bare] { try? FileManager.default.removeItem(atPath: folder) } }
    try office.receive()
    let copy = try office.store.backups.make(to: target, at: OfficeFixture.morning)
    let key = try office.store.backups.recoveryKey()
    for name in ["recovery.key.part", ".restore-dossier.sqlite"] {
      try Data([1]).write(to: URL(fileURLWithPath: bare + "/" + name))
    }
    try key.save(to: bare + "/recovery.key")
    _ = try BackupStore.restore(from: copy.path, recoveryKey: key, into: bare, at: OfficeFixture.morning)
    #expect(try LocalStore(folder: bare, access: .readWrite).backups.recoveryKey().text == key.text)
    #expect(office.names(in: bare).allSatisfy { !$0.hasSuffix(".part") })
  }

  @Test func aFolderWithAnotherKeyIsNotTouched() throws {
    let office = try OfficeFixture()
    let (target, bare) = (try office.elsewhere("usb"), try office.elsewhere("bare"))
    defer { for folder in [target, bare] { try? FileManager.default.removeItem(atPath: folder) } }
    let copy = try office.store.backups.make(to: target, at: OfficeFixture.morning)
    let other = RecoveryKey.random()
    try other.save(to: bare + "/recovery.key")
    #expect(throws: BackupError.folderNotEmpty(path: bare)) {
      try BackupStore.restore(
        from: copy.path, recoveryKey: office.store.backups.recoveryKey(), into: bare, at: OfficeFixture.morning)
    }
    #expect(try RecoveryKey.load(from: bare + "/recovery.key")?.text == other.text)
  }
}
