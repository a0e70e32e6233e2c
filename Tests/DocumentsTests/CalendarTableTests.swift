import DossierDomain
import Testing

@testable import Documents

struct CalendarTableTests {
  private func read(_ text: String) throws -> [YearlyDecision] { try CalendarTable.read(Array(text.utf8)).decisions }

  @Test(arguments: Language.allCases) func whatIsWrittenIsReadAgain(_ language: Language) throws {
    let rows = WorkingCalendar.standard.rows
    let read = try read(CalendarTable.csv(rows, language))
    #expect(read.flatMap(\.rows) == rows)
    #expect(read.map(\.year) == Array(2024...2031))
  }

  @Test func kindsAreNamedInWordsOrByTheirCodesAndSeparatedAsASpreadsheetLikes() throws {
    let table = """
      Ngày;Loại;Tên;Căn cứ
      02/01/2026;NGHI_HOAN_DOI;;TB
      10/01/2026;đi làm;Làm bù;TB
      2026-09-03;Nghỉ Lễ;Quốc khánh;QĐ
      ;;;
      """
    let rows = try #require(try read(table).first).rows
    #expect(rows.map(\.kind) == [.swappedOff, .swappedWorking, .holiday])
    #expect(rows.last?.name == "Quốc khánh")
  }

  @Test func aRowThatCannotBeReadIsToldWithItsLineAndNothingIsTaken() throws {
    let table = "Ngày,Loại,Tên,Căn cứ\n31/02/2027,nghỉ lễ,,\n01/02/2027,hội làng,,\n02/02/2027,nghỉ lễ,,\n"
    #expect(
      throws: CalendarTable.ReadError.problems([
        .init(line: 2, .dateUnreadable("31/02/2027")), .init(line: 3, .kindUnknown("hội làng")),
      ])
    ) { try read(table) }
    #expect(throws: CalendarTable.ReadError.empty) { try read("Ngày,Loại\n") }
    #expect(
      throws: CalendarTable.ReadError.problems([.init(line: nil, .fault(.yearUnknown(2040)))])
    ) { try read("01/02/2040,nghỉ lễ,,\n") }
  }

  @Test func columnsMayStandAnywhereWhenTheyAreNamed() throws {
    let contents = try CalendarTable.read(
      Array("STT;Ngày nghỉ;Nội dung;Loại ngày;Thứ\n1;01/02/2027;Tết;nghỉ lễ;Hai\n".utf8))
    let row = try #require(contents.decisions.first?.rows.first)
    #expect(row.date.slashed == "01/02/2027" && row.kind == .holiday && row.name == "Tết" && row.source.isEmpty)
    #expect(contents.remarks.headingsNotUnderstood == ["Thứ"])
  }

  @Test func headingsThatLeaveSomethingOpenAreRefused() {
    #expect(throws: CalendarTable.ReadError.problems([.init(line: 1, .kindMissing)])) {
      try read("Ngày,Tên\n01/02/2027,nghỉ lễ\n")
    }
    #expect(
      throws: CalendarTable.ReadError.problems([.init(line: 1, .columnTwice(first: "Ngày", second: "Ngày nghỉ"))])
    ) { try read("Ngày,Ngày nghỉ,Loại\n01/02/2027,02/02/2027,nghỉ lễ\n") }
  }
}
