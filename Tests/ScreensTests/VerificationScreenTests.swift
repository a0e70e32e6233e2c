import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// Time for a verification, the result that a case gives, and how long it can be used.
@Suite struct VerificationScreenTests {
  private static let id = DossierID(high: 8, low: 8)

  /// At a confirmation of marital status, which was received this morning.
  private static func desk(
    _ procedure: String = "1.004873", _ commands: [DossierCommand] = [],
    changing change: (inout ProcedureVersion) -> Void = { _ in }
  ) throws -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    var version = try #require(Catalogue.starter.version(of: procedure, on: SampleOffice.morning.civilDate))
    change(&version)
    office.snapshot.catalogue = Catalogue(changes: [version])
    let form = ReceptionForm(
      procedureCode: procedure, owner: Person(name: "Hồ Thị Pỉ"), components: [], assignee: SampleOffice.lan.id)
    _ = office.perform(
      Act(dossier: id, commands: [.receive(form)] + commands), SampleOffice.lan.id,
      SampleOffice.moment("2026-11-25T08:10"))
    return TestDriver.signedIn(office: office)
  }

  /// Opens the dossier from the list.
  private static func open(_ driver: inout TestDriver) {
    driver.press("<F3>")
    driver.type("ho thi pi")
    driver.press("<enter>")
  }

  @Test func itAddsTheTimeOfTheCaseAndIsShown() throws {
    var driver = try Self.desk()
    Self.open(&driver)
    driver.press("@")
    driver.expect("Xác minh: + 3 ngày làm việc.")
    driver.type("hỏi nơi cư trú trước đây")
    driver.press("<enter>")
    // Three working days from the 25th, and three more.
    #expect(driver.office.dossier(Self.id)?.dueAt == SampleOffice.moment("2026-12-03T17:00"))
    driver.expectSentence("hẹn mới 17:00 03/12/2026")
    driver.expectSentence("hỏi nơi cư trú trước đây, hẹn 17:00 30/11/2026 → 17:00 03/12/2026")
    driver.press("4")
    driver.expect("hẹn 17:00 03/12/2026")
    driver.press("@")
    driver.expectSentence("đã thêm thời hạn xác minh")
    #expect(driver.app.top.overlay == nil)
  }

  @Test func noReasonIsTypedInVain() throws {
    var driver = try Self.desk("1.001193")
    Self.open(&driver)
    driver.press("@")
    driver.expectSentence("không có thời hạn xác minh")
    #expect(driver.app.top.overlay == nil)
  }

  // MARK: Results

  private static let paper = ResultRule(
    name: "Giấy xác nhận tình trạng hôn nhân", kind: .known(.paper), series: "/UBND-XNTTHN",
    validity: .known(.months(6)))

  @Test func theResultIsNamedAndItsNumberEndsWithTheSeries() throws {
    var driver = try Self.desk { $0.rules.results = [Self.paper] }
    Self.open(&driver)
    driver.press("x", "<enter>")
    driver.expect("/UBND-XNTTHN")
    driver.type("12")
    driver.press("<enter>", "<enter>")
    let result = try #require(driver.office.dossier(Self.id)?.result)
    #expect(result.title == Self.paper.name && result.documentNumber == "12/UBND-XNTTHN")
    driver.press("6")
    driver.expect("có giá trị 6 tháng: đến 25/05/2027")
    driver.press("t")
    driver.expect("Kết quả có giá trị 6 tháng: đến 25/05/2027.")
  }

  /// Nothing is handed over, so that there is no number.
  @Test func withoutAPaperNoNumberIsAsked() throws {
    var driver = try Self.desk { $0.rules.results = [ResultRule(name: "Ghi vào sổ", kind: .known(.noPaper))] }
    Self.open(&driver)
    driver.press("x", "<enter>")
    driver.expect("Người ký")
    driver.press("<enter>")
    #expect(driver.office.dossier(Self.id)?.result == DossierResult(approved: true, title: "Ghi vào sổ"))
  }

  // MARK: Accepting

  private static func submitted(_ code: String, hash: String = "") -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    office.submitOnline(
      id, owner: "Võ Thị Sáu", at: SampleOffice.moment("2026-11-25T08:00"), procedure: code, hash: hash)
    var driver = TestDriver.signedIn(office: office)
    driver.press("<F3>")
    driver.type("vo thi sau")
    driver.press("<enter>")
    return driver
  }

  @Test func theAcceptanceSaysCaseLimitAndFee() throws {
    var driver = Self.submitted("1.001193")
    driver.press("r")
    driver.expect("Trường hợp: Trẻ sinh chưa quá 60 ngày")
    driver.expect("Thời hạn: trong ngày · Phí: 0 đ")
    driver.press("<enter>")
    #expect(driver.office.dossier(Self.id)?.caseRecord.id == "dung-han")
  }

  @Test func whatThePortalDidNotAskIsAsked() throws {
    var driver = Self.submitted("1.001776")
    driver.press("r")
    driver.expect("Ai hưởng, hưởng gì?")
    driver.expect("Thời hạn: chưa rõ · Phí: chưa rõ")
    driver.press("<enter>")
    driver.expect("Số ngày làm việc")
    driver.press("<enter>")
    let record = try #require(driver.office.dossier(Self.id)?.caseRecord)
    #expect(record.answers.contains(CaseRecord.Answer(question: "truong-hop", number: 1)))
    #expect(record.limit == [.workingDays(10)])
  }

  private static let open = [DossierID(high: 8, low: 9), DossierID(high: 8, low: 10)]

  /// Several are accepted at once; of two of them the portal did not ask all.
  private static func several() -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    for (id, procedure) in [(id, "1.001193"), (open[0], "1.001776"), (open[1], "1.001776")] {
      office.submitOnline(
        id, owner: "Võ Thị Sáu", at: SampleOffice.moment("2026-11-25T08:00"), procedure: procedure)
    }
    var driver = TestDriver.signedIn(office: office)
    driver.press("7", "/")
    driver.type("vo thi sau")
    driver.press("<enter>", "*", "r")
    driver.expectSentence("2 hồ sơ có câu hỏi của thủ tục: hỏi từng hồ sơ ngay sau đây")
    driver.press("<enter>")
    #expect(driver.office.dossier(id)?.receivedAt != nil)
    return driver
  }

  private static func asked(_ driver: TestDriver) -> DossierID? {
    (driver.app.top.overlay as? ActionPrompt)?.targets.first?.id
  }

  private static func accepted(_ driver: TestDriver) -> Set<DossierID> {
    Set(open.filter { driver.office.dossier($0)?.receivedAt != nil })
  }

  @Test func ofSeveralThoseWithOpenQuestionsAreAskedAboutInTurn() throws {
    var driver = Self.several()
    let first = try #require(Self.asked(driver))
    let code = try #require(driver.office.dossier(first)).code.short
    driver.expect("\(code) · Võ Thị Sáu")
    driver.expect("Ai hưởng, hưởng gì?")
    // The days were answered for all.
    driver.press("<enter>")
    let second = try #require(Self.asked(driver))
    #expect(second != first && Self.accepted(driver) == [first])
    driver.press("<enter>")
    #expect(Self.asked(driver) == nil && Self.accepted(driver) == Set(Self.open))
    #expect(driver.app.session.inTurn == nil)
  }

  @Test func escapeLeavesOneOutAndGoesOn() throws {
    var driver = Self.several()
    let first = try #require(Self.asked(driver))
    driver.press("<esc>")
    let second = try #require(Self.asked(driver))
    #expect(second != first)
    driver.press("<enter>")
    #expect(Self.accepted(driver) == [second] && driver.app.top.overlay == nil)
    #expect(driver.app.session.inTurn == nil)
  }

  @Test func afterTheLastEscapeNothingIsAsked() {
    var driver = Self.several()
    driver.press("<esc>", "<esc>")
    #expect(driver.app.top.overlay == nil && Self.accepted(driver).isEmpty && driver.app.session.inTurn == nil)
    driver.press("<down>")
    #expect(driver.app.top.overlay == nil)
  }

  /// The dialog asks and says what the decision will: by the version that the submission names, not by the one in force.
  @Test func theAcceptanceIsShownByTheVersionOfTheSubmission() throws {
    var driver = Self.submitted("1.001193")
    let shown = try #require(Catalogue.starter.version(of: "1.001193", on: SampleOffice.morning.civilDate))
    var newer = ProcedureVersion(code: "1.001193", name: shown.name, field: shown.field, timeLimit: .workingDays(9))
    newer.fee = .known(99_000)
    driver.app.session.office.catalogue = Catalogue(
      reading: KeptVersions(ofCode: { [newer] _ in [newer] }, all: { [newer] in [newer] }, named: { _ in shown }))
    driver.press("r")
    driver.expect("Thời hạn: 9 ngày làm việc · Phí: 99.000 đ")
    driver = Self.submitted("1.001193", hash: "portal")
    driver.app.session.office.catalogue = Catalogue(
      reading: KeptVersions(ofCode: { [newer] _ in [newer] }, all: { [newer] in [newer] }, named: { _ in shown }))
    driver.press("r")
    driver.expect("Trường hợp: Trẻ sinh chưa quá 60 ngày")
    driver.expect("Thời hạn: trong ngày · Phí: 0 đ")
  }

  // MARK: The date of birth

  @Test func theFormAnswersByTheDateOfBirthUntilTheClerkDoes() throws {
    var driver = TestDriver.signedIn(
      office: SampleOffice.busy(requiresPIN: false), size: Size(columns: 132, rows: 43))
    driver.press("<F2>")
    driver.type("1.001193")
    driver.press("<enter>")
    driver.type("Hồ Thị Kăn Tưm")
    driver.expectNot("theo ngày sinh")
    driver.go(to: "birth")
    driver.type("01/02/2026")
    driver.expect("(theo ngày sinh)")
    func state() throws -> ReceiveState { try #require(driver.app.top.screen as? ReceiveState) }
    #expect(try state().answers["han"] == 2)
    let place = try #require(try state().place)
    var kept = ReceiveState(place: place, Catalogue.starter, now: SampleOffice.morning)
    #expect(kept.answers["han"] == 2)
    // Another birth gives another answer, and what the clerk chooses counts.
    kept.fill("birth", "20/11/2026")
    #expect(kept.answers["han"] == 1)
    let asked = try #require(kept.questions.first { $0.label(.vi).hasPrefix("Trẻ sinh đã bao lâu?") })
    kept.form.set(asked, "2")
    #expect(kept.answers["han"] == 2)
  }
}
