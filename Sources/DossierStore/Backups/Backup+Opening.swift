import Crypto
import Foundation
import GRDB
import Glibc

extension Backup {
  /// Decrypts a backup into a new file and syncs it.
  static func unseal(_ path: String, _ recovery: RecoveryKey, into target: String) throws(BackupError) -> BackupHeader {
    let file = try RawFile.open(path, O_RDONLY)
    defer { file.close() }
    let (header, bytes) = try BackupHeader.read(from: file)
    let wrapping = BackupHeader.wrappingKey(recovery, salt: header.salt)
    guard let box = try? ChaChaPoly.SealedBox(combined: header.wrappedKey),
      let fileKey = try? ChaChaPoly.open(box, using: wrapping)
    else { throw .wrongKey }
    let plain = try RawFile.open(target, O_WRONLY | O_CREAT | O_EXCL)
    defer { plain.close() }
    if header.isCompressed {
      let writer = try DecompressingWriter(plain, limit: header.databaseSize)
      try SealedStream.open(
        file, writing: { bytes throws(BackupError) in try writer.write(bytes) }, header: bytes,
        key: SymmetricKey(data: fileKey))
      try writer.finish()
    } else {
      try SealedStream.open(file, into: plain, header: bytes, key: SymmetricKey(data: fileKey))
    }
    try plain.synchronise()
    guard try RawFile.size(of: target) == header.databaseSize else { throw .truncated(path: path) }
    return header
  }

  /// Checks the copy with SQLite's integrity check, and compares the journal's head with the one in the backup's
  /// header.
  static func requireSound(
    _ path: String, _ header: BackupHeader, _ spent: SpentConnections, _ head: (Database) throws -> String
  ) throws(BackupError) {
    let faults = try guarded {
      let copy = try DatabaseQueue(path: path)
      defer { try? spent.close(copy) }
      return try copy.read { db in
        let reported = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
        return try reported + (head(db) == header.journalHead ? [] : ["journal head"])
      }
    }
    guard faults.isEmpty else { throw .copyUnsound(faults) }
  }

  static func removeDatabase(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { RawFile.remove(path + suffix) }
  }

  static func guarded<Value>(_ body: () throws -> Value) throws(BackupError) -> Value {
    do {
      return try body()
    } catch let error as BackupError {
      throw error
    } catch let error as DatabaseError {
      if error.resultCode == .SQLITE_CORRUPT || error.resultCode == .SQLITE_NOTADB {
        throw .copyUnsound([error.message ?? "corrupt"])
      }
      throw .database(code: error.extendedResultCode.rawValue)
    } catch {
      throw .database(code: ResultCode.SQLITE_ERROR.rawValue)
    }
  }
}
