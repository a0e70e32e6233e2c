import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// A form that an act has used never comes back, and any other form is never lost.
@Suite struct DepartureTests {
  private static func form() -> TestDriver {
    var driver = TestDriver.signedIn()
    driver.press("<F2>")
    driver.type("1.001193")
    driver.press("<enter>")
    driver.type("Lê Thị Mơ")
    // The desk has been asked who that is.
    driver.press("<tab>")
    return driver
  }

  /// The text typed in the open prompt; nil if there is none.
  private static func typed(_ driver: TestDriver) -> String? {
    if let prompt = driver.app.top.overlay as? ActionPrompt { prompt.input } else { nil }
  }

  @Test func aFormWhoseCodeIsIssuedIsGoneWithTheSameTransaction() {
    var driver = Self.form()
    driver.office.keepsWithActsOnly = true
    driver.issue()
    driver.expect("Đọc mã và giờ hẹn cho công dân")
    driver.restart()
    driver.press("1", "7")
    driver.expect("Lê Thị Mơ")
    #expect(driver.app.context == .queue)
    driver.press("n")
    driver.expectNot("Lê Thị Mơ")
    driver.issue()
    driver.expect("Hãy chọn thủ tục.")
  }

  /// The draft was opened again, so it is used up together with its form.
  @Test func aDraftThatWasTakenUpAgainGoesWithItsForm() {
    var driver = Self.form()
    driver.press("<esc>", "n", "<enter>")
    driver.office.keepsWithActsOnly = true
    driver.issue()
    driver.restart()
    driver.press("1", "n")
    driver.expectNot("Lê Thị Mơ")
  }

  @Test func theTextOfAPromptGoesWithItsAct() {
    var driver = TestDriver.signedIn()
    driver.press("7", "<home>", "w")
    driver.type("gọi lại sáng mai")
    driver.office.keepsWithActsOnly = true
    driver.press("<enter>")
    driver.restart()
    driver.press("1", "7", "<home>", "w")
    #expect(Self.typed(driver) == "")
  }

  @Test func whatIsRefusedStaysTyped() {
    var driver = TestDriver.signedIn()
    driver.press("7", "<home>", "p", "1")
    // The amount is larger than the rules permit.
    driver.type("9999999999")
    driver.press("<enter>", "1")
    driver.expect("✗")
    driver.restart()
    driver.press("1", "7", "<home>", "p", "1")
    driver.expect("9999999999")
  }

  /// No answer has come yet, so a stored seat would still contain the form.
  @Test func nothingOfTheDeskIsKeptWhileAnActIsOnItsWay() {
    var driver = Self.form()
    driver.press("<F2>")
    let sent = driver.app.update(.key(.character("0")), now: driver.now)
    #expect(sent.count == 1)
    guard case .act(_, let state?, _)? = sent.first else {
      Issue.record("no act: \(sent)")
      return
    }
    #expect(!state.screens.contains { $0.name == "receive" })
    #expect(state.drafts == [])
    // Typing does not change what was sent, and leaving the form makes no draft for N.
    for key in [Key.character("x"), .escape] {
      #expect(!driver.app.update(.key(key), now: driver.now).contains { if case .keep = $0 { true } else { false } })
    }
    #expect(driver.app.draft(named: "receive") == nil)
    driver.run(sent)
    #expect(driver.app.session.promptDrafts == [:])
    driver.press("n")
    driver.expectNot("Lê Thị Mơ")
  }

  /// The act is refused after the clerk has left the form: its contents are kept.
  @Test func aFormThatWasLeftWhileItsActWasRefusedIsADraft() {
    var driver = Self.form()
    driver.press("<F2>")
    let sent = driver.app.update(.key(.character("0")), now: driver.now)
    guard case .act(let act, _, _)? = sent.first else { return }
    _ = driver.app.update(.key(.escape), now: driver.now)
    driver.send(.answered(.failed(act.number, .diskFull)))
    driver.press("n")
    driver.expect("Lê Thị Mơ")
  }

  @Test func whatIsTypedAfterAnActIsKept() {
    var driver = TestDriver.signedIn()
    driver.press("7", "<home>", "w")
    driver.type("gọi lần một")
    let sent = driver.app.update(.key(.enter), now: driver.now)
    // The same verb on the same dossier is a new text and not the sent one, so it is kept.
    driver.press("w")
    #expect(Self.typed(driver) == "")
    driver.type("gọi lần hai")
    driver.run(sent)
    driver.restart()
    driver.press("1", "7", "<home>", "w")
    #expect(Self.typed(driver) == "gọi lần hai")
  }

  /// She locks before the code arrives: her form is marked as done when she comes back.
  @Test func aFormThatWasLockedAwayLearnsOfItsCode() throws {
    var driver = Self.form()
    driver.press("<F2>")
    let sent = driver.app.update(.key(.character("0")), now: driver.now)
    driver.press("<F12>")
    driver.run(sent)
    driver.expectNot("Lê Thị Mơ")
    let kept = try #require(driver.office.seats[SampleOffice.lan.id].flatMap(SeatState.init(encoded:)))
    #expect(!kept.screens.contains { $0.name == "receive" })
    driver.press("1")
    driver.expect("Đọc mã và giờ hẹn cho công dân")
  }
}

extension ActionPrompt {
  /// The text typed for the current question.
  var input: String { prompt.typed.entries.first?.text ?? "" }
}
