import Testing

@testable import DossierSheet

/// The CSV that the helper process takes: as the desk writes it, and nothing else.
@Suite struct DelimitedInputTests {
  private func records(_ text: String, pieces: Int) throws -> [[String]] {
    try records(Array(text.utf8), pieces: pieces)
  }

  private func records(_ bytes: [UInt8], pieces: Int) throws -> [[String]] {
    var rest = bytes[...]
    var input = DelimitedInput(maximumColumns: 4, maximumBytes: 20) { () throws(DelimitedInput.Fault) in
      defer { rest = rest.dropFirst(pieces) }
      return Array(rest.prefix(pieces))
    }
    var records: [[String]] = []
    while let record = try input.next() { records.append(record) }
    return records
  }

  @Test(arguments: [1, 2, 3, 1000])
  func recordsAreReadWhereverTheInputIsCut(_ pieces: Int) throws {
    let text = "\u{FEFF}\"Mã\",Chủ\r\n\"a,\"\"b\"\"\",\"một\r\nhai\"\n,\r\n\r\n\"\"\"\",'tên,\"\"\n"
    #expect(
      try records(text, pieces: pieces) == [
        ["Mã", "Chủ"], ["a,\"b\"", "một\r\nhai"], ["", ""], [""], ["\"", "'tên", ""],
      ])
    #expect(try records("", pieces: pieces).isEmpty)
    #expect(try records("\u{FEFF}", pieces: pieces).isEmpty)
    // Elsewhere the mark is an invisible character of the cell.
    #expect(try records("a,\u{FEFF}b\n", pieces: pieces) == [["a", "\u{FEFF}b"]])
  }

  /// In CSV the apostrophe keeps a spreadsheet from calculating.
  @Test func theApostropheOfAValueThatBeginsLikeAFormulaIsRemoved() throws {
    #expect(
      try records("'=1+1,'+84905,\"' \n-x\",'＝x\n''=1,' a,',=1\n", pieces: 7) == [
        ["=1+1", "+84905", " \n-x", "＝x"], ["''=1", "' a", "'", "=1"],
      ])
  }

  @Test(arguments: [
    ("a\nb\"c\n", DelimitedInput.Fault.malformed(row: 2)), ("\"a\"b\n", .malformed(row: 1)),
    ("\"a\" \n", .malformed(row: 1)), ("a\rb\n", .malformed(row: 1)), ("a\n\"b", .malformed(row: 2)),
    // An input without its last line end has perhaps lost more.
    ("a\nb", .malformed(row: 2)), ("a\nb,", .malformed(row: 2)), ("a\nb\r", .malformed(row: 2)),
    ("a\n\"b\"", .malformed(row: 2)), ("a\n\"", .malformed(row: 2)),
    ("a\n1,2,3,4,5\n", .tooManyColumns(row: 2)), ("a\nb,123456789012345678901\n", .cellTooLong(row: 2, column: 2)),
  ])
  func whatTheDeskDoesNotWriteIsRefused(_ text: String, _ fault: DelimitedInput.Fault) {
    #expect(throws: fault) { try records(text, pieces: 3) }
  }

  @Test func textThatIsNotUTF8IsRefused() {
    for bytes: [UInt8] in [[0xC3, 0x28, 0x0A], [0xED, 0xA0, 0x80, 0x0A], [0xE1, 0x0A], [0xC0, 0x80, 0x0A]] {
      #expect(throws: DelimitedInput.Fault.malformed(row: 1)) { try records(bytes, pieces: 2) }
    }
  }
}
