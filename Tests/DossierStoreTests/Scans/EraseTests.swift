import DossierDomain
import Foundation
import GRDB
import OfficeWork
import Testing

@testable import DossierStore

@Suite("Erasing a scan") struct EraseTests {
  @Test func keyAndBytesGoTheEntryAndItsChainStay() throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    let hash = try office.attach(office.scan(), to: row.id)
    let key = Data(try #require(try office.store.scans.key(of: hash)))
    try office.store.scans.erase(hash, reason: "theo đơn", by: office.head.id, at: OfficeFixture.morning)
    #expect(throws: AttachmentError.erased) { try office.store.scans.content(of: hash) }
    #expect(office.names(in: office.attachments) == [])
    let card = try #require(try office.store.queue.card(row.id, viewer: office.headViewer))
    #expect(card.dossier.components[0].blobHash == hash.text)
    #expect(card.attachments[hash.text] == .erased)
    #expect(
      card.timeline.contains {
        if case .eraseScan(_, let text) = $0.action { text.contains("theo đơn") } else { false }
      })
    #expect(try office.store.upkeep.verify().faults.isEmpty)
    #expect(try office.store.scans.erasures() == [hash])
    // The key must be gone from database and log, even from pages that SQLite has freed.
    for file in office.names(in: office.folder) where file.hasPrefix(LocalStore.fileName) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: office.folder + "/" + file))
      #expect(bytes.range(of: key) == nil, "\(file)")
    }
  }

  @Test func theScanOfAStruckDossierIsErasedEverywhereToo() throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    let hash = try office.attach(office.scan(), to: row.id)
    try office.perform(.void(reason: "nhầm"), on: row.id)
    try office.store.scans.erase(hash, reason: "theo đơn", by: office.head.id, at: OfficeFixture.morning)
    // Other desks receive the erasure as an entry.
    let timeline = try #require(try office.store.queue.card(row.id, viewer: office.headViewer)).timeline
    #expect(timeline.last?.action == .eraseScan(blobHash: hash.text, reason: "theo đơn"))
  }

  @Test func onlyTheHeadOfDeskErases() throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    let hash = try office.attach(office.scan(), to: row.id)
    #expect(throws: AttachmentError.store(.denied(.roleMissing([.headOfDesk])))) {
      try office.store.scans.erase(hash, reason: "x", by: office.reception.id, at: OfficeFixture.morning)
    }
    #expect(try office.store.scans.content(of: hash).count == 600_000)
  }

  @Test func theNextBackupTakesItOutOfAllOlderOnesToo() throws {
    let office = try OfficeFixture()
    let (target, bare) = (try office.elsewhere("usb"), office.folder + "-bare")
    defer { for folder in [target, bare] { try? FileManager.default.removeItem(atPath: folder) } }
    let (first, second) = (try office.receive(), try office.receive("Lê Văn Hai"))
    let (gone, kept) = (try office.attach(office.scan(), to: first.id), try office.attach(office.scan(), to: second.id))
    let older = try office.store.backups.make(to: target, at: OfficeFixture.morning)
    try office.store.scans.erase(gone, reason: "theo đơn", by: office.head.id, at: OfficeFixture.morning)
    _ = try office.store.backups.make(to: target, at: OfficeFixture.morning.adding(minutes: 1440))
    #expect(office.names(in: target + "/attachments") == [kept.text])
    let restored = try BackupStore.restore(
      from: older.path, recoveryKey: office.store.backups.recoveryKey(), into: bare,
      at: OfficeFixture.morning.adding(minutes: 90))
    #expect(restored.attachments == 1)
    #expect(restored.attachmentsMissing == 0)
    let store = try LocalStore(folder: bare, access: .readWrite)
    #expect(throws: AttachmentError.erased) { try store.scans.content(of: gone) }
    #expect(try store.scans.content(of: kept).count == 600_000)
    #expect(try store.upkeep.verify().faults.isEmpty)
  }
}
