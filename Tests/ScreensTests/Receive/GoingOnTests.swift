import DossierDomain
import Terminal
import Testing

@testable import Screens

/// A reception goes on to the next field by itself where nothing can follow in this one.
@Suite struct GoingOnTests {
  private static let number = "045190001234"

  /// At the owner's name.
  private static func form(_ procedure: String = "1.004873", office: MemoryOffice? = nil) -> TestDriver {
    var driver = TestDriver.signedIn(office: office ?? SampleOffice.busy(requiresPIN: false))
    driver.press("n")
    driver.type(procedure)
    driver.press("<enter>")
    return driver
  }

  /// The owner's number was typed, and the cursor has gone on.
  private static func behindNumber() -> TestDriver {
    var driver = form()
    driver.press("<tab>")
    driver.typeSlowly(number)
    return driver
  }

  private static func focus(_ driver: TestDriver) -> Field.ID? { (driver.app.top.screen as? ReceiveState)?.form.focus }
  private static func text(_ id: Field.ID, _ driver: TestDriver) -> String? {
    (driver.app.top.screen as? ReceiveState)?.text(id)
  }

  @Test func numberDateAndSexGoOnAndTheCursorIsInTheField() {
    var driver = Self.behindNumber()
    driver.expectFocus("Ngày sinh")
    #expect(driver.screen.cursor?.row == driver.screen.lines.firstIndex { $0.hasPrefix("▶") })
    driver.typeSlowly("02031990")
    driver.expectFocus("Giới tính")
    #expect(Self.text("birth", driver) == "02/03/1990")
    driver.typeSlowly("2")
    driver.expectFocus("Điện thoại")
    // An outside method would take letters behind digits for one word, so nothing goes on to the address.
    driver.typeSlowly("0912345678")
    driver.expectFocus("Điện thoại")
  }

  @Test(arguments: ["<tab>", "<enter>"])
  func tabOutOfHabitSkipsNoField(key: String) {
    var driver = Self.behindNumber()
    driver.press(key)
    driver.expectFocus("Ngày sinh")
    // The year that the number says is replaced, as if the cursor had come by the key.
    driver.typeSlowly("02031990")
    #expect(Self.text("birth", driver) == "02/03/1990")
    driver.press(key)
    driver.expectFocus("Giới tính")
    driver.press(key)
    driver.expectFocus("Điện thoại")
  }

  /// The applicant's name, typed without the Tab before it, chooses no sex.
  @Test func whatIsTypedAtAChoiceOutOfHabitChoosesNothing() {
    var driver = Self.form()
    driver.press("<tab>", "<tab>", "<tab>")
    driver.expectFocus("Giới tính")
    driver.press("2")
    driver.press("<s-tab>")
    driver.expectFocus("Giới tính")
    driver.typeSlowly("Hồ Thị 13 ")
    driver.expectFocus("Giới tính")
    #expect(Self.text("sex", driver) == "2")
    driver.press("<right>")
    #expect(Self.text("sex", driver) == "3")
    driver.press("1")
    #expect(Self.text("sex", driver) == "1")
  }

  @Test func aSecondTabIsMeant() {
    var driver = Self.behindNumber()
    driver.press("<tab>", "<tab>")
    driver.expectFocus("Giới tính")
    #expect(Self.text("birth", driver) == "1990")
  }

  @Test func backspaceTakesTheLastDigitBack() {
    var driver = Self.behindNumber()
    driver.press("<bs>")
    driver.expectFocus("Số định danh")
    #expect(Self.text("number", driver) == String(Self.number.dropLast()))
    driver.typeSlowly("5")
    driver.expectFocus("Ngày sinh")
    #expect(Self.text("number", driver) == String(Self.number.dropLast()) + "5")
    // At the sex there is nothing to delete, so Backspace goes back there at any time.
    driver.typeSlowly("251190")
    driver.press("<right>", "<bs>")
    driver.expectFocus("Ngày sinh")
  }

  /// The year of a number that is corrected directly is not the one of the wrong number.
  @Test func aCorrectedNumberSaysTheYearAnew() {
    var driver = Self.form()
    driver.press("<tab>")
    driver.typeSlowly("045198001217")
    #expect(Self.text("birth", driver) == "1998")
    for _ in 0..<8 { driver.press("<bs>") }
    driver.typeSlowly("90001234")
    #expect(Self.text("number", driver) == "045190001234")
    #expect(Self.text("birth", driver) == "1990")
  }

