/// The columns of a scalar: 0 for combining marks and hidden characters, 2 for East Asian wide characters, otherwise 1.
@inline(__always)
func columnWidth(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return value == 0xAD ? 0 : 1 }
  if value < 0x370 { return 0 }
  // Vietnamese letters and punctuation; arrows, lines and blocks.
  if (0x1E00..<0x2000).contains(value) || (0x2100..<0x2E80).contains(value) { return 1 }
  if isHidden(value) { return 0 }
  if value < 0x1100 || (0x2000..<0x20D0).contains(value) { return isOtherCombining(value) ? 0 : 1 }
  return wideRanges.contains { $0.contains(value) } ? 2 : isOtherCombining(value) ? 0 : 1
}

/// Whether the character changes the direction of writing, joins others or is invisible. Such characters are never sent
/// to a terminal.
func isHidden(_ value: UInt32) -> Bool {
  switch value {
  case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF,
    0xFFF0...0xFFFB, 0xE0000...0x10FFFF:
    true
  default: false
  }
}

private func isOtherCombining(_ value: UInt32) -> Bool {
  switch value {
  case 0x483...0x489, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F, 0xE31, 0xE34...0xE3A, 0xE47...0xE4E, 0xEB1,
    0xEB4...0xEBC, 0xEC8...0xECD, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F:
    true
  default: false
  }
}

private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xAC00...0xD7A3,
  0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
  0x20000...0x3FFFD,
]
