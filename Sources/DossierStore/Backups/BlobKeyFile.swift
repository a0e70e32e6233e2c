import Crypto
import Foundation
import Glibc

/// The content keys of all attachments at a second place: one file beside the backups, sealed under the recovery key, and
/// written anew by each backup. Backups themselves hold none, so that a key that was destroyed is gone from all of them.
struct BlobKeyFile {
  private static let magic = Array("DOSSIERK".utf8) + [1]
  private static let saltSize = 16

  var keys: [BlobHash: [UInt8]] = [:]
  /// Whose keys were destroyed; a restore of an older backup says so of them.
  var erased: Set<BlobHash> = []

  /// Offices that share a disk have a file each, and so have an office's older recovery keys.
  private static func path(in folder: String, _ recovery: RecoveryKey) -> String {
    folder + "/attachments-" + recovery.tag + ".keys"
  }

  /// What is there; empty when there is none, or when its bytes were changed: then the next `write` makes it good with the
  /// keys that the desk has. What a disk does not give now, or a newer program has written, must not be overwritten.
  static func read(in folder: String, _ recovery: RecoveryKey) throws(BackupError) -> BlobKeyFile {
    let path = path(in: folder, recovery)
    guard RawFile.exists(path) else { return BlobKeyFile() }
    let file = try RawFile.open(path, O_RDONLY)
    defer { file.close() }
    let headerSize = magic.count + saltSize
    let header = try file.read(upTo: headerSize)
    guard header.count == headerSize, header.starts(with: magic.dropLast()) else { return BlobKeyFile() }
    guard header.starts(with: magic) else { throw .newerVersion(Int(header[magic.count - 1])) }
    var body: [UInt8] = []
    let key = recovery.derived(salt: Data(header.suffix(saltSize)), info: info)
    do throws(BackupError) {
      try SealedStream.open(file, writing: { bytes throws(BackupError) in body += bytes }, header: header, key: key)
    } catch {
      if case .fileSystem = error { throw error }
      return BlobKeyFile()
    }
    return BlobKeyFile(body: body)
  }

  /// Takes the place of the file that is there, whole or not at all; then overwrites the bytes of the older one, as far as
  /// the disk lets a program do that.
  func write(in folder: String, _ recovery: RecoveryKey) throws(BackupError) {
    let header = Self.magic + PINVerifier.randomSalt().prefix(Self.saltSize)
    let key = recovery.derived(salt: Data(header.suffix(Self.saltSize)), info: Self.info)
    let path = Self.path(in: folder, recovery)
    let older = try? RawFile.open(path, O_WRONLY)
    let olderSize = (try? RawFile.size(of: path)) ?? 0
    defer { older?.close() }
    let partial = folder + "/.partial.keys"
    defer { RawFile.remove(partial) }
    let file = try RawFile.open(partial, O_WRONLY | O_CREAT | O_TRUNC)
    defer { file.close() }
    try file.write(header)
    var body = body[...]
    try SealedStream.seal(
      reading: { count throws(BackupError) in
        defer { body = body.dropFirst(count) }
        return Array(body.prefix(count))
      }, writing: { bytes throws(BackupError) in try file.write(bytes) }, header: header, key: key)
    try file.synchronise()
    try RawFile.rename(partial, path)
    try RawFile.synchronise(folder: folder)
    if let older {
      try? older.write([UInt8](repeating: 0, count: Int(olderSize)))
      try? older.synchronise()
    }
  }

  private static let info = "dossier attachment keys"

  // MARK: Body: 1 and name and key, or 2 and name, one after the other

  private var body: [UInt8] {
    let known = keys.sorted { $0.key.bytes.lexicographicallyPrecedes($1.key.bytes) }
    let gone = erased.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    return known.flatMap { [1] + $0.key.bytes + $0.value } + gone.flatMap { [2] + $0.bytes }
  }

  private init(body: [UInt8]) {
    var rest = body[...]
    while let kind = rest.popFirst(), let hash = BlobHash(bytes: rest.prefix(32)) {
      rest = rest.dropFirst(32)
      switch kind {
      case 1:
        keys[hash] = Array(rest.prefix(32))
        rest = rest.dropFirst(32)
      case 2: erased.insert(hash)
      default: return
      }
    }
  }

  init() {}
}
