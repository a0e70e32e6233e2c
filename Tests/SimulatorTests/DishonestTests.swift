import PostgresForTests
import Testing

@testable import SimulatorRunner

/// Runs with one dishonest machine, beside which a second office works. `make simulate-dishonest` tries more seeds.
@Suite("One machine gone bad", .serialized) struct DishonestTests {
  @Test func theProvinceAndEveryDeskHold() throws {
    try look(at: 1...12) { try DishonestSimulation(seed: $0) }
  }

  @Test func theyHoldWhereTheProvinceIsPutBack() throws {
    try look(at: 1...8) { try DishonestSimulation(seed: $0, isRestored: true) }
  }

  @Test func theyHoldOnPostgreSQL() throws {
    try look(at: 1...3) { try DishonestSimulation(seed: $0, on: .postgresql(url: TestPostgres.shared().empty())) }
  }

  private func look(at seeds: ClosedRange<UInt64>, _ make: (UInt64) throws -> DishonestSimulation) throws {
    var (placed, nextDoor) = (0, 0)
    for seed in seeds {
      let simulation = try make(seed)
      do {
        try simulation.run(steps: 120)
      } catch {
        Issue.record("seed \(seed): \(error)\n\(simulation.trace.suffix(12).joined(separator: "\n"))")
      }
      placed += simulation.placed
      nextDoor += simulation.placedNextDoor
    }
    // The test would prove nothing if none of the machine's entries were placed, in its own office and the other one.
    #expect(placed > 0 && nextDoor > 0)
  }
}
