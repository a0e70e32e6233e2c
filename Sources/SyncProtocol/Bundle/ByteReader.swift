/// Reads the fields of a file in order. Each step throws `BundleError.cutShort` if too few bytes are left.
struct ByteReader {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var left: Int { bytes.count - position }

  mutating func take(_ count: Int) throws(BundleError) -> [UInt8] {
    guard count >= 0, count <= left else { throw .cutShort }
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  /// Big endian.
  mutating func number(bytes count: Int) throws(BundleError) -> UInt64 {
    try take(count).reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension [UInt8] {
  /// Big endian.
  mutating func append(number: UInt64, bytes count: Int) {
    for index in (0..<count).reversed() { append(UInt8(truncatingIfNeeded: number >> (8 * UInt64(index)))) }
  }
}
