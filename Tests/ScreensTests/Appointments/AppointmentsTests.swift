import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// The calendar was corrected after dossiers had got their appointments: 27 November is off after all.
@Suite struct AppointmentsTests {
  static func corrected(
    _ key: String = "1", size: Size = Size(columns: 80, rows: 24), language: Language = .vi
  ) -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    let day = SampleOffice.moment("2026-11-27T08:00").civilDate
    office.snapshot.calendar = WorkingCalendar(decisions: [
      CalendarRow(date: day, kind: .swappedOff, name: "Nghỉ bù", source: "QĐ 1")
    ])
    var driver = TestDriver(office: office, size: size, language: language)
    driver.press(key)
    return driver
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    var driver = Self.corrected(size: size, language: language)
    driver.press("!")
    try Golden.check(driver.screen, GoldenTests.name("appointments", size, language))
  }

  @Test func theHeadIsToldOnceInTheMorning() {
    var driver = Self.corrected()
    driver.expect("Lịch nghỉ đã sửa: 3 hồ sơ có hẹn trả thay đổi. ! xem.")
    driver.press("!", "<esc>")
    driver.restart()
    driver.press("1", "h")
    driver.expectNot("Lịch nghỉ đã sửa")
  }

  @Test func aClerkWhoIsNotTheHeadIsNotTold() {
    let driver = Self.corrected("3")
    driver.expectNot("Lịch nghỉ đã sửa")
  }

  @Test func nothingMovesByItselfAndOneKeyMovesAll() {
    var driver = Self.corrected()
    let id = SampleOffice.id(4)
    let before = driver.office.dossier(id)?.dueAt
    driver.press("!")
    #expect(driver.office.dossier(id)?.dueAt == before)
    driver.press("!")
    #expect(driver.office.dossier(id)?.dueAt == SampleOffice.moment("2026-12-02T17:00"))
    driver.expect("Không có hồ sơ nào phải đổi ngày hẹn trả.")
    driver.press("u", "<enter>")
    #expect(driver.office.dossier(id)?.dueAt == before)
  }

  @Test func movingManyAsksWithNumberHoldersAndUrgency() {
    var driver = Self.corrected()
    for index in 0..<3 {
      let form = ReceptionForm(
        procedureCode: "1.004873", owner: Person(name: "Lê Văn Bảy"), components: [], assignee: SampleOffice.moi.id)
      _ = driver.office.perform(
        Act(dossier: SampleOffice.id(50 + index), commands: [.receive(form)]), SampleOffice.lan.id,
        SampleOffice.moment("2026-11-25T08:0\(index)"))
    }
    driver.office.snapshot.calendar = WorkingCalendar(
      decisions: ["2026-11-26T08:00", "2026-11-27T08:00"].map {
        CalendarRow(date: SampleOffice.moment($0).civilDate, kind: .swappedOff, name: "Nghỉ bù", source: "QĐ 2")
      })
    driver.press("!", "!")
    driver.expect("Tính lại hẹn trả: ")
    driver.expectSentence("hồ sơ người khác đang giữ: Kray Thị Mơi")
    driver.press("<enter>")
    driver.expect("Không có hồ sơ nào phải đổi ngày hẹn trả.")
  }
}
