import Foundation
import Testing

@testable import VietnameseText

@Suite struct TextRulesTests {
  @Test(arguments: [
    ("e\u{302}\u{323}", "ệ"), ("e\u{323}\u{302}", "ệ"), ("\u{1EB9}\u{302}", "ệ"), ("\u{EA}\u{323}", "ệ"),
    ("u\u{31B}\u{301}", "ứ"), ("U\u{301}\u{31B}", "Ứ"), ("\u{D0}ức", "Đức"), ("\u{189}a Krông", "Đa Krông"),
    ("Hồ\u{A0}Thị", "Hồ Thị"), ("a\u{308}", "ä"), ("plain", "plain"),
  ])
  func marksComposeInAnyOrder(given: String, expected: String) {
    #expect(Array(given.normalisedVietnamese.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func everyLetterSurvivesDecomposition() {
    let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
    let hats = ["a", "a\u{306}", "a\u{302}", "e", "e\u{302}", "i", "o", "o\u{302}", "o\u{31B}", "u", "u\u{31B}", "y"]
    for (row, base) in hats.enumerated() {
      for (tone, mark) in tones.enumerated() {
        let letter = Array((base + mark).normalisedVietnamese.unicodeScalars)
        #expect(letter == [VietnameseVowel.lower[row][tone]])
      }
    }
  }

  @Test(arguments: [
    ("\u{1B}[31mHồ\u{1B}[0m Thị", "Hồ Thị"), ("\u{1B}]0;title\u{7}Lan", "Lan"), ("a\u{202E}b\u{200B}c", "abc"),
    ("dòng\r\nhai", "dòng hai"), ("\u{9B}2Jx", "x"), ("a\u{0}b\u{7F}", "ab"), ("\u{FEFF}Mã", "Mã"),
  ])
  func textFromOutsideLosesWhatCouldHarmTheScreen(given: String, expected: String) {
    #expect(given.cleaned(maxLength: 100) == expected)
  }

  @Test func cleaningBoundsTheLength() {
    #expect("Nguyễn Văn Ánh".cleaned(maxLength: 6) == "Nguyễn")
  }

  @Test(arguments: [
    ("Đa  Krông", "da krong", "đa krông"), ("Hồ Thị Kăn Tưm", "ho thi kan tum", "hô thi kăn tưm"),
    ("  NGUYỄN ", "nguyen", "nguyên"), ("000.19.45.H50", "000.19.45.h50", "000.19.45.h50"),
  ])
  func foldingForSearch(given: String, markFree: String, toneFolded: String) {
    #expect(given.folded == markFree)
    #expect(given.toneFolded == toneFolded)
    #expect(given.folded.folded == given.folded)
  }

  @Test(arguments: [("Hoà", "Hòa"), ("thuý", "thúy"), ("KHOẺ", "khỏe"), ("Hoà Bình", "hòa bình")])
  func oldAndNewTonePlacementAreOneKey(left: String, right: String) {
    #expect(left.exactFolded == right.exactFolded)
  }

  @Test func tonePlacementOfOtherSyllablesStays() {
    #expect("quý".exactFolded == "quý")
    #expect("hoàn".exactFolded == "hoàn")
    #expect("Hòa".exactFolded != "Hóa".exactFolded)
  }

  @Test func lettersSortBeforeTones() {
    let sorted = ["đa", "dạ", "da", "ấn", "an", "ăn", "ân", "án", "bà", "ba", "ơi", "ôi", "oi"]
      .sorted { collationKey($0).lexicographicallyPrecedes(collationKey($1)) }
    #expect(sorted == ["an", "án", "ăn", "ân", "ấn", "ba", "bà", "da", "dạ", "đa", "oi", "ôi", "ơi"])
  }

  @Test func peopleSortByGivenNameThenFamilyNameThenMiddleNames() {
    let sorted = ["Trần Thị Hòa", "Nguyễn Văn Ánh", "Lê Văn Anh", "Nguyễn Thị Anh", "Nguyễn Văn Anh", "Lan"]
      .sorted { personNameKey($0).lexicographicallyPrecedes(personNameKey($1)) }
    #expect(
      sorted == ["Lê Văn Anh", "Nguyễn Thị Anh", "Nguyễn Văn Anh", "Nguyễn Văn Ánh", "Trần Thị Hòa", "Lan"])
  }

  @Test(arguments: [("đ", "d"), ("Ế", "E"), ("ư", "u"), ("ọ", "o")] as [(Character, Character)])
  func aVietnameseLetterActsAsItsBaseKey(letter: Character, base: Character) {
    #expect(letter.baseKey == base)
  }

  @Test func aPlainLetterHasNoOtherBaseKey() {
    #expect(("a" as Character).baseKey == nil)
  }

  /// Names of the Central Highlands, composed and decomposed.
  @Test(arguments: [
    ("Y Blŏ", "y blo"), ("Ê Č\u{306}ik", "e cik"), ("Rơ Ñai", "ro nai"), ("Siu Ĭ", "siu i"), ("Kpă Mŭ", "kpa mu"),
    ("Nay H’Ƀŏ", "nay h'bo"), ("ƀuôn Đôn", "buon don"),
  ])
  func lettersOfNeighbouringLanguagesAreFoundInBothForms(_ written: String, _ folded: String) {
    let decomposed = String(written.decomposedStringWithCanonicalMapping)
    #expect(written.folded == folded && decomposed.folded == folded)
    #expect(decomposed.normalisedVietnamese == written.normalisedVietnamese)
  }

  @Test func namesWithApostrophesAndHyphensHaveTheirLettersTogetherToo() {
    #expect("H'Len Niê".folded.joinedWords == ["hlen"] && "Bùi Thị Hơ-Mai".folded.joinedWords == ["homai"])
    #expect("K’Rông".folded == "k'rong" && "Hồ Thị Lan".joinedWords.isEmpty)
  }
}
