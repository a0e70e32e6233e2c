import DossierDomain
import VietnameseText

/// A dossier's code as a cell of a register contains it.
enum RegisterCode: Hashable {
  /// In its normal form. `isRestored`: it was written in another one than case, dashes and blanks can explain.
  case code(String, isRestored: Bool)
  case missing
  /// The spreadsheet has replaced it: `2.61005E+13`, `#REF!`, `########`.
  case destroyed(String)
  /// What no software issues as a code: text without a digit, a sentence, a mask, a day that does not exist.
  case noCode(String)
  case tooLong

  /// - Parameter agency: of the office, whose own codes have a form that is known.
  init(_ text: String, agency: String) {
    let written = Self.withoutMarks(text)
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
      self = written.contains(where: { $0 == "E" || $0 == "e" }) ? .destroyed(written) : .code(digits, isRestored: true)
      return
    case .digits, .other: break
    }
    let code = DossierCode.normalised(written)
    if code.utf8.count > DossierCode.maximumLength, code.count > DossierCode.maximumLength {
      self = .tooLong
    } else if Self.isNoCode(code, written) {
      self = .noCode(written)
    } else {
      self = Self.known(code, agency) ?? .noCode(written)
    }
  }

  /// A code of the office's own form, also where its dashes are other signs or its agency has lost zeros; any other
  /// code as it is. Nil for one that only looks like the office's own.
  private static func known(_ code: String, _ agency: String) -> RegisterCode? {
    let parts = code.split(whereSeparator: { $0 == "-" || $0 == "/" || $0 == "_" }).map(String.init)
    if parts.count >= 3, parts[0] == agency || isAgency(parts[0], agency) {
      let day = parts[parts.count - 2]
      // A day of six digits is one of the calendar; another part, such as a letter, is another software's.
      if isDigits(day), CivilDate(compact: day) == nil { return nil }
      let own = ([agency] + parts.dropFirst()).joined(separator: "-")
      return .code(own, isRestored: own != code)
    }
    if parts.count == 1, code.hasPrefix(agency) {
      let rest = String(code.dropFirst(agency.count))
      guard rest.count == 10, isDigits(rest), CivilDate(compact: rest.prefix(6)) != nil else { return nil }
      return .code("\(agency)-\(rest.prefix(6))-\(rest.suffix(4))", isRestored: true)
    }
    // Letters that look like digits, and the other way round.
    let look = { (text: String) in
      String(text.map { $0 == "O" ? "0" : $0 == "I" || $0 == "L" ? "1" : $0 == "S" ? "5" : $0 })
    }
    if let first = parts.first, first != agency, look(first) == look(agency) { return nil }
    return .code(code, isRestored: false)
  }

  /// The agency with zeros lost: "0.19.45.H50" or "19.45.H50" of "000.19.45.H50".
  private static func isAgency(_ text: String, _ agency: String) -> Bool {
    func bare(_ text: String) -> [Substring] {
      Array(text.split(separator: ".").map { $0.drop { $0 == "0" } }.drop { $0.isEmpty })
    }
    return text != agency && bare(text) == bare(agency)
  }

  /// A sentence such as "La Lay, ngày 30 tháng 10 năm 2026", a mask, or text without a digit. Codes have letters
  /// without marks, and Đ.
  private static func isNoCode(_ code: String, _ written: String) -> Bool {
    !(code.utf8.contains { (0x30...0x39).contains($0) } || code.contains(where: \.isNumber))
      || written.contains(sign: ",") || written.contains(sign: "*")
      || hasDotsInARow(written) || written.contains(sign: "\"")
      || written.unicodeScalars.contains {
        $0.value >= 0x80 && $0 != "Đ" && $0 != "đ" && $0.properties.isAlphabetic
      }
  }

  /// Without the marks by which spreadsheets keep text, and without a label such as "Mã:".
  private static func withoutMarks(_ text: String) -> String {
    // Nearly all codes begin with a letter or digit and have no label.
    if let first = text.utf8.first, isLetterOrDigit(first), text.utf8.last != 0x20,
      !text.utf8.contains(UInt8(ascii: ":"))
    {
      return text
    }
    var bare = text[...]
    if bare.hasPrefix("=\""), bare.hasSuffix("\""), bare.count >= 3 { bare = bare.dropFirst(2).dropLast() }
    if bare.first == "'" { bare = bare.dropFirst() }
    if let colon = bare.firstIndex(of: ":"), ["ma", "ma hs", "ma ho so", "so", "so hs"].contains(bare[..<colon].folded)
    {
      bare = bare[bare.index(after: colon)...]
    }
    return bare.trimmingBlanks
  }

  private static func hasDotsInARow(_ text: String) -> Bool {
    var before: UInt8 = 0
    let mayBe = text.utf8.contains { byte in
      defer { before = byte }
      return byte == UInt8(ascii: ".") && byte == before
    }
    return mayBe && text.contains("..")
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }

  /// Whether a text contains what looks like a dossier's code, so that its row is no footer.
  static func isIn(_ text: String) -> Bool {
    let parts = DossierCode.normalised(String(text.prefix(200))).split(separator: "-")
    return zip(parts, parts.dropFirst()).contains { first, second in
      first.suffix(6).count == 6 && isDigits(first.suffix(6)) && second.prefix(3).count == 3
        && isDigits(second.prefix(3))
    }
  }
}

extension CivilDate {
  /// 1 July 2025, when districts ended and communes were merged.
  static let mergerOfUnits = CivilDate(dayNumber: 20_270)
}
