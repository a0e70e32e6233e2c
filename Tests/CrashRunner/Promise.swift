import DossierDomain
import JournalFormat

@testable import DossierStore

/// A fact that somebody was told and that has to hold after any later cut. Folders are named relative to the root.
enum Promise {
  /// An act was reported: its last entry and, by the chain, all earlier ones.
  case entry(folder: String, EntryReference, hash: [UInt8])
  /// A code was shown.
  case code(String)
  case attachment(folder: String, BlobHash, content: [UInt8])
  /// After `erasing` the attachment may be gone; after `erased` its key must be.
  case erasing(BlobHash)
  case erased(folder: String, BlobHash)
  /// A person or a failing disk removes the file. It may be missing from here until `mended`.
  case damaged(BlobHash)
  case mended(BlobHash)
  case recoveryKey(folder: String, String)
  /// - Parameter attachments: the attachments beside the backup.
  case backup(path: String, attachments: [BlobHash])
  case restored(folder: String)
  /// Somebody was told that the export is finished.
  case export(path: String)
}

/// All promises given before a cut.
struct Promises {
  var entries: [String: [DeviceEpoch: (sequence: Int64, hash: [UInt8])]] = [:]
  var codes: Set<String> = []
  var attachments: [String: [BlobHash: [UInt8]]] = [:]
  var erasing: Set<BlobHash> = []
  var erased: [String: Set<BlobHash>] = [:]
  var damaged: Set<BlobHash> = []
  var keys: [String: String] = [:]
  var backups: [(path: String, attachments: [BlobHash])] = []
  var restored: Set<String> = []
  var exports: Set<String> = []
  /// For each name, SHA-256 of the file's content each time that a file got the name.
  var contents: [String: Set<[UInt8]>] = [:]

  mutating func take(_ step: FileStep) {
    switch step {
    case .rename(_, let to, _, let digest): contents[to, default: []].insert(digest)
    case .promise(let promise): take(promise)
    case .new, .newFolder, .write, .truncate, .sync, .syncFolder, .link, .remove: break
    }
  }

  private mutating func take(_ promise: Promise) {
    switch promise {
    case .entry(let folder, let reference, let hash):
      entries[folder, default: [:]][reference.epoch] = (reference.sequence, hash)
    case .code(let code): codes.insert(code)
    case .attachment(let folder, let hash, let content): attachments[folder, default: [:]][hash] = content
    case .erasing(let hash): erasing.insert(hash)
    case .erased(let folder, let hash): erased[folder, default: []].insert(hash)
    case .damaged(let hash): damaged.insert(hash)
    case .mended(let hash): damaged.remove(hash)
    case .recoveryKey(let folder, let text): keys[folder] = text
    case .backup(let path, let attachments): backups.append((path, attachments))
    case .restored(let folder): restored.insert(folder)
    case .export(let path): exports.insert(path)
    }
  }
}
