import Foundation
import Testing

/// As many seeds as fit into a minute, always the same ones, so that a change is judged by itself; `make simulate
/// SEEDS=1000-2000` looks further.
@Suite(.serialized) struct SimulationTests {
  /// Seeds that once found something.
  @Test(arguments: [2, 3, 4, 5, 37] as [UInt64]) func aSeedThatFailedOnce(seed: UInt64) throws {
    try Self.simulate(seed)
  }

  @Test func aMinuteOfSeeds() throws {
    let environment = ProcessInfo.processInfo.environment
    if let range = environment["SIMULATE_SEEDS"] {
      let bounds = range.split(separator: "-").compactMap { UInt64($0) }
      let first = try #require(bounds.first)
      for seed in first...max(first, bounds.last ?? first) { try Self.simulate(seed) }
      return
    }
    let seconds = environment["SIMULATE_SECONDS"].flatMap(Double.init) ?? 60
    let end = Date().addingTimeInterval(seconds)
    var seed: UInt64 = 100
    while Date() < end {
      try Self.simulate(seed)
      seed += 1
    }
  }

  private static func simulate(_ seed: UInt64) throws {
    do {
      let simulation = try Simulation(seed: seed, desks: 3)
      do {
        try simulation.run(steps: 400)
      } catch {
        Issue.record("seed \(seed): \(error)\n\(simulation.trace.suffix(60).joined(separator: "\n"))")
        throw error
      }
    } catch {
      print("SIMULATION FAILED: make simulate SEEDS=\(seed)")
      throw error
    }
  }
}
