import Crypto
import DossierDomain
import Foundation
import Glibc

@testable import DossierStore
@testable import ProvincialServer

extension FuzzTarget {
  static var store: [FuzzTarget] {
    [
      decoder("backup", seeds: { [try backup(version: 1), try backup(version: 2)] }) { bytes in
        try withFile(bytes) { path in
          let target = path + ".plain"
          defer { RawFile.remove(target) }
          let header = try Backup.unseal(path, recovery, into: target)
          guard header.databaseSize == Int64(content.count) else { broken("a backup of another size") }
        }
      },
      decoder("backup-keys", seeds: { [try keyFile()] }) { bytes in
        try withFile(bytes) { path in
          let folder = (path as NSString).deletingLastPathComponent
          let name = folder + "/attachments-" + recovery.tag + ".keys"
          try RawFile.rename(path, name)
          let file = try BlobKeyFile.read(in: folder, recovery)
          guard file.keys.values.allSatisfy({ $0.count == 32 }) else { broken("half a key") }
        }
      },
      FuzzTarget(name: "recovery-key", seeds: { [Array(recovery.text.utf8)] }) { bytes in
        guard let key = try? RecoveryKey(text: String(decoding: bytes, as: UTF8.self)) else { return }
        guard let again = try? RecoveryKey(text: key.text), again.text == key.text else { broken("another key") }
      },
    ]
  }

  private static let recovery = RecoveryKey(key: SymmetricKey(data: [UInt8](repeating: 5, count: 32)))
  private static let content = [UInt8](repeating: 9, count: 3000)

  private static let folder: String = {
    let folder = NSTemporaryDirectory() + "fuzz-\(getpid())"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }()

  private static func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    let path = folder + "/input"
    let file = try RawFile.open(path, O_WRONLY | O_CREAT | O_TRUNC)
    try file.write(bytes)
    file.close()
    try body(path)
  }

  private static func backup(version: Int) throws -> [UInt8] {
    let salt = Data(repeating: 2, count: 32)
    let fileKey = SymmetricKey(data: [UInt8](repeating: 6, count: 32))
    let wrapped = try ChaChaPoly.seal(
      fileKey.withUnsafeBytes { Data($0) }, using: BackupHeader.wrappingKey(recovery, salt: salt))
    let header = BackupHeader(
      version: version, createdAt: 1_795_482_000_000, databaseSize: Int64(content.count), journalHead: "1 AB",
      salt: salt,
      wrappedKey: wrapped.combined)
    var bytes = try header.encoded()
    let head = bytes
    var rest = (header.isCompressed ? try compressed(content) : content)[...]
    try SealedStream.seal(
      reading: { count throws(BackupError) in
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
      }, writing: { part throws(BackupError) in bytes += part }, header: head, key: fileKey)
    return bytes
  }

  private static func compressed(_ content: [UInt8]) throws -> [UInt8] {
    var frame: [UInt8] = []
    try withFile(content) { path in
      let file = try RawFile.open(path, O_RDONLY)
      defer { file.close() }
      frame = try CompressingReader(file).read(upTo: .max)
    }
    return frame
  }

  private static func keyFile() throws -> [UInt8] {
    var file = BlobKeyFile()
    if let hash = BlobHash(bytes: [UInt8](repeating: 1, count: 32)) {
      file.keys[hash] = [UInt8](repeating: 8, count: 32)
      file.erased.insert(hash)
    }
    try file.write(in: folder, recovery)
    return Array(FileManager.default.contents(atPath: folder + "/attachments-" + recovery.tag + ".keys") ?? Data())
  }

  // MARK: The portal

  static var portal: [FuzzTarget] {
    [
      decoder("submission", seeds: submissions) { bytes in
        let submission = try JSONDecoder().decode(PortalSubmission.self, from: Data(bytes))
        for party in [submission.owner, submission.applicant].compactMap(\.self) {
          if let person = party.person, person.tidied != person { broken("a person who is not tidy") }
        }
        if let at = Instant(iso8601: submission.submittedAt) { _ = at.civilDate.iso8601 }
        _ = DossierCode(submission.portalCode, origin: .portal)
      }
    ]
  }

  private static func submissions() throws -> [[UInt8]] {
    let owner = PortalSubmission.Party(
      name: "Hồ Thị Kăn", identityNumber: "045199000001", birth: "12/2024", phone: "0912", address: "thôn A Rồng",
      email: "a@b.vn")
    let encoder = JSONEncoder()
    // Makes the bytes the same in every run.
    encoder.outputFormatting = .sortedKeys
    return [
      Array(
        try encoder.encode(
          PortalSubmission(
            portalCode: "G22.99.8-261126-0001", agencyCode: "000.19.45.H50", decidingAgencyCode: "000.20.45.H50",
            procedureCode: "2.000815", owner: owner, applicant: owner, summary: "Xin\nbản sao",
            submittedAt: "2026-11-24T08:00:00+07:00")))
    ]
  }
}
