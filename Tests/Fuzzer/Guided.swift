import Foundation

#if LIBFUZZER
  import CLibFuzzer

  /// A global, because libFuzzer calls a single C function without context.
  nonisolated(unsafe) private var guidedCheck: ([UInt8]) -> Void = { _ in }

  extension Fuzzer {
    static func guided(_ target: FuzzTarget, _ options: [String]) throws {
      guidedCheck = target.check
      var arguments: [UnsafeMutablePointer<CChar>?] = ([CommandLine.arguments[0]] + options).map { strdup($0) } + [nil]
      var count = CInt(arguments.count - 1)
      let code = arguments.withUnsafeMutableBufferPointer { buffer in
        var base = buffer.baseAddress
        return LLVMFuzzerRunDriver(&count, &base) { tryInput($0, $1) }
      }
      exit(code)
    }
  }

  /// libFuzzer's own `main` refers to this function. It is linked although it never runs.
  @_cdecl("LLVMFuzzerTestOneInput")
  public func tryInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guidedCheck(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
  }

  /// Half of the changes are made by libFuzzer, half know the structure of a message.
  @_cdecl("LLVMFuzzerCustomMutator")
  public func changeMessage(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int, _ seed: CUnsignedInt)
    -> Int
  {
    guard seed.isMultiple(of: 2) else { return LLVMFuzzerMutate(bytes, count, most) }
    var mutator = Mutator(seed: UInt64(seed), corpus: [Array(UnsafeBufferPointer(start: bytes, count: count))])
    let changed = mutator.next().prefix(most)
    for (index, byte) in changed.enumerated() { bytes[index] = byte }
    return changed.count
  }
#else
  extension Fuzzer {
    static func guided(_ target: FuzzTarget, _ options: [String]) throws {
      print("built without libFuzzer: make fuzz")
      exit(2)
    }
  }
#endif
