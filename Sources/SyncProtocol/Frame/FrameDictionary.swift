import CZstd
import Crypto
import Foundation

/// Text that sender and receiver both have beforehand: names of procedures and papers, and common words. Its identifier
/// is computed from its content, so that two versions cannot be confused.
public struct FrameDictionary: Hashable, Sendable {
  public let bytes: [UInt8]
  /// The number in the header of every frame that was packed with it.
  public let identifier: UInt32
  /// What zstd computes from the content before it packs; 1.1 MB, shared by all threads.
  let tables: PackingTables

  /// Nil if the bytes are not a dictionary, or if its identifier does not match its content.
  public init?(_ bytes: [UInt8]) {
    let identifier = ZDICT_getDictID(bytes, bytes.count)
    let header = ZDICT_getDictHeaderSize(bytes, bytes.count)
    guard identifier != 0, ZDICT_isError(header) == 0, header < bytes.count,
      identifier == Self.identifier(ofContent: bytes[header...])
    else { return nil }
    guard let tables = PackingTables(bytes) else { return nil }
    self.bytes = bytes
    self.identifier = identifier
    self.tables = tables
  }

  public static func == (one: FrameDictionary, other: FrameDictionary) -> Bool { one.bytes == other.bytes }

  public func hash(into hasher: inout Hasher) { hasher.combine(identifier) }

  /// The dictionary that every version since 1 has.
  public static let standard = Data(base64Encoded: standardDictionaryText, options: .ignoreUnknownCharacters)
    .flatMap { FrameDictionary(Array($0)) }

  /// All dictionaries with which this version can unpack frames.
  public static let known = [standard].compactMap { $0 }

  /// Trains a dictionary on samples that resemble the messages to be packed.
  /// - Parameter size: the size of the whole dictionary, in bytes.
  public static func train(on samples: [[UInt8]], size: Int) -> FrameDictionary? {
    let joined = samples.flatMap { $0 }
    let sizes = samples.map(\.count)
    var trained = [UInt8](repeating: 0, count: size)
    let length = ZDICT_trainFromBuffer(&trained, size, joined, sizes, UInt32(sizes.count))
    guard ZDICT_isError(length) == 0 else { return nil }
    trained.removeLast(size - length)
    let header = ZDICT_getDictHeaderSize(trained, trained.count)
    guard ZDICT_isError(header) == 0, header < trained.count else { return nil }
    // The identifier follows the magic number, in little endian.
    let identifier = identifier(ofContent: trained[header...])
    for index in 0..<4 { trained[4 + index] = UInt8(truncatingIfNeeded: identifier >> (8 * UInt32(index))) }
    return FrameDictionary(trained)
  }

  /// From SHA-256 of the content. The format reserves numbers below 32768 and from 2^31.
  private static func identifier(ofContent content: ArraySlice<UInt8>) -> UInt32 {
    let number = SHA256.hash(data: content).prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return (number & 0x7FFF_FFFF) | 0x1_0000
  }
}

/// A dictionary prepared for packing. Preparing takes 2 ms, many times longer than packing the small message that most
/// requests and answers are, so it is done once.
/// zstd never changes them after their creation, and any number of threads may pack with them at once.
final class PackingTables: @unchecked Sendable {
  let reference: OpaquePointer

  fileprivate init?(_ bytes: [UInt8]) {
    guard let reference = ZSTD_createCDict(bytes, bytes.count, SyncFrame.level) else { return nil }
    self.reference = reference
  }

  deinit { ZSTD_freeCDict(reference) }
}
