@testable import JournalSamples

/// The bytes of a protobuf message as a tree of fields, so that the enclosing lengths stay right after a change.
struct WireMessage {
  enum Value {
    case number(UInt64)
    case fixed([UInt8])
    case bytes([UInt8])
    case message(WireMessage)
  }

  struct Field {
    var number: UInt64
    var value: Value
  }

  var fields: [Field] = []

  /// Nil if the bytes are not a message. Bytes that could be a message are treated as one.
  init?(_ bytes: ArraySlice<UInt8>, depth: Int = 0) {
    var rest = bytes
    while !rest.isEmpty {
      guard let key = Self.varint(&rest), key >> 3 > 0, key >> 3 < 1 << 20 else { return nil }
      let value: Value
      switch key & 7 {
      case 0:
        guard let number = Self.varint(&rest) else { return nil }
        value = .number(number)
      case 1, 5:
        let size = key & 7 == 1 ? 8 : 4
        guard rest.count >= size else { return nil }
        value = .fixed(Array(rest.prefix(size)))
        rest = rest.dropFirst(size)
      case 2:
        guard let count = Self.varint(&rest), count <= UInt64(rest.count) else { return nil }
        let content = rest.prefix(Int(count))
        rest = rest.dropFirst(Int(count))
        let nested = depth < 6 && count > 1 ? WireMessage(content, depth: depth + 1) : nil
        value = nested.map { .message($0) } ?? .bytes(Array(content))
      default: return nil
      }
      fields.append(Field(number: key >> 3, value: value))
    }
  }

  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    for field in fields {
      switch field.value {
      case .number(let number):
        Self.put(field.number << 3, into: &bytes)
        Self.put(number, into: &bytes)
      case .fixed(let content):
        Self.put(field.number << 3 | (content.count == 8 ? 1 : 5), into: &bytes)
        bytes += content
      case .bytes(let content): Self.put(field.number, content, into: &bytes)
      case .message(let message): Self.put(field.number, message.encoded, into: &bytes)
      }
    }
    return bytes
  }

  private static func put(_ number: UInt64, _ content: [UInt8], into bytes: inout [UInt8]) {
    put(number << 3 | 2, into: &bytes)
    put(UInt64(content.count), into: &bytes)
    bytes += content
  }

  static func put(_ number: UInt64, into bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private static func varint(_ rest: inout ArraySlice<UInt8>) -> UInt64? {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard let byte = rest.popFirst() else { return nil }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
    }
    return nil
  }
}

extension WireMessage {
  /// Changes one field of the message, or of a message inside it.
  mutating func change(_ random: inout SeededNumbers) {
    guard !fields.isEmpty else { return }
    let index = random.below(fields.count)
    if case .message(var message) = fields[index].value, !random.once(in: 4) {
      message.change(&random)
      fields[index].value = .message(message)
      return
    }
    switch random.below(8) {
    case 0: fields.remove(at: index)
    case 1: fields.insert(fields[index], at: random.below(fields.count + 1))
    case 2: fields.swapAt(index, random.below(fields.count))
    case 3: fields[index].number = UInt64(1 + random.below(40))
    case 4: fields += Array(repeating: fields[index], count: min(1 << random.below(8), 4000 / fields.count + 1))
    default: fields[index].value = Self.changed(fields[index].value, &random)
    }
  }

  private static func changed(_ value: Value, _ random: inout SeededNumbers) -> Value {
    switch value {
    case .number(let number): .number(Mutator.number(near: number, &random))
    case .fixed, .message: .number(Mutator.number(near: 0, &random))
    case .bytes(let content):
      random.once(in: 3) ? .bytes(packed(&random)) : .bytes(Mutator.changed(content, &random))
    }
  }

  /// Repeated numbers in their packed form.
  private static func packed(_ random: inout SeededNumbers) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<random.below(20) { put(Mutator.number(near: 1, &random), into: &bytes) }
    return bytes
  }
}
