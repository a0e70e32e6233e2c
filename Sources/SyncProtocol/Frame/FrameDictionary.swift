import CZstd
import Crypto
import Foundation

/// What sender and receiver both know beforehand: names of procedures and papers, usual words. Named by its content, so
/// that two versions can never be mistaken for each other.
public struct FrameDictionary: Hashable, Sendable {
  public let bytes: [UInt8]
  /// The number in the header of every frame that was packed with it.
  public let identifier: UInt32

  /// Nil when the bytes are no dictionary, or are not named by their content.
  public init?(_ bytes: [UInt8]) {
    let identifier = ZDICT_getDictID(bytes, bytes.count)
    let header = ZDICT_getDictHeaderSize(bytes, bytes.count)
    guard identifier != 0, ZDICT_isError(header) == 0, header < bytes.count,
      identifier == Self.identifier(ofContent: bytes[header...])
    else { return nil }
    self.bytes = bytes
    self.identifier = identifier
  }

  /// The one that every version from 1 has.
  public static let standard = Data(base64Encoded: standardDictionaryText, options: .ignoreUnknownCharacters)
    .flatMap { FrameDictionary(Array($0)) }

  /// All that this version can unpack with.
  public static let known = [standard].compactMap { $0 }

  /// Trains one on samples that look like what will be packed.
  /// - Parameter size: of the whole dictionary, in bytes.
  public static func train(on samples: [[UInt8]], size: Int) -> FrameDictionary? {
    let joined = samples.flatMap { $0 }
    let sizes = samples.map(\.count)
    var trained = [UInt8](repeating: 0, count: size)
    let length = ZDICT_trainFromBuffer(&trained, size, joined, sizes, UInt32(sizes.count))
    guard ZDICT_isError(length) == 0 else { return nil }
    trained.removeLast(size - length)
    let header = ZDICT_getDictHeaderSize(trained, trained.count)
    guard ZDICT_isError(header) == 0, header < trained.count else { return nil }
    // The number lies behind the magic number, little endian.
    let identifier = identifier(ofContent: trained[header...])
    for index in 0..<4 { trained[4 + index] = UInt8(truncatingIfNeeded: identifier >> (8 * UInt32(index))) }
    return FrameDictionary(trained)
  }

  /// From SHA-256 of the content; numbers below 32768 and from 2^31 are reserved by the format.
  private static func identifier(ofContent content: ArraySlice<UInt8>) -> UInt32 {
    let number = SHA256.hash(data: content).prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return (number & 0x7FFF_FFFF) | 0x1_0000
  }
}
