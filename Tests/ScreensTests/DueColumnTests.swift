import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// Days and hours are never cut, and what is counted is said.
@Suite struct DueColumnTests {
  @Test(arguments: [60, 80, 100, 132])
  func manyDaysAreNotCut(columns: Int) {
    var driver = TestDriver(
      office: SampleOffice.busy(requiresPIN: false), size: Size(columns: columns, rows: 24))
    driver.now = SampleOffice.moment("2027-06-15T08:42")
    driver.press("1")
    if driver.app.context == .dayStart { driver.press("<esc>") }
    driver.press("3", "<home>")
    #expect(driver.focusedLine.contains(#/quá hạn \d{3} ngày /#), "\(driver.focusedLine)")
  }

  @Test func theHeadingSaysThatTheDaysAreWorkingDays() {
    var driver = TestDriver.signedIn()
    driver.press("7")
    driver.expect("Hạn (ngày LV)")
    driver.expectNot("giờ nay")
    driver.press("<home>", "<enter>")
    driver.expect("quá hạn 1 ngày làm việc")
  }

  /// The preview's line may be cut at its end, where the holder stands.
  @Test func dayAndHourOfThePreviewAreWhole() {
    var driver = TestDriver.signedIn()
    driver.press("7", "<home>")
    for _ in 0..<8 {
      let cut = driver.screen.lines.contains { line in
        line.contains("hẹn trả") && !line.contains(#/hẹn trả \d\d:\d\d \d\d\/\d\d\/\d{4}/#)
      }
      #expect(!cut)
      driver.press("<down>")
    }
  }
}
