import Crypto
import DossierDomain
import Foundation
import GRDB
import Glibc
import Testing

@testable import DossierStore

@Suite("Compressed backups")
struct CompressedBackupTests {
  @Test func aBackupIsSmallerThanItsDatabase() throws {
    let desk = try BackupFixture(rows: 0)
    defer { desk.remove() }
    try desk.writer.write { db in
      for number in 0..<20_000 {
        try db.execute(sql: "INSERT INTO entry (body) VALUES (CAST('hồ sơ số \(number)' AS BLOB))")
      }
    }
    let copy = try desk.backUp()
    #expect(copy.size < (try Backup.restoredSize(of: copy.path)) / 3)
    try desk.restore(copy.path)
  }

  /// Sizes around the pieces in which a file is read, and contents that cannot be compressed.
  @Test(arguments: [0, 1, 1000, 256 << 10, (256 << 10) + 1, 3 << 20], [true, false])
  func everyFileComesBack(size: Int, isRandom: Bool) throws {
    let disk = try Disk()
    defer { disk.remove() }
    var random = Seeded(state: 3)
    let content = (0..<size).map { _ in isRandom ? UInt8(random.below(256)) : 7 }
    let sealed = try disk.backup(of: content)
    #expect(try Backup.unseal(sealed, disk.key, into: disk.plain).databaseSize == size)
    #expect(FileManager.default.contents(atPath: disk.plain) == Data(content))
    if isRandom { #expect(try RawFile.size(of: sealed) < size + size / 64 + 1000) }
  }

  /// Version 1 sealed the database as it is.
  @Test func aBackupOfTheFirstVersionIsRead() throws {
    let disk = try Disk()
    defer { disk.remove() }
    let content = [UInt8](repeating: 5, count: 300_000)
    let sealed = try disk.backup(of: content, version: 1)
    _ = try Backup.unseal(sealed, disk.key, into: disk.plain)
    #expect(FileManager.default.contents(atPath: disk.plain) == Data(content))
  }

  /// A disk full of zeros is a small file: nothing beyond the size in the header is written.
  @Test func aBackupOfMoreThanItSaysIsRefused() throws {
    let disk = try Disk()
    defer { disk.remove() }
    let sealed = try disk.backup(of: [UInt8](repeating: 0, count: 64 << 20), saying: 1 << 20)
    #expect(try RawFile.size(of: sealed) < 100_000)
    #expect(throws: BackupError.copyUnsound(["size"])) { try Backup.unseal(sealed, disk.key, into: disk.plain) }
    #expect(try RawFile.size(of: disk.plain) <= 1 << 20)
  }

  @Test func aFrameThatIsNotOneIsRefused() throws {
    let disk = try Disk()
    defer { disk.remove() }
    let content = [UInt8](repeating: 0, count: 300_000)
    let frame = try disk.frame(of: content)
    for wrong in [Array(frame.dropLast()), [], Array("no frame at all".utf8), [UInt8](repeating: 0, count: 99)] {
      let sealed = try disk.backup(frame: wrong, saying: content.count)
      #expect(throws: BackupError.copyUnsound(["zstd"])) { try Backup.unseal(sealed, disk.key, into: disk.plain) }
      RawFile.remove(disk.plain)
    }
    let twice = try disk.backup(frame: frame + frame, saying: content.count)
    #expect(throws: BackupError.copyUnsound(["size"])) { try Backup.unseal(twice, disk.key, into: disk.plain) }
  }

  @Test(arguments: [-1, Int.max, Int.min])
  func aHeaderWithAnImpossibleSizeIsNoBackup(size: Int) throws {
    let disk = try Disk()
    defer { disk.remove() }
    let sealed = try disk.backup(frame: [], saying: size)
    #expect(throws: BackupError.notABackup(path: sealed)) { try Backup.unseal(sealed, disk.key, into: disk.plain) }
  }
}

/// Backups as somebody could write them who knows the recovery key.
private struct Disk {
  let folder = NSTemporaryDirectory() + "compressed-\(UUID().uuidString)"
  let key = RecoveryKey.random()
  var plain: String { folder + "/plain" }

  init() throws { try RawFile.makeFolder(folder) }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  func frame(of content: [UInt8]) throws -> [UInt8] {
    let path = folder + "/content"
    try Data(content).write(to: URL(fileURLWithPath: path))
    let file = try RawFile.open(path, O_RDONLY)
    defer { file.close() }
    return try CompressingReader(file).read(upTo: .max)
  }

  func backup(of content: [UInt8], version: Int = 2, saying size: Int? = nil) throws -> String {
    try backup(frame: version == 1 ? content : frame(of: content), version: version, saying: size ?? content.count)
  }

  func backup(frame: [UInt8], version: Int = 2, saying size: Int) throws -> String {
    let (salt, fileKey) = (Data(repeating: 2, count: 32), SymmetricKey(size: .bits256))
    let wrapped = try ChaChaPoly.seal(
      fileKey.withUnsafeBytes { Data($0) }, using: BackupHeader.wrappingKey(key, salt: salt))
    let header = BackupHeader(
      version: version, createdAt: 1_795_482_000_000, databaseSize: Int64(size), journalHead: "", salt: salt,
      wrappedKey: wrapped.combined)
    let head = try header.encoded()
    var (bytes, rest) = (head, frame[...])
    try SealedStream.seal(
      reading: { count throws(BackupError) in
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
      }, writing: { part throws(BackupError) in bytes += part }, header: head, key: fileKey)
    let path = folder + "/sealed"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }
}
