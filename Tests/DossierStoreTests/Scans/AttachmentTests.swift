import Crypto
import DossierDomain
import ExchangeModel
import Foundation
import OfficeWork
import Testing

@testable import DossierStore

@Suite("Scans") struct AttachmentTests {
  @Test func aScanLiesSealedUnderTheHashOfItsSealedBytes() throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    let path = try office.scan()
    let content = try #require(FileManager.default.contents(atPath: path))
    let hash = try office.attach(path, to: row.id)
    let sealed = try #require(FileManager.default.contents(atPath: office.attachments + "/" + hash.text))
    #expect(BlobHash(bytes: SHA256.hash(data: sealed)) == hash)
    #expect(sealed.range(of: content[0..<64]) == nil)
    let file = office.attachments + "/" + hash.text
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    #expect(try office.store.scans.content(of: hash) == Array(content))
    #expect(try office.store.upkeep.verify().faults.isEmpty)
    #expect(try office.store.upkeep.verify().attachments == 1)
    #expect(try office.store.queue.card(row.id, viewer: office.headViewer)?.dossier.components[0].isDigitised == true)
  }

  @Test func equalScansHaveDifferentNamesAndEachOpens() throws {
    let office = try OfficeFixture()
    let (first, second) = (try office.receive(), try office.receive("Lê Văn Hai"))
    let hashes = [try office.attach(office.scan(), to: first.id), try office.attach(office.scan(), to: second.id)]
    #expect(hashes[0] != hashes[1])
    #expect(try office.store.scans.content(of: hashes[0]) == office.store.scans.content(of: hashes[1]))
  }

  @Test(arguments: [1, SealedStream.chunkSize - 1, SealedStream.chunkSize, SealedStream.chunkSize + 1])
  func everySizeOpensAgain(size: Int) throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    let path = try office.scan(size: size)
    let content = try #require(FileManager.default.contents(atPath: path))
    #expect(try office.store.scans.content(of: office.attach(path, to: row.id)) == Array(content))
  }

  @Test func neitherKeyNorContentIsInTheJournal() throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    let hash = try office.attach(office.scan(), to: row.id)
    let key = Data(try #require(try office.store.scans.key(of: hash)))
    #expect(key.count == 32)
    let entries = try office.store.exchange.outgoing(
      mostEntries: 100, mostBytes: 1 << 20, today: CivilDate(dayNumber: 20_000))
    #expect(entries.request.entries.allSatisfy { Data($0).range(of: key) == nil })
    #expect(try office.dump().allSatisfy { !$0.contains(key.map { String(format: "%02x", $0) }.joined()) })
  }

  @Test func whatIsNoScanIsRefusedAndLeavesNothing() throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    func digitise(_ path: String) throws -> ActOutcome {
      try office.store.scans.attach(
        file: path, as: 1, of: row.id, by: office.head.id, at: OfficeFixture.morning)
    }
    let missing = office.folder + "/no.pdf"
    #expect(throws: AttachmentError.missing(path: missing)) { try digitise(missing) }
    #expect(throws: AttachmentError.notAFile(path: office.folder)) { try digitise(office.folder) }
    #expect(throws: AttachmentError.notAFile(path: "/dev/zero")) { try digitise("/dev/zero") }
    let empty = try office.scan(size: 0)
    #expect(throws: AttachmentError.empty(path: empty)) { try digitise(empty) }
    #expect(truncate(empty, ScanStore.limit + 1) == 0)
    #expect(throws: AttachmentError.tooLarge(path: empty, limit: ScanStore.limit)) { try digitise(empty) }
    try FileManager.default.removeItem(atPath: empty)
    #expect(office.names(in: office.attachments) == [])
    #expect(try office.store.scans.survey() == AttachmentSurvey())
  }

  @Test func anActThatIsDeniedLeavesNoScan() throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    let path = try office.scan()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let outcome = try office.store.scans.attach(
      file: path, as: 99, of: row.id, by: office.head.id, at: OfficeFixture.morning)
    guard case .denied = outcome else {
      Issue.record("expected a denial, got \(outcome)")
      return
    }
    #expect(office.names(in: office.attachments) == [])
    #expect(try office.store.scans.survey() == AttachmentSurvey())
  }

  @Test func aSavedScanIsTheScanAndNothingIsOverwritten() throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    let path = try office.scan()
    let content = FileManager.default.contents(atPath: path)
    let hash = try office.attach(path, to: row.id)
    let target = office.folder + "/out.pdf"
    try office.store.scans.save(hash, to: target)
    #expect(FileManager.default.contents(atPath: target) == content)
    #expect(throws: AttachmentError.fileSystem(path: target, code: EEXIST)) {
      try office.store.scans.save(hash, to: target)
    }
    try office.flip(office.attachments + "/" + hash.text, at: 300_000)
    #expect(throws: AttachmentError.damaged) { try office.store.scans.save(hash, to: target + "2") }
    #expect(!FileManager.default.fileExists(atPath: target + "2"))
  }

  @Test func verifyNamesWhatIsMissingAndWhatIsDamaged() throws {
    let office = try OfficeFixture()
    let rows = [try office.receive(), try office.receive("Lê Văn Hai"), try office.receive("Phạm Tư")]
    let hashes = try rows.map { try office.attach(office.scan(), to: $0.id) }
    try FileManager.default.removeItem(atPath: office.attachments + "/" + hashes[0].text)
    try office.flip(office.attachments + "/" + hashes[1].text, at: 400_000)
    #expect(
      try Set(office.store.upkeep.verify().faults) == [.attachmentMissing(hashes[0]), .attachmentDamaged(hashes[1])])
    #expect(try office.store.scans.survey().missing == 1)
    #expect(throws: AttachmentError.damaged) { try office.store.scans.content(of: hashes[1]) }
    #expect(try office.store.scans.content(of: hashes[2]).count == 600_000)
  }

  @Test func aPlainScanOfAnEarlierVersionIsSealedAndItsEntryStays() throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    try FileManager.default.createDirectory(atPath: office.attachments, withIntermediateDirectories: true)
    let content = Data("ảnh quét".utf8)
    let name = SHA256.hash(data: content).map { String(format: "%02x", $0) }.joined()
    try content.write(to: URL(fileURLWithPath: office.attachments + "/" + name))
    try office.perform(.digitise(number: 1, blobHash: name), on: row.id)
    #expect(try office.store.scans.survey().plain == 1)
    #expect(try office.store.scans.sealPlain(at: OfficeFixture.morning) == 1)
    #expect(!office.names(in: office.attachments).contains(name))
    #expect(try office.store.scans.content(of: #require(BlobHash(name))) == Array(content))
    #expect(try office.store.scans.sealPlain(at: OfficeFixture.morning) == 0)
    #expect(try office.store.scans.offers().isEmpty)
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }
}
