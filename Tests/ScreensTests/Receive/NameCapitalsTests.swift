import DossierDomain
import Terminal
import Testing

@testable import Screens

/// Names that are typed without capitals. Every person is invented.
@Suite struct NameCapitalsTests {
  private static func form(_ driver: TestDriver) throws -> ReceiveState {
    try #require(driver.app.top.screen as? ReceiveState)
  }

  @Test(arguments: ["owner", "applicant", "father", "mother"]) func leavingANameGivesItItsCapitals(id: String) throws {
    let field = Field.ID(id)
    var driver = ReceptionPeopleScreenTests.inForm("1.001193")
    driver.go(to: field)
    driver.type("hồ thị mai an")
    driver.press("<up>")
    #expect(try Self.form(driver).text(field) == "Hồ Thị Mai An")
    driver.expectSentence("Đã viết hoa tên: Hồ Thị Mai An.")
    // Undone, it stays as it was typed.
    driver.press("<down>", "<C-z>")
    #expect(try Self.form(driver).text(field) == "hồ thị mai an")
    driver.press("<up>")
    #expect(try Self.form(driver).text(field) == "hồ thị mai an")
    driver.expectNot("Đã viết hoa tên")
  }

  @Test(arguments: ["Hồ Thị Kăn tưm", "H'Len niê", "đỗ thị Mai"]) func aNameWithACapitalStays(name: String) throws {
    var driver = ReceptionPeopleScreenTests.inForm("1.004873")
    driver.type(name)
    driver.press("<tab>")
    #expect(try Self.form(driver).text("owner") == name)
    driver.expectNot("Đã viết hoa tên")
  }

  /// The name may be the last thing that is typed.
  @Test func whoIssuesFromANameSeesItsCapitalsFirst() throws {
    var driver = ReceptionPeopleScreenTests.inForm("1.004873")
    driver.type("hồ thị mai an")
    driver.issue()
    driver.expectSentence("Đã viết hoa tên: Hồ Thị Mai An. Bấm lần nữa để cấp mã")
    #expect(try Self.form(driver).issued == nil)
    driver.now = Instant(milliseconds: driver.now.milliseconds + 1000)
    driver.issue()
    #expect(try Self.form(driver).reception.owner.name == "Hồ Thị Mai An" && Self.form(driver).issued != nil)
  }

  /// A prompt shows the capitals before the same key takes them.
  @Test(arguments: [(false, "Hồ Thị Mai"), (true, "hồ thị mai")])
  func aPromptShowsTheCapitalsFirst(isUndone: Bool, taken: String) {
    var field = Field(id: "recipient", label: Words("Người nhận?", "Recipient?"), kind: .text(.text))
    (field.tidy, field.isTidiedOnce) = (PersonName.capitalised, true)
    var prompt = FormPrompt(field)
    for character in "hồ thị mai" { _ = prompt.press(.character(character), field, .vi) }
    #expect(prompt.press(.enter, field, .vi) == .changed)
    #expect(prompt.form.text(field) == "Hồ Thị Mai")
    if isUndone { _ = prompt.press(.control("z"), field, .vi) }
    #expect(prompt.press(.enter, field, .vi) == .answered(taken))
  }
}
