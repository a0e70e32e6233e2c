import DossierDomain
import VietnameseText

/// A dossier's code as a cell of a register contains it.
enum RegisterCode: Hashable {
  case code(String)
  case missing
  /// The spreadsheet has replaced it: `2.61005E+13`, `#REF!`, `########`.
  case destroyed(String)
  /// Text without a digit, or a sentence: no software issues it as a code.
  case noCode(String)
  case tooLong

  init(_ text: String) {
    let written = text.trimmingCode
    guard !written.isEmpty else {
      self = .missing
      return
    }
    if written.isSpreadsheetError {
      self = .destroyed(written)
      return
    }
    switch SpreadsheetNumber(written) {
    case .digitsLost:
      self = .destroyed(written)
      return
    case .digits(let digits, isAltered: true):
      // A code of digits alone that became a number; an exponent has left its zeros and groups unknown.
      self = written.contains(where: { $0 == "E" || $0 == "e" }) ? .destroyed(written) : .code(digits)
      return
    case .digits, .other: break
    }
    let code = DossierCode.normalised(written)
    if code.count > DossierCode.maximumLength {
      self = .tooLong
    } else {
      self = code.contains(where: \.isNumber) && !Self.isSentence(written) ? .code(code) : .noCode(written)
    }
  }

  /// "La Lay, ngày 30 tháng 10 năm 2026". Codes have letters without marks, and Đ.
  private static func isSentence(_ text: String) -> Bool {
    text.contains(",")
      || text.unicodeScalars.contains { $0.value >= 0x80 && $0 != "Đ" && $0 != "đ" && $0.properties.isAlphabetic }
  }
}

extension RegisterCode {
  /// The day in a code of the form `…-yyMMdd-nnnn`.
  static func day(of code: String) -> CivilDate? {
    let parts = code.split(separator: "-")
    guard parts.count >= 3, let day = parts.dropLast().last, day.utf8.count == 6, isDigits(day),
      let number = Int(day)
    else { return nil }
    return CivilDate(year: 2000 + number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}

extension CivilDate {
  /// 1 July 2025, when districts ended and communes were merged.
  static let mergerOfUnits = CivilDate(dayNumber: 20_270)
}

extension String {
  /// Without the marks by which spreadsheets keep text.
  fileprivate var trimmingCode: String {
    var bare = self[...]
    if bare.hasPrefix("=\""), bare.hasSuffix("\""), bare.count >= 3 { bare = bare.dropFirst(2).dropLast() }
    if bare.first == "'" { bare = bare.dropFirst() }
    return bare.trimmingBlanks
  }
}
