extension KeyDecoder {
  static func key(ofControlOrASCII byte: UInt8) -> Key? {
    switch byte {
    case 0x0D, 0x0A: .enter
    case 0x09: .tab
    case 0x08, 0x7F: .backspace
    case 0x1F: .control("_")
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x20..<0x7F: .character(Character(Unicode.Scalar(byte)))
    default: nil
    }
  }

  /// The keys after ESC O: application cursor keys, F1 to F4, and the keypad in application mode.
  static let keysAfterSS3: [UInt8: Key] = {
    var table: [UInt8: Key] = [
      UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
      UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "P"): .function(1),
      UInt8(ascii: "Q"): .function(2),
      UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4), UInt8(ascii: "M"): .enter,
      // rxvt's arrows with Ctrl
      UInt8(ascii: "d"): .wordLeft, UInt8(ascii: "c"): .wordRight,
    ]
    for (key, character) in zip("pqrstuvwxyjklmnoX", "0123456789*+,-./=") {
      if let byte = key.asciiValue { table[byte] = .character(character) }
    }
    return table
  }()

  /// The key of a control sequence; nil for everything that is no key.
  /// - Parameter body: what stands between "ESC [" and the final byte.
  static func key(body: some Collection<UInt8>, final: UInt8) -> Key? {
    // Parameters are numbers with subordinate ones behind colons. Private parameters ("<", "=", ">", "?") and
    // intermediate bytes are those of reports.
    guard body.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
    let parameters = body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { parameter in
      parameter.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map {
        Int(String(decoding: $0, as: UTF8.self))
      }
    }
    let first = parameters.first?.first ?? nil
    let second = parameters.count > 1 ? parameters[1].first ?? nil : 1
    // 1 + shift 1, alt 2, ctrl 4, meta 8
    guard let second, (1...16).contains(second) else { return nil }
    let modifiers = second - 1
    switch final {
    case UInt8(ascii: "A"), UInt8(ascii: "B"), UInt8(ascii: "C"), UInt8(ascii: "D"), UInt8(ascii: "F"),
      UInt8(ascii: "H"):
      guard parameters.count <= 2, first == nil || first == 1 else { return nil }
      return cursorKey(final, modifiers)
    case UInt8(ascii: "P"), UInt8(ascii: "Q"), UInt8(ascii: "R"), UInt8(ascii: "S"):
      // Without a modifier "R" is a report of the cursor's place.
      return parameters.count == 2 && first == 1 && modifiers > 0 ? keysAfterSS3[final] : nil
    case UInt8(ascii: "Z"): return parameters.count <= 2 && (first == nil || first == 1) ? .backTab : nil
    case UInt8(ascii: "a"): return body.isEmpty ? .shiftUp : nil
    case UInt8(ascii: "b"): return body.isEmpty ? .shiftDown : nil
    case UInt8(ascii: "u"):
      // The third event of a key is its release.
      let isRelease = parameters.count > 1 && parameters[1].count > 1 && parameters[1][1] == 3
      return parameters.count <= 3 && !isRelease ? first.flatMap { csiU(code: $0, modifiers: modifiers) } : nil
    case UInt8(ascii: "~"):
      // xterm's modifyOtherKeys: CSI 27 ; modifier ; code ~
      if first == 27, parameters.count == 3 {
        return (parameters[2].first ?? nil).flatMap { csiU(code: $0, modifiers: modifiers) }
      }
      if first == 3, parameters.count == 2, modifiers & 6 != 0 { return .wordDelete }
      return parameters.count <= 2 ? first.flatMap { tildeKeys[$0] } : nil
    // rxvt's keys with Ctrl
    case UInt8(ascii: "^"): return parameters.count == 1 && first == 3 ? .wordDelete : nil
    default: return nil
    }
  }

  private static func cursorKey(_ final: UInt8, _ modifiers: Int) -> Key? {
    let (isShifted, isByWord) = (modifiers & 1 != 0, modifiers & 6 != 0)
    switch final {
    case UInt8(ascii: "D") where isByWord: return .wordLeft
    case UInt8(ascii: "C") where isByWord: return .wordRight
    case UInt8(ascii: "A") where isShifted: return .shiftUp
    case UInt8(ascii: "B") where isShifted: return .shiftDown
    default: return keysAfterSS3[final]
    }
  }

  private static func csiU(code: Int, modifiers: Int) -> Key? {
    guard let scalar = Unicode.Scalar(UInt32(clamping: code)) else { return nil }
    if code == 0x1B { return .escape }
    if code == 0x7F, modifiers & 6 != 0 { return .wordBackspace }
    if modifiers & 4 != 0 {
      if code == 0x0D { return .controlEnter }
      return code > 0x20 && code < 0x7F ? .control(Character(Character(scalar).lowercased())) : nil
    }
    if modifiers & 2 != 0 { return code > 0x20 && code < 0x7F ? .alt(Character(scalar)) : nil }
    if let byte = UInt8(exactly: code), byte < 0x80 { return key(ofControlOrASCII: byte) }
    return scalar.properties.isAlphabetic && code >= 0xC0 ? .character(Character(scalar)) : nil
  }

  private static let tildeKeys: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6),
    18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
  ]
}
