import Crypto
import Foundation
import Glibc

/// The content keys of all attachments at a second place: one file beside the backups, sealed with the recovery key and
/// rewritten by each backup. The backups themselves contain no content keys, so that a destroyed key is gone from all
/// of them.
struct BlobKeyFile {
  private static let magic = Array("DOSSIERK".utf8) + [1]
  private static let saltSize = 16

  var keys: [BlobHash: [UInt8]] = [:]
  /// The attachments whose keys were destroyed. After the restore of an older backup they are marked as erased.
  var erased: Set<BlobHash> = []

  /// Offices that share a disk have separate files, and so have the older recovery keys of an office.
  private static func path(in folder: String, _ recovery: RecoveryKey) -> String {
    folder + "/attachments-" + recovery.tag + ".keys"
  }

  /// Reads the file. The result is empty if there is none or its bytes were changed; the next `write` then replaces it
  /// with the keys that this desk has. Throws if the disk cannot be read or a newer program wrote the file, because it
  /// must not be overwritten then.
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

  /// Replaces the existing file completely or not at all; then overwrites the bytes of the older one, as far as the
  /// disk allows it.
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
