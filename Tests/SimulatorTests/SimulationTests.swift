import Foundation
import Testing

/// Runs a few fixed seeds, so that the result depends only on the change. `make simulate SEEDS=1000-2000` tries more
/// seeds, continues after a seed that fails, and lists the failed ones.
@Suite(.serialized) struct SimulationTests {
  /// Seeds that once found a fault.
  @Test(arguments: [2, 3, 4, 5, 37, 309, 517, 739, 9024, 9139, 9194] as [UInt64]) func aSeedThatFailedOnce(seed: UInt64)
    throws
  {
    try Self.simulate(seed)
  }

  @Test func aFewSeeds() throws {
    if let range = ProcessInfo.processInfo.environment["SIMULATE_SEEDS"] {
      let bounds = range.split(separator: "-").compactMap { UInt64($0) }
      let first = try #require(bounds.first)
      Self.simulateAll(first...max(first, bounds.last ?? first))
      return
    }
    var met = Simulation.Met()
    for seed in 100...107 as ClosedRange<UInt64> { met = met + (try Self.simulate(seed)) }
    #expect(met.snapshotPages > 0 && met.folded > 0)
  }

  /// Records an issue for each seed that fails, and lists them at the end.
  private static func simulateAll(_ seeds: ClosedRange<UInt64>) {
    var met = Simulation.Met()
    var failed: [UInt64] = []
    for seed in seeds {
      guard let more = try? simulate(seed) else {
        failed.append(seed)
        continue
      }
      met = met + more
    }
    print(met)
    print("\(failed.count) of \(seeds.count) seeds failed: \(failed.map(String.init).joined(separator: ", "))")
  }

  @discardableResult
  private static func simulate(_ seed: UInt64) throws -> Simulation.Met {
    do {
      let simulation = try Simulation(seed: seed, desks: 3)
      do {
        try simulation.run(steps: 400)
        return simulation.met
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
