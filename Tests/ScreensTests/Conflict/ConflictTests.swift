import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

@Suite struct ConflictTests {
  static func atTheCard(size: Size = Size(columns: 80, rows: 24), language: Language = .vi) -> TestDriver {
    var driver = TestDriver.signedIn(office: SampleOffice.enrolled(), size: size, language: language)
    driver.press("s", "<home>", "<enter>")
    return driver
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func queueLooks(size: Size, language: Language) throws {
    var driver = TestDriver.signedIn(office: SampleOffice.enrolled(), size: size, language: language)
    driver.press("s", "<home>")
    try Golden.check(driver.screen, GoldenTests.name("queue-conflicts", size, language))
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func cardLooks(size: Size, language: Language) throws {
    try Golden.check(
      Self.atTheCard(size: size, language: language).screen, GoldenTests.name("conflict", size, language))
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func heldLooks(size: Size, language: Language) throws {
    var driver = TestDriver.signedIn(office: SampleOffice.enrolled(), size: size, language: language)
    driver.press("s", "<end>", "<enter>")
    try Golden.check(driver.screen, GoldenTests.name("conflict-held", size, language))
  }

  @Test func leavingItSettlesTheConflictAndKeepsTheLoserInTheTimeline() {
    var driver = Self.atTheCard()
    driver.expect("ĐẾN TRƯỚC: có hiệu lực")
    driver.expect("Lê Quốc Đạt · 08:05 25/11/2026")
    driver.expect("Hồ Thị Lan · 08:10 25/11/2026")
    driver.press("1")
    driver.expect("Soát xử lý trùng: xong")
    driver.expect("Không còn gì phải soát")
    #expect(driver.office.dossier(SampleOffice.id(0))?.conflicts == [])
    #expect(driver.office.dossier(SampleOffice.id(0))?.status == .withdrawn)
    driver.press("<esc>")
    driver.expect("[S]Cần soát 1")
    driver.press("u")
    driver.expect("[S]Cần soát 2")
  }

  @Test func whatTheRulesNoLongerAllowIsNotDoneAgainAndSaysWhy() {
    var driver = Self.atTheCard()
    driver.press("2")
    driver.expect("✗ Hồ sơ đã kết thúc: Công dân rút hồ sơ.")
    #expect(driver.office.dossier(SampleOffice.id(0))?.conflicts.count == 1)
  }

  @Test func doingMineAgainIsANewActThatCounts() {
    var office = SampleOffice.enrolled()
    _ = office.perform(
      Act(dossier: SampleOffice.id(6), commands: [.assign(to: SampleOffice.lan.id)]), SampleOffice.lan.id,
      SampleOffice.morning)
    office.lose(
      SampleOffice.id(6), to: .assign(to: SampleOffice.dat.id), by: SampleOffice.dat, at: SampleOffice.morning,
      over: .assignee)
    var driver = TestDriver.signedIn(office: office)
    driver.press("7", "/")
    driver.type("tran thi hoa")
    driver.press("<enter>", "<enter>")
    driver.expect("Hai bàn cùng xử lý hồ sơ này. Z")
    driver.press("z")
    driver.expect("Hai bên cùng quyết định: người giữ hồ sơ.")
    driver.press("<down>", "<enter>")
    let dossier = driver.office.dossier(SampleOffice.id(6))
    #expect(dossier?.assignee == SampleOffice.lan.id)
    #expect(dossier?.conflicts == [])
    driver.press("u")
    #expect(driver.office.dossier(SampleOffice.id(6))?.assignee == SampleOffice.dat.id)
  }

  @Test func severalMattersOfOneDossierAreLookedAtOneByOne() {
    var office = SampleOffice.enrolled()
    office.entries[SampleOffice.id(2)]?[0].verdict = .accepted
    _ = office.perform(
      Act(dossier: SampleOffice.id(2), commands: [.assign(to: SampleOffice.lan.id)]), SampleOffice.lan.id,
      SampleOffice.morning)
    office.lose(
      SampleOffice.id(2), to: .assign(to: SampleOffice.moi.id), by: SampleOffice.moi, at: SampleOffice.morning,
      over: .assignee)
    var driver = TestDriver.signedIn(office: office)
    driver.press("s", "/")
    driver.type("kray van tho")
    driver.press("<enter>", "<enter>")
    driver.expect(" · 1/2, ◀▶")
    driver.expect("người giữ hồ sơ")
    driver.press("<right>")
    driver.expect(" · 2/2, ◀▶")
    driver.expect("Vì sao: tỉnh chưa có cán bộ này")
    driver.press("<left>", "1")
    driver.expectNot("◀▶")
    driver.expect("Vì sao: tỉnh chưa có cán bộ này")
  }

  @Test func theTimelineOpensFromTheCard() {
    var driver = Self.atTheCard()
    driver.press("3")
    driver.expectSentence("không có hiệu lực: đến sau Lê Quốc Đạt")
    driver.press("<esc>")
    driver.expect("ĐẾN SAU")
  }

  @Test func aReadOnlyWindowSettlesNothing() {
    var driver = Self.atTheCard()
    driver.app.session.office.lookingOn = .anotherWindowWrites
    driver.press("1")
    #expect(driver.office.dossier(SampleOffice.id(0))?.conflicts.count == 1)
    driver.expect("Đang chỉ xem")
  }
}
