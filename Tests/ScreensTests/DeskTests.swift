import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

@Suite struct DeskTests {
  @Test func findingFromInsideAPromptComesBackWithWhatWasTyped() {
    var driver = TestDriver.signedIn()
    driver.press("7", "w")
    driver.type("Giấy chứng sinh")
    driver.press("<F3>")
    driver.expectNot("Giấy chứng sinh")
    driver.press("<esc>")
    driver.expect("Giấy chứng sinh")
  }

  @Test func aScannedTextInCommandModeIsSearchedAndRunsNothing() {
    var driver = TestDriver.signedIn()
    driver.press("7")
    let entries = driver.office.entries
    driver.send(.text("000.19.45.H50-261124-0006"))
    #expect(driver.app.context == .lookup)
    driver.expect("000.19.45.H50-261124-0006")
    #expect(driver.office.entries == entries)
  }

  /// If one of the dossiers allows it, the key works; the others are counted with their reason.
  @Test func markedDossiersOfAnyStatusMayGetWhatOneOfThemMay() {
    var driver = TestDriver.signedIn()
    driver.press("7", "*")
    driver.press("g", "<enter>")
    driver.expect("Xong 261123-0005; 7 hồ sơ không làm được: Hồ sơ đang")
    #expect(driver.office.dossier(SampleOffice.id(4))?.status == .inProgress)
  }

  @Test func aReadOnlyDeskSaysSoAndWritesNothing() {
    var office = SampleOffice.busy(requiresPIN: false)
    office.snapshot.lookingOn = .anotherWindowWrites
    var driver = TestDriver.signedIn(office: office)
    driver.expect("CHỈ XEM")
    driver.press("7", "w")
    driver.expect("Đang chỉ xem")
    #expect(driver.app.top.overlay == nil)
    // A form that could not be sent is not opened.
    driver.wait(minutes: 1)
    driver.press("n")
    driver.expect("Đang chỉ xem")
    driver.expectNot("Cấp mã")
    driver.wait(minutes: 1)
    driver.press("<enter>")
    #expect(driver.app.context == .detail)
    driver.expect("CHỈ XEM")
  }

  @Test func aDeskOnAReadOnlyDiskSaysWhatToDo() {
    var office = SampleOffice.busy(requiresPIN: false)
    office.snapshot.lookingOn = .diskIsReadOnly
    var driver = TestDriver.signedIn(office: office)
    driver.press("n")
    driver.expect("Ổ đĩa không cho ghi: chỉ xem được")
  }

  @Test func aConfidentialDossierShowsNoName() {
    var office = SampleOffice.busy(requiresPIN: false)
    let form = ReceptionForm(
      procedureCode: "2.001263", owner: Person(name: "Tên Kín"), components: [], assignee: SampleOffice.lan.id)
    _ = office.perform(
      Act(dossier: SampleOffice.id(50), commands: [.receive(form)]), SampleOffice.lan.id, SampleOffice.morning)
    var driver = TestDriver(office: office)
    driver.press("3", "7")
    driver.expect("(hồ sơ kín)")
    driver.expectNot("Tên Kín")
  }

  @Test func whatWasTypedAboutOneDossierIsNotOfferedForAnother() {
    var driver = TestDriver.signedIn()
    driver.press("7", "<home>", "w")
    driver.type("dân hẹn mai quay lại")
    driver.press("<esc>", "<down>", "w")
    driver.expectNot("dân hẹn mai")
    driver.press("<esc>", "<up>", "w")
    driver.expect("dân hẹn mai quay lại")
  }

  @Test func anAnswerIsNotOfferedForAnotherQuestion() {
    var driver = TestDriver.signedIn()
    driver.press("7", "<enter>", "<C-e>", "3")
    driver.type("02/03/1998")
    driver.press("<esc>", "<C-e>", "1")
    driver.expectNot("02/03/1998")
  }

  @Test func aDraftSurvivesACrash() {
    var driver = TestDriver.signedIn()
    driver.press("7", "w")
    driver.type("nửa chừng")
    driver.restart()
    driver.press("1", "w")
    driver.expect("nửa chừng")
  }

  @Test func aFailureSaysWhatWasKept() {
    var driver = TestDriver.signedIn()
    driver.send(.answered(.failed(nil, .diskFull)))
    driver.expect("Ổ đĩa đầy: việc vừa rồi chưa ghi")
  }

  @Test func plainModeSaysWordsForSymbols() {
    var driver = TestDriver.signedIn(size: Size(columns: 100, rows: 30))
    driver.app.session.isPlain = true
    driver.press("7")
    driver.expect("đã ghi")
    driver.expectNot("░")
    driver.expectNot("đã chọn")
    driver.press(" ")
    driver.expect("đã chọn")
    driver.expectNot("☒")
  }
}
