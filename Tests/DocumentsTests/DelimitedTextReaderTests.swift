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
  ])
  func theDelimiterIsTheOneThatMakesColumns(text: String, expected: Character) {
    #expect(DelimitedTextReader.detectDelimiter(in: Array(text.utf8)) == expected.asciiValue)
  }
}

extension DelimitedTextReaderTests {
  /// The next row has quotes of its own: they must not close this one.
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
