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
    driver.press("<enter>", "<enter>")
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

  @Test func marksAreDroppedWithAWordWhenTheListChanges() {
    for change in [["3"], ["-"], ["/", "h"]] {
      var driver = TestDriver.signedIn()
      driver.press("7", "<home>", " ", " ")
      for key in change { driver.press(key) }
      driver.expect("Đã bỏ chọn 2 hồ sơ, vì danh sách đã đổi.")
      guard let queue = driver.app.top.screen as? QueueState else { continue }
      #expect(queue.marks.isEmpty)
      #expect(queue.targets.map(\.id) == queue.selectedRow.map { [$0.id] })
    }
  }

  @Test func escBringsBackTheMarksWithTheList() {
    var driver = TestDriver.signedIn()
    driver.press("7", "<home>", " ", " ", "/")
    driver.type("hoa")
    driver.press("<esc>")
    driver.expect("Đã chọn 2 hồ sơ")
    driver.press("/")
    driver.type("hoa")
    driver.press("<enter>", "<esc>")
    driver.expectNot("Đã chọn")
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
