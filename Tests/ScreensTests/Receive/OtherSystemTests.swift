import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// Another system is in use beside this one until the change-over.
@Suite struct OtherSystemTests {
  private static func office(until day: String?) -> MemoryOffice {
    var office = SampleOffice.busy(requiresPIN: false)
    office.snapshot.office.ownCodesFrom = day.flatMap { CivilDate(text: $0) }
    return office
  }

  private static func form(until day: String?, size: Size = Size(columns: 80, rows: 24)) -> TestDriver {
    var driver = TestDriver.signedIn(office: office(until: day), size: size)
    driver.press("n")
    driver.type("1.004873")
    driver.press("<enter>")
    driver.type("Lê Văn Ninh")
    return driver
  }

  private static func focus(_ driver: inout TestDriver, _ id: Field.ID) {
    for _ in 0..<30 where (driver.app.top.screen as? ReceiveState)?.form.focus != id { driver.press("<tab>") }
  }

  @Test func theCodeOfTheOtherSystemIsTypedAtTheReceptionAndReadOut() {
    var driver = Self.form(until: "01/01/2027")
    Self.focus(&driver, "other-code")
    driver.expect("Mã hệ thống kia")
    driver.type("h50.19 – 261125–0031")
    driver.issue()
    driver.expect("Mã ở hệ thống đang dùng: H50.19-261125-0031")
    driver.expect("mã trên chỉ dùng ở đây")
    let issued = (driver.app.top.screen as? ReceiveState)?.issued
    let codes = issued.flatMap { driver.office.dossier($0.id) }?.codes
    #expect(codes?.map(\.origin) == [.office, .imported])
    #expect(codes?.last?.text == "H50.19-261125-0031")
  }

  @Test(arguments: [nil, "25/11/2026"]) func fromThatDayOnNobodyIsAskedForIt(day: String?) {
    var driver = Self.form(until: day)
    #expect((driver.app.top.screen as? ReceiveState)?.fields.contains { $0.id == "other-code" } == false)
    driver.issue()
    driver.expect("Đọc mã và giờ hẹn cho công dân.")
  }

  @Test func aCodeThatIsNoneIsSaid() {
    var driver = Self.form(until: "01/01/2027")
    Self.focus(&driver, "other-code")
    driver.type("chưa có")
    driver.issue()
    driver.expect("Mã phải có từ 5 ký tự")
    #expect((driver.app.top.screen as? ReceiveState)?.issued == nil)
  }

  @Test func itIsAddedLaterToOneDossier() {
    var driver = TestDriver.signedIn(office: Self.office(until: "01/01/2027"))
    driver.press("7")
    let id = driver.app.top.screen.targets.first?.id
    driver.press("<C-a>")
    driver.type("H50.19-261125-0044")
    driver.press("<enter>")
    #expect(id.flatMap { driver.office.dossier($0) }?.codes.last?.text == "H50.19-261125-0044")
    driver.press("<space>", "<space>", "<C-a>")
    driver.expect("Mỗi mã cho một hồ sơ")
  }

  @Test func allOfOneProcedureAreMarkedAndAssignedTogether() {
    var driver = TestDriver.signedIn(office: Self.office(until: nil))
    driver.press("7")
    let code = driver.app.top.screen.targets.first?.procedureCode
    driver.press("%")
    let marked = driver.app.top.screen.targets
    #expect(!marked.isEmpty && marked.allSatisfy { $0.procedureCode == code })
    let all = driver.office.entries.keys.compactMap { driver.office.dossier($0) }.filter { $0.procedure.code == code }
    #expect(marked.count == all.count)
  }
}
