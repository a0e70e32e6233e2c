import DossierDomain
import Foundation
import Hummingbird
import NIOCore
import Synchronization

/// Checks whether the server can write to its store. It writes for the check, but only a few times a minute, however
/// often it is asked.
final class HealthCheck: Sendable {
  private static let freshness = Duration.seconds(5)

  let store: any ServerStore
  /// Nil if there is no mark.
  private let watch: StoreWatch?
  private let now: @Sendable () -> Instant
  private let last = Mutex<(at: ContinuousClock.Instant, fault: ServerStoreError?)?>(nil)

  init(store: any ServerStore, watch: StoreWatch? = nil, now: @escaping @Sendable () -> Instant) {
    self.store = store
    self.watch = watch
    self.now = now
  }

  /// 200 if it can; 503 if it cannot, has too much to do, or gives no places because the store is behind its mark.
  func response(on work: WorkQueue) async -> Response {
    do {
      try await work.run(.entries) { [watch] in try watch?.requireWhole() }
    } catch ExchangeError.restored {
      let text = #"{"status":"restored","store":"\#(store.name)","detail":"\#(watch?.fault?.sentence ?? "")"}"#
      return Response.bytes(Array(text.utf8), type: MediaTypes.json, status: .serviceUnavailable)
    } catch {
      // Any other fault shows in the attempt to write.
    }
    let isWell = await isWell(on: work)
    let body = #"{"status":"\#(isWell ? "ok" : "failing")","store":"\#(store.name)"}"#
    return Response.bytes(
      Array(body.utf8), type: MediaTypes.json, status: isWell ? .ok : .serviceUnavailable)
  }

  func isWell(on work: WorkQueue) async -> Bool {
    (try? await work.run(.entries) { [self] in fault() == nil }) ?? false
  }

  /// The fault that prevented writing, now or in the last check.
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
