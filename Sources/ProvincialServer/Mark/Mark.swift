import DossierDomain
import Foundation
import Glibc

extension Administration {
  /// A sentence for the operator that says why entries may get no place in this store; nil if the store is in the state
  /// that the server left.
  /// - Parameter path: the path of the server's mark.
  public func storeFault(mark path: String) throws -> String? {
    try Mark.read(path)?.fault(of: StoreState.read(store), acceptedAt: StoreState.acceptedAt(store))?.sentence
  }

  /// Brings the server's mark up to date after a command, so that the loss of what only commands and sticks brought is
  /// noticed too. A mark that is ahead of the store stays, because a server has written more since, or the store was
  /// restored meanwhile.
  /// - Parameter path: the path of the server's mark.
  public func noteStore(mark path: String, at now: Instant) throws {
    let (known, state) = (Mark.read(path), try StoreState.read(store))
    guard try known?.fault(of: state, acceptedAt: StoreState.acceptedAt(store)) == nil else { return }
    try Mark(state: state.marked(after: known, at: nil), at: now.milliseconds).write(path)
  }
}

/// The last state of the store that this server has seen, in a small file beside the authority's keys.
struct Mark: Hashable, Codable, Sendable {
  var state: StoreState
  /// The server's clock, milliseconds since 1970 UTC.
  var at: Int64

  /// How the store differs from the state that this server left.
  enum Fault: Hashable, Sendable {
    /// It has fewer places than before.
    case shorter
    /// The same PostgreSQL cluster has written less than before.
    case earlier
    /// It is another PostgreSQL cluster with at least as many places.
    case moved
  }

  /// - Parameter acceptedAt: when an operator last accepted the store as it is.
  func fault(of present: StoreState, acceptedAt: Instant?) -> Fault? {
    if let acceptedAt, acceptedAt.milliseconds >= at { return nil }
    if present.sum < state.sum || present.longest < state.longest { return .shorter }
    guard let known = state.cluster, let found = present.cluster else { return nil }
    // A standby that took over continues the same log and has everything that was ever acknowledged, so it is no fault.
    if known.identifier != found.identifier { return .moved }
    return found.position < known.position ? .earlier : nil
  }

  // MARK: The file

  /// Nil if there is no file or it is not a mark.
  static func read(_ path: String) -> Mark? {
    FileManager.default.contents(atPath: path).flatMap { try? JSONDecoder().decode(Mark.self, from: $0) }
  }

  /// Replaces the file; the new contents are on the disk before the old file is removed.
  func write(_ path: String) throws {
    let bytes = try JSONEncoder().encode(self)
    // A command may write it at the same time as the server.
    let new = path + ".\(getpid()).new"
    let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ServerStoreError.unreachable(new) }
    defer { close(descriptor) }
    let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard written == bytes.count, fsync(descriptor) == 0, rename(new, path) == 0 else {
      unlink(new)
      throw ServerStoreError.diskFull
    }
    let above = path.lastIndex(of: "/").map { path[...$0] } ?? "."
    let folder = open(String(above), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }
}
