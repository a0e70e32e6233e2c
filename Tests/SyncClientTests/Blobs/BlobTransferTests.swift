import DossierStore
import Testing

@testable import SyncClient

@Suite("The order in which scans move") struct BlobTransferTests {
  private static func hash(_ number: UInt8) throws -> BlobHash {
    try #require(BlobHash(bytes: [UInt8](repeating: number, count: 32)))
  }

  private static func waiting(_ number: UInt8, _ size: Int, received: Int = 0) throws -> WaitingBlob {
    WaitingBlob(hash: try hash(number), sealedSize: size, received: received)
  }

  @Test func entriesGoBeforeEverything() throws {
    let queue = BlobTransfer(erasures: [try Self.hash(1)], offers: [try Self.waiting(2, 10)], wanted: [])
    #expect(queue.next(entriesWait: true) == .entriesFirst)
    #expect(queue.next(entriesWait: false) == .erase(try Self.hash(1)))
  }

  @Test func erasuresThenWhatGoesUpThenWhatComesDown() throws {
    let (erased, sent, wanted) = (try Self.hash(1), try Self.hash(2), try Self.hash(3))
    var queue = BlobTransfer(
      erasures: [erased], offers: [try Self.waiting(2, 20_000)],
      wanted: [WantedBlob(hash: wanted, sealedSize: 0, received: 0)])
    queue.erased(erased)
    #expect(queue.next(entriesWait: false) == .send(sent, offset: 0, count: 16_384, size: 20_000))
    queue.sent(sent, received: 16_384, isComplete: false, milliseconds: 5_000)
    #expect(queue.next(entriesWait: false) == .send(sent, offset: 16_384, count: 3_616, size: 20_000))
    queue.sent(sent, received: 20_000, isComplete: true, milliseconds: 5_000)
    #expect(queue.next(entriesWait: false) == .fetch(wanted, offset: 0))
    queue.fetched(wanted, next: nil, milliseconds: 1)
    #expect(queue.next(entriesWait: false) == .done)
    #expect(queue.bytesSent == 20_000)
  }

  @Test func aPartGrowsOnAFastLineAndShrinksOnASlowOneBetween16And64KB() throws {
    let hash = try Self.hash(1)
    var queue = BlobTransfer(erasures: [], offers: [try Self.waiting(1, 10 << 20)], wanted: [])
    var counts: [Int] = []
    var offset = 0
    for milliseconds in [100, 100, 100, 10_000, 30_000, 30_000, 30_000] {
      guard case .send(_, _, let count, _) = queue.next(entriesWait: false) else { break }
      counts.append(count >> 10)
      offset += count
      queue.sent(hash, received: offset, isComplete: false, milliseconds: milliseconds)
    }
    #expect(counts == [16, 32, 64, 64, 64, 32, 16])
  }

  @Test func itGoesOnWhereTheProvinceSaysAlsoWhenThatIsEarlier() throws {
    let hash = try Self.hash(1)
    var queue = BlobTransfer(erasures: [], offers: [try Self.waiting(1, 500_000, received: 300_000)], wanted: [])
    #expect(queue.next(entriesWait: false) == .send(hash, offset: 300_000, count: 16_384, size: 500_000))
    // The province was restored and has less than it reported before.
    queue.sent(hash, received: 65_536, isComplete: false, milliseconds: 10_000)
    #expect(queue.next(entriesWait: false) == .send(hash, offset: 65_536, count: 16_384, size: 500_000))
  }

  @Test func whatComesNoFurtherWaitsAndDoesNotBlockTheNext() throws {
    let (stuck, next) = (try Self.hash(1), try Self.hash(2))
    var queue = BlobTransfer(
      erasures: [], offers: [try Self.waiting(1, 500_000), try Self.waiting(2, 10)], wanted: [])
    for _ in 0..<3 { queue.sent(stuck, received: 0, isComplete: false, milliseconds: 10_000) }
    #expect(queue.next(entriesWait: false) == .send(next, offset: 0, count: 10, size: 10))
    queue.setAside(next)
    #expect(queue.next(entriesWait: false) == .done)
  }

  /// The province accepts only whole parts, and the connection may break at any of them, before the part arrives or
  /// before its answer does. Everything arrives, and an interruption never costs more than 64 KB.
  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func everythingArrivesWhateverBreaks(seed: UInt64) throws {
    var random = Seeded(state: seed)
    var sizes: [BlobHash: Int] = [:]
    for number in 0..<UInt8(5) { sizes[try Self.hash(number)] = 1 + random.below(900_000) }
    var has: [BlobHash: Int] = [:]
    var known: [BlobHash: Int] = [:]
    var carried = 0
    var breaks = 0
    while sizes.contains(where: { known[$0.key] != $0.value }) {
      // Each exchange begins with the state that the last answers reported.
      let offers = sizes.filter { known[$0.key] != $0.value }
        .map { WaitingBlob(hash: $0.key, sealedSize: $0.value, received: known[$0.key] ?? 0) }
      var queue = BlobTransfer(erasures: [], offers: offers, wanted: [])
      while case .send(let hash, let offset, let count, let size) = queue.next(entriesWait: false) {
        #expect(count <= BlobTransfer.largestPart)
        carried += count
        if random.below(12) == 0 {
          breaks += 1
          break
        }
        if offset == has[hash] ?? 0 { has[hash] = offset + count }
        if random.below(12) == 0 {
          breaks += 1
          break
        }
        let received = has[hash] ?? 0
        known[hash] = received
        queue.sent(hash, received: received, isComplete: received == size, milliseconds: random.below(30_000))
      }
    }
    #expect(has == sizes)
    #expect(carried <= sizes.values.reduce(0, +) + breaks * BlobTransfer.largestPart + 5)
  }
}

/// Random numbers that are the same for the same seed.
struct Seeded {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
