import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// Confirmations say what happened, refusals say what to do first.
@Suite struct ConfirmationTests {
  private static let rows = [SampleOffice.busy().dossier(SampleOffice.id(0)).map { QueueRow($0, delivery: .recorded) }]
    .compactMap { $0 }

  @Test(
    arguments: [
      (.handOver(step: .decision, to: SampleOffice.dat.id), "Đã chuyển X cho Lê Quốc Đạt, bước Ký duyệt."),
      (.handOver(step: .decision, to: nil), "Đã chuyển X cho người làm bước đó, bước Ký duyệt."),
      (.assign(to: SampleOffice.moi.id), "Đã phân công X cho Kray Thị Mơi."), (.takeOver, "Đã nhận bàn giao X."),
      (.recordPayment(amount: 8000, method: .cash), "Đã thu 8.000 đ (tiền mặt), X."),
      (.requestSupplement(items: ["a", "b"]), "Đã yêu cầu bổ sung 2 mục, X."),
      (.receiveSupplement(), "Đã nhận bổ sung X, hẹn mới 17:00 23/11/2026."),
      (.handBack(recipient: "Hồ Thị Kăn Tưm", delivery: .atDesk), "Đã trả kết quả X cho Hồ Thị Kăn Tưm (tại quầy)."),
    ] as [(DossierCommand, String)])
  func itSaysToWhomHowMuchAndUntilWhen(command: DossierCommand, sentence: String) {
    let session = TestDriver.signedIn().app.session
    #expect(command.done("X", Self.rows, session) == sentence)
  }

  @Test func whatIsLeftOfARequestIsSaid() throws {
    var office = SampleOffice.busy(requiresPIN: false)
    _ = office.perform(
      Act(dossier: SampleOffice.id(3), commands: [.requestPayment(title: "Lệ phí", amount: 8000)]), SampleOffice.lan.id,
      SampleOffice.morning)
    let session = TestDriver.signedIn().app.session
    let dossier = try #require(office.dossier(SampleOffice.id(3)))
    func said(_ amount: Int) -> String? {
      DossierCommand.recordPayment(amount: amount, method: .cash).done("X", Self.rows, session, before: dossier)
    }
    #expect(said(5000) == "Đã thu 5.000 đ (tiền mặt), X; còn 3.000 đ chưa thu.")
    #expect(said(8000) == "Đã thu 8.000 đ (tiền mặt), X.")
  }

  @Test func theScreenSaysIt() {
    var driver = TestDriver.signedIn()
    driver.press("3", "<home>", "c", "1", "1")
    driver.expectSentence("Đã chuyển 261118-0001 cho Lê Quốc Đạt, bước Thẩm tra. U hoàn tác.")
  }

  @Test(arguments: [
    ("t", "Hãy ghi kết quả (X) trước."), ("g", "Hồ sơ không chờ bổ sung."),
  ])
  func aRefusalSaysTheWayOut(key: String, way: String) {
    var driver = TestDriver.signedIn()
    driver.press("3", "<home>", key)
    driver.expectSentence(way)
  }
}
