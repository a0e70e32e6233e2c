import Testing

@testable import DossierDomain

/// The variants that public sources of cards show, with invented persons.
@Suite struct CitizenCardTests {
  private func reading(_ text: String) throws -> CardReading {
    guard case .card(let reading) = try #require(ScannedCode(text)) else {
      Issue.record("no card")
      return CardReading(card: nil)
    }
    return reading
  }

  private let rest = "Nguyễn Văn Mẫu|01011999|Nam|Thôn Mẫu, A Ngo, Đa Krông, Quảng Trị|01012022"

  @Test func sevenFieldsAreRead() throws {
    let reading = try reading("045099000001|191234567|" + rest)
    let card = try #require(reading.card)
    #expect(reading.faults.isEmpty)
    #expect(card.number.digits == "045099000001")
    #expect(card.oldNumber == "191234567")
    #expect(card.name == "Nguyễn Văn Mẫu")
    #expect(card.birth == "01/01/1999")
    #expect(card.sex == .male)
    #expect(card.address == "Thôn Mẫu, A Ngo, Đa Krông, Quảng Trị")
    #expect(card.issued == "01/01/2022")
    #expect(card.further.isEmpty)
    #expect(card.mismatches.isEmpty)
  }

  @Test(arguments: ["", "191234567", "3091234567", "045099000009"])
  func theOldNumberMayBeMissingOrHaveTenOrTwelveDigits(old: String) throws {
    let reading = try reading("045099000001|\(old)|" + rest)
    #expect(reading.card?.oldNumber == old)
    #expect(reading.faults.isEmpty)
  }

  @Test func elevenFieldsKeepTheFurtherOnesAsTheyCame() throws {
    #expect(try reading("045099000001||\(rest)||||").card?.further == ["", "", "", ""])
    let child = try reading("045099000001||\(rest)||Hồ Văn Cha|Hồ Thị Mẹ|")
    #expect(child.card?.further == ["", "Hồ Văn Cha", "Hồ Thị Mẹ", ""])
    #expect(child.faults.isEmpty)
  }

  @Test func aFurtherFieldIsCleanedAndBounded() throws {
    let reading = try reading("045099000001||\(rest)|\u{202E}" + String(repeating: "ă", count: 900))
    #expect(reading.card?.further == [String(repeating: "ă", count: CitizenCard.longestFurther)])
    #expect(ScannedCode("045099000001||\(rest)|" + String(repeating: "ă", count: 9000)) == nil)
  }

  @Test func sixFieldsOfASharedPictureAreRead() throws {
    let text = "045099000001|Nguyễn Văn Mẫu|01/01/1999|Nam|Thôn Mẫu, A Ngo, Đa Krông, Quảng Trị|01/01/2022"
    let card = try #require(try reading(text).card)
    #expect(card == (try reading("045099000001||" + rest).card))
  }

  @Test(arguments: [
    "\u{FEFF}", "]Q1", "\\000026", "]Q1\\000026", "  ",
  ])
  func whatAScannerPutsBeforeTheTextIsDropped(prefix: String) throws {
    #expect(try reading(prefix + "045099000001||" + rest + "\r\n\t") == reading("045099000001||" + rest))
  }

  @Test(arguments: [("01011999", "01/01/1999"), ("00001999", "1999"), ("00051999", "05/1999"), ("1999", "1999")])
  func aPartialDateOfBirthStaysPartial(text: String, birth: String) throws {
    #expect(try reading("045099000001||Hồ Văn Mẫu|\(text)|Nam|Thôn A|01012022").card?.birth == birth)
  }

  @Test(arguments: ["Nam", "Nữ", "Nu", "NAM", "NỮ"])
  func theSexIsReadInEverySpelling(text: String) throws {
    let card = try reading("045099000001||Hồ Văn Mẫu|01011999|\(text)|Thôn A Ngo, Quảng Trị|01012022").card
    #expect(card?.sex == (text.first == "N" && text.lowercased().hasPrefix("na") ? .male : .female))
  }

  @Test func aNumberThatDoesNotFitIsAWarning() throws {
    let reading = try reading("045199000001||Hồ Văn Mẫu|01011998|Nam|Thôn A|01012022")
    #expect(reading.faults.isEmpty)
    #expect(reading.card?.mismatches == [.sex, .birthYear(1999)])
  }

  @Test func decomposedLettersAreComposed() throws {
    let reading = try reading("045099000001||Nguye\u{302}\u{303}n Va\u{306}n A|01011999|Nam|Thôn A|01012022")
    #expect(reading.card.map { Array($0.name.unicodeScalars) } == Array("Nguyễn Văn A".unicodeScalars))
  }

  @Test func aHealthInsuranceCardIsNoCitizensCard() {
    let name = "Nguyễn Văn Mẫu".utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    #expect(ScannedCode("DN4450123456789|\(name)|01/01/1999|1|\(name)|45 - 012|01/01/2026|-|20/01/2026|") == .insurance)
  }

  @Test(arguments: [
    ("000.19.45.H50-261124-0007", "000.19.45.H50-261124-0007"), ("261124-0007", "261124-0007"),
    ("000.19.45.H50-261124-0007|1.001193|045099000001", "000.19.45.H50-261124-0007"),
    ("P-00A1B2-261124-0007\r", "P-00A1B2-261124-0007"),
  ])
  func theCodeOfAReceiptIsKnown(text: String, code: String) {
    #expect(ScannedCode(text) == .dossier(code))
  }

  /// Nine fields and more end with a seal, or with what is left of one.
  @Test func theCodeOfASealedPaperIsKnownWithItsText() {
    let text = "000.19.45.H50-261124-0007|||||2026-11-24T08:45:00+07:00|12/2026-7K3QZ0|receipt|1"
    #expect(ScannedCode("]Q1\(text)\r") == .paper(dossier: "000.19.45.H50-261124-0007", text: text))
  }

  @Test(arguments: [
    "", "Nguyễn Văn Mẫu", "045099000001", "0912345678", "xin cấp lại giấy khai sinh", "261324-0007", "2026-11-24 0007",
    "https://dichvucong.gov.vn/tra-cuu", "1.001193|Đăng ký khai sinh|5", "045099000001 Nguyễn Văn Mẫu 01/01/1999",
    "CCCD:045099000001|Họ tên:Nguyễn Văn Mẫu", "{\"so\":\"045099000001\"}", "0123456789|0123456789",
  ])
  func otherTextIsNoCode(text: String) {
    #expect(ScannedCode(text) == nil)
  }
}
