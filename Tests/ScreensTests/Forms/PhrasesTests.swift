import DossierDomain
import OfficeWork
import Testing

@testable import Screens

/// Sentences that were typed before are chosen by their number.
@Suite struct PhrasesTests {
  @Test func theReasonOfAnExtensionIsProposedAndOlderOnesHaveNumbers() {
    var driver = TestDriver.signedIn(office: SampleOffice.busy(requiresPIN: false))
    driver.press("3")
    let ids = driver.app.top.screen.targets.map(\.id)
    #expect(ids.count == 1)
    driver.press("l")
    driver.type("3")
    driver.press("<enter>")
    driver.type("chờ xác minh")
    driver.press("<enter>", "<down>", "l")
    driver.type("3")
    driver.press("<enter>")
    driver.expect("1 chờ xác minh")
    driver.type("mưa lũ")
    driver.press("<enter>", "<down>", "l")
    driver.type("3")
    driver.press("<enter>")
    driver.expect("1 mưa lũ  2 chờ xác minh")
    driver.type("2")
    driver.press("<enter>")
    let reasons = driver.office.entries.keys.compactMap { driver.office.dossier($0) }
      .flatMap { $0.extensions.map(\.reason) }
    #expect(reasons.sorted() == ["chờ xác minh", "chờ xác minh", "mưa lũ"])
    #expect(driver.app.session.phrases("reason", of: .extend) == ["chờ xác minh", "mưa lũ"])
    // Repeated with the sentence and not with its number, which another one has now.
    driver.press("<down>", ".")
    #expect(driver.app.session.lastAct?.answers["reason"] == "chờ xác minh")
  }
}
