import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

@Suite struct DetailTests {
  /// The first dossier of "in progress", at its papers: the first one is handed in, the last is chosen.
  private static func atPapers() -> TestDriver {
    var driver = TestDriver.signedIn()
    driver.press("7", "<home>", "<enter>", "2")
    return driver
  }

  private static func paper(_ number: Int, _ driver: TestDriver) -> Component? {
    guard let detail = driver.app.top.screen as? DetailState else { return nil }
    return driver.office.dossier(detail.id)?.components.first { $0.number == number }
  }

  @Test func theStepsOfAFoldedDossierAreAskedFor() {
    var driver = Self.atPapers()
    guard let detail = driver.app.top.screen as? DetailState else { return }
    driver.press("<enter>")
    driver.expect("Các bước của hồ sơ này đã có đủ ở máy.")
    driver.office.folded = [detail.id]
    driver.press("<esc>", "<enter>", "3")
    driver.expect("… các bước trước đó ở tỉnh")
    driver.expect("Enter: lấy về khi đồng bộ")
    driver.press("<enter>")
    #expect(driver.office.historiesWanted == [detail.id])
    driver.expect("Các bước cũ sẽ về khi đồng bộ (F5).")
    driver.press("<enter>")
    driver.expect("Đã ghi nhận, sẽ về khi đồng bộ (F5).")
  }

  @Test func whoIsAwayIsSaidToBeWhereOneIsChosen() {
    var office = SampleOffice.busy(requiresPIN: false)
    office.snapshot.absences = [
      Absence(
        clerk: SampleOffice.dat.id, from: SampleOffice.morning.civilDate, through: SampleOffice.morning.civilDate,
        substitute: nil)
    ]
    var driver = TestDriver.signedIn(office: office)
    driver.press("7", "<home>", "c")
    driver.expect("Lê Quốc Đạt (vắng)")
    driver.expectNot("Kray Thị Mơi (vắng)")
  }

  @Test func theApplicantIsReachedByHerOwnNumber() {
    var driver = TestDriver.signedIn()
    let form = ReceptionForm(
      procedureCode: "2.000815", owner: Person(name: "Hồ Thị Mơ", phone: "0911111111", address: "Thôn A"),
      applicant: Person(name: "Lê Văn Sơn", phone: "0922222222"), components: [])
    let received = driver.office.perform(
      Act(dossier: DossierID(high: 8, low: 8), commands: [.receive(form)]), SampleOffice.lan.id, driver.now)
    guard case .done(let row, _) = received else {
      Issue.record("not received")
      return
    }
    driver.press("0")
    driver.type(String(row.code.text.suffix(4)))
    driver.press("<enter>")
    driver.showNumbers()
    driver.expect("Lê Văn Sơn · 0922222222 · Thôn A")
  }

  @Test func aVoidDossierOffersNothing() {
    var driver = Self.atPapers()
    guard let detail = driver.app.top.screen as? DetailState else { return }
    _ = driver.office.perform(
      Act(dossier: detail.id, commands: [.void(reason: "nhập nhầm")]), SampleOffice.lan.id, driver.now)
    driver.press("<esc>", "<enter>")
    for key in ["c", "b", "x", "l", "p"] {
      driver.press(key)
      #expect(driver.app.top.overlay == nil, "\(key)")
      driver.expect("Hồ sơ đã hủy")
    }
  }

  @Test func numbersInTheTimelineAreMaskedUntilAskedFor() {
    var driver = Self.atPapers()
    guard let detail = driver.app.top.screen as? DetailState else { return }
    _ = driver.office.perform(
      Act(
        dossier: detail.id,
        commands: [.correct(field: .ownerPhone, value: "0912345678", reason: "gõ nhầm")]), SampleOffice.lan.id,
      driver.now)
    driver.press("<esc>", "<enter>", "3")
    driver.expect("Sửa số điện thoại")
    driver.expectNot("0912345678")
    driver.showNumbers()
    driver.expect("0912345678")
  }

  /// The act is allowed, and the warning is shown before it.
  @Test func aResultWithAPaperMissingIsWarnedOf() {
    var driver = Self.atPapers()
    driver.press("x")
    driver.expectNot("Chú ý")
    driver.press("<esc>", "<esc>")
    guard let queue = driver.app.top.screen as? QueueState, let id = queue.selected else { return }
    _ = driver.office.perform(
      Act(dossier: id, commands: [.setComponentForm(number: 1, form: .missing, quantity: 1)]), SampleOffice.lan.id,
      driver.now)
    driver.press("<enter>", "x")
    driver.expect("Chú ý: còn thiếu 1 giấy tờ: Tờ khai")
  }

  @Test func theFormOfTheChosenPaperIsSet() {
    var driver = Self.atPapers()
    driver.press("<down>", "f")
    driver.expect("Giấy tờ 2 nộp ở hình thức nào?")
    driver.press("2", "<bs>", "3", "<enter>")
    #expect(Self.paper(2, driver)?.form == .certifiedCopy)
    #expect(Self.paper(2, driver)?.quantity == 3)
    driver.expect("bản chứng thực x3")
    driver.press("u", "f", "5")
    #expect(Self.paper(2, driver)?.form == .notApplicable)
  }

