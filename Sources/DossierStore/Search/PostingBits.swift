/// The rows that have a word, among `PostingBits.span` neighbouring rows. Stored as a bitmap or, if that is shorter, as
/// the distances between the row numbers (LEB128).
struct PostingBits: Equatable {
  /// Rows per chunk. A bitmap takes 2 KB, so that two rows of common words fit into a database page without overflow.
  static let span = 1 << shift
  static let shift: Int64 = 14
  private static let wordCount = span / 64

  private(set) var words = [UInt64](repeating: 0, count: wordCount)

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  mutating func insert(_ place: Int) { words[place >> 6] |= 1 << UInt64(place & 63) }
  mutating func remove(_ place: Int) { words[place >> 6] &= ~(1 << UInt64(place & 63)) }
  func contains(_ place: Int) -> Bool { words[place >> 6] & 1 << UInt64(place & 63) != 0 }

  mutating func clear() {
    for index in words.indices { words[index] = 0 }
  }

  mutating func formUnion(_ other: PostingBits) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  mutating func formIntersection(_ other: PostingBits) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  mutating func subtract(_ other: PostingBits) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// Calls `body` with each position, the highest first, until it returns false.
  func forEachDescending(_ body: (Int) throws -> Bool) rethrows {
    for index in words.indices.reversed() {
      var word = words[index]
      while word != 0 {
        let bit = 63 - word.leadingZeroBitCount
        word &= ~(1 << UInt64(bit))
        guard try body(index << 6 | bit) else { return }
      }
    }
  }

  /// Adds the positions in `encoded`. Positions beyond the chunk are ignored, so that a damaged row finds less but
  /// never crashes.
  mutating func formUnion(encoded: UnsafeRawBufferPointer) {
    if encoded.count == Self.span / 8 {
      for index in words.indices {
        words[index] |= UInt64(littleEndian: encoded.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
      }
      return
    }
    var place = -1
    var value = 0
    var shift = 0
    for byte in encoded {
      value |= Int(byte & 0x7F) << shift
      if byte & 0x80 != 0 {
        shift += 7
        guard shift <= 14 else { return }
        continue
      }
      place += value + 1
      guard place < Self.span else { return }
      insert(place)
      value = 0
      shift = 0
    }
  }

  var encoded: [UInt8] {
    let limit = Self.span / 8
    var bytes: [UInt8] = []
    var last = -1
    scan: for index in words.indices {
      var word = words[index]
      while word != 0 {
        let place = index << 6 | word.trailingZeroBitCount
        word &= word - 1
        var distance = place - last - 1
        last = place
        while distance >= 0x80 {
          bytes.append(UInt8(distance & 0x7F) | 0x80)
          distance >>= 7
        }
        bytes.append(UInt8(distance))
        if bytes.count >= limit { break scan }
      }
    }
    if bytes.count < limit { return bytes }
    return words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64($0))) } }
  }
}
