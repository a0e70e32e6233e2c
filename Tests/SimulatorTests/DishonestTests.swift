import Foundation
import Testing

/// One machine gone bad; `make simulate` and `DISHONEST_SEEDS=1-1000` look further.
@Suite("One machine gone bad", .serialized) struct DishonestTests {
  @Test func theProvinceAndEveryDeskHold() throws {
    let seeds = ProcessInfo.processInfo.environment["DISHONEST_SEEDS"] ?? "1-12"
    let bounds = seeds.split(separator: "-").compactMap { UInt64($0) }
    let first = try #require(bounds.first)
    var placed = 0
    for seed in first...max(first, bounds.last ?? first) {
      let simulation = try DishonestSimulation(seed: seed)
      do {
        try simulation.run(steps: 120)
      } catch {
        Issue.record("seed \(seed): \(error)\n\(simulation.trace.suffix(12).joined(separator: "\n"))")
      }
      placed += simulation.placed
    }
    // It would prove nothing if nothing of it were ever taken.
    #expect(placed > 0)
  }
}
