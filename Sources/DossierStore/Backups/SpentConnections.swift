import GRDB
import Synchronization

/// Keeps closed connections until the data are closed.
///
/// Each has a dispatch queue that holds a value of GRDB's. When such a queue is freed, libdispatch destroys the value
/// on its shared thread pool, whose monitoring then wakes the process every second until it ends. An idle desk must not
/// wake up at all, and a closed connection takes only a few kilobytes, a few times a day.
final class SpentConnections: Sendable {
  private let kept = Mutex<[DatabaseQueue]>([])

  func close(_ connection: DatabaseQueue) throws {
    kept.withLock { $0.append(connection) }
    try connection.close()
  }
}
