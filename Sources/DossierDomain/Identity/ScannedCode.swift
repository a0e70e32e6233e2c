import VietnameseText

/// What the text from a scanner is, if it has the form of a code that this program knows.
public enum ScannedCode: Hashable, Sendable {
  case card(CardReading)
  /// A health-insurance card, which is no proof of identity: `number|hexadecimal name|…`.
  case insurance
  /// The code of a dossier, alone or before the further fields of a receipt's code.
  case dossier(String)
  /// The code of a paper that may have a seal: the code of the dossier, and the whole text.
  case paper(dossier: String, text: String)

  /// Of a paper's code; without a seal it has fewer.
  private static let fieldsWithSeal = 9
  /// In characters; longer text is no code.
  public static let maximumLength = 2000
  /// The shortest code: `yyMMdd-nnnn`.
  public static let minimumLength = 11

  /// - Parameter text: as it arrived: with the escape characters of Alt codes and the backspaces of an input method.
  public init?(_ text: String) {
    guard let text = Self.content(of: text) else { return nil }
    if Self.isInsurance(text) {
      self = .insurance
    } else if let code = Self.dossierCode(text) {
      let fields = text.unicodeScalars.count { $0 == "|" } + 1
      self = fields < Self.fieldsWithSeal ? .dossier(code) : .paper(dossier: code, text: String(text))
    } else if let reading = CardReading(text) {
      self = .card(reading)
    } else {
      return nil
    }
  }

  /// The text of the code alone, without what scanners add at both ends; nil if it is too short or too long for a code.
  public static func content(of text: String) -> Substring? {
    guard (minimumLength...maximumLength * 4).contains(text.utf8.count) else { return nil }
    return withoutPrefix(Substring(text).trimmed)
  }

  /// Scanners can be set to put the kind of code (AIM: `]Q1`) or its character set (ECI: `\000026`) before the text.
  private static func withoutPrefix(_ text: Substring) -> Substring {
    var text = text
    if text.hasPrefix("]"), text.utf8.count > 3 { text = text.dropFirst(3) }
    if text.hasPrefix("\\"), text.utf8.count > 7, isDigits(text.dropFirst().prefix(6)) { text = text.dropFirst(7) }
    return text.trimmed
  }

  private static func isInsurance(_ text: Substring) -> Bool {
    let fields = text.split(separator: "|", omittingEmptySubsequences: false)
    guard fields.count >= 8, fields[0].utf8.count >= 10, fields[0].utf8.count <= 15, isDigits(fields[0].suffix(10)),
      let name = hexadecimal(fields[1])
    else { return false }
    return String(validating: name, as: UTF8.self) != nil
  }

  private static func hexadecimal(_ text: Substring) -> [UInt8]? {
    let digits = Array(text)
    guard digits.count >= 4, digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(digits[place...(place + 1)]), radix: 16), digits[place] != "+" else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  private static func dossierCode(_ text: Substring) -> String? {
    let first = text.prefix { $0 != "|" && $0 != ";" }
    guard first.utf8.count <= DossierCode.maximumLength,
      first.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    let code = DossierCode(DossierCode.normalised(String(first)), origin: .imported)
    let parts = code.text.split(separator: "-")
    guard code.hasFormOfOffice, parts.count >= 2, CivilDate(compact: parts[parts.count - 2]) != nil,
      code.text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" })
    else { return nil }
    return code.text
  }
}
