import DossierDomain
import Synchronization
import Testing

@testable import ProvincialServer

@Suite struct HealthCheckTests {
  /// A store whose readings succeed and whose writes fail with `fault`, if there is one.
  private final class Store: ServerStore {
    let fault: ServerStoreError?
    let writes = Mutex(0)
    init(_ fault: ServerStoreError?) { self.fault = fault }

    struct Empty: ServerTransaction {
      func rows(_ sql: String, _ arguments: [ServerValue]) throws -> [ServerRow] { [] }
      func run(_ sql: String, _ arguments: [ServerValue]) throws -> Int { 1 }
      var lockingClause: String { "" }
    }

    func transaction<Value>(_ body: (any ServerTransaction) throws -> Value) throws -> Value {
      writes.withLock { $0 += 1 }
      if let fault { throw fault }
      return try body(Empty())
    }
    func read<Value>(_ body: (any ServerTransaction) throws -> Value) throws -> Value { try body(Empty()) }
    var name: String { "sqlite" }
    func cluster() -> DatabaseCluster? { nil }
    func close() {}
  }

  @Test(arguments: [ServerStoreError.diskFull, .readOnly, .unreachable(""), .contended])
  func whoCannotWriteIsNotWell(_ fault: ServerStoreError) async throws {
    let work = WorkQueue(threads: 1, room: 4)
    let check = HealthCheck(store: Store(fault)) { Instant(milliseconds: 0) }
    #expect(await !check.isWell(on: work))
    await work.stop()
  }

  @Test func itIsWrittenOnceHoweverOftenItIsAsked() async throws {
    let work = WorkQueue(threads: 1, room: 4)
    let store = Store(nil)
    let check = HealthCheck(store: store) { Instant(milliseconds: 0) }
    for _ in 0..<50 { #expect(await check.isWell(on: work)) }
    #expect(store.writes.withLock { $0 } <= 2)
    await work.stop()
  }
}
