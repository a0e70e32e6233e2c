import DossierDomain

/// A date in the form that nearly every cell of a register has, `05/11/2026` or `05/11/2026 08:30:00`, read byte by byte.
/// `DateScanner` reads the same of it, and everything else.
struct CommonDate {
  let date: WrittenDate

  /// Nil for another form, also for a date in this form that is none.
  init?(_ text: String) {
    guard (8...19).contains(text.utf8.count) else { return nil }
    let found = text.utf8.withContiguousStorageIfAvailable { bytes -> WrittenDate? in
      var rest = Rest(bytes)
      return rest.date()
    }
    guard let date = found ?? nil else { return nil }
    self.date = date
  }

  private struct Rest {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func date() -> WrittenDate? {
      guard let first = number(1...2), (1...31).contains(first), let sign = take("/-."), let second = number(1...2),
        (1...31).contains(second), take(sign), let year = number(4...4), year >= 1900,
        CivilDate(year: year, month: second, day: first) ?? CivilDate(year: year, month: first, day: second) != nil
      else { return nil }
      let day = WrittenDate.Day.ordered(first: first, second: second, year: year)
      if isAtEnd { return WrittenDate(day: day, minutes: nil) }
      guard take(UInt8(ascii: " ")), let hour = number(1...2), hour <= 23, take(UInt8(ascii: ":")),
        let minute = number(2...2), minute <= 59
      else { return nil }
      if !isAtEnd {
        guard take(UInt8(ascii: ":")), let second = number(1...2), second <= 59, isAtEnd else { return nil }
      }
      return WrittenDate(day: day, minutes: hour * 60 + minute)
    }

    private var isAtEnd: Bool { place == bytes.count }

    /// All digits that follow, if their count is one of these.
    private mutating func number(_ counts: ClosedRange<Int>) -> Int? {
      var (value, count) = (0, 0)
      while place < bytes.count, (0x30...0x39).contains(bytes[place]), count <= 4 {
        value = value * 10 + Int(bytes[place] - 0x30)
        (place, count) = (place + 1, count + 1)
      }
      return counts.contains(count) ? value : nil
    }

    private mutating func take(_ byte: UInt8) -> Bool {
      guard place < bytes.count, bytes[place] == byte else { return false }
      place += 1
      return true
    }

    private mutating func take(_ signs: StaticString) -> UInt8? {
      guard place < bytes.count else { return nil }
      let byte = bytes[place]
      guard signs.withUTF8Buffer({ $0.contains(byte) }) else { return nil }
      place += 1
      return byte
    }
  }
}
