import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

@Suite struct OutboxScreenTests {
  static func open(size: Size = Size(columns: 80, rows: 24), language: Language = .vi) -> TestDriver {
    var driver = TestDriver.signedIn(office: SampleOffice.enrolled(), size: size, language: language)
    driver.press("<F6>", "<enter>")
    return driver
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    var driver = Self.open(size: size, language: language)
    driver.press("<down>")
    try Golden.check(driver.screen, GoldenTests.name("outbox", size, language))
  }

  @Test func aRefusedEntrySaysWhyAndWhoWasFirst() {
    var driver = Self.open()
    driver.press("5")
    driver.expectFocus("từ chối")
    driver.expectSentence("tỉnh chưa có cán bộ này trong danh sách")
    driver.press("<down>")
    driver.expectSentence("đến sau Lê Quốc Đạt (08:05 25/11/2026), cùng quyết định tiến trình hồ sơ")
  }

  @Test func theSearchFollowsEachKeyAndEscBringsTheListBack() {
    var driver = Self.open()
    let all = driver.screen.lines
    driver.press("/")
    driver.type("kan tum")
    driver.expect("Tìm: kan tum")
    driver.expectFocus("Hồ Thị Kăn Tưm")
    driver.expectNot("Kray Văn Thơ")
    driver.press("<enter>", "<esc>")
    #expect(driver.screen.lines == all)
    driver.press("<esc>")
    #expect(driver.app.context == .sync)
  }

  @Test func enterOpensTheDossierAtItsTimelineAndReturnsToTheSameRow() {
    var driver = Self.open()
    driver.press("<down>")
    let row = driver.focusedLine
    driver.press("<enter>")
    #expect(driver.app.context == .detail)
    driver.expectSentence("không có hiệu lực: đến sau Lê Quốc Đạt 08:05 25/11")
    driver.press("<esc>")
    #expect(driver.focusedLine == row)
  }

  @Test func placeAndFilterSurviveARestart() {
    var driver = Self.open()
    driver.press("4", "<down>", "<down>")
    let row = driver.focusedLine
    driver.restart()
    driver.press("1")
    #expect(driver.app.context == .outbox)
    #expect(driver.focusedLine == row)
  }

  @Test func manyPagesAreReadAsTheCursorGoesDown() {
    var office = SampleOffice.enrolled()
    for number in 0..<150 {
      _ = office.perform(
        Act(dossier: SampleOffice.id(6), commands: [.note("số \(number)")]), SampleOffice.lan.id, SampleOffice.morning)
    }
    var driver = TestDriver.signedIn(office: office)
    driver.press("<F6>", "<enter>")
    driver.expectFocus("số 149")
    for _ in 0..<12 { driver.press("<pgdn>") }
    driver.expect("tỉnh nhận")
    driver.press("<end>")
    driver.expectFocus("Hồ Thị Kăn Tưm")
    let row = driver.focusedLine
    driver.send(.answered(.synchronised(SyncSummary())))
    #expect(driver.focusedLine == row)
  }
}
