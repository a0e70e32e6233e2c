import VietnameseText

/// Writes records as RFC 4180 text. Starts with a byte-order mark, because Excel on a clerk's machine reads
/// UTF-8 only with one.
struct DelimitedTextWriter {
  static let byteOrderMark = "\u{FEFF}"

  static func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\r\n"
  }

  /// Quotes where needed. A leading `=`, `+`, `-` or `@` gets an apostrophe before it, so that a spreadsheet does
  /// not run what a citizen's name contains; the reader takes it off again. What cannot be seen goes first: it could
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
    field.first == "'" && isFormula(field.dropFirst()) ? String(field.dropFirst()) : field
  }

  /// Spreadsheets of East Asia take the full-width signs for the plain ones, and all of them overlook blanks before.
  private static func isFormula(_ field: some StringProtocol) -> Bool {
    field.unicodeScalars.first { $0 != " " && $0 != "\n" }.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
  }
}

/// One record as RFC 4180 text with its line end.
public func csvLine(_ fields: [String]) -> String {
  DelimitedTextWriter.line(fields)
}
