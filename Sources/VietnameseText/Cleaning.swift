extension StringProtocol {
  /// Text from outside, made safe to draw, print and export: in NFC; without control characters, complete escape
  /// sequences, bidirectional overrides, zero-width and private characters; tabs and line breaks become one space.
  /// - Parameter maxLength: in characters; longer text is cut.
  public func cleaned(maxLength: Int) -> String {
    String(self).clean(maxLength: maxLength, keepsLineBreaks: false)
  }

  /// Like `cleaned`, but line breaks stay (as `\n`).
  public func cleanedMultiline(maxLength: Int) -> String {
    String(self).clean(maxLength: maxLength, keepsLineBreaks: true)
  }

  /// Text that is safe to write to a terminal or file, whatever it quotes: without characters that control a terminal,
  /// change the direction of writing or are invisible. Line ends, tabs and letters stay.
  ///
  /// The text after an escape character stays too, as plain text, because removing it here could remove the next column
  /// of a table with it. `cleaned` removes complete sequences from values.
  public var printable: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A || $0 == 0x09 }) { return String(self) }
    var result = String.UnicodeScalarView()
    var endsLine = false
    for scalar in unicodeScalars {
      // A carriage return alone would move the cursor back, so that the line would be overwritten.
      if endsLine { result.append(scalar == "\n" ? "\r" : " ") }
      endsLine = scalar == "\r"
      switch scalar.value {
      case 0x0D: break
      case 0x09, 0x0A: result.append(scalar)
      case 0x0B, 0x0C, 0x85, 0x2028, 0x2029: result.append(" ")
      default:
        if isDrawable(scalar) { result.append(scalar) }
      }
    }
    return String(result)
  }
}

extension String {
  /// For `String` only, because the compiler does not specialise a generic function for the other targets.
  fileprivate func clean(maxLength: Int, keepsLineBreaks: Bool) -> String {
    if utf8.count <= maxLength, ComposedLatin(self) != nil { return self }
    var result = String.UnicodeScalarView()
    var escape = EscapeSkipper()
    for scalar in unicodeScalars {
      if escape.swallows(scalar) { continue }
      switch scalar.value {
      case 0x0A where keepsLineBreaks: result.append("\n")
      case 0x09...0x0D, 0x85, 0x2028, 0x2029:
        if result.last != " " && result.last != "\n" { result.append(" ") }
      default:
        if isDrawable(scalar) { result.append(scalar) }
      }
    }
    let normalised = String(result).normalisedVietnamese
    return normalised.count <= maxLength ? normalised : String(normalised.prefix(maxLength))
  }
}

/// False for a character that has no shape of its own or changes how its neighbours are shown.
func isDrawable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F...0x9F: false
  case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF,
    0xFFF0...0xFFFC, 0xFFFE, 0xFFFF, 0xE000...0xF8FF, 0xE0000...0x10FFFF:
    false
  case 0..<0x2000: true
  default: scalar.properties.generalCategory != .unassigned
  }
}

/// Recognises ECMA-48 sequences, so that they are removed completely and not only their ESC.
private struct EscapeSkipper {
  private enum State { case text, escape, control, string, stringEscape }
  private var state = State.text

  mutating func swallows(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    switch state {
    case .text:
      switch value {
      case 0x1B: state = .escape
      case 0x9B: state = .control
      case 0x90, 0x98, 0x9D, 0x9E, 0x9F: state = .string
      default: return false
      }
    case .escape:
      switch value {
      case 0x5B: state = .control
      case 0x50, 0x58, 0x5D, 0x5E, 0x5F: state = .string
      case 0x20...0x2F: break
      case 0x30...0x7E: state = .text
      default:
        state = .text
        return swallows(scalar)
      }
    case .control:
      if (0x40...0x7E).contains(value) {
        state = .text
      } else if !(0x20...0x3F).contains(value) {
        state = .text
        return swallows(scalar)
      }
    case .string:
      if value == 0x07 || value == 0x9C { state = .text }
      if value == 0x1B { state = .stringEscape }
      // A control string without end must not remove the rest of a file.
      if value == 0x0A { state = .text }
    case .stringEscape:
      state = value == 0x5C ? .text : .string
    }
    return true
  }
}
