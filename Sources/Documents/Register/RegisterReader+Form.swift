import VietnameseText

extension RegisterReader {
  private static let formBytes = 64 << 10

  /// The folded headings of a file as they are found without anybody's choices; of a file without known headings the
  /// fullest of its first rows. Two files with equal ones come from the same software.
  public static func form(of bytes: [UInt8]) -> [String] {
    let file = try? DelimitedFile(beginning(of: bytes), encoding: nil) {
      RegisterLayout.recognisedHeadings($0.map(\.cleanedCell), RegisterChoices())
    }
    let rows = file?.records.prefix(40).map { $0.fields.map(\.cleanedCell) } ?? []
    let headings = RegisterLayout.find(in: rows, choices: RegisterChoices())?.headings
    func filled(_ row: [String]) -> Int { row.count { !$0.isEmpty } }
    // Of several, `max` returns the last one.
    return (headings ?? rows.reversed().max { filled($0) < filled($1) } ?? []).map(\.folded)
  }

  /// Whole lines, because half a letter would change the encoding that is detected.
  private static func beginning(of bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > formBytes, let end = bytes.prefix(formBytes).lastIndex(of: UInt8(ascii: "\n")) else {
      return bytes
    }
    // The line's end has two bytes in UTF-16, and the first of them may be the zero.
    let isWide = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
    return Array(bytes.prefix(isWide ? end & ~1 : end))
  }
}
