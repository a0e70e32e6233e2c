import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// Citizens are called one after another.
@Suite struct CallsTests {
  static func waiting(size: Size = Size(columns: 80, rows: 24), language: Language = .vi) -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    for index in [1, 2, 3] {
      _ = office.perform(
        Act(
          dossier: SampleOffice.id(index),
          commands: [
            .correct(field: .ownerPhone, value: "091234567\(index)", reason: "công dân báo"),
            .requestSupplement(items: ["Ảnh 3x4"]),
          ]),
        SampleOffice.lan.id, SampleOffice.morning)
    }
    var driver = TestDriver.signedIn(office: office, size: size, language: language)
    driver.press("4", ";")
    return driver
  }

  private static func chosen(_ driver: TestDriver) -> Dossier? {
    driver.app.top.screen.targets.first.flatMap { driver.office.dossier($0.id) }
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    var driver = Self.waiting(size: size, language: language)
    driver.press("2")
    try Golden.check(driver.screen, GoldenTests.name("calls", size, language))
  }

  @Test func howACallEndedIsOneKeyAndTheNextCitizenFollows() {
    var driver = Self.waiting()
    let first = Self.chosen(driver)?.id
    #expect(first != nil)
    driver.press("2")
    #expect(first.flatMap { driver.office.dossier($0) }?.notes.last?.text == "Đã gọi điện: không nghe máy.")
    #expect(Self.chosen(driver)?.id != first)
    driver.expect("Không nghe máy")
    // A second press in one go is a bounce.
    driver.press("1")
    #expect(Self.chosen(driver)?.notes.isEmpty == true)
    driver.wait(minutes: 1)
    driver.press("1")
    driver.press("<up>", "<up>")
    #expect(Self.chosen(driver)?.id == first)
    // What came of it can be undone, and verbs are about the chosen citizen.
    driver.press("g")
    #expect(first.flatMap { driver.office.dossier($0) }?.status == .inProgress)
    #expect(Self.chosen(driver)?.id != first)
  }

  @Test func onlyListsOfWaitingCitizensAreCalled() {
    var driver = TestDriver.signedIn(office: SampleOffice.busy(requiresPIN: false))
    driver.press("3", ";")
    #expect(driver.app.context == .queue)
    driver.expect("Chỉ ở danh sách 4")
    driver.wait(minutes: 1)
    driver.press("5", ";")
    #expect(driver.app.context == .calls)
  }

  @Test func theListIsThereAgainAfterARestart() throws {
    let driver = Self.waiting()
    let place = try #require(driver.app.top.screen.place)
    let restored = CallsState(place: place, driver.office.snapshot, now: driver.now)
    #expect(restored?.reason == .awaited)
    #expect(restored?.isMine == false)
  }
}
