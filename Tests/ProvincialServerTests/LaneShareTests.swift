import DossierDomain
import SyncProtocol
import Testing

@testable import ProvincialServer

@Suite struct LaneShareTests {
  @Test func theFirstFreeBlockFillsTheFirstHole() {
    #expect(LaneShare.free(among: []) == LaneBlock(first: 1, last: 500))
    let taken = [LaneBlock(first: 1, last: 500), LaneBlock(first: 601, last: 9999)].compactMap { $0 }
    #expect(LaneShare.free(among: taken) == LaneBlock(first: 501, last: 600))
    #expect(LaneShare.free(among: [LaneBlock(first: 1, last: 9999)].compactMap { $0 }) == nil)
  }
}
