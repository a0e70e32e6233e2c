import Foundation
import Synchronization
import Testing

@testable import ProvincialServer

/// An administrator's command runs beside a server process that writes without pause.
@Suite struct WriteTurnTests {
  private final class Load: Sendable {
    let done = Mutex(0)
    let isOver = Mutex(false)
    /// Signalled by each transaction.
    let begun = DispatchSemaphore(value: 0)
  }

  private func write(_ number: Int, in store: any ServerStore) throws {
    try store.transaction { transaction in
      _ = try transaction.run(
        "INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        [.text("turn \(number)"), .blob([1])])
    }
  }

  @Test func aCommandWaitsForAFewTransactionsOnly() throws {
    let folder = NSTemporaryDirectory() + "turn-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let serving = try SQLiteServerStore(path: folder + "/province.sqlite")
    let load = Load()
    let ended = DispatchSemaphore(value: 0)
    for number in 0..<4 {
      Thread { [self] in
        while !load.isOver.withLock({ $0 }) {
          try? write(number, in: serving)
          load.done.withLock { $0 += 1 }
          load.begun.signal()
        }
        ended.signal()
      }.start()
    }
    for _ in 0..<20 { load.begun.wait() }
    let command = try SQLiteServerStore(path: folder + "/province.sqlite", checkpoints: false)
    var waited = 0
    for number in 100..<120 {
      let before = load.done.withLock { $0 }
      try write(number, in: command)
      waited += load.done.withLock { $0 } - before
    }
    load.isOver.withLock { $0 = true }
    for _ in 0..<4 { ended.wait() }
    // Each writer has about two turns per command, more where threads are held up. Without turns there were hundreds a command, or it waited over ten
    // seconds.
    #expect(waited < 20 * 40, "\(waited)")
  }
}
