import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// `*` marks all rows of the filter, including those of other pages. Marks are stored by id.
@Suite struct MarkAllTests {
  private static func large(_ count: Int = 1203) -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    let template = office.entries[SampleOffice.id(1)] ?? []
    for number in 0..<count { office.entries[DossierID(high: 300, low: UInt64(number + 1))] = template }
    return TestDriver.signedIn(office: office)
  }

  @Test func everythingInTheFilterIsMarkedPageAfterPage() {
    var driver = Self.large()
    driver.press("7", "/")
    driver.type("do thi thuy")
    driver.press("<enter>", "*")
    driver.expect("Đã chọn 1204 hồ sơ. Thao tác tiếp theo áp dụng cho cả 1204.")
    driver.press("w")
    driver.type("đã gọi")
    driver.press("<enter>")
    driver.expect("Ghi chú: xong 1204 hồ sơ")
    #expect(driver.office.dossier(DossierID(high: 300, low: 1203))?.notes.count == 1)
    driver.expectNot("Đã chọn")
  }

  @Test func marksBeyondThePageSurviveARestart() {
    var driver = Self.large(300)
    driver.press("7", "*")
    driver.expect("Đã chọn 308 hồ sơ")
    driver.restart()
    driver.press("1")
    driver.expect("Đã chọn 308 hồ sơ")
    driver.press("<esc>")
    driver.expectNot("Đã chọn")
  }

  @Test func marksFollowTheDossierThroughViewsAndFilters() {
    var driver = TestDriver.signedIn()
    driver.press("7", "<home>", " ", "3", "/")
    driver.type("hoa")
    driver.press("<enter>")
    driver.expect("Đã chọn 1 hồ sơ")
    #expect(driver.app.top.screen.targets.map(\.id) == [SampleOffice.id(0)])
  }

  @Test func anotherViewEndsTheMarkingOfTheFirst() {
    var driver = Self.large(600)
    var queue = QueueState()
    var session = driver.app.session
    let asked = queue.markAll(&session, driver.now)
    #expect(asked.count == 1)
    _ = queue.show(.inProgress, &session, driver.now)
    #expect(queue.pendingMarks == nil)
    driver.press("7")
  }
}
