import Foundation

/// A program of its own, so that it can be built with optimisation: ten thousand days take hours instead of a night.
///
///     SimulatorRunner SEEDS [dishonest | restored]
///
/// Plays the days of each seed (`1-1000`), continues after a seed that fails, and lists the failed ones at the end.
/// `dishonest` plays offices with one dishonest machine, `restored` the same while the province is restored.
@main struct SimulatorRunner {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let bounds = (arguments.first ?? "").split(separator: "-").compactMap { UInt64($0) }
    guard let first = bounds.first, let kind = Kind(rawValue: arguments.dropFirst().first ?? "") else {
      print("SimulatorRunner SEEDS [dishonest | restored]")
      exit(2)
    }
    let seeds = first...max(first, bounds.last ?? first)
    var failed: [UInt64] = []
    for seed in seeds {
      if let fault = kind.play(seed, lines: seeds.count == 1 ? .max : 60) {
        failed.append(seed)
        say("seed \(seed): \(fault)")
      }
      if seed % 100 == 99 { say("\(seed - first + 1) of \(seeds.count) seeds, \(failed.count) failed") }
    }
    say("\(failed.count) of \(seeds.count) seeds failed: \(failed.map(String.init).joined(separator: ", "))")
    exit(failed.isEmpty ? 0 : 1)
  }

  /// At once, also into a file, because a run takes hours.
  private static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

  private enum Kind: String {
    case accidents = ""
    case dishonest
    case restored

    /// The fault with the last steps before it, so many lines of them; nil if the days went well.
    func play(_ seed: UInt64, lines: Int) -> String? {
      do {
        switch self {
        case .accidents:
          let days = try Simulation(seed: seed, desks: 3)
          return fault(days.trace.suffix(lines)) { try days.run(steps: 400) }
        case .dishonest, .restored:
          let days = try DishonestSimulation(seed: seed, isRestored: self == .restored)
          return fault(days.trace.suffix(lines)) { try days.run(steps: 120) }
        }
      } catch {
        return "\(error)"
      }
    }

    private func fault(_ trace: @autoclosure () -> ArraySlice<String>, _ run: () throws -> Void) -> String? {
      do {
        try run()
        return nil
      } catch {
        return "\(error)\n\(trace().joined(separator: "\n"))"
      }
    }
  }
}
