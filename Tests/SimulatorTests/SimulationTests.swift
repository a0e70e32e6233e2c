import Testing

@testable import SimulatorRunner

/// Runs a few fixed seeds, so that the result depends only on the change. `make simulate SEEDS=1000-2000` tries more.
@Suite(.serialized) struct SimulationTests {
  /// Seeds that once found a fault.
  @Test(
    arguments: [2, 3, 4, 5, 37, 309, 517, 739, 9024, 9139, 9194, 1_201_010, 1_201_097, 1_315_327, 1_320_845] as [UInt64]
  ) func aSeedThatFailedOnce(seed: UInt64) throws {
    try Self.simulate(seed)
  }

  @Test func aFewSeeds() throws {
    var met = Simulation.Met()
    for seed in 100...107 as ClosedRange<UInt64> { met = met + (try Self.simulate(seed)) }
    #expect(met.snapshotPages > 0 && met.folded > 0)
  }

  /// Desks decide procedures with rules and receive by them, beside machines that cannot read them.
  @Test func rulesAmongMixedVersions() throws {
    var met = Simulation.Met()
    for seed in 2_000_000...2_000_003 as ClosedRange<UInt64> { met = met + (try Self.simulate(seed)) }
    #expect(met.ruled > 0 && met.heldBack > 0 && met.receivedByRules > 0)
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
