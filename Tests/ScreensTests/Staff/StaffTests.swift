import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

@Suite struct StaffTests {
  private static func open(
    absent: Bool = true, size: Size = Size(columns: 80, rows: 24), language: Language = .vi
  ) -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    if absent {
      office.snapshot.absences = [
        Absence(
          clerk: SampleOffice.lan.id, from: SampleOffice.morning.civilDate,
          through: SampleOffice.morning.civilDate.adding(days: 3), substitute: SampleOffice.dat.id)
      ]
    }
    var driver = TestDriver.signedIn(office: office, size: size, language: language)
    driver.press("i")
    return driver
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    try Golden.check(Self.open(size: size, language: language).screen, GoldenTests.name("staff", size, language))
  }

  @Test func theSubstituteIsProposedAndOneUndoTakesAllBack() {
    var driver = Self.open()
    driver.expect("C: chuyển 4 hồ sơ sang Lê Quốc Đạt (người thay).")
    driver.press("c")
    driver.expect("▶ 1 Lê Quốc Đạt (người thay)")
    driver.press("<enter>")
    driver.expect("Chuyển hết hồ sơ: xong 4 hồ sơ. U hoàn tác.")
    #expect(driver.app.session.language == .vi)
    let held = driver.office.entries.keys.filter { driver.office.dossier($0)?.assignee == SampleOffice.lan.id }
    #expect(held.isEmpty)
  }

  /// Like any act on many dossiers: how many, whose, how urgent.
  @Test func givingManyAsksWithNumberHolderAndUrgency() {
    var office = SampleOffice.busy(requiresPIN: false)
    for id in office.entries.keys {
      _ = office.perform(
        Act(dossier: id, commands: [.assign(to: SampleOffice.lan.id)]), SampleOffice.lan.id, SampleOffice.morning)
    }
    var driver = TestDriver.signedIn(office: office)
    driver.press("i", "c", "1")
    driver.expect("Chuyển hết hồ sơ: 8 hồ sơ")
    driver.expectSentence("Hồ Thị Lan đang giữ, chuyển sang Lê Quốc Đạt.")
    driver.expectSentence("1 quá hạn, 3 đến hạn hôm nay.")
    driver.press("<esc>")
    let isHers = { (driver: TestDriver) in
      driver.office.entries.keys.allSatisfy { driver.office.dossier($0)?.assignee == SampleOffice.lan.id }
    }
    #expect(isHers(driver))
    driver.press("<enter>", "<enter>")
    driver.expect("Chuyển hết hồ sơ: xong 8 hồ sơ")
    #expect(!isHers(driver))
  }

  @Test func anAbsenceIsRecordedAndTakenBack() {
    var driver = Self.open(absent: false)
    driver.press("<down>", "<down>", "<C-g>")
    driver.expect("Ghi vắng mặt: Kray Thị Mơi")
    driver.expect("25/11/2026")
    driver.press("<enter>")
    // Typed text replaces the proposal.
    driver.type("20/11/2026")
    driver.press("<enter>")
    driver.expect("Ngày cuối không được trước ngày đầu.")
    for _ in 0..<10 { driver.press("<bs>") }
    driver.type("30/11/2026")
    driver.press("<enter>", "1")
    driver.expect("Ghi vắng mặt: xong.")
    driver.expect("vắng 25/11–30/11 · Lan thay")
    driver.press("<C-x>")
    driver.expectNot("vắng 25/11")
    #expect(
      driver.office.officeActions.last == .clearAbsence(SampleOffice.moi.id, from: SampleOffice.morning.civilDate))
  }

  @Test func fromTheQueueOneCommandProposesTheSubstitute() {
    var driver = Self.open()
    driver.press("<esc>", ":")
    driver.type("reassign-absent")
    driver.press("<enter>")
    driver.expect("Chuyển hết hồ sơ: Hồ Thị Lan")
    driver.press("1")
    driver.expect("xong 4 hồ sơ")
    driver.press("9")
    driver.expect("Không có hồ sơ nào ở đây.")
  }

  @Test func onlyTheHeadOfDeskDecides() {
    var driver = Self.open()
    driver.app.session.clerk = SampleOffice.moi
    driver.press("c")
    driver.expect("Việc này của: phụ trách bộ phận")
    driver.press("<C-g>")
    driver.expect("Việc này của: phụ trách bộ phận")
  }
}
