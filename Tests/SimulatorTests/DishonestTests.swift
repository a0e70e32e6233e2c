import Foundation
import PostgresForTests
import Testing

/// Runs with one dishonest machine. `DISHONEST_SEEDS=1-1000` tries more seeds.
@Suite("One machine gone bad", .serialized) struct DishonestTests {
  @Test func theProvinceAndEveryDeskHold() throws {
    try look(at: "1-12") { try DishonestSimulation(seed: $0) }
  }

  @Test func theyHoldWhereTheProvinceIsPutBack() throws {
    try look(at: "1-8") { try DishonestSimulation(seed: $0, isRestored: true) }
  }

  @Test func theyHoldOnPostgreSQL() throws {
    try look(at: "1-3") { try DishonestSimulation(seed: $0, on: .postgresql(url: TestPostgres.shared().empty())) }
  }

  private func look(at few: String, _ make: (UInt64) throws -> DishonestSimulation) throws {
    let seeds = ProcessInfo.processInfo.environment["DISHONEST_SEEDS"] ?? few
    let bounds = seeds.split(separator: "-").compactMap { UInt64($0) }
    let first = try #require(bounds.first)
    var placed = 0
    for seed in first...max(first, bounds.last ?? first) {
      let simulation = try make(seed)
      do {
        try simulation.run(steps: 120)
      } catch {
        Issue.record("seed \(seed): \(error)\n\(simulation.trace.suffix(12).joined(separator: "\n"))")
      }
      placed += simulation.placed
    }
    // The test would prove nothing if none of the machine's entries were placed.
    #expect(placed > 0)
  }
}
