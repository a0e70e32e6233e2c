import Testing

@testable import Documents

@Suite struct DelimitedTextReaderTests {
  private func records(_ text: String, delimiter: Character = ",") -> [DelimitedTextReader.Record] {
    Array(DelimitedTextReader(bytes: Array(text.utf8), delimiter: delimiter.asciiValue ?? 0))
  }

  @Test func quotedFieldsKeepDelimitersQuotesAndLineBreaks() {
    let read = records("a,\"b,c\",\"d \"\"e\"\"\"\r\n\"f\ng\",h,\n")
    #expect(read.map(\.fields) == [["a", "b,c", "d \"e\""], ["f\ng", "h", ""]])
    #expect(read.map(\.line) == [1, 2])
  }

  @Test func lineNumbersCountLineBreaksInsideQuotes() {
    let read = records("\"a\nb\nc\",1\nd,2\n")
    #expect(read.map(\.line) == [1, 4])
  }

  @Test func aQuoteThatIsNeverClosedCostsOneLineAndNotTheFile() {
    let text = "a,1\n\"b,2\n" + (0..<60).map { "c\($0),3\n" }.joined()
    let read = records(text)
    #expect(read[1].problem == .quoteNotClosed(column: 1))
    #expect(read[1].line == 2)
    #expect(read[2] == DelimitedTextReader.Record(line: 3, fields: ["c0", "3"]))
    #expect(read.count == 62)
  }

  @Test func aQuoteOpenAtTheEndOfTheFileIsReportedToo() {
    let read = records("a,\"b\nc,d")
    #expect(read.count == 2)
    #expect(read[0].problem == .quoteNotClosed(column: 2))
    #expect(read[1].fields == ["c", "d"])
  }

  @Test func oldMacLineEndsAndAMissingLastLineBreakAreRead() {
    #expect(records("a,b\rc,d").map(\.fields) == [["a", "b"], ["c", "d"]])
  }

  @Test(arguments: [
    ("a,b,c\n1,2,3\n", ","), ("a;b;c\n\"x, y, z, t\";2;3\n", ";"), ("a\tb\tc, d\n1\t2\t3\n", "\t"),
    ("a|b\n1, 2, 3|4\n", "|"), ("a,b\nx; y; z,2\nx; y; z,3\n", ","), ("sep=;\na,1;b,2\n", ";"),
  ])
  func theDelimiterIsTheOneThatMakesColumns(text: String, expected: Character) throws {
    #expect(try DelimitedFile(Array(text.utf8), encoding: nil).delimiter == expected.asciiValue)
  }
}

extension DelimitedTextReaderTests {
  /// The next row has its own quotes, which must not close this one.
  @Test func aQuoteThatIsNeverClosedCostsItsRowOnly() {
    let text = "a,b,c\n1,\"X,2\n2,\"Thôn A, xã B\",3\n"
    let records = Array(DelimitedTextReader(bytes: Array(text.utf8), delimiter: UInt8(ascii: ",")))
    #expect(records.map(\.line) == [1, 2, 3])
    #expect(records[1].problem == .quoteNotClosed(column: 2))
    #expect(records[2].fields == ["2", "Thôn A, xã B", "3"])
  }

  @Test func blanksAroundQuotesAreNoPartOfTheField() {
    let text = "\"1\" , \"a, b\" ,c\n"
    let records = Array(DelimitedTextReader(bytes: Array(text.utf8), delimiter: UInt8(ascii: ",")))
    #expect(records.first?.fields.map { $0.filter { $0 != " " } } == ["1", "a,b", "c"])
  }
}

/// The time and memory for a file are limited, whatever it contains.
extension DelimitedTextReaderTests {
  @Test func aRecordOfVeryManyFieldsIsReportedWithItsPlace() {
    let read = records("a,b\n" + String(repeating: "x,", count: 100_000) + "\nc,d\n")
    #expect(read.count == 3)
    #expect(read[1].line == 2 && read[1].problem == .recordTooLong(column: DelimitedTextReader.maximumFields + 1))
    #expect(read[1].fields.count == 1)
    #expect(read[2] == DelimitedTextReader.Record(line: 3, fields: ["c", "d"]))
  }

  @Test func aRecordOfManyLongFieldsIsReportedWithItsPlace() {
    let field = String(repeating: "x", count: 60_000)
    let read = records(Array(repeating: field, count: 6).joined(separator: ",") + "\nc,d\n")
    #expect(read.map(\.problem) == [.recordTooLong(column: 5), nil])
  }

  /// Each line ends inside quotes. In an earlier version each record continued to the end of the file, and the next one
  /// began a line later. A record is now abandoned after `maximumRecordLines` lines.
  @Test(arguments: [1000, 2000, 4000]) func openQuotesAreReadASmallNumberOfTimes(lines: Int) {
    let read = records(String(repeating: "x\",\"\n", count: lines))
    #expect(read.count == lines)
    #expect(
      read.dropLast(DelimitedTextReader.maximumRecordLines + 1).allSatisfy {
        if case .recordTooLong = $0.problem { true } else { false }
      })
  }

  @Test func signsOfFormulasAreDisarmedInAnyWidthAndTheReaderTakesThemBack() {
    for sign in ["=", "+", "-", "@", "＝", "＋", "－", "＠", " =", "\u{200B}="] {
      let line = csvLine(["\(sign)1+1"])
      #expect(line.hasPrefix("'"), "\(line)")
      let read = records(line).first?.fields.map(DelimitedTextWriter.unquoted)
      #expect(read == [sign.filter { $0 != "\u{200B}" } + "1+1"])
    }
    #expect(csvLine(["a=1", "'x"]) == "a=1,'x\r\n")
  }

  @Test func whatCannotBeSeenIsNotWritten() {
    #expect(csvLine(["a\u{1B}]0;x\u{7}b", "c\u{9B}31md", "e\u{202E}f\u{200B}g", "h\ni"]) == "ab,cd,efg,\"h\ni\"\r\n")
  }
}
