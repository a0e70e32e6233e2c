import GRDB
import Synchronization

/// Closed connections, kept for as long as the data are open.
///
/// Each has a dispatch queue with a value of GRDB's in it. When such a queue goes away, libdispatch destroys the value on
/// its shared pool of threads, whose watch over itself then wakes the program once a second for good. A desk on which
/// nothing happens shall sleep; a closed connection takes a few kilobytes, a few times a day.
final class SpentConnections: Sendable {
  private let kept = Mutex<[DatabaseQueue]>([])

  func close(_ connection: DatabaseQueue) throws {
    kept.withLock { $0.append(connection) }
    try connection.close()
  }
}
