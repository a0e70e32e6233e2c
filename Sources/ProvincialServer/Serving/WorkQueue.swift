import NIOPosix
import Synchronization

/// Runs blocking work off the event loops, on a fixed number of threads. Entries are served before papers, and the
/// number of waiting jobs is limited.
final class WorkQueue: Sendable {
  enum Lane: Sendable {
    case entries
    case blobs
  }

  struct Full: Error {}

  private typealias Work = @Sendable () -> Void

  private struct Waiting {
    var entries: [Work] = []
    var blobs: [Work] = []

    var count: Int { entries.count + blobs.count }

    mutating func next() -> Work? {
      if !entries.isEmpty { return entries.removeFirst() }
      return blobs.isEmpty ? nil : blobs.removeFirst()
    }
  }

  let threads: Int
  private let room: Int
  private let pool: NIOThreadPool
  private let waiting = Mutex(Waiting())

  init(threads: Int, room: Int) {
    self.threads = threads
    self.room = room
    pool = NIOThreadPool(numberOfThreads: threads)
    pool.start()
  }

  var depth: Int { waiting.withLock { $0.count } }

  /// - Throws: `Full` if too much is waiting; what `body` throws.
  func run<Value: Sendable>(
    _ lane: Lane, _ body: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      let isTaken = waiting.withLock { waiting in
        guard waiting.count < room else { return false }
        let work: Work = { continuation.resume(with: Result(catching: body)) }
        switch lane {
        case .entries: waiting.entries.append(work)
        case .blobs: waiting.blobs.append(work)
        }
        return true
      }
      guard isTaken else { return continuation.resume(throwing: Full()) }
      // Each job submits one turn to the pool; which job a turn runs is decided when it starts.
      pool.submit { [self] _ in waiting.withLock { $0.next() }?() }
    }
  }

  func stop() async {
    try? await pool.shutdownGracefully()
  }
}
