import Foundation
import SwiftProtobuf

/// Folded dossiers as columns. Equal and similar values lie together, so that a page of them packs to half the size. It
/// works on the bytes of `dossier.journal.Folded`, whatever fields they have. A few fields are known by number, because
/// their meaning allows better packing.
enum FoldedBatch {
  typealias Message = Dossier_Sync_FoldedBatch

  /// The path of a value: 256 times the path of the message around it (0 at the top), plus its own field number.
  typealias Path = UInt32

  /// How the numbers of a column are encoded.
  enum Numbers {
    case plain
    /// Moments of one dossier, as differences from one to the next, beginning with the moment in the dossier's
    /// identifier.
    case time
    /// Numbers similar to those of the neighbouring dossiers, as differences from one to the next.
    case step
  }

  /// The field has sixteen bytes, of which the first six are a moment.
  static let identifier: Path = 1
  /// Fields that are messages.
  static let nested: Set<Path> = [2, 3, 4, 5, 14, 19, 20, 21, 22, 23, 24, 25, 26, 27, 38]
  private static let times: Set<Path> = [
    12, 13, 15, 16, path(20, 1), path(20, 4), path(21, 3), path(21, 4), path(22, 1), path(23, 1), path(23, 3),
    path(24, 1), path(26, 1), path(27, 1), 37,
  ]
  /// Appointments, which are at the hour, and the sequence of the last entry.
  private static let steps: Set<Path> = [path(14, 1), path(14, 2), path(22, 2), path(22, 3), 35]

  static func path(_ outer: UInt32, _ field: UInt32) -> Path { outer << 8 | field }

  static func numbers(at path: Path) -> Numbers { times.contains(path) ? .time : steps.contains(path) ? .step : .plain }

  /// - Parameter dossiers: in the form of `FoldedFormat`.
  static func encode(_ dossiers: [[UInt8]]) -> Message {
    var encoder = FoldedBatchEncoder()
    for (place, bytes) in dossiers.enumerated() { encoder.add(bytes, at: place) }
    return encoder.message
  }

  static func decode(_ message: Message, limits: SyncLimits) throws(SyncProtocolError) -> [[UInt8]] {
    let count = message.shape.count + message.irregular.count
    guard count <= limits.entries else { throw .tooMany(count) }
    var decoder = try FoldedBatchDecoder(message, mostBytes: limits.inflatedBytes)
    var dossiers: [[UInt8]] = []
    dossiers.reserveCapacity(count)
    var irregular = message.irregular[...]
    for shape in message.shape {
      while let next = irregular.first, next.place == dossiers.count {
        dossiers.append(Array(next.bytes))
        irregular.removeFirst()
      }
      dossiers.append(try decoder.next(shape))
    }
    for next in irregular {
      guard next.place == dossiers.count else { throw .malformed("irregular") }
      dossiers.append(Array(next.bytes))
    }
    try decoder.checkEnd()
    return dossiers
  }
}

/// Reads the fields of one message from its bytes.
struct WireFields {
  enum Value {
    case number(UInt64)
    case bytes(ArraySlice<UInt8>)
  }

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  /// Nil if the next field is not valid or has neither a number nor bytes.
  mutating func next() -> (key: UInt64, Value)? {
    guard let key = varint(), key >> 3 > 0, key >> 3 < 256 else { return nil }
    switch key & 7 {
    case 0: return varint().map { (key, .number($0)) }
    case 2:
      guard let count = varint(), count <= UInt64(rest.count) else { return nil }
      defer { rest = rest.dropFirst(Int(count)) }
      return (key, .bytes(rest.prefix(Int(count))))
    default: return nil
    }
  }

  private mutating func varint() -> UInt64? {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard let byte = rest.popFirst(), shift < 63 || byte < 2 else { return nil }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
    }
    return nil
  }
}

extension [UInt8] {
  mutating func append(varint value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}

/// The moment in the first 48 bits of an identifier.
func identifierTime(_ bytes: some Sequence<UInt8>) -> Int64 { bytes.prefix(6).reduce(0) { $0 << 8 | Int64($1) } }

/// The first six bytes of an identifier with that moment.
func identifierBytes(time: Int64) -> [UInt8] { (0..<6).map { UInt8(truncatingIfNeeded: time >> (40 - 8 * $0)) } }

func zigzag(_ value: Int64) -> UInt64 { UInt64(bitPattern: value << 1 ^ value >> 63) }
func unzigzag(_ value: UInt64) -> Int64 { Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
