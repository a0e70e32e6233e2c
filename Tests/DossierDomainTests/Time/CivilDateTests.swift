import DossierDomain
import Testing

@Suite struct CivilDateTests {
  @Test(arguments: [
    ("01/01/1970", 0, 4), ("29/02/2024", 19_782, 4), ("24/11/2026", 20_781, 2), ("17/02/2026", 20_501, 2),
    ("31/12/1969", -1, 3), ("01/03/1900", -25_508, 4),
  ])
  func daysAreNumberedFrom1970AndWeekdaysFromMonday(text: String, number: Int, weekday: Int) throws {
    let date = try #require(CivilDate(text: text))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(date.slashed == text)
  }

  @Test func everyDayOfTwoCenturiesReadsBackAsItWasWritten() throws {
    let first = try #require(CivilDate(year: 1900, month: 1, day: 1))
    let last = try #require(CivilDate(year: 2100, month: 12, day: 31))
    for number in first.dayNumber...last.dayNumber {
      let date = CivilDate(dayNumber: number)
      let (year, month, day) = date.components
      #expect(CivilDate(year: year, month: month, day: day) == date)
    }
  }

  @Test(arguments: [
    ("5/1/2026", "05/01/2026"), ("05/01/2026", "05/01/2026"), ("5-1-2026", "05/01/2026"), ("5.1.2026", "05/01/2026"),
    ("2026-01-05", "05/01/2026"),
  ])
  func datesAreReadAsClerksTypeThem(text: String, slashed: String) throws {
    #expect(try #require(CivilDate(text: text)).slashed == slashed)
  }

  @Test(arguments: [
    "", "24/11", "24/11/26", "31/04/2026", "29/02/2026", "0/1/2026", "1/13/2026", "+1/2/2026", "1/2-2026", "2026/1/5",
    "001/02/2026", " 1/2/2026", "1/2/2026/", "2026-1-5", "١/٢/2026", "1/2/99999999999999999999",
  ])
  func whatIsNoDateIsRefused(text: String) {
    #expect(CivilDate(text: text) == nil)
  }

  @Test func aDateIsWrittenInEveryFormThatPaperAndCodesNeed() throws {
    let date = try #require(CivilDate(year: 2026, month: 2, day: 5))
    #expect(date.slashed == "05/02/2026")
    #expect(date.iso8601 == "2026-02-05")
    #expect(date.compact == "260205")
    #expect(date.dayAndMonth == "05/02")
  }
}
