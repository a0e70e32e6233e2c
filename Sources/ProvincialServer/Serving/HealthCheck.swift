import DossierDomain
import Foundation
import Hummingbird
import NIOCore
import Synchronization

/// Whether the server can do what it is there for: write. It writes for the question, but not more often than a few times a
/// minute, however often it is asked.
final class HealthCheck: Sendable {
  private static let freshness = Duration.seconds(5)

  let store: any ServerStore
  private let now: @Sendable () -> Instant
  private let last = Mutex<(at: ContinuousClock.Instant, fault: ServerStoreError?)?>(nil)

  init(store: any ServerStore, now: @escaping @Sendable () -> Instant) {
    self.store = store
    self.now = now
  }

  /// 200 when it can, 503 when it cannot or has too much to do.
  func response(on work: WorkQueue) async -> Response {
    let isWell = await isWell(on: work)
    let body = #"{"status":"\#(isWell ? "ok" : "failing")","store":"\#(store.name)"}"#
    return Response.bytes(
      Array(body.utf8), type: MediaTypes.json, status: isWell ? .ok : .serviceUnavailable)
  }

  func isWell(on work: WorkQueue) async -> Bool {
    (try? await work.run(.entries) { [self] in fault() == nil }) ?? false
  }

  /// What kept it from writing, now or a moment ago.
  func fault() -> ServerStoreError? {
    if let last = last.withLock({ $0 }), ContinuousClock.now - last.at < Self.freshness { return last.fault }
    let fault: ServerStoreError?
    do {
      try store.transaction { transaction in
        _ = try transaction.run(
          "INSERT INTO meta (name, value) VALUES ('health', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
          [.blob(withUnsafeBytes(of: now().milliseconds.bigEndian) { Array($0) })])
      }
      fault = nil
    } catch {
      fault = error as? ServerStoreError ?? .refused("\(error)")
    }
    last.withLock { $0 = (.now, fault) }
    return fault
  }
}
