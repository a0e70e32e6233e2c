import Foundation

/// One decoder of data from others.
struct FuzzTarget {
  var name: String
  /// Valid inputs, made by the encoders of this version.
  var seeds: () throws -> [[UInt8]]
  /// Decodes the input, and ends the process if the decoder breaks a promise.
  var check: ([UInt8]) -> Void

  static var all: [FuzzTarget] { journal + messages + bundles + tables + terminal + store + portal }
}

/// Ends the process like a trap; the parent process keeps the input.
func broken(_ promise: String) -> Never { fatalError(promise) }

extension FuzzTarget {
  /// A target whose decoder throws when it refuses an input.
  /// - Parameter check: throws for a refused input.
  static func decoder(
    _ name: String, seeds: @escaping () throws -> [[UInt8]], check: @escaping ([UInt8]) throws -> Void
  ) -> FuzzTarget {
    FuzzTarget(name: name, seeds: seeds) { bytes in try? check(bytes) }
  }
}
