import DossierDomain
import Foundation

@testable import DossierStore
@testable import JournalSamples

/// A separate process, because its file system becomes SQLite's default.
///
///     CrashRunner SEEDS CUTS [cut=N] [lie]
///
/// Plays a day of work for each seed (`1-100`), cuts the power at CUTS moments of each, and reports which promises were
/// broken. `cut=N` repeats one cut of each day with all its steps and keeps its files; `lie` gives all syncs no effect.
@main struct CrashRunner {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let bounds = (arguments.first ?? "").split(separator: "-").compactMap { UInt64($0) }
    guard let first = bounds.first, let cuts = arguments.dropFirst().first.flatMap({ Int($0) }), FileLog.register()
    else {
      print("CrashRunner SEEDS CUTS [cut=N] [lie]")
      exit(2)
    }
    let only = arguments.first { $0.hasPrefix("cut=") }.flatMap { Int($0.dropFirst(4)) }
    var broken = 0
    for seed in first...max(first, bounds.last ?? first) {
      let run = try CrashedDay(seed: seed, lies: arguments.contains("lie"))
      broken += try run.cut(only.map { $0...$0 } ?? 1...cuts, keeps: only != nil)
      run.remove()
    }
    exit(broken == 0 ? 0 : 1)
  }
}

/// One day of work and its power cuts.
struct CrashedDay {
  private let seed: UInt64
  private let root: String
  private let steps: [FileStep]
  private let lies: Bool

  init(seed: UInt64, lies: Bool) throws {
    self.seed = seed
    self.lies = lies
    root = NSTemporaryDirectory() + "crash-\(UUID().uuidString)"
    for place in [""] + DayOfWork.places {
      try FileManager.default.createDirectory(atPath: root + "/" + place, withIntermediateDirectories: true)
    }
    let log = FileLog(root: root)
    try log.listen {
      var day = try DayOfWork(seed: seed, log: log)
      try day.work(steps: 40)
    }
    steps = log.steps
  }

  func remove() {
    for suffix in ["", "-scratch", "-scan", "-scan.sealed"] {
      try? FileManager.default.removeItem(atPath: root + suffix)
    }
  }

  /// - Returns: the number of cuts that broke a promise.
  func cut(_ cuts: ClosedRange<Int>, keeps: Bool) throws -> Int {
    var broken = 0
    for cut in cuts {
      var random = SeededNumbers(seed: seed &* 1_000_003 &+ UInt64(cut))
      let end = random.below(steps.count + 1)
      var (disk, promises) = (CrashDisk(places: DayOfWork.places, lies: lies), Promises())
      for step in steps[..<end] {
        disk.take(step)
        promises.take(step)
      }
      let luck = CrashDisk.Luck(&random)
      let target = root + "-cut"
      try? FileManager.default.removeItem(atPath: target)
      try disk.layOut(into: target, luck, &random)
      let faults = CutCheck.faults(in: target, promises, isThorough: cut.isMultiple(of: 16))
      if !faults.isEmpty {
        broken += 1
        print("seed \(seed) cut \(cut), behind step \(end) of \(steps.count), \(luck): \(faults.prefix(4))")
        print(steps[(keeps ? 0 : max(0, end - 12))..<end].map { "  \($0.line)" }.joined(separator: "\n"))
      }
      if keeps { print("files are in \(target)") } else { try? FileManager.default.removeItem(atPath: target) }
    }
    print("seed \(seed): \(steps.count) steps, \(cuts.count) cuts, \(broken) broken")
    return broken
  }
}

extension FileStep {
  /// A line for a person who looks for a fault.
  fileprivate var line: String {
    switch self {
    case .write(let file, let offset, let bytes): "write \(file) \(offset)+\(bytes.count)"
    case .rename(let from, let to, let file, _): "rename \(file) \(from) \(to)"
    case .promise(.attachment(let folder, let hash, _)): "promise attachment \(folder) \(hash.text.prefix(8))"
    case .new, .newFolder, .truncate, .sync, .syncFolder, .link, .remove, .promise: "\(self)"
    }
  }
}
