import DossierDomain
import DossierStore
import ExchangeModel
import OfficeWork
import SyncClient
import Synchronization
import Testing

@Suite("Scans over a line that breaks") struct BlobRunnerTests {
  private func run(_ desk: ScanDesk, _ shelf: ScriptedShelf) async throws(SyncFailure) -> Bool {
    try await BlobRunner(store: desk.store, now: { ScanDesk.now }).run(over: shelf) { _ in }
  }

  /// One desk adds scans, the connection breaks in the middle of parts, and another desk fetches the result.
  @Test func whatOneDeskScansAnotherReads() async throws {
    let (desk, other) = (try ScanDesk(), try ScanDesk())
    let sizes = [300_000, 40_000, 700_000]
    let hashes = try sizes.enumerated().map { try desk.scan($0.offset + 1, size: $0.element) }
    _ = try other.store.exchange.apply(try desk.page())
    try other.acknowledge()
    try desk.acknowledge()
    let shelf = ScriptedShelf()
    shelf.state.withLock {
      $0.breaksBefore = [3, 7, 20]
      $0.breaksAfter = [5, 9, 24]
    }
    var breaks = 0
    while true {
      do throws(SyncFailure) {
        _ = try await run(desk, shelf)
        break
      } catch {
        #expect(error == .interrupted)
        breaks += 1
      }
    }
    #expect(breaks >= 4)
    let whole = try desk.store.exchange.status(now: ScanDesk.now)
    #expect(whole.blobsComplete == 3)
    let sealed = shelf.state.withLock { $0.blobs.values.reduce(0) { $0 + $1.size } }
    #expect(shelf.state.withLock { $0.bytesUp } <= sealed + breaks * 65_536)
    #expect(try other.store.scans.wanted().count == 3)
    for _ in 0..<20 where (try? await run(other, shelf)) == nil {}
    for (index, hash) in hashes.enumerated() {
      #expect(try other.store.scans.content(of: hash) == ScanDesk.content(index + 1, size: sizes[index]))
    }
    #expect(try other.store.upkeep.verify().faults.isEmpty)
  }

  @Test func entriesThatAreRecordedMeanwhileGoFirst() async throws {
    let desk = try ScanDesk()
    let hash = try desk.scan(1, size: 300_000)
    try desk.acknowledge()
    let shelf = ScriptedShelf()
    shelf.state.withLock {
      $0.doBefore = [
        2: { [store = desk.store, id = desk.dossier, clerk = desk.clerk.id] in
          _ = try? store.decisions.perform([Act(dossier: id, commands: [.note("x")])], by: clerk, at: ScanDesk.now)
        }
      ]
    }
    #expect(try await run(desk, shelf))
    #expect(shelf.state.withLock { $0.requests.count } == 2)
    #expect(try desk.store.scans.offers().map(\.hash) == [hash])
    try desk.acknowledge()
    #expect(try await !run(desk, shelf))
    #expect(try desk.store.scans.offers().isEmpty)
  }

  @Test func theProvinceIsToldWhatWasErasedBeforeAnythingMoves() async throws {
    let desk = try ScanDesk()
    let (gone, kept) = (try desk.scan(1, size: 50_000), try desk.scan(2, size: 50_000))
    try desk.acknowledge()
    let shelf = ScriptedShelf()
    _ = try await run(desk, shelf)
    try desk.store.scans.erase(gone, reason: "theo đơn", by: desk.clerk.id, at: ScanDesk.now)
    try desk.acknowledge()
    _ = try await run(desk, shelf)
    #expect(shelf.state.withLock { $0.erased } == [gone.text])
    #expect(shelf.state.withLock { Array($0.blobs.keys) } == [kept.text])
    #expect(try desk.store.scans.erasures().isEmpty)
  }

  @Test func aScanThatTheProvinceDoesNotHaveYetKeepsNobodyWaiting() async throws {
    let (desk, other) = (try ScanDesk(), try ScanDesk())
    let first = try desk.scan(1, size: 20_000)
    _ = try other.store.exchange.apply(try desk.page())
    try other.acknowledge()
    let shelf = ScriptedShelf()
    #expect(try await !run(other, shelf))
    #expect(try other.store.scans.wanted().map(\.hash) == [first])
  }
}
