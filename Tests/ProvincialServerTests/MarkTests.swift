import DossierDomain
import Foundation
import Testing

@testable import ProvincialServer

@Suite struct MarkTests {
  private func state(_ sum: Int64, _ longest: Int64, _ cluster: String? = nil, _ position: Int64 = 0) -> StoreState {
    StoreState(
      sum: sum, longest: longest, cluster: cluster.map { DatabaseCluster(identifier: $0, position: position) })
  }

  private func fault(_ before: StoreState, _ after: StoreState, acceptedAt: Int64? = nil) -> Mark.Fault? {
    Mark(state: before, at: 1000).fault(of: after, acceptedAt: acceptedAt.map { Instant(milliseconds: $0) })
  }

  @Test func aStoreWithFewerPlacesIsBehind() {
    #expect(fault(state(10, 6), state(10, 6)) == nil)
    #expect(fault(state(10, 6), state(12, 6)) == nil)
    #expect(fault(state(10, 6), state(9, 6)) == .shorter)
    // The total is the same, but one office has lost some.
    #expect(fault(state(10, 6), state(10, 5)) == .shorter)
  }

  @Test func aStandbyThatHasEverythingGoesOnAndOneThatLacksSomethingDoesNot() {
    let primary = state(10, 6, "7", 500)
    #expect(fault(primary, state(10, 6, "7", 500)) == nil)
    #expect(fault(primary, state(11, 6, "7", 800)) == nil)
    // No place is missing, but other data may be: numbers, books, machines.
    #expect(fault(primary, state(10, 6, "7", 499)) == .earlier)
    #expect(fault(primary, state(10, 6, "8", 900)) == .moved)
    #expect(fault(primary, state(9, 6, "8", 900)) == .shorter)
    #expect(fault(primary, state(10, 6)) == nil)
  }

  @Test func theOperatorsWordGoesBeforeWhatWasMarkedUntilThen() {
    #expect(fault(state(10, 6), state(9, 6), acceptedAt: 999) == .shorter)
    #expect(fault(state(10, 6), state(9, 6), acceptedAt: 1000) == nil)
  }

  @Test func theFileComesBackAndAnythingElseIsNoMark() throws {
    let path = NSTemporaryDirectory() + "mark-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(Mark.read(path) == nil)
    let mark = Mark(state: state(10, 6, "7", 500), at: 1)
    try mark.write(path)
    #expect(Mark.read(path) == mark)
    try Data("{".utf8).write(to: URL(fileURLWithPath: path))
    #expect(Mark.read(path) == nil)
  }

  @Test(arguments: StoreKind.allCases) func aCommandMarksWhatItBroughtAndLeavesAMarkThatIsAhead(
    _ kind: StoreKind
  ) throws {
    let path = NSTemporaryDirectory() + "mark-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    let province = try TestProvince(kind)
    let present = try StoreState.read(province.store)
    try province.administration.noteStore(mark: path, at: province.now)
    #expect(Mark.read(path)?.state.sum == present.sum)
    #expect(Mark.read(path)?.state.cluster?.position ?? 0 == 0)
    #expect(try province.administration.storeFault(mark: path) == nil)
    try Mark(state: state(present.sum + 1, present.longest), at: province.now.milliseconds).write(path)
    try province.administration.noteStore(mark: path, at: province.now)
    #expect(Mark.read(path)?.state.sum == present.sum + 1)
    #expect(try province.administration.storeFault(mark: path) != nil)
  }

  /// Compares the position that the database reports before and after an exchange.
  @Test(arguments: StoreKind.allCases) func aStoreSaysHowFarItIs(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let before = try StoreState.read(province.store)
    var desk = try province.desk()
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    try desk.exchange(province)
    let after = try StoreState.read(province.store)
    #expect(after.sum == before.sum + 1 && after.longest == after.sum)
    #expect((after.cluster == nil) == (kind == .sqlite))
    #expect(after.cluster?.identifier == before.cluster?.identifier)
    #expect(kind == .sqlite || after.cluster?.position ?? 0 > before.cluster?.position ?? 0)
    #expect(Mark(state: before, at: 1).fault(of: after, acceptedAt: nil) == nil)
    #expect(Mark(state: after, at: 1).fault(of: before, acceptedAt: nil) == .shorter)
    try province.administration.logAccepted(at: province.now)
    #expect(try StoreState.acceptedAt(province.store) == province.now)
  }
}
