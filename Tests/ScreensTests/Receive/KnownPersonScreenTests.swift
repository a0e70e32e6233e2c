import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// Who is being received: what is known of the person, and whether she has such a dossier already.
@Suite struct KnownPersonScreenTests {
  private static let number = "045190001234"

  private static func office() -> MemoryOffice {
    var office = SampleOffice.busy(requiresPIN: false)
    let persons = [
      Person(
        name: "Trần Thị Mẫu", identityNumber: number, birth: "02/03/1990", sex: .female, phone: "0912345678",
        address: "Thôn A Ngo"),
      Person(name: "Lê Văn Trùng", birth: "1971", phone: "0900000071"),
      Person(name: "Lê Văn Trùng", birth: "1985", phone: "0900000085"),
    ]
    for (index, person) in persons.enumerated() {
      _ = office.perform(
        Act(
          dossier: SampleOffice.id(30 + index),
          commands: [.receive(ReceptionForm(procedureCode: "1.004873", owner: person, components: []))]),
        SampleOffice.lan.id, SampleOffice.moment("2026-11-23T10:00"))
    }
    return office
  }

  /// At the field of the name, with the procedure chosen.
  private static func atTheName(procedure: String = "2.000815") -> TestDriver {
    var driver = TestDriver.signedIn(office: office())
    driver.press("n")
    driver.type(procedure)
    driver.press("<enter>")
    return driver
  }

  private static func text(_ id: Field.ID, _ driver: TestDriver) -> String? {
    (driver.app.top.screen as? ReceiveState)?.text(id)
  }

  @Test(arguments: DayStartTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    var driver = TestDriver.signedIn(office: Self.office(), size: size, language: language)
    driver.press("n")
    driver.type("1.004873")
    driver.press("<enter>")
    driver.type("Trần Thị Mẫu")
    driver.press("<tab>")
    try Golden.check(driver.screen, GoldenTests.name("receive-double", size, language))
  }

  @Test func aKnownNumberFillsTheFormWithOneKeyAndKeepsWhatWasTyped() {
    var driver = Self.atTheName()
    driver.press("<tab>")
    driver.type(Self.number)
    driver.press("<tab>", "<tab>", "<tab>")
    driver.type("0999999999")
    driver.press("<tab>")
    driver.expectSentence("Đã biết: Trần Thị Mẫu · 02/03/1990 · 045••••••234 · 091••••678 · 1 hồ sơ.")
    driver.press("<C-b>")
    #expect(Self.text("owner", driver) == "Trần Thị Mẫu")
    #expect(Self.text("address", driver) == "Thôn A Ngo")
    #expect(Self.text("phone", driver) == "0999999999")
  }

  /// The number has filled in the year of birth before the date was taken over.
  @Test func theKnownDateOfBirthReplacesItsYearOnly() {
    var driver = Self.atTheName()
    driver.press("<tab>")
    driver.type(Self.number)
    driver.press("<tab>")
    #expect(Self.text("birth", driver) == "1990")
    driver.press("<C-b>")
    #expect(Self.text("birth", driver) == "02/03/1990")
    driver = Self.atTheName()
    driver.press("<tab>")
    driver.type(Self.number)
    driver.press("<tab>")
    driver.type("1991")
    driver.press("<C-b>")
    #expect(Self.text("birth", driver) == "1991")
  }

  @Test func theNumberSaysSexAndYearAndWhatWasTypedStays() {
    var driver = Self.atTheName()
    driver.press("<tab>")
    driver.type("045285000001")
    driver.press("<tab>")
    #expect(Self.text("birth", driver) == "2085")
    #expect(Self.text("sex", driver) == String(Sex.male.rawValue))
  }

  @Test func personsOfOneNameAreChosenFrom() {
    var driver = Self.atTheName()
    driver.type("Lê Văn Trùng")
    driver.press("<tab>")
    driver.expect("Có 2 người cùng tên")
    driver.press("<C-b>")
    driver.expect("Người nào?")
    driver.press("2")
    #expect(["1971", "1985"].contains(Self.text("birth", driver)))
    #expect(Self.text("phone", driver)?.hasSuffix(Self.text("birth", driver)?.suffix(2).description ?? "") == true)
  }

  @Test func aSecondDossierIsNamedBeforeACodeIsIssued() {
    var driver = Self.atTheName(procedure: "1.004873")
    driver.type("Trần Thị Mẫu")
    let before = driver.office.entries.count
    driver.issue()
    driver.expectSentence("Đã có 1 hồ sơ cùng thủ tục (đang mở): 261123-")
    driver.expectSentence("Bấm lần nữa để vẫn cấp mã.")
    // A key that repeats has not read the sentence.
    driver.issue()
    #expect(driver.office.entries.count == before)
    driver.wait(minutes: 1)
    driver.press("<C-r>")
    #expect(driver.app.context == .detail)
    driver.expect("Trần Thị Mẫu")
    driver.press("<esc>")
    driver.issue()
    driver.expect("Đọc mã và giờ hẹn cho công dân")
    #expect(driver.office.entries.count == before + 1)
  }

  @Test func somebodyUnknownIsReceivedWithoutAWord() {
    var driver = Self.atTheName(procedure: "1.004873")
    driver.type("Người Mới Hoàn Toàn")
    driver.issue()
    driver.expect("Đọc mã và giờ hẹn cho công dân")
  }
}
