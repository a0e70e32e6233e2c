import DossierDomain
import VietnameseText

/// The digits of a number that went through a spreadsheet: `="045…"`, `'045…`, `45,098,001,237`, `45098001237.0`,
/// `4.5098001237E+10`.
enum SpreadsheetNumber: Hashable {
  /// - Parameter isAltered: whether the spreadsheet's form was undone; quotes and plain separators do not count.
  case digits(String, isAltered: Bool)
  /// The exponent leaves out digits that nobody knows.
  case digitsLost
  case other(String)

  init(_ text: String) {
    if !text.isEmpty, isDigits(text) {
      self = .digits(text, isAltered: false)
      return
    }
    let bare = Self.withoutQuotes(text)
    // No number has another letter than that of its exponent.
    if bare.utf8.contains(where: { (0x41...0x5A).contains($0 & 0xDF) && $0 & 0xDF != UInt8(ascii: "E") }) {
      self = .other(bare)
      return
    }
    if let exponent = Self.exponent(bare) {
      self = exponent
      return
    }
    var kept = bare
    var isAltered = false
    // A decimal part of zeros, if what stands before it is one number.
    if let point = kept.lastIndex(where: { $0 == "." || $0 == "," }), isDigits(kept[..<point]),
      (1...2).contains(kept[kept.index(after: point)...].count),
      kept[kept.index(after: point)...].allSatisfy({ $0 == "0" })
    {
      kept = String(kept[..<point])
      isAltered = true
    }
    guard let joined = Self.joined(kept) else {
      self = .other(bare)
      return
    }
    if kept.contains(",") { isAltered = true }
    self = .digits(joined, isAltered: isAltered)
  }

  /// The digits of a number that one sign divides into groups; nil if the groups are none that people or spreadsheets
  /// make, as in "45098001234.5".
  private static func joined(_ text: String) -> String? {
    if isDigits(text) { return text.isEmpty ? nil : text }
    let normal = String(text.map { "\u{A0}\u{202F}".contains($0) ? " " : $0 })
    guard let separator = normal.first(where: { !$0.isNumber }), " .,-".contains(separator) else { return nil }
    let groups = normal.split(separator: separator, omittingEmptySubsequences: separator == " ")
    guard groups.count >= 2, groups.allSatisfy({ !$0.isEmpty && isDigits($0) }) else { return nil }
    let areThousands = groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }
    switch separator {
    case " ", "-": return groups.allSatisfy { $0.count >= 2 } ? groups.joined() : nil
    default: return areThousands || groups.count >= 3 && groups.allSatisfy { $0.count >= 2 } ? groups.joined() : nil
    }
  }

  /// `="…"` and the apostrophe make a spreadsheet keep a number as text.
  private static func withoutQuotes(_ text: String) -> String {
    var bare = text[...]
    if bare.hasPrefix("=\""), bare.hasSuffix("\""), bare.count >= 3 { bare = bare.dropFirst(2).dropLast() }
    while let first = bare.first, "'’`".contains(first) { bare = bare.dropFirst() }
    return bare.trimmingBlanks
  }

  /// A number with an exponent is complete if its digits reach to the last place before the point.
  private static func exponent(_ text: String) -> SpreadsheetNumber? {
    let parts = text.split(whereSeparator: { $0 == "E" || $0 == "e" })
    guard parts.count == 2, text.filter({ $0 == "E" || $0 == "e" }).count == 1 else { return nil }
    let mantissa = parts[0].split(whereSeparator: { $0 == "." || $0 == "," })
    let power = parts[1].first == "+" ? parts[1].dropFirst() : parts[1]
    guard (1...2).contains(mantissa.count), mantissa.allSatisfy({ isDigits($0) }), mantissa[0].count == 1,
      !power.isEmpty, isDigits(power),
      let exponent = Int(power), exponent < 40
    else { return nil }
    let fraction = mantissa.count == 2 ? mantissa[1] : ""
    return fraction.count == exponent ? .digits(String(mantissa[0] + fraction), isAltered: true) : .digitsLost
  }
}

extension String {
  /// Whether the cell has only the error of a spreadsheet, such as `#REF!`, or the signs of a column that was too
  /// narrow.
  var isSpreadsheetError: Bool {
    guard first == "#" else { return false }
    return allSatisfy { $0 == "#" }
      || ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"]
        .contains(uppercased())
  }
}
