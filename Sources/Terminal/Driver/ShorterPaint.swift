/// Says in fewer bytes what ncurses wrote to change a screen: on a slow line a movement of the cursor is mostly text and
/// the colours around it.
///
/// ncurses resets the character set with every reset of the attributes, though no paint of ours ever leaves it, and writes
/// one sequence for each attribute where terminals take several in one (ECMA-48, 8.3.117: SGR).
enum ShorterPaint {
  /// How many values a sequence may carry: the Linux console reads 16.
  private static let mostValues = 12

  /// The same change: every byte but for the attributes stands where it stood, with the same attributes in force.
  static func of(_ paint: [UInt8]) -> [UInt8] {
    var shorter: [UInt8] = []
    shorter.reserveCapacity(paint.count)
    var waiting: [ArraySlice<UInt8>] = []
    var index = 0
    while index < paint.count {
      if paint[index...].starts(with: asciiCharacterSet) {
        index += asciiCharacterSet.count
      } else if let values = attributes(in: paint, at: index) {
        if values.isEmpty || values.elementsEqual([zero]) || values.starts(with: [zero, semicolon]) {
          waiting = []
        }
        waiting.append(values)
        index = values.endIndex + 1
      } else {
        write(&waiting, to: &shorter)
        shorter.append(paint[index])
        index += 1
      }
    }
    write(&waiting, to: &shorter)
    return shorter
  }

  private static let zero = UInt8(ascii: "0")
  private static let semicolon = UInt8(ascii: ";")
  private static let introducer: [UInt8] = [0x1B, UInt8(ascii: "[")]
  private static let asciiCharacterSet: [UInt8] = [0x1B, UInt8(ascii: "("), UInt8(ascii: "B")]

  /// The values of a sequence that sets attributes (`ESC [ values m`); nil when another thing stands there.
  private static func attributes(in paint: [UInt8], at index: Int) -> ArraySlice<UInt8>? {
    guard paint[index...].starts(with: introducer) else { return nil }
    let values = paint[(index + introducer.count)...].prefix { (zero...semicolon).contains($0) }
    guard values.endIndex < paint.count, paint[values.endIndex] == UInt8(ascii: "m") else { return nil }
    return values
  }

  private static func write(_ waiting: inout [ArraySlice<UInt8>], to shorter: inout [UInt8]) {
    guard !waiting.isEmpty else { return }
    var count = 0
    shorter += introducer
    for (place, values) in waiting.enumerated() {
      let more = values.count { $0 == semicolon } + 1
      if place > 0 {
        if count + more > mostValues {
          shorter.append(UInt8(ascii: "m"))
          shorter += introducer
          count = 0
        } else {
          shorter.append(semicolon)
        }
      }
      // Alone, a reset needs no value.
      let isReset = values.elementsEqual([zero])
      shorter += isReset && waiting.count == 1 ? [] : values.isEmpty && waiting.count > 1 ? [zero] : values
      count += more
    }
    shorter.append(UInt8(ascii: "m"))
    waiting = []
  }
}
