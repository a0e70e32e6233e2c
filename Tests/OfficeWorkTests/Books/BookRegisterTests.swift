import DossierDomain
import OfficeWork
import Testing

/// Which numbers of a book are missing, doubled, or only on paper.
@Suite struct BookRegisterTests {
  private func register(_ numbers: [Int], last: Int, onPaper: Int = 0) throws -> BookRegister {
    let volume = try #require(BookVolume(book: BookID(high: 1, low: 1), kind: .copies, year: 2026, number: 1))
    let date = try #require(CivilDate(compact: "261124"))
    return BookRegister(
      open: OpenVolume(volume: volume, lastNumber: last), lastOnPaper: onPaper,
      lines: numbers.map { number in
        BookLine(
          number: number, volume: 1, date: date, dossier: DossierID(high: 1, low: UInt64(number)), code: "",
          owner: nil, paper: "Học bạ", person: "", copies: 1, signer: "Nam", struck: nil)
      })
  }

  @Test func aBookWithoutGapsMissesNothing() throws {
    for book in [try register([], last: 0), try register([1, 2, 3], last: 3)] {
      #expect(book.missing.isEmpty && book.doubles.isEmpty && book.onPaperOnly.isEmpty)
    }
  }

  @Test func whatIsMissingIsListed() throws {
    let book = try register([12, 14, 14, 18], last: 20, onPaper: 13)
    #expect(book.onPaperOnly == [1...11, 13...13])
    #expect(book.missing == [15...17, 19...20])
    #expect(book.doubles == [14])
  }

  /// It does not look at each number.
  @Test func aBookMayHaveTheHighestNumber() throws {
    let last = RegisterBook.highestNumber
    #expect(try register([], last: last, onPaper: last).onPaperOnly == [1...last])
    #expect(try register([1], last: last).missing == [2...last])
  }

  /// A number beyond the last one moves none of the ranges.
  @Test func aNumberOfAnotherMachineBeyondTheLastIsNoGap() throws {
    #expect(try register([1, 900], last: 1).missing.isEmpty)
  }

  @Test func everyReasonIsKnownHere() {
    #expect(BookNumbering.Struck.allCases.map { BookLine.Struck($0).rawValue } == [1, 2, 3])
    let sentences = BookLine.Struck.allCases.flatMap { [$0.wording(.vi), $0.wording(.en)] }
    #expect(Set(sentences).count == sentences.count)
  }
}
