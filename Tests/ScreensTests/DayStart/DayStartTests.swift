import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

@Suite struct DayStartTests {
  static let sizes = [Size(columns: 80, rows: 24), Size(columns: 132, rows: 43)]

  private static func arrived(size: Size = Size(columns: 80, rows: 24), language: Language = .vi) -> TestDriver {
    var driver = TestDriver(office: SampleOffice.busy(requiresPIN: false), size: size, language: language)
    driver.press("1")
    return driver
  }

  @Test(arguments: sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    try Golden.check(Self.arrived(size: size, language: language).screen, GoldenTests.name("day-start", size, language))
  }

  @Test func theFirstSignInBeginsWithTheDayAndLaterOnesWithTheKeptPlace() {
    var driver = Self.arrived()
    driver.expect("Chào Hồ Thị Lan. Hôm nay:")
    driver.press("4", "<enter>")
    #expect(driver.app.context == .detail)
    driver.restart()
    driver.press("1")
    #expect(driver.app.context == .detail)
  }

  @Test func aReadOnlyDeskSaysSo() {
    var office = SampleOffice.busy(requiresPIN: false)
    office.snapshot.lookingOn = .anotherWindowWrites
    var driver = TestDriver(office: office)
    driver.press("1")
    driver.expect("CHỈ XEM")
  }

  @Test func anotherDayBeginsOverWhatWasLeftAndLosesNothing() {
    var driver = Self.arrived()
    driver.press("4", "<F2>")
    driver.type("con mới đẻ")
    driver.press("<enter>")
    driver.type("Hồ Thị Kăn Tưm")
    driver.now = SampleOffice.moment("2026-11-26T07:30")
    driver.restart()
    driver.press("1")
    driver.expect("Chào Hồ Thị Lan. Hôm nay:")
    var byEscape = driver
    byEscape.press("<esc>")
    byEscape.expect("Hồ Thị Kăn Tưm")
    driver.press("1", "n")
    driver.expect("Hồ Thị Kăn Tưm")
  }

  @Test(arguments: Array(DayStartState.views.enumerated().map { ($0.offset, $0.element.0) }))
  func itsDigitsAreThoseOfTheQueue(index: Int, view: QueueFilter) {
    var byDigit = Self.arrived()
    byDigit.press("\(index + 1)")
    var byArrow = Self.arrived()
    for _ in 0..<index { byArrow.press("<down>") }
    byArrow.press("<enter>")
    for driver in [byDigit, byArrow] {
      guard let queue = driver.app.top.screen as? QueueState else {
        Issue.record("not at the queue:\n\(driver.text)")
        continue
      }
      #expect(queue.view == view)
      #expect(QueueFilter.numbered[index] == view)
    }
  }
}
