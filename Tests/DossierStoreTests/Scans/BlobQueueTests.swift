import DossierDomain
import Foundation
import GRDB
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

@Suite("Scans on their way") struct BlobQueueTests {
  @Test func scansOfDossiersThatAreWaitedForGoFirstByTheirAppointment() throws {
    let office = try OfficeFixture()
    let ended = try office.receive("Phạm Tư")
    let soon = try office.receive()
    // The fixture's day is one of rest, so that what comes on the next day has the same appointment.
    let later = try office.receive("Lê Văn Hai", at: OfficeFixture.morning.adding(minutes: 48 * 60))
    var scans: [DossierID: BlobHash] = [:]
    for row in [later, ended, soon] { scans[row.id] = try office.attach(office.scan(size: 100_000), to: row.id) }
    try office.perform(.void(reason: "nhầm"), on: ended.id)
    #expect(try office.store.scans.offers().map(\.hash) == [soon.id, later.id, ended.id].map { scans[$0] })
    #expect(try office.store.scans.offers(limit: 1).count == 1)
  }

  @Test func aRowSaysHowMuchTheProvinceHas() throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    let hash = try office.attach(office.scan(), to: row.id)
    let offer = try #require(try office.store.scans.offers().first)
    try office.store.scans.noteSent(hash, received: offer.sealedSize * 62 / 100 + 1, isComplete: false)
    try office.enrol()
    #expect(
      try office.store.queue.card(row.id, viewer: office.headViewer)?.attachments[hash.text] == .sending(percent: 62))
    try office.store.scans.noteSent(hash, received: 0, isComplete: true)
    #expect(try office.store.scans.offers().isEmpty)
    let status = try office.store.exchange.status(now: OfficeFixture.morning)
    #expect(status.blobsComplete == 1)
    #expect(status.blobsAll == 1)
    // The province was restored from an earlier state. It has less and receives the rest again.
    try office.store.scans.noteSent(hash, received: 65_536, isComplete: false)
    #expect(try office.store.scans.offers().map(\.received) == [65_536])
  }

  /// A scan that one desk sends in parts arrives at another, although parts are interrupted, repeated and changed on
  /// the way.
  @Test func whatAnotherDeskFetchesInPartsIsTheScan() throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    let path = try office.scan()
    let content = try #require(FileManager.default.contents(atPath: path))
    let hash = try office.attach(path, to: row.id)
    let size = try #require(try office.store.scans.offers().first).sealedSize
    let key = try #require(try office.store.scans.key(of: hash))
    let other = try OfficeFixture()
    func take(_ offset: Int, _ bytes: [UInt8]) throws -> Int? {
      try other.store.scans.storeSealed(hash, offset: offset, bytes, key: key, at: OfficeFixture.morning)
    }
    #expect(try other.store.scans.beginFetch(hash, sealedSize: size) == nil)
    try other.store.write { db in
      let action = DossierAction.digitise(number: 1, blobHash: hash.text)
      _ = try BlobTable.note(db, action, of: row.id, at: OfficeFixture.morning)
    }
    #expect(try other.store.scans.wanted().map(\.hash) == [hash])
    #expect(try other.store.scans.beginFetch(hash, sealedSize: size) == 0)
    let first = try office.store.scans.readSealed(hash, offset: 0, count: 65_536)
    #expect(try take(0, first) == 65_536)
    #expect(try take(0, first) == 65_536, "a part that came twice is not taken twice")
    #expect(try take(100_000, first) == 65_536, "a gap is not taken")
    // The connection breaks in the middle of the second part, and the desk continues from the offset that it has.
    let half = try office.store.scans.readSealed(hash, offset: 65_536, count: 20_000)
    #expect(try take(65_536, half) == 85_536)
    #expect(try other.store.scans.beginFetch(hash, sealedSize: size) == 85_536)
    #expect(throws: AttachmentError.notHere(percent: 85_536 * 100 / size)) { try other.store.scans.content(of: hash) }
    // One byte is changed, so the whole scan is requested again.
    var rest = try office.store.scans.readSealed(hash, offset: 85_536, count: size)
    rest[3] ^= 1
    #expect(try take(85_536, rest) == 0)
    #expect(try take(0, office.store.scans.readSealed(hash, offset: 0, count: size)) == nil)
    #expect(try other.store.scans.content(of: hash) == Array(content))
    #expect(try other.store.scans.wanted().isEmpty)
    #expect(try other.store.upkeep.verify().faults.isEmpty)
    // The head of desk erases the scan at the first desk, and the other one destroys its copy.
    let gone = try other.store.write { db in
      let action = DossierAction.eraseScan(blobHash: hash.text, reason: "theo đơn")
      return try BlobTable.note(db, action, of: row.id, at: OfficeFixture.morning)
    }
    other.store.scanFolder.remove(gone)
    try other.store.write.emptyLog()
    #expect(throws: AttachmentError.erased) { try other.store.scans.content(of: hash) }
    #expect(other.names(in: other.attachments) == [])
    #expect(try other.store.scans.key(of: hash) == nil)
  }
}

extension OfficeFixture {
  /// Enrols the office as a desk of a province that does not exist.
  func enrol() throws {
    try store.exchange.enrol(
      Enrolment(
        server: "https://127.0.0.1:1", office: office.id, officeName: office.name, device: DeviceID(high: 5, low: 5),
        deviceName: "Bàn 1", certificate: [1], authority: [1], privateKey: [1], agreementKey: [1], provinceKey: [1],
        certificateEndsAt: Self.morning), at: Self.morning)
  }
}
