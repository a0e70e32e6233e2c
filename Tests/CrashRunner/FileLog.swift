import CCrashVFS
import Crypto
import Foundation
import Synchronization

@testable import DossierStore

/// One event of the files, or a promise given meanwhile. Files are identified by numbers, because names change.
enum FileStep {
  case new(path: String, file: Int)
  case newFolder(path: String)
  case write(file: Int, offset: Int, bytes: [UInt8])
  case truncate(file: Int, size: Int)
  case sync(file: Int)
  case syncFolder(path: String)
  /// - Parameter digest: SHA-256 of the file's content at that time.
  case rename(from: String, to: String, file: Int, digest: [UInt8])
  case link(path: String, file: Int)
  case remove(path: String)
  case promise(Promise)
}

/// The log of all calls that SQLite and `RawFile` make below one folder. Both report a call after the real one has
/// succeeded.
///
/// The state of the real disk does not matter: the log alone decides what is on the disk after a cut.
final class FileLog: FileWitness {
  private struct State {
    var steps: [FileStep] = []
    var files: [String: Int] = [:]
    var descriptors: [Int32: Int] = [:]
    var count = 0
  }

  let root: String
  private let state = Mutex(State())
  /// The log that receives calls from SQLite's file system, which can call only C functions.
  private static let listening = Mutex<FileLog?>(nil)

  init(root: String) { self.root = root }

  var steps: [FileStep] { state.withLock { $0.steps } }

  func promise(_ promise: Promise) { state.withLock { $0.steps.append(.promise(promise)) } }

  /// Records all calls that `body` makes.
  func listen<Value>(_ body: () throws -> Value) throws -> Value {
    Self.listening.withLock { $0 = self }
    defer { Self.listening.withLock { $0 = nil } }
    return try RawFile.$witness.withValue(self, operation: body)
  }

  // MARK: RawFile

  func saw(_ change: FileChange) {
    switch change {
    case .opened(let path, let descriptor, let isCreated, let isEmptied):
      guard let file = opened(path, isCreated: isCreated) else { return }
      state.withLock { state in
        state.descriptors[descriptor] = file
        if isEmptied, !isCreated { state.steps.append(.truncate(file: file, size: 0)) }
      }
    case .wrote(let descriptor, let bytes, let offset):
      state.withLock { state in
        guard let file = state.descriptors[descriptor] else { return }
        state.steps.append(.write(file: file, offset: offset, bytes: Array(bytes)))
      }
    case .synchronised(let descriptor):
      state.withLock { state in
        if let file = state.descriptors[descriptor] { state.steps.append(.sync(file: file)) }
      }
    case .closed(let descriptor): state.withLock { $0.descriptors[descriptor] = nil }
    case .renamed(let from, let to): renamed(from, to)
    case .linked(let from, let to): linked(from, to)
    case .removed(let path): removed(path)
    case .madeFolder(let path): append(path) { .newFolder(path: $0) }
    case .synchronisedFolder(let path): append(path) { .syncFolder(path: $0) }
    }
  }

  // MARK: Both

  /// Nil for folders, and for paths outside the root.
  private func opened(_ path: String, isCreated: Bool) -> Int? {
    guard let name = relative(path), !RawFile.isFolder(path) else { return nil }
    return state.withLock { state in
      if let known = state.files[name], !isCreated { return known }
      state.count += 1
      state.files[name] = state.count
      state.steps.append(.new(path: name, file: state.count))
      return state.count
    }
  }

  private func renamed(_ from: String, _ to: String) {
    guard let old = relative(from), let new = relative(to) else { return }
    let content = FileManager.default.contents(atPath: to) ?? Data()
    state.withLock { state in
      guard let file = state.files.removeValue(forKey: old) else { return }
      state.files[new] = file
      state.steps.append(.rename(from: old, to: new, file: file, digest: Array(SHA256.hash(data: content))))
    }
  }

  private func linked(_ from: String, _ to: String) {
    guard let old = relative(from), let new = relative(to) else { return }
    state.withLock { state in
      guard let file = state.files[old] else { return }
      state.files[new] = file
      state.steps.append(.link(path: new, file: file))
    }
  }

  private func removed(_ path: String) {
    guard let name = relative(path) else { return }
    state.withLock { state in
      if state.files.removeValue(forKey: name) != nil { state.steps.append(.remove(path: name)) }
    }
  }

  private func append(_ path: String, _ step: (String) -> FileStep) {
    if let name = relative(path) { state.withLock { $0.steps.append(step(name)) } }
  }

  /// The name below the root, "" for the root itself; nil for paths outside it.
  private func relative(_ path: String) -> String? {
    if path == root { return "" }
    return path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : nil
  }
}

// MARK: SQLite

extension FileLog {
  /// Makes the crash file system the default of this process. False if it could not be registered.
  static func register() -> Bool {
    var observer = crash_vfs_observer(
      opened: { path, isCreated in
        Int64(FileLog.path(path).flatMap { FileLog.current?.opened($0, isCreated: isCreated != 0) } ?? -1)
      },
      wrote: { file, bytes, count, offset in
        let content = bytes.map { [UInt8](UnsafeRawBufferPointer(start: $0, count: Int(count))) } ?? []
        FileLog.current?.append(.write(file: Int(file), offset: Int(offset), bytes: content))
      },
      truncated: { file, size in FileLog.current?.append(.truncate(file: Int(file), size: Int(size))) },
      synced: { file in FileLog.current?.append(.sync(file: Int(file))) },
      removed: { path in FileLog.path(path).map { FileLog.current?.removed($0) } },
      syncedFolder: { path in
        guard let path = FileLog.path(path) else { return }
        FileLog.current?.saw(.synchronisedFolder(path: (path as NSString).deletingLastPathComponent))
      })
    return crash_vfs_register(&observer) == 0
  }

  private static var current: FileLog? { listening.withLock { $0 } }
  private static func path(_ path: UnsafePointer<CChar>?) -> String? { path.map { String(cString: $0) } }
  private func append(_ step: FileStep) { state.withLock { $0.steps.append(step) } }
}
