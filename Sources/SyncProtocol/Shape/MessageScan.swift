/// Reads through the bytes of a message and counts the elements that would be built from them. It builds none of them,
/// and stops at the first element above a limit.
struct MessageScan {
  /// The number of all elements.
  private(set) var elements = 0
  /// The number of elements by the path of field numbers that leads to them.
  private var counts: [Path: Int] = [:]
  private let bytes: UnsafeBufferPointer<UInt8>

  private struct Path: Hashable {
    var parent: Int
    var field: UInt64
  }

  /// - Returns: the number of all elements.
  /// - Throws: `.tooMany`, and `.malformed` if the bytes are not a message.
  @discardableResult
  static func check(_ bytes: [UInt8], _ shape: MessageShape) throws(SyncProtocolError) -> Int {
    let outcome = bytes.withUnsafeBufferPointer { buffer -> Result<Int, SyncProtocolError> in
      var scan = MessageScan(bytes: buffer)
      do throws(SyncProtocolError) {
        try scan.message(0..<buffer.count, shape, path: 0)
        return .success(scan.elements)
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// - Parameter path: a number for the path to this message, the same for all messages at this path.
  private mutating func message(
    _ range: Range<Int>, _ shape: MessageShape, path: Int
  ) throws(SyncProtocolError) {
    var at = range.lowerBound
    while at < range.upperBound {
      let key = try varint(&at, range.upperBound)
      let field = key >> 3
      guard field > 0 else { throw .malformed("field") }
      switch key & 7 {
      case 0:
        _ = try varint(&at, range.upperBound)
        if let known = shape.fields[field] { try count(1, known, Path(parent: path, field: field)) }
      case 1: try skip(8, &at, range.upperBound)
      case 2:
        let length = try varint(&at, range.upperBound)
        guard length <= UInt64(range.upperBound - at) else { throw .malformed("length") }
        let content = at..<at + Int(length)
        at = content.upperBound
        if let known = shape.fields[field] { try contents(content, known, Path(parent: path, field: field)) }
      case 5: try skip(4, &at, range.upperBound)
      default: throw .malformed("wire type")
      }
    }
  }

  private mutating func contents(
    _ range: Range<Int>, _ field: MessageShape.Field, _ path: Path
  ) throws(SyncProtocolError) {
    switch field.content {
    case .numbers:
      // The last byte of every number is below 128.
      var numbers = 0
      for index in range where bytes[index] < 0x80 { numbers += 1 }
      try count(numbers, field, path)
    case .bytes: try count(1, field, path)
    case .message(let within):
      try count(1, field, path)
      // All field numbers in a shape are below 64, so six bits for each are enough.
      if !within.fields.isEmpty { try message(range, within, path: path.parent << 6 | Int(path.field)) }
    }
  }

  private mutating func count(
    _ number: Int, _ field: MessageShape.Field, _ path: Path
  ) throws(SyncProtocolError) {
    let now = counts[path, default: 0] + number
    guard now <= field.most else { throw .tooMany(now) }
    counts[path] = now
    elements += number
  }

  private func skip(_ count: Int, _ at: inout Int, _ end: Int) throws(SyncProtocolError) {
    guard end - at >= count else { throw .malformed("cut short") }
    at += count
  }

  private func varint(_ at: inout Int, _ end: Int) throws(SyncProtocolError) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      guard at < end else { throw .malformed("cut short") }
      let byte = bytes[at]
      at += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
    }
    throw .malformed("number")
  }
}

/// The same check for a message in JSON. It counts values by the punctuation between them.
public enum JSONScan {
  /// No message of this protocol is nested deeper than this.
  private static let deepest = 16

  /// - Parameter most: the limit for all values; names are not counted.
  /// - Returns: the number of all values.
  /// - Throws: `.tooMany`; `.malformed` if the nesting is too deep. All other errors in the JSON are left to the
  ///     decoder.
  @discardableResult
  public static func check(_ text: [UInt8], most: Int) throws(SyncProtocolError) -> Int {
    var values = 1
    var depth = 0
    var isInText = false
    var isEscaped = false
    for byte in text {
      if isInText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInText = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInText = true
      case UInt8(ascii: ","): values += 1
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        values += 1
        depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: continue
      }
      guard values <= most else { throw .tooMany(values) }
      guard depth <= deepest else { throw .malformed("nesting") }
    }
    return values
  }
}
