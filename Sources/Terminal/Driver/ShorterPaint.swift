/// Shortens the bytes that ncurses writes to change a screen. On a slow line, the bytes for a cursor movement are
/// mostly text and the colours around it.
///
/// ncurses resets the character set with every reset of the attributes, although no paint of this program changes it,
/// and writes one sequence for each attribute although terminals accept several in one (ECMA-48, 8.3.117: SGR).
enum ShorterPaint {
  /// The number of values in one sequence; the Linux console reads at most 16.
  private static let mostValues = 12

  /// The shorter paint with the same effect: all other bytes keep their order, and the same attributes apply to them.
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

  /// The values of a sequence that sets attributes (`ESC [ values m`); nil if there is no such sequence at this index.
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
      // A reset alone needs no value.
      let isReset = values.elementsEqual([zero])
      shorter += isReset && waiting.count == 1 ? [] : values.isEmpty && waiting.count > 1 ? [zero] : values
      count += more
    }
    shorter.append(UInt8(ascii: "m"))
    waiting = []
  }
}
