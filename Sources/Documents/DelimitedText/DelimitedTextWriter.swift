import VietnameseText

/// Writes records as RFC 4180 text. It begins with a byte-order mark, because Excel reads UTF-8 only with one.
struct DelimitedTextWriter {
  static let byteOrderMark = "\u{FEFF}"

  static func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\r\n"
  }

  /// Quotes the field if needed. A leading `=`, `+`, `-` or `@` gets an apostrophe, so that a spreadsheet does not run
  /// a formula in a citizen's name; the reader removes it. Invisible characters are removed first, because they could
  /// hide such a sign.
  private static func quoted(_ field: String) -> String {
    let field = field.cleanedMultiline(maxLength: .max)
    let safe = isFormula(field) ? "'" + field : field
    guard
      safe.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D || $0 == 0x3B || $0 == 0x09 })
    else { return safe }
    return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// The field as it was before `line` quoted it.
  static func unquoted(_ field: String) -> String {
    field.utf8.first == UInt8(ascii: "'") && field.first == "'" && isFormula(field.dropFirst())
      ? String(field.dropFirst()) : field
  }

  /// Spreadsheets in East Asia treat the full-width signs like the plain ones, and all of them ignore blanks before a
  /// sign.
  private static func isFormula(_ field: some StringProtocol) -> Bool {
    field.unicodeScalars.first { $0 != " " && $0 != "\n" }.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
  }
}

/// One record as RFC 4180 text with its line end.
public func csvLine(_ fields: [String]) -> String {
  DelimitedTextWriter.line(fields)
}
