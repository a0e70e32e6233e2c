import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// A realistic day: every third reception is interrupted by a search, a hand-back and a change of clerk.
@Suite struct ClerkDayTests {
  @Test func noFieldIsLostWhenAReceptionIsInterrupted() {
    var clerk = TestDriver.signedIn()
    for visit in 1...6 {
      let name = "Nguyễn Thị Số \(visit)"
      clerk.press("<F2>")
      clerk.type("độc thân")
      clerk.press("<enter>")
      clerk.expect("Cấp Giấy xác nhận tình trạng hôn nhân")
      clerk.type(name)
      clerk.press("<tab>")
      let number = "04519800\(1200 + visit)"
      clerk.type(number)
      clerk.press("<tab>")
      clerk.type("02/03/1998")
      if visit.isMultiple(of: 3) {
        clerk.press("<F3>")
        clerk.type("con moi de")
        clerk.expect("1.001193")
        clerk.press("<esc>")
        clerk.expect(name)
        clerk.press("<F12>")
        clerk.expectNot(name)
        clerk.press("2")
        clerk.expectNot(name)
        clerk.press("<F12>", "1")
      }
      clerk.expect(name)
      clerk.expect(number)
      clerk.expect("02/03/1998")
      clerk.issue()
      clerk.expect("Đã tiếp nhận. Mã hồ sơ:")
      clerk.expect(name)
      clerk.press("<esc>")
      clerk.expect("Chủ hồ sơ")
    }
  }

  @Test func aHalfFilledReceptionSurvivesLeavingAndRestart() {
    var clerk = TestDriver.signedIn()
    clerk.press("<F2>")
    clerk.type("khai tử")
    clerk.press("<enter>")
    clerk.type("Hồ Văn Chuôn")
    clerk.press("<esc>")
    clerk.expect("Đã giữ nháp")
    clerk.restart()
    clerk.press("1", "<F2>", "<enter>")
    clerk.expect("Hồ Văn Chuôn")
    clerk.expect("Đăng ký khai tử")
  }

  @Test func theAppointmentShownIsTheOneRecorded() {
    var clerk = TestDriver.signedIn()
    clerk.press("<F2>")
    clerk.type("1.004873")
    clerk.press("<enter>")
    clerk.type("Lê Thị Mơ")
    clerk.expect("17:00 30/11/2026")
    clerk.issue()
    clerk.expect("17:00 30/11/2026")
  }

  @Test func aProcedureOfThePoliceIsExplainedAndNotReceived() {
    var clerk = TestDriver.signedIn()
    clerk.press("<F2>")
    clerk.type("1.004222")
    clerk.press("<enter>")
    clerk.type("Lê Thị Mơ")
    clerk.expect("Công an")
    clerk.issue()
    clerk.expectNot("Đã tiếp nhận. Mã hồ sơ:")
  }

  @Test func aMistypedCitizenNumberStopsTheReceptionAndAMismatchOnlyWarns() {
    var clerk = TestDriver.signedIn()
    clerk.press("<F2>")
    clerk.type("1.004873")
    clerk.press("<enter>")
    clerk.type("Lê Thị Mơ")
    clerk.press("<tab>")
    clerk.type("04519800121")
    clerk.issue()
    clerk.expect("12 chữ số")
    clerk.type("7")
    clerk.press("<tab>")
    clerk.type("02/03/1997")
    clerk.expect("1998")
    clerk.issue()
    clerk.expect("Đã tiếp nhận. Mã hồ sơ:")
  }

  @Test func aCertificationIsReceivedDecidedAndHandedBackAtOnce() {
    var clerk = TestDriver.signedIn()
    clerk.press("<F2>")
    clerk.type("2.000815")
    clerk.press("<enter>")
    clerk.type("Trần Văn Bản")
    clerk.issue("<F4>")
    clerk.expect("Đã giải quyết và trả ngay tại quầy")
  }
}

/// A slow disk must not lose a half-filled form.
@Suite struct SlowDeskTests {
  @Test func aKeyBeforeTheKeptDeskArrivesWritesNothingOverItAndLosesNoForm() throws {
    let lan = SampleOffice.lan
    var app = App(
      office: SampleOffice.snapshot(requiresPIN: false), language: .vi, size: Size(columns: 80, rows: 24),
      now: SampleOffice.morning)
    _ = app.start()
    _ = app.update(.answered(.signIn(.accepted(lan))), now: SampleOffice.morning)
    let early =
      app.update(.key(.down), now: SampleOffice.morning) + app.update(.key(.character("3")), now: SampleOffice.morning)
    #expect(!early.contains { if case .keep(.seat) = $0 { true } else { false } })
    var form = ReceiveState()
    form.form.set(try #require(ReceptionField.named("owner")).field, "Hồ Văn Chuôn")
    let kept = SeatState(screens: [Place(name: "queue"), try #require(form.place)])
    _ = app.update(.answered(.seatState(lan.id, kept)), now: SampleOffice.morning)
    let later = app.update(.key(.function(2)), now: SampleOffice.morning)
    #expect(later.contains { if case .keep(.seat) = $0 { true } else { false } })
    let screen = app.view(size: Size(columns: 80, rows: 24), now: SampleOffice.morning).lines.joined(separator: "\n")
    #expect(screen.contains("Hồ Văn Chuôn"), "\(screen)")
  }
}
