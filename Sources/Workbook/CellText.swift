/// The text by which a number of a cell leaves the workbook.
enum CellText {
  /// - Parameters:
  ///   - value: the number as the workbook stores it, with up to 17 digits and perhaps an exponent.
  ///   - is1904: whether day 0 is 1 January 1904.
  static func number(_ value: String, _ format: CellFormats.Format, is1904: Bool) -> String {
    guard let number = Double(value) else { return value }
    switch format {
    case .date: return date(number, is1904: is1904) ?? plain(number, value)
    case .padded(let width):
      let digits = plain(number, value)
      return digits.allSatisfy(\.isNumber)
        ? String(repeating: "0", count: max(0, width - digits.count)) + digits : digits
    case .plain: return plain(number, value)
    }
  }

  /// A whole number without exponent and decimal point. A double holds each of up to 15 digits exactly. Of any other
  /// number the shortest form that means it, which is what was typed: 1.004873 is stored as 1.0048729999999999.
  private static func plain(_ number: Double, _ value: String) -> String {
    guard number == number.rounded() else {
      let shortest = "\(number)"
      return shortest.contains("e") ? value : shortest
    }
    return abs(number) < 1e15 ? String(Int64(number)) : value
  }

  /// A text without the escapes `_xHHHH_` in which XML holds signs that it must not contain (ECMA-376, ST_Xstring).
  static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var (result, rest) = ("", text[...])
    while let start = rest.firstIndex(of: "_") {
      result += rest[..<start]
      rest = rest[start...]
      let escape = rest.prefix(7)
      let digits = escape.dropFirst(2).prefix(4)
      if escape.count == 7, escape.hasPrefix("_x"), escape.last == "_",
        digits.allSatisfy({ $0.isASCII && $0.isHexDigit }),
        let scalar = UInt32(digits, radix: 16).flatMap({ Unicode.Scalar($0) })
      {
        result.unicodeScalars.append(scalar)
        rest = rest.dropFirst(7)
      } else {
        result += "_"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  /// `2026-10-05` or `2026-10-05T08:15:00`; nil for a time without a day.
  private static func date(_ number: Double, is1904: Bool) -> String? {
    guard number >= 1, number < 2_958_466 else { return nil }
    let days = Int(number)
    // The last moment of a day is written for its end, not for the next one.
    let seconds = min(86_399, Int(((number - Double(days)) * 86_400).rounded()))
    // The calendar of 1900 has a 29 February 1900 that never was.
    let sinceEpoch = days - (is1904 ? 24_107 : days < 60 ? 25_568 : 25_569)
    let (year, month, day) = civil(sinceEpoch)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(String(repeating: "0", count: max(0, 4 - String(year).count)))\(year)-\(two(month))-\(two(day))"
    return seconds == 0 ? date : "\(date)T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }

  /// Year, month and day of a number of days since 1 January 1970 (Howard Hinnant's algorithm).
  private static func civil(_ days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
