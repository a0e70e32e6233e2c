import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// The code of a dossier for the clipboard, and nothing else of it.
@Suite struct CopyTests {
  private static func copied(_ driver: TestDriver) -> [String] {
    driver.leftOver.compactMap { if case .program(.copy(let text)) = $0 { text } else { nil } }
  }

  @Test func theListAndTheDossierGiveTheSameCode() throws {
    var driver = TestDriver.signedIn()
    driver.press("7", "<home>", "<C-c>")
    let code = try #require(Self.copied(driver).first)
    #expect(driver.office.entries.keys.contains { driver.office.dossier($0)?.code.text == code })
    driver.expect("Đã chép mã")
    #expect(driver.app.context == .queue)
    driver.press("<enter>", "<C-c>")
    #expect(driver.app.context == .detail)
    #expect(Self.copied(driver) == [code])
  }

  @Test func theReceiptGivesItsCodeAndAFormNone() throws {
    var driver = TestDriver.signedIn()
    driver.press("n", "<C-c>")
    driver.expect("Chưa có mã hồ sơ nào để chép.")
    driver.type("1.004873")
    driver.press("<enter>")
    driver.type("Hồ Thị Hai")
    driver.issue()
    let issued = try #require((driver.app.top.screen as? ReceiveState)?.issued)
    driver.press("<C-c>")
    #expect(Self.copied(driver) == [issued.code.text])
  }

  @Test func aConsoleSaysThatItHasNoClipboard() {
    var driver = TestDriver.signedIn()
    driver.app.session.hasClipboard = false
    driver.press("7", "<home>", "<C-c>")
    #expect(Self.copied(driver).isEmpty)
    driver.expectSentence("Màn hình này không có bộ nhớ tạm để chép; hãy đọc mã.")
  }
}
