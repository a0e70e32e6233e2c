import Foundation
import Glibc

#if LIBFUZZER
  import CLibFuzzer
#endif

/// Tries decoders with hostile inputs in a separate process. A trap or a hang ends it, and the file CURRENT contains
/// the input for the parent process.
///
///     Fuzzer list
///     Fuzzer run TARGET CORPUS CURRENT SEED COUNT
///     Fuzzer seeds TARGET FOLDER
///     Fuzzer guided TARGET [options of libFuzzer]
///
/// `run` tries all files of the corpus and then COUNT changed ones, which are the same for the same seed. `guided`
/// exists if everything was built with `-sanitize=fuzzer -DLIBFUZZER` (`make fuzz`); it looks for inputs that reach new
/// code.
@main struct Fuzzer {
  /// In seconds. An input that takes longer counts as a hang.
  static let patience: UInt32 = 20

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments == ["list"] {
      for target in FuzzTarget.all { print(target.name) }
      return
    }
    guard arguments.count >= 2, let target = FuzzTarget.all.first(where: { $0.name == arguments[1] }) else {
      print("Fuzzer list | run TARGET CORPUS CURRENT SEED COUNT | seeds TARGET FOLDER | guided TARGET …")
      exit(2)
    }
    switch (arguments[0], arguments.count) {
    case ("run", 6):
      guard let seed = UInt64(arguments[4]), let count = Int(arguments[5]) else { exit(2) }
      let current = try CurrentInput(path: arguments[3])
      try run(target, corpus: arguments[2], current, seed: seed, count: count)
    case ("seeds", 3):
      for (number, seed) in try target.seeds().enumerated() {
        try Data(seed).write(to: URL(fileURLWithPath: arguments[2] + "/seed-\(number)"))
      }
    case ("guided", _): try guided(target, Array(arguments.dropFirst(2)))
    default: exit(2)
    }
  }

  private static func run(
    _ target: FuzzTarget, corpus folder: String, _ current: CurrentInput, seed: UInt64, count: Int
  ) throws {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    let kept = names.compactMap { FileManager.default.contents(atPath: folder + "/" + $0).map { Array($0) } }
    let corpus = try target.seeds() + kept
    var mutator = Mutator(seed: seed, corpus: corpus)
    for number in 0..<corpus.count + count {
      let input = number < corpus.count ? corpus[number] : mutator.next()
      current.hold(input)
      alarm(patience)
      target.check(input)
    }
    alarm(0)
    print("\(target.name): \(corpus.count) kept, \(count) changed")
  }
}

/// The present input, in a file that outlives the process.
struct CurrentInput {
  private let memory: UnsafeMutableRawPointer
  private static let size = 8 + (1 << 20)

  init(path: String) throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0, ftruncate(descriptor, Self.size) == 0,
      let memory = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0), memory != MAP_FAILED
    else { throw CocoaError(.fileWriteUnknown) }
    close(descriptor)
    self.memory = memory
  }

  /// Stores eight bytes of length, little endian, then the input.
  func hold(_ input: [UInt8]) {
    let count = min(input.count, Self.size - 8)
    memory.storeBytes(of: UInt64(count).littleEndian, as: UInt64.self)
    input.withUnsafeBytes {
      memory.advanced(by: 8).copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: count)
    }
  }
}
