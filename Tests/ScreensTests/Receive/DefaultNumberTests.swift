import DossierDomain
import Terminal
import Testing

@testable import Screens

/// Numbers that stand in a page by themselves.
@Suite struct DefaultNumberTests {
  private static let field = Field(
    id: "copies", label: Words("Số bộ", "Sets"), kind: .text(.digits), proposal: "1", maximumLength: 3)
  private static let other = Field(id: "other", label: Words("Khác", "Other"), kind: .text(.text), proposal: "a")

  /// Presses the keys in the number's field, with the cursor fresh in it.
  private static func text(after keys: [String], _ field: Field = field) throws -> String {
    var form = Form(focus: field.id)
    let session = TestDriver.signedIn().app.session
    for name in keys {
      _ = form.pressOnPage(try #require(Key(name: name)), [field, other], session, SampleOffice.morning)
    }
    return form.text(field)
  }

  @Test(
    arguments: [
      (["3"], "3"), (["3", "0"], "30"), (["<bs>", "3"], "3"), (["<end>", "3"], "13"), (["<left>", "3"], "31"),
      ([], "1"), (["<tab>", "<s-tab>", "3"], "3"), (["3", "<tab>", "<s-tab>", "0"], "30"), (["3", "<C-z>"], "1"),
    ] as [([String], String)])
  func theFirstDigitReplacesTheDefault(keys: [String], text: String) throws {
    #expect(try Self.text(after: keys) == text)
  }

  /// Words that are proposed are gone on with.
  @Test func onlyNumbersAreReplaced() throws {
    #expect(try Self.text(after: ["3"], Self.other) == "a3")
  }

  @Test func whatIsPastedReplacesItToo() {
    var form = Form(focus: Self.field.id)
    form.insert("25", Self.field)
    #expect(form.text(Self.field) == "25")
  }

  /// Pressing 3 at “1” counted, recorded and printed 13.
  @Test func threeCopiesAreThree() throws {
    var driver = ReceptionPeopleScreenTests.inForm("2.000815")
    driver.go(to: "copies-counted")
    driver.expectSentence("Gõ số là thay số đang có.")
    driver.press("3")
    let form = try #require(driver.app.top.screen as? ReceiveState)
    #expect(form.quantities.copies == 3)
    driver.go(to: "copies")
    driver.press("2")
    let next = try #require(driver.app.top.screen as? ReceiveState)
    #expect(next.reception.copies == 2)
  }
}
