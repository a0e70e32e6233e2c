import DossierDomain
import OfficeWork
import Testing

@testable import Screens

/// What is looked at before it is printed shows no more of a person than the dossier does.
@Suite struct PaperNumbersTests {
  /// The receipt of a dossier as text.
  private static func looking(by clerk: Clerk, heldBy holder: Clerk, lookingOn: LookingOn? = nil) -> TestDriver {
    var driver = NumberTests.opened(by: clerk, heldBy: holder, lookingOn: lookingOn)
    driver.office.papers.showsNumbers = true
    driver.press("<C-p>", "<enter>")
    #expect(driver.app.context == .papers)
    driver.expect("GIẤY TIẾP NHẬN")
    driver.expect(NumberTests.masked)
    driver.expectNot(NumberTests.number)
    return driver
  }

  @Test func whoHoldsTheDossierSeesThemAfterOneKeyWhichIsRecorded() {
    var driver = Self.looking(by: SampleOffice.dat, heldBy: SampleOffice.dat)
    driver.press("<C-n>")
    driver.expect(NumberTests.number)
    #expect(driver.office.readings == [NumberTests.record("Giải quyết hồ sơ đang giữ", SampleOffice.dat)])
    driver.press("<C-n>")
    driver.expectNot(NumberTests.number)
    driver.press("<C-n>")
    // The next paper is masked, and so is this one when it is opened again.
    driver.press("<esc>", "<enter>")
    driver.expect(NumberTests.masked)
    driver.press("<C-n>")
    driver.expect(NumberTests.number)
    #expect(driver.office.readings.count == 1)
  }

  @Test func othersAreToldWhoMay() {
    var driver = Self.looking(by: SampleOffice.moi, heldBy: SampleOffice.dat)
    driver.press("<C-n>")
    driver.expectSentence("Số đầy đủ chỉ hiện cho người giữ hồ sơ")
    driver.expectNot(NumberTests.number)
    #expect(driver.office.readings.isEmpty)
  }

  @Test func theHeadOfDeskSaysWhatFor() {
    var driver = Self.looking(by: SampleOffice.lan, heldBy: SampleOffice.dat)
    driver.press("<C-n>")
    driver.expect("Xem số đầy đủ để làm gì?")
    driver.press("<enter>")
    driver.expect(NumberTests.number)
    #expect(driver.office.readings.count == 1)
  }

  @Test func theyAreMaskedAMinuteAfterTheLastKey() {
    var driver = Self.looking(by: SampleOffice.dat, heldBy: SampleOffice.dat)
    driver.press("<C-n>")
    let shown = driver.now
    #expect(driver.app.nextChange(after: shown).map { $0 <= shown.adding(minutes: 1) } ?? false)
    driver.now = Instant(milliseconds: shown.milliseconds + 40_000)
    driver.press("<down>")
    driver.now = Instant(milliseconds: shown.milliseconds + 90_000)
    driver.send(.timePassed)
    driver.expect(NumberTests.number)
    driver.now = Instant(milliseconds: shown.milliseconds + 100_000)
    driver.send(.timePassed)
    driver.expect(NumberTests.masked)
    driver.expectNot(NumberTests.number)
  }

  @Test func whatCannotBeRecordedIsNotShown() {
    var driver = Self.looking(by: SampleOffice.dat, heldBy: SampleOffice.dat, lookingOn: .anotherWindowWrites)
    driver.press("<C-n>")
    driver.expectNot(NumberTests.number)
    #expect(driver.office.readings.isEmpty)
  }

  @Test func theListOfPapersHasNoNumbersToShow() {
    var driver = Self.looking(by: SampleOffice.dat, heldBy: SampleOffice.dat)
    driver.press("<esc>", "<C-n>")
    #expect(driver.office.readings.isEmpty)
  }
}
