extension KeyDecoder {
  static func key(ofControlOrASCII byte: UInt8) -> Key? {
    switch byte {
    case 0x0D, 0x0A: .enter
    case 0x09: .tab
    case 0x08, 0x7F: .backspace
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x20..<0x7F: .character(Character(Unicode.Scalar(byte)))
    default: nil
    }
  }

  /// The keys after ESC O: application cursor keys, the keypad and F1 to F4.
  static let applicationKeys: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4), UInt8(ascii: "M"): .enter,
  ]

  /// The key of a control sequence. The second parameter encodes the modifiers (1 + shift 1, alt 2, ctrl 4).
  static func key(parameters: [Int], final: UInt8) -> Key? {
    let modifiers = max(1, parameters.count > 1 ? parameters[1] : 1) - 1
    let isShifted = modifiers & 1 != 0
    switch final {
    case UInt8(ascii: "A"): return isShifted ? .shiftUp : .up
    case UInt8(ascii: "B"): return isShifted ? .shiftDown : .down
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "u"): return csiU(code: parameters.first ?? 0, modifiers: modifiers)
    case UInt8(ascii: "~"):
      // xterm's modifyOtherKeys: CSI 27 ; modifier ; code ~
      if parameters.first == 27, parameters.count > 2 { return csiU(code: parameters[2], modifiers: modifiers) }
      return tildeKeys[parameters.first ?? 0]
    default: return applicationKeys[final]
    }
  }

  private static func csiU(code: Int, modifiers: Int) -> Key? {
    guard let byte = UInt8(exactly: code) else { return nil }
    if byte == 0x1B { return .escape }
    if modifiers & 4 != 0 {
      if byte == 0x0D { return .controlEnter }
      return byte > 0x20 && byte < 0x7F ? .control(Character(Character(Unicode.Scalar(byte)).lowercased())) : nil
    }
    return key(ofControlOrASCII: byte)
  }

  private static let tildeKeys: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6),
    18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
  ]
}
