import Crypto
import DossierDomain
import Foundation

/// The unencrypted header of a backup. Each sealed chunk authenticates it, so that it cannot be changed.
struct BackupHeader: Codable, Equatable {
  static let magic = Array("DOSSIERB".utf8)
  /// Since version 2 the database is compressed before it is sealed.
  static let currentVersion = 2
  static let maximumLength = 16 << 10
  /// No database of SQLite is larger (https://sqlite.org/limits.html, number of pages).
  private static let mostBytes: Int64 = 281 << 40

  var version: Int
  /// Milliseconds since 1970, by the clock of the machine that made the backup.
  var createdAt: Int64
  /// Size of the database in bytes.
  var databaseSize: Int64
  /// The head of the journal at the time of the backup.
  var journalHead: String
  var salt: Data
  /// The file's own key, encrypted with the recovery key: nonce, ciphertext, tag.
  var wrappedKey: Data

  var isCompressed: Bool { version >= 2 }
  var createdInstant: Instant { Instant(milliseconds: createdAt) }

  /// Magic, length (4 bytes, most significant first), JSON.
  func encoded() throws(BackupError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let json = try? encoder.encode(self), json.count <= Self.maximumLength else {
      throw .copyUnsound(["header"])
    }
    let length = (0..<4).map { UInt8(truncatingIfNeeded: json.count >> (24 - 8 * $0)) }
    return Self.magic + length + Array(json)
  }

  /// Reads the header; the file is then positioned at the first chunk.
  static func read(from file: RawFile) throws(BackupError) -> (header: BackupHeader, bytes: [UInt8]) {
    let start = try file.read(upTo: magic.count + 4)
    guard start.starts(with: magic) else { throw .notABackup(path: file.path) }
    guard start.count == magic.count + 4 else { throw .truncated(path: file.path) }
    let length = start.suffix(4).reduce(0) { $0 << 8 | Int($1) }
    guard length <= maximumLength else { throw .notABackup(path: file.path) }
    let json = try file.read(upTo: length)
    guard json.count == length else { throw .truncated(path: file.path) }
    guard let format = try? JSONDecoder().decode(Format.self, from: Data(json)) else {
      throw .notABackup(path: file.path)
    }
    guard format.version <= currentVersion else { throw .newerVersion(format.version) }
    guard let header = try? JSONDecoder().decode(BackupHeader.self, from: Data(json)),
      (0...mostBytes).contains(header.databaseSize)
    else {
      throw .notABackup(path: file.path)
    }
    return (header, start + json)
  }

  private struct Format: Decodable { var version: Int }

  /// The key that encrypts the file's own key: HKDF of the recovery key with the salt of this file.
  static func wrappingKey(_ recovery: RecoveryKey, salt: Data) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: recovery.key, salt: salt, info: Data("dossier backup file key".utf8), outputByteCount: 32)
  }
}