  @Test func aScannerStaysInItsFieldAndSendsTheKeyThatGoesOn() {
    var driver = Self.form()
    driver.press("<tab>")
    driver.type(Self.number)
    driver.expectFocus("Số định danh")
    driver.press("<enter>")
    driver.expectFocus("Ngày sinh")
    driver.send(.text("02/03/1990"))
    driver.expectFocus("Ngày sinh")
  }

  @Test func whatMayGoOnStays() {
    var driver = Self.form()
    driver.press("<tab>")
    // An identity card of nine digits, and a number that cannot be one.
    driver.typeSlowly("191234567")
    driver.expectFocus("Số định danh")
    driver.typeSlowly("999")
    driver.expectFocus("Số định danh")
    driver.press("<tab>")
    driver.typeSlowly("251119")
    driver.expectFocus("Ngày sinh")
    driver.typeSlowly("98")
    driver.expectFocus("Giới tính")
  }

  // MARK: Newborns

  @Test func theOrderIsThatOfTheTalk() {
    var driver = Self.form("1.001193")
    var labels: [String] = []
    for _ in 0..<7 {
      labels.append(String(driver.focusedLine.dropFirst(2).prefix(18)).trimmed)
      driver.press("<tab>")
    }
    #expect(
      labels == [
        "Chủ hồ sơ (trẻ)", "Ngày sinh", "Giới tính", "Người nộp", "Điện thoại", "Địa chỉ", "Số định danh trẻ",
      ])
  }

  /// What the applicant is to the child is asked beside her, and only once she is named.
  @Test func theRelationStandsBesideTheApplicant() throws {
    var driver = Self.form("1.001193")
    driver.go(to: "applicant")
    driver.type("Hồ Thị Mẹ")
    let state = try #require(driver.app.top.screen as? ReceiveState)
    let ids = state.fields.map(\.id)
    let address = try #require(ids.firstIndex(of: "address"))
    #expect(Array(ids[(address + 1)...(address + 2)]) == ["relation", "number"])
    #expect(ids.count { $0 == "relation" } == 1)
  }

  /// What is counted for the fee stands above, and costs nobody a key who asks for one copy.
  @Test func copiesAreCountedBesideTheQuestions() throws {
    let driver = Self.form("2.000815")
    let state = try #require(driver.app.top.screen as? ReceiveState)
    let ids = state.fields.map(\.id)
    let owner = try #require(ids.firstIndex(of: "owner"))
    #expect(Array(ids[(owner - 2)..<owner]) == ["copies-counted", "pages-counted"])
    #expect(state.form.focus == "owner")
  }

  @Test func bothOrdersHaveAllFields() {
    let (usual, newborn) = (ReceptionField.abovePapers, ReceptionField.abovePapersOfNewborn)
    #expect(Set(usual.map(\.field.id)) == Set(newborn.map(\.field.id)))
    #expect(usual.count == newborn.count)
  }

  @Test func aDigitBehindANameGoesOn() {
    var driver = Self.form("1.001193")
    driver.typeSlowly("Hồ Thị Mỹ Lan2")
    driver.expectFocus("Ngày sinh")
    #expect(Self.text("owner", driver) == "Hồ Thị Mỹ Lan")
    #expect(Self.text("birth", driver) == "2")
    // Pressed by mistake: the digit goes, then the cursor.
    driver.press("<bs>")
    driver.expectFocus("Ngày sinh")
    driver.press("<bs>")
    driver.expectFocus("Chủ hồ sơ")
    #expect(Self.text("owner", driver) == "Hồ Thị Mỹ Lan")
    // Into the middle of a name a digit is typed as it is.
    driver.press("<left>", "4")
    driver.expectFocus("Chủ hồ sơ")
  }

  @Test func anOwnerOfAnotherProcedureMayHaveDigits() {
    var driver = Self.form("2.000815")
    driver.typeSlowly("Trường THCS số 2")
    driver.expectFocus("Chủ hồ sơ")
    #expect(Self.text("owner", driver) == "Trường THCS số 2")
  }

  private static func officeOfParents(_ names: [String]) -> MemoryOffice {
    KeyDesk.office(
      receiving: names.enumerated().map { index, name in
        (
          "2.000815",
          Person(
            name: name, identityNumber: index == 0 ? number : "", birth: "19\(90 + index)", phone: "091234567\(index)",
            address: "Thôn A Ngo")
        )
      })
  }

  @Test func aKnownParentFillsPhoneAndAddress() {
    var driver = Self.form("1.001193", office: Self.officeOfParents(["Trần Thị Mẫu"]))
    driver.type("Hồ Thị Mỹ Lan")
    driver.go(to: "applicant")
    driver.type("Trần Thị Mẫu")
    driver.press("<tab>")
    driver.expectSentence("Người nộp đã biết (^B điền): Trần Thị Mẫu · 1990 · 091••••670 · Thôn A Ngo")
    driver.press("<C-b>")
    #expect(Self.text("phone", driver) == "0912345670")
    #expect(Self.text("address", driver) == "Thôn A Ngo")
    // They are not the child's.
    #expect(Self.text("number", driver) == "")
    #expect(Self.text("birth", driver) == "")
  }

  @Test func whatWasTypedForTheParentStays() {
    var driver = Self.form("1.001193", office: Self.officeOfParents(["Trần Thị Mẫu"]))
    driver.type("Hồ Thị Mỹ Lan")
    driver.go(to: "applicant")
    driver.type("Trần Thị Mẫu")
    driver.press("<tab>")
    driver.type("0999999999")
    driver.press("<C-b>")
    #expect(Self.text("phone", driver) == "0999999999")
    #expect(Self.text("address", driver) == "Thôn A Ngo")
  }

  @Test func aNumberStandsForAKnownParentOnly() {
    var driver = Self.form("1.001193", office: Self.officeOfParents(["Trần Thị Mẫu"]))
    driver.type("Hồ Thị Mỹ Lan")
    driver.go(to: "applicant")
    driver.typeSlowly(Self.number)
    driver.expectFocus("Điện thoại")
    driver.issue()
    driver.expectSentence("Chưa có tên người nộp.")
    driver.expectFocus("Người nộp")
    driver.press("<tab>", "<C-b>")
    #expect(Self.text("applicant", driver) == "Trần Thị Mẫu")
    driver.issue()
    driver.expect("Đọc mã và giờ hẹn cho công dân")
  }

  @Test func parentsOfOneNameAreChosenFrom() {
    var driver = Self.form("1.001193", office: Self.officeOfParents(["Trần Thị Mẫu", "Trần Thị Mẫu"]))
    driver.type("Hồ Thị Mỹ Lan")
    driver.go(to: "applicant")
    driver.type("Trần Thị Mẫu")
    driver.press("<tab>")
    driver.expect("Có 2 người cùng tên")
    driver.press("<C-b>")
    driver.expect("Người nộp là ai?")
    driver.press("2")
    #expect(Self.text("phone", driver)?.hasPrefix("091234567") == true)
    #expect(Self.text("owner", driver) == "Hồ Thị Mỹ Lan")
  }

  // MARK: Frequent procedures

  @Test func altAndADigitOpenTheFormOfAFrequentProcedure() {
    var driver = TestDriver.signedIn()
    driver.press("<A-1>")
    let state = driver.app.top.screen as? ReceiveState
    #expect(state?.procedure?.code == driver.app.session.favourites.first)
    driver.expectFocus("Chủ hồ sơ")
    driver.type("Hồ Thị Hai")
    // The form that was begun is kept.
    driver.press("<A-2>")
    let second = driver.app.top.screen as? ReceiveState
    #expect(second?.procedure?.code == driver.app.session.favourites.dropFirst().first)
    driver.expectNot("Hồ Thị Hai")
    #expect(driver.app.receptionDrafts.count == 1)
    driver.issue()
    driver.expectNot("Đọc mã")
    driver.type("Hồ Thị Ba")
    driver.issue()
    driver.press("<A-1>")
    driver.expectFocus("Chủ hồ sơ")
    driver.press("<esc>")
    #expect(driver.app.context == .queue)
  }

  @Test func aDigitOfNoProcedureOpensTheEmptyForm() {
    var driver = TestDriver.signedIn()
    driver.press("<A-9>")
    driver.expectFocus("Thủ tục")
    #expect((driver.app.top.screen as? ReceiveState)?.isEmpty == true)
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