  @Test func aPathThatFailedIsThereAgainAndOnlyForItsPaper() {
    var driver = Self.atPapers()
    driver.press("<C-d>")
    driver.type("/quet/mất.pdf")
    driver.press("<enter>")
    driver.expect("Chưa làm được: không có tệp /quet/mất.pdf.")
    #expect(Self.paper(1, driver)?.isDigitised == false)
    driver.press("<down>", "<C-d>")
    driver.expectNot("mất.pdf")
    driver.press("<esc>", "<up>", "<C-d>")
    driver.type("/quet/1.pdf")
    driver.press("<enter>")
    driver.expect("Số hóa giấy tờ: xong")
    #expect(Self.paper(1, driver)?.isDigitised == true)
  }

  @Test(arguments: LookupMethod.allCases)
  func aPaperIsReplacedByLookup(method: LookupMethod) {
    var driver = Self.atPapers()
    driver.press("<C-k>", "\(method.rawValue)", "<enter>")
    #expect(Self.paper(1, driver)?.form == .replacedByLookup)
    #expect(Self.paper(1, driver)?.lookupMethod == method)
    driver.expect("đã khai thác")
  }

  @Test func aPaperIsReusedWithItsSource() {
    var driver = Self.atPapers()
    driver.press("y", "2", "<enter>")
    driver.expect("Chưa có nội dung.")
    driver.type("261001-0004")
    driver.press("<enter>")
    #expect(Self.paper(1, driver)?.digitisation == .reusedResult)
    driver.expect("261001-0004")
  }

  @Test func aPaperIsAddedWithTheNextNumber() {
    var driver = Self.atPapers()
    let count = driver.app.top.screen.targets.first?.componentsCountable ?? 0
    driver.press("+")
    driver.type("Giấy ủy quyền riêng")
    driver.press("<enter>", "1")
    driver.expect("Giấy ủy quyền riêng")
    #expect(driver.app.top.screen.targets.first?.componentsCountable == count + 1)
  }

  @Test func awayFromThePapersTheKeysSayWhereToGo() {
    var driver = Self.atPapers()
    driver.press("1")
    for key in ["f", "<C-d>", "<C-k>", "y", "+"] {
      driver.press(key)
      driver.expect("Bấm 2 để mở thẻ Thành phần")
      #expect(driver.app.top.overlay == nil)
    }
  }

  /// In the next dossier this number belongs to another paper.
  @Test func whatConcernsOnePaperIsNotRepeatedElsewhere() {
    var driver = Self.atPapers()
    driver.press("w")
    driver.type("ghi chú")
    driver.press("<enter>", "f", "5", "<pgdn>", ".")
    driver.expect("Chưa có việc nào để lặp lại.")
  }

  /// A document number belongs to one dossier; without one the same result may be given again.
  @Test(arguments: [("", 2), ("12/GXN", 1)])
  func aResultWithANumberIsNotRepeated(number: String, finished: Int) {
    var driver = TestDriver.signedIn()
    driver.press("3", "x", "1")
    driver.type(number)
    driver.press("<enter>", "<enter>", ".")
    #expect(driver.office.entries.keys.count { driver.office.dossier($0)?.status == .completed } == finished)
  }

  @Test func aFieldIsCorrectedWithAReason() {
    var driver = Self.atPapers()
    driver.press("<C-e>", "1")
    driver.type("Hồ Thị Kăn")
    driver.press("<enter>", "<enter>")
    driver.expect("Chưa có nội dung.")
    driver.type("gõ sai tên")
    driver.press("<enter>")
    driver.expect("Chủ hồ sơ  Hồ Thị Kăn")
    driver.press("3")
    driver.expect("gõ sai tên")
  }

  @Test func moneyTakenAtTheDeskIsShownThoughNobodyAskedForIt() {
    var driver = Self.atPapers()
    driver.press("5")
    driver.expect("P: ghi tiền đã thu")
    driver.press("p", "1")
    driver.type("8.000")
    driver.press("<enter>", "1")
    driver.expect("8.000 đ")
    driver.expect("đã thu")
    driver.expect("tiền mặt")
  }

  @Test func whatIsAwaitedStandsInTheOverview() {
    var driver = Self.atPapers()
    driver.press("1", "b")
    driver.expectSentence("hẹn lại ngày trả trước (L)")
    driver.wait(minutes: 1)
    driver.press("l")
    driver.type("27/11/2026")
    driver.press("<enter>")
    driver.type("mất điện")
    driver.press("<enter>")
    driver.expect("đã lỡ hẹn 23/11/2026")
    driver.press("b")
    driver.type("tờ khai; giấy chứng sinh")
    driver.press("<enter>", "<enter>")
    driver.expect("tờ khai; giấy chứng sinh")
    driver.press("g")
    driver.expectNot("Chờ bổ sung")
  }

  @Test func onlyAFinishedDossierIsReopened() {
    var driver = Self.atPapers()
    driver.press("<C-o>")
    #expect(driver.app.top.overlay == nil)
    driver.press("x", "1", "<enter>", "<enter>", "<C-o>")
    driver.type("ghi nhầm số văn bản")
    driver.press("<enter>", "1")
    driver.expect("Đang xử lý")
  }

  @Test func pagingKeepsTheTabAndMovesTheQueueAlong() {
    var driver = Self.atPapers()
    let first = driver.screen.lines.first
    driver.press("<pgdn>")
    driver.expect("Hình thức")
    let second = driver.screen.lines.first
    #expect(first != second)
    driver.press("<pgup>", "<pgup>")
    #expect(driver.screen.lines.first == first)
    driver.expect("Đã đến hồ sơ đầu.")
    driver.press("<pgdn>", "<esc>")
    #expect(second?.contains(driver.focusedLine.split(separator: " ").first { $0.contains("-") } ?? "?") == true)
  }
}
