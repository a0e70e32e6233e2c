import DossierDomain
import Testing

/// Every number here is made up.
@Suite struct CitizenNumberTests {
  @Test(arguments: [
    ("045099000001", "Quảng Trị", Sex.male, 1999), ("044199000001", "Quảng Bình", .female, 1999),
    ("001200000001", "Hà Nội", .male, 2000), ("096325000001", "Cà Mau", .female, 2025),
    ("079000000001", "Thành phố Hồ Chí Minh", .male, 1900),
  ])
  func aNumberTellsProvinceOfItsEraSexAndBirthYear(text: String, province: String, sex: Sex, year: Int) throws {
    let number = try CitizenNumber(text)
    #expect(number.provinceName == province)
    #expect(number.sex == sex)
    #expect(number.birthYear == year)
  }

  /// Digit 4: 0/1 the 1900s, 2/3 the 2000s and so on to 8/9; even is male.
  @Test(arguments: 0...9)
  func theFourthDigitIsCenturyAndSex(digit: Int) throws {
    let number = try CitizenNumber("045\(digit)50000001")
    #expect(number.birthYear == 1950 + 100 * (digit / 2))
    #expect(number.sex == (digit % 2 == 0 ? .male : .female))
  }

  @Test(arguments: ["045 099 000001", "045.099.000.001", "045-099-000-001", " 045099000001 ", "045099\u{A0}000001"])
  func blanksDotsAndDashesOfAPasteAreDropped(text: String) throws {
    #expect(try CitizenNumber(text).digits == "045099000001")
  }

  @Test(arguments: [
    ("", CitizenNumber.ParseError.wrongLength(0)), ("04509900000", .wrongLength(11)),
    ("0450990000011", .wrongLength(13)),
    ("04509900000A", .notDigits), ("０45099000001", .notDigits), ("045099000001|x", .notDigits),
  ])
  func onlyLengthAndDigitsAreErrors(text: String, error: CitizenNumber.ParseError) {
    #expect(throws: error) { try CitizenNumber(text) }
  }

  @Test func whatDoesNotFitTheFormIsAWarning() throws {
    let number = try CitizenNumber("045099000001")
    #expect(number.mismatches(sex: .male, birth: "01/01/1999").isEmpty)
    #expect(number.mismatches(sex: .female, birth: "1998") == [.sex, .birthYear(1999)])
    #expect(number.mismatches(sex: .undetermined, birth: "").isEmpty)
    #expect(number.mismatches(sex: nil, birth: "25 tuổi").isEmpty)
    #expect(try CitizenNumber("003099000001").mismatches(sex: nil, birth: "") == [.unknownProvince("003")])
    #expect(try CitizenNumber("000099000001").mismatches(sex: nil, birth: "") == [.unknownProvince("000")])
    // 1xx to 3xx are countries of birth.
    #expect(try CitizenNumber("101099000001").mismatches(sex: nil, birth: "").isEmpty)
  }

  @Test func all63CodesOfTheOldProvincesAreAccepted() throws {
    let known = try (1...96).filter { code in
      let digits = code < 10 ? "00\(code)" : "0\(code)"
      return try CitizenNumber("\(digits)099000001").mismatches(sex: nil, birth: "").isEmpty
    }
    #expect(known.count == 63)
  }

  @Test(arguments: [
    ("045099000217", "045••••••217"), ("123456789", "123•••789"), ("B1234567", "B12••567"), ("12345", "•••••"),
    ("", ""),
  ])
  func listsMaskNumbers(number: String, masked: String) {
    #expect(maskedNumber(number) == masked)
  }

  @Test(arguments: [
    ("045099000001", IdentityKind.citizenNumber), ("045 099 000 001", .citizenNumber), ("123456789", .oldNumber),
    ("B1234567", .passport), ("b12345678", .passport), ("", .none), ("  ", .none), ("12345", .other),
    ("QĐ-12/345", .other),
  ])
  func theKindOfAPaperIsReadFromTheShapeOfItsNumber(text: String, kind: IdentityKind) {
    #expect(IdentityKind(number: text) == kind)
  }

  @Test(arguments: [
    ("04509900000", true), ("045099000001", false), ("123456789", false), ("B1234567", false), ("", false),
  ])
  func onlyDigitsOfAWrongLengthAreAMistypedNumber(text: String, isMistyped: Bool) {
    #expect(IdentityKind.isMistyped(text) == isMistyped)
  }
}
