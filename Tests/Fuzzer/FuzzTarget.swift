import Foundation

/// One decoder that reads what others wrote.
struct FuzzTarget {
  var name: String
  /// Valid inputs, as the encoders of this version make them.
  var seeds: () throws -> [[UInt8]]
  /// Decodes, and ends the process where a promise of the decoder is broken.
  var check: ([UInt8]) -> Void

  static var all: [FuzzTarget] { journal + messages + bundles + tables + terminal + store + portal }
}

/// The process ends as it does for a trap; who started it keeps the input.
func broken(_ promise: String) -> Never { fatalError(promise) }

extension FuzzTarget {
  /// A target whose decoder throws what it refuses.
  /// - Parameter check: throws for what was refused.
  static func decoder(
    _ name: String, seeds: @escaping () throws -> [[UInt8]], check: @escaping ([UInt8]) throws -> Void
  ) -> FuzzTarget {
    FuzzTarget(name: name, seeds: seeds) { bytes in try? check(bytes) }
  }
}
