import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// What prompts propose and understand.
@Suite struct ProposalTests {
  private static let calendar = WorkingCalendar.standard
  /// Wednesday.
  private static let now = SampleOffice.morning

  @Test(arguments: [
    ("7/12/2026", "07/12/2026"), ("7/12/26", "07/12/2026"), ("07122026", "07/12/2026"), ("7/12", "07/12/2026"),
    ("7.12", "07/12/2026"), ("4/1", "04/01/2027"), ("3", "30/11/2026"),
  ])
  func aDayIsUnderstoodAsClerksSayIt(typed: String, day: String) throws {
    #expect(try Reading<CivilDate>.workingDay(after: Self.now, Self.calendar).read(typed).slashed == day)
  }

  @Test(arguments: ["", "0", "32/12", "1/2/3/4", "abc", "123", "99999999", "25/11/2026", "29/11/2026"])
  func whatIsNoWorkingDayToComeIsRefused(typed: String) {
    #expect(throws: Reading<CivilDate>.Problem.self) {
      try Reading<CivilDate>.workingDay(after: Self.now, Self.calendar).read(typed)
    }
  }

  @Test(arguments: [
    ("12/UBND-XN", "13/UBND-XN"), ("GXN 099", "GXN 100"), ("009", "010"), ("", ""), ("không số", ""),
    ("1234567890123", ""),
  ])
  func theNextDocumentNumberCountsOn(last: String, next: String) {
    #expect(documentNumber(after: last) == next)
  }

  @Test func theResultProposesTheNextNumberAndTheLastSignerAlsoTomorrow() {
    var driver = TestDriver.signedIn()
    driver.press("3", "<home>", "x", "1")
    driver.type("12/UBND-XN")
    driver.press("<enter>")
    driver.type("Lê Quốc Đạt")
    driver.press("<enter>")
    driver.restart()
    driver.press("1", "3", "<home>", "x", "1")
    driver.expect("13/UBND-XN")
    driver.press("<enter>")
    driver.expect("Lê Quốc Đạt")
    driver.press("<enter>")
    let results = driver.office.entries.keys.compactMap { driver.office.dossier($0)?.result }
    #expect(Set(results.map(\.documentNumber)) == ["12/UBND-XN", "13/UBND-XN"])
    #expect(Set(results.map(\.signer)) == ["Lê Quốc Đạt"])
  }

  @Test func thePaymentProposesTheFeeOfTheProcedure() {
    var driver = TestDriver.signedIn()
    driver.press("7", "/")
    driver.type("tran thi hoa")
    driver.press("<enter>", "p")
    driver.expect("1 đã thu 2.000 đ, tiền mặt")
    driver.press("2")
    #expect(driver.office.dossier(SampleOffice.id(6))?.payments.last?.paidAmount == 2000)
    #expect(driver.office.dossier(SampleOffice.id(6))?.payments.last?.method == .transfer)
    #expect(driver.office.dossier(SampleOffice.id(6))?.unpaid == 0)
    driver.press("'", "p")
    driver.expectNot("2.000 đ, tiền mặt")
  }

  @Test func anotherAmountThanTheDueOneIsTypedOverIt() {
    var driver = TestDriver.signedIn()
    driver.press("7", "/")
    driver.type("tran thi hoa")
    driver.press("<enter>", "p", "3")
    driver.expect("2.000")
    driver.type("1000")
    driver.press("<enter>", "3")
    #expect(driver.office.dossier(SampleOffice.id(6))?.payments.last?.method == .online)
    #expect(driver.office.dossier(SampleOffice.id(6))?.unpaid == 1000)
  }

  @Test func missingPapersAreTakenByTheirNumbers() {
    var driver = TestDriver.signedIn()
    driver.press("7", "/")
    driver.type("nguyen van anh")
    driver.press("<enter>", "<enter>", "b")
    driver.expect("Thiếu gì? Số đánh dấu")
    driver.type("1; ảnh 4x6")
    driver.press("<enter>", "<enter>")
    let dossier = driver.office.dossier(SampleOffice.id(5))
    let missing = dossier?.components.first { $0.form == .missing }?.name
    #expect(missing != nil)
    #expect(dossier?.supplementRequests.last?.items == [missing, "ảnh 4x6"].compactMap { $0 })
  }
}
