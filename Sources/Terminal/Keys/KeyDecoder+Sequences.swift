extension KeyDecoder {
  mutating func decodeSequence(_ byte: UInt8, _ found: inout [Input]) {
    if isCancelled(by: byte, &found) { return }
    pending.append(byte)
    if let key = terminfo[pending] { return finish(.key(key), &found) }
    switch pending[1] {
    case UInt8(ascii: "["): decodeControlSequence(byte, &found)
    case UInt8(ascii: "O"): decodeSS3(byte, &found)
    case UInt8(ascii: "]"): openString(endsAtBell: true)
    case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"): openString(endsAtBell: false)
    case 0x20...0x2F:
      // A designation of character sets and the like: intermediate bytes up to a final one.
      if pending.count > 2, !(0x20...0x2F).contains(byte) { finish(nil, &found) }
    case UInt8(ascii: "\\"): finish(nil, &found)
    default:
      let second = pending[1]
      finish(nil, &found)
      if second >= 0x80 { decodeText(second, &found) } else { found += alt(second) }
    }
  }

  /// In a sequence, ESC begins a new one, CAN and SUB end it; other control characters are keys of their own.
  private mutating func isCancelled(by byte: UInt8, _ found: inout [Input]) -> Bool {
    switch byte {
    case 0x1B:
      // The first ESC was a key of its own.
      if pending == [0x1B] { found.append(.key(.escape)) }
      begin()
      return true
    case 0x18 where pending.count > 1, 0x1A where pending.count > 1:
      finish(nil, &found)
      return true
    default: return false
    }
  }

  /// A lone "ESC ]" may be Alt+], so that the string opens with the next byte only.
  private mutating func openString(endsAtBell: Bool) {
    guard pending.count > 2 else { return }
    let byte = pending[2]
    (pending, report) = ([], [])
    state = .string(endsAtBell: endsAtBell)
    var none: [Input] = []
    decodeString(byte, endsAtBell: endsAtBell, &none)
  }

  mutating func decodeString(_ byte: UInt8, endsAtBell: Bool, _ found: inout [Input]) {
    switch byte {
    case 0x1B: state = .stringEscape
    case 0x07 where endsAtBell: finish(answer(), &found)
    case 0x18, 0x1A: finish(nil, &found)
    default: if endsAtBell, report.count < Self.maximumSequence { report.append(byte) }
    }
  }

  /// What the string that ends here answers: `11;rgb:RRRR/GGGG/BBBB` is the terminal's ground, with one to four
  /// hexadecimal digits for each colour. Nil for every other string.
  mutating func answer() -> Input? {
    defer { report = [] }
    let question = Array("11;rgb:".utf8)
    guard report.starts(with: question) else { return nil }
    let parts = String(decoding: report.dropFirst(question.count), as: UTF8.self)
      .split(separator: "/", omittingEmptySubsequences: false)
    let shares = parts.compactMap { part -> Double? in
      guard (1...4).contains(part.utf8.count), let value = UInt32(part, radix: 16) else { return nil }
      return Double(value) / Double(1 << (4 * part.utf8.count) - 1)
    }
    guard parts.count == 3, shares.count == 3 else { return nil }
    // The eye sees green brightest and blue darkest (ITU-R BT.709).
    return .ground(isLight: 0.2126 * shares[0] + 0.7152 * shares[1] + 0.0722 * shares[2] > 0.5)
  }

  private mutating func decodeSS3(_ byte: UInt8, _ found: inout [Input]) {
    guard pending.count > 2 else { return }
    // Old terminals write modifiers as digits before the final byte.
    if (0x30...0x3F).contains(byte), pending.count < 8 { return }
    guard (0x40...0x7E).contains(byte) else {
      finish(nil, &found)
      return decodeText(byte, &found)
    }
    finish(pending.count == 3 ? Self.keysAfterSS3[byte].map { .key($0) } : nil, &found)
  }

  func alt(_ byte: UInt8) -> [Input] {
    switch byte {
    case 0x21..<0x7F: [.key(.alt(Character(Unicode.Scalar(byte))))]
    case 0x0D: [.key(.controlEnter)]
    case 0x08, 0x7F: [.key(.wordBackspace)]
    default: []
    }
  }

  private mutating func decodeControlSequence(_ byte: UInt8, _ found: inout [Input]) {
    guard pending.count > 2 else { return }
    // The Linux console sends ESC [ [ A … E for F1 to F5.
    if pending[2] == UInt8(ascii: "[") {
      guard pending.count == 4 else { return }
      let number = Int(byte) - Int(UInt8(ascii: "A")) + 1
      return finish((1...5).contains(number) ? .key(.function(number)) : nil, &found)
    }
    guard (0x40...0x7E).contains(byte) else {
      if (0x20...0x3F).contains(byte) {
        if pending.count > Self.maximumSequence { (state, pending) = (.longSequence, []) }
      } else {
        // What cannot be in a sequence has cut it off, and is read for itself.
        finish(nil, &found)
        decodeText(byte, &found)
      }
      return
    }
    if byte == UInt8(ascii: "M"), pending.count == 3 {
      (state, pending) = (.mouse(left: 3, isOpen: false), [])
      return
    }
    let body = pending[2..<(pending.count - 1)]
    if body.elementsEqual("200".utf8), byte == UInt8(ascii: "~") {
      finish(nil, &found)
      state = .paste
      return
    }
    finish(Self.key(body: body, final: byte).map { .key($0) }, &found)
  }

  mutating func endControlSequence(at byte: UInt8, _ found: inout [Input]) {
    if byte == 0x1B { return begin() }
    if (0x20...0x3F).contains(byte) { return }
    finish(nil, &found)
    if !(0x40...0x7E).contains(byte), byte != 0x18, byte != 0x1A { decodeText(byte, &found) }
  }

  /// Button and place are a character each; with large windows a character of two bytes.
  mutating func decodeMouse(_ byte: UInt8, left: Int, isOpen: Bool, _ found: inout [Input]) {
    if byte == 0x1B { return begin() }
    if isOpen, byte & 0xC0 == 0x80 {
      state = left == 0 ? .text : .mouse(left: left, isOpen: false)
    } else if left == 0 {
      state = .text
      decodeText(byte, &found)
    } else {
      let mayContinue = (0xC2...0xDF).contains(byte)
      state = left == 1 && !mayContinue ? .text : .mouse(left: left - 1, isOpen: mayContinue)
    }
  }
}
