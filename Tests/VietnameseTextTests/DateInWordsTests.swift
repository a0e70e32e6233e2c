import Testing
import VietnameseText

/// Rules and examples: domain facts, "bằng chữ" of civil-status papers, and amounts in words.
@Suite struct DateInWordsTests {
  @Test(arguments: [
    (2, 3, 1999, "Ngày hai tháng ba năm một nghìn chín trăm chín mươi chín"),
    (9, 11, 1973, "Ngày chín tháng mười một năm một nghìn chín trăm bảy mươi ba"),
    (10, 10, 2010, "Ngày mười tháng mười năm hai nghìn không trăm mười"),
    (11, 12, 2000, "Ngày mười một tháng mười hai năm hai nghìn"),
    (14, 4, 1904, "Ngày mười bốn tháng tư năm một nghìn chín trăm linh bốn"),
    (15, 5, 2005, "Ngày mười lăm tháng năm năm hai nghìn không trăm linh năm"),
    (20, 1, 2020, "Ngày hai mươi tháng một năm hai nghìn không trăm hai mươi"),
    (21, 7, 2021, "Ngày hai mươi mốt tháng bảy năm hai nghìn không trăm hai mươi mốt"),
    (24, 8, 2024, "Ngày hai mươi tư tháng tám năm hai nghìn không trăm hai mươi tư"),
    (25, 9, 2015, "Ngày hai mươi lăm tháng chín năm hai nghìn không trăm mười lăm"),
    (31, 6, 1900, "Ngày ba mươi mốt tháng sáu năm một nghìn chín trăm"),
    (1, 2, 2100, "Ngày một tháng hai năm hai nghìn một trăm"),
  ])
  func aDate(day: Int, month: Int, year: Int, words: String) {
    #expect(DateInWords().text(day: day, month: month, year: year) == words)
  }

  @Test func aDateOfWhichLessIsKnownSaysLess() {
    #expect(DateInWords().text(month: 1, year: 1965) == "Tháng một năm một nghìn chín trăm sáu mươi lăm")
    #expect(DateInWords().text(year: 1951) == "Năm một nghìn chín trăm năm mươi mốt")
  }

  @Test func whatDiffersBetweenOfficesIsAValue() {
    let other = DateInWords(firstDays: "mùng", firstMonth: "giêng", fourthMonth: "bốn")
    #expect(
      other.text(day: 9, month: 11, year: 1973)
        == "Mùng chín tháng mười một năm một nghìn chín trăm bảy mươi ba")
    #expect(other.text(day: 10, month: 1, year: 2000) == "Mùng mười tháng giêng năm hai nghìn")
    #expect(other.text(day: 11, month: 4, year: 2000) == "Ngày mười một tháng bốn năm hai nghìn")
  }

  @Test func noDateHasNoWords() {
    let words = DateInWords()
    #expect(words.text(day: 0, month: 1, year: 2000) == nil)
    #expect(words.text(day: 32, month: 1, year: 2000) == nil)
    #expect(words.text(day: 1, month: 13, year: 2000) == nil)
    #expect(words.text(day: 1, month: 1, year: 0) == nil)
    #expect(words.text(day: 1, month: 1, year: 10_000) == nil)
    #expect(words.text(day: 1, year: 2000) == nil)
  }
}
