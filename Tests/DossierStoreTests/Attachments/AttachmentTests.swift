import Crypto
import Foundation
import Testing

@testable import DossierStore

@Suite struct AttachmentTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("attach-\(UUID())").path

  private func store() throws -> LocalStore { try LocalStore(folder: folder, access: .readWrite) }

  private func file(_ name: String, _ content: Data) throws -> String {
    let path = folder + "/" + name
    try content.write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func aFileIsCopiedUnderItsHashAndOnlyItsOwnerReadsIt() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try store()
    let content = Data((0..<600_000).map { UInt8(truncatingIfNeeded: $0 * 7) })
    let path = try file("quét 1.pdf", content)
    let hash = try store.attach(file: path)
    #expect(hash == SHA256.hash(data: content).map { String(format: "%02x", $0) }.joined())
    let copy = folder + "/attachments/" + hash
    #expect(FileManager.default.contents(atPath: copy) == content)
    #expect(try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int == 0o600)
    #expect(try store.attach(file: path) == hash)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/attachments") == [hash])
  }

  @Test func whatIsNoScanIsRefusedAndLeavesNothing() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try store()
    let missing = folder + "/no.pdf"
    #expect(throws: AttachmentError.missing(path: missing)) { try store.attach(file: missing) }
    #expect(throws: AttachmentError.notAFile(path: folder)) { try store.attach(file: folder) }
    #expect(throws: AttachmentError.notAFile(path: "/dev/zero")) { try store.attach(file: "/dev/zero") }
    let empty = try file("0.pdf", Data())
    #expect(throws: AttachmentError.empty(path: empty)) { try store.attach(file: empty) }
    let large = try file("large.pdf", Data())
    #expect(truncate(large, LocalStore.attachmentLimit + 1) == 0)
    let limit = LocalStore.attachmentLimit
    #expect(throws: AttachmentError.tooLarge(path: large, limit: limit)) { try store.attach(file: large) }
    #expect((try? FileManager.default.contentsOfDirectory(atPath: folder + "/attachments")) == [])
  }
}
