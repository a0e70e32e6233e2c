import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// The form is left by a code, by a request for the rest (form 02), or by a refusal (form 03).
@Suite struct WaysOutTests {
  /// A form of which no paper is marked.
  static func form(
    _ office: MemoryOffice = SampleOffice.busy(requiresPIN: false), size: Size = Size(columns: 80, rows: 24),
    language: Language = .vi
  ) -> TestDriver {
    var driver = TestDriver.signedIn(office: office, size: size, language: language)
    driver.press("n")
    driver.type("1.004884")
    driver.press("<enter>")
    driver.type("Hồ Thị Kăn Tưm")
    driver.press("<tab>")
    return driver
  }

  private static func state(_ driver: TestDriver) -> ReceiveState? { driver.app.top.screen as? ReceiveState }

  private static func issued(_ driver: TestDriver) -> Dossier? {
    state(driver)?.issued.flatMap { driver.office.dossier($0.id) }
  }

  private static func missing(_ driver: TestDriver) -> [String] { state(driver)?.components.missing.map(\.name) ?? [] }

  @Test func theHintBarShowsAllOfThem() {
    let driver = Self.form(size: Size(columns: 100, rows: 30))
    driver.expect("F2 Cấp mã")
    driver.expect("Alt+Y Bổ sung")
    driver.expect("Alt+K Từ chối")
  }

  // MARK: The rest

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func askingForTheRest(size: Size, language: Language) throws {
    var driver = Self.form(size: size, language: language)
    driver.press("<A-y>")
    try Golden.check(driver.screen, GoldenTests.name("receive-rest", size, language))
  }

  @Test func oneKeyAsksForEverythingThatIsMissing() {
    var driver = Self.form()
    let missing = Self.missing(driver)
    #expect(missing.count > 1)
    driver.press("<A-y>", "<enter>", "<enter>")
    let dossier = Self.issued(driver)
    #expect(dossier?.status == .supplementRequested)
    #expect(dossier?.supplementRequests.map(\.items) == [missing])
    #expect(dossier?.appointment != nil)
    // The money is asked for when the rest comes.
    #expect(dossier?.payments.isEmpty == true)
    driver.expect("Đã yêu cầu bổ sung")
    driver.expectNot("Hẹn trả kết quả")
  }

  @Test func whatElseIsMissingIsTypedBesideTheTicks() {
    var driver = Self.form()
    let missing = Self.missing(driver)
    driver.press("<A-y>", "1")
    driver.type("Ảnh 3x4; ")
    driver.press("<enter>", "<enter>")
    #expect(Self.issued(driver)?.supplementRequests.last?.items == Array(missing.dropFirst()) + ["Ảnh 3x4"])
  }

  /// No version says how long the citizen has, so the office does, and the paper has it.
  @Test func theLastDayIsAskedForWhereNoProcedureSaysIt() {
    var driver = Self.form()
    driver.press("<A-y>", "<enter>")
    #expect(Self.issued(driver) == nil)
    driver.expect("Hạn bổ sung? (số ngày hoặc ngày; trống: chưa định)")
    driver.type("25/11")
    driver.press("<esc>", "<A-y>", "<enter>")
    driver.expect("25/11")
    for _ in 0..<5 { driver.press("<bs>") }
    driver.type("20")
    driver.press("<enter>")
    let day = CivilDate(year: 2026, month: 12, day: 15)
    #expect(Self.issued(driver)?.supplementRequests.map(\.until) == [day])
  }

  /// What comes is ticked by the names of the papers, as after any other request.
  @Test func whatWasAskedForArrives() throws {
    var driver = Self.form()
    driver.press("<A-y>", "<enter>", "<enter>", "<enter>", "g", "<enter>")
    let id = try #require((driver.app.top.screen as? DetailState)?.id)
    #expect(driver.office.dossier(id)?.status == .inProgress)
    #expect(driver.office.dossier(id)?.components.missing.isEmpty == true)
  }

  @Test func theQuestionAboutPapersLeadsThere() {
    var driver = Self.form()
    let missing = Self.missing(driver)
    driver.press("<F2>", "b", "<enter>", "<enter>")
    #expect(Self.issued(driver)?.supplementRequests.map(\.items) == [missing])
  }

  @Test func oneUndoTakesTheWholeActBack() throws {
    var driver = Self.form()
    driver.press("<A-y>", "<enter>", "<enter>")
    let id = try #require(Self.issued(driver)?.id)
    driver.press("u")
    if driver.app.top.overlay != nil { driver.press("<enter>") }
    #expect(driver.office.dossier(id)?.isVoid == true)
    #expect(Self.state(driver)?.text("owner") == "Hồ Thị Kăn Tưm")
  }

  @Test func escComesBackToTheFormAndKeepsWhatWasTyped() {
    var driver = Self.form()
    driver.press("<A-y>")
    driver.type("Ảnh 3x4")
    driver.press("<esc>")
    #expect(Self.issued(driver) == nil && Self.state(driver)?.question == nil)
    driver.press("<A-y>")
    driver.expect("Ảnh 3x4")
  }

  // MARK: Refusing

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func refusing(size: Size, language: Language) throws {
    var driver = Self.form(size: size, language: language)
    driver.press("<A-k>")
    driver.type("Không thuộc")
    try Golden.check(driver.screen, GoldenTests.name("receive-refusing", size, language))
  }

  private static func refuse(_ driver: inout TestDriver, _ reason: String = "Không thuộc thẩm quyền của xã") {
    driver.press("<A-k>")
    driver.type(reason)
    driver.press("<enter>")
    driver.type("NĐ 118/2025/NĐ-CP")
    driver.press("<enter>")
  }

  @Test func aPersonIsSentAwayWithAPaper() {
    var driver = Self.form()
    Self.refuse(&driver)
    let dossier = Self.issued(driver)
    #expect(dossier?.status == .refused)
    #expect(dossier?.closing?.reason == "Không thuộc thẩm quyền của xã")
    #expect(dossier?.closing?.legalBasis == "NĐ 118/2025/NĐ-CP")
    driver.expect("Từ chối tiếp nhận")
    driver.expectNot("Chưa thu")
    driver.press(">")
    #expect(driver.app.context == .receive)
  }

  /// The law that the version names is offered by its number, beside what was typed before, and never chosen by itself.
  @Test func theLawOfTheVersionIsChosenByItsNumber() throws {
    let day = SampleOffice.morning.civilDate
    let version = try #require(Catalogue.starter.version(of: "1.004884", on: day))
    let law = try #require(version.usualOutcome(.direct).law.first)
    var driver = Self.form()
    driver.press("<A-k>")
    driver.type("Không thuộc thẩm quyền của xã")
    driver.press("<enter>")
    driver.expectSentence("Căn cứ pháp lý? 1 ")
    driver.press("<enter>")
    #expect(Self.issued(driver) == nil)
    driver.press("1", "<enter>")
    #expect(Self.issued(driver)?.closing?.legalBasis == law.text)
    #expect(driver.app.session.phrases("basis", of: .end) == [law.text])
  }

  /// Who is sent away is asked for nothing but her name and her matter.
  @Test func nothingElseOfTheFormIsNeeded() {
    var driver = TestDriver.signedIn(office: SampleOffice.busy(requiresPIN: false))
    driver.press("n", "<A-k>")
    driver.expect("Hãy chọn thủ tục.")
    driver.type("1.000894")
    driver.press("<enter>", "<A-k>")
    #expect(Self.state(driver)?.question == nil)
    driver.type("Hồ Thị Kăn Tưm")
    Self.refuse(&driver)
    #expect(Self.issued(driver)?.status == .refused)
  }

  /// A technical code is no reason, and the form is as it was.
  @Test func aCodeIsNoReason() {
    var driver = Self.form()
    Self.refuse(&driver, "E-403")
    #expect(Self.issued(driver) == nil)
    driver.expectSentence(Denial.reasonNotInWords.wording(.vi))
    #expect(Self.state(driver)?.text("owner") == "Hồ Thị Kăn Tưm")
    driver.press("<A-k>")
    driver.expect("E-403")
  }

  @Test func aRefusalHasWeightAndWaitsForThePIN() {
    var driver = TestDriver(office: SampleOffice.busy())
    driver.press("1")
    driver.type("246813")
    driver.press("<enter>")
    if driver.app.context == .dayStart { driver.press("<esc>") }
    driver.press("n")
    driver.type("1.000894")
    driver.press("<enter>")
    driver.type("Hồ Thị Kăn Tưm")
    Self.refuse(&driver)
    #expect(driver.app.top.overlay is ConfirmQuestion)
    #expect(Self.issued(driver) == nil)
    driver.type("246813")
    driver.press("<enter>")
    #expect(Self.issued(driver)?.status == .refused)
  }

  /// Neither a power cut nor the lock loses a reason that was begun.
  @Test func whatWasTypedSurvivesARestart() {
    var driver = Self.form()
    driver.press("<A-k>")
    driver.type("Không thuộc thẩm")
    driver.restart()
    driver.press("1")
    #expect(driver.app.context == .receive)
    driver.press("<A-k>")
    driver.expect("Không thuộc thẩm")
  }

  // MARK: What people are sent back for

  private static let paper =
    Catalogue.starter.version(of: "1.004884", on: SampleOffice.morning.civilDate)?.usualOutcome(.direct).papers.first?
    .name
    ?? ""

  private static func office(asking times: Int, _ paper: String = paper) -> MemoryOffice {
    var office = SampleOffice.busy(requiresPIN: false)
    for number in 0..<times {
      let form = ReceptionForm(
        procedureCode: "1.004884", owner: Person(name: "Hồ Văn Kín \(number)"),
        components: [Component(number: 1, name: paper)])
      _ = office.perform(
        Act(
          dossier: DossierID(high: 300, low: UInt64(number)),
          commands: [.receive(form), .requestSupplement(items: [paper, "Giấy của Hồ Văn Kín"])]),
        SampleOffice.lan.id, SampleOffice.morning)
    }
    return office
  }

  private static func reregistration(_ office: MemoryOffice) -> TestDriver {
    var driver = TestDriver.signedIn(office: office)
    driver.press("n")
    driver.type("1.004884")
    driver.press("<enter>")
    return driver
  }

  @Test func theFormSaysWhatPeopleAreSentBackFor() {
    let often = Self.reregistration(Self.office(asking: 3))
    often.expectSentence("Công dân hay phải quay lại vì:")
    often.expectSentence("(3 lần trong 6 tháng)")
    often.expectNot("Hồ Văn Kín")
    let seldom = Self.reregistration(Self.office(asking: 2))
    seldom.expectNot("Công dân hay phải quay lại vì:")
    let stranger = Self.reregistration(Self.office(asking: 5, "Giấy của người khác"))
    stranger.expectNot("Công dân hay phải quay lại vì:")
  }

  /// It is asked once a procedure, and no key waits for it.
  @Test func itIsAskedOnce() {
    var driver = Self.reregistration(Self.office(asking: 3))
    var asked = 0
    for key in ["a", "b", "<tab>", "1"] {
      guard let key = Key(name: key) else { continue }
      asked += driver.app.update(.key(key), now: driver.now).count {
        if case .ask(.sentBack) = $0 { true } else { false }
      }
    }
    #expect(asked == 0)
  }

  // MARK: Visits

  @Test func dossiersOfOnePersonOneAfterAnotherAreOneVisit() throws {
    var driver = Self.form()
    driver.issue()
    let first = try #require(Self.issued(driver))
    #expect(first.visit == nil)
    for code in ["2.000815", "2.000884"] {
      driver.press(".")
      driver.type(code)
      driver.press("<enter>")
      driver.issue()
      let next = try #require(Self.issued(driver))
      #expect(next.id != first.id && next.visit == first.id)
    }
    // Somebody else is another visit.
    driver.press("n")
    driver.type("2.000815")
    driver.press("<enter>")
    driver.type("Lê Thị Mơ")
    driver.issue()
    #expect(try #require(Self.issued(driver)).visit == nil)
  }

  @Test func aDraftOfTheVisitStaysInIt() throws {
    var driver = Self.form()
    driver.issue()
    let first = try #require(Self.issued(driver)).id
    driver.press(".")
    driver.type("2.000815")
    driver.press("<enter>")
    driver.restart()
    driver.press("1")
    #expect(Self.state(driver)?.visit == first)
  }

  /// Numbers of one list would tick other papers of another.
  @Test(arguments: [
    // What has come is gone, what is missing still is as she left it.
    ("1; 2; 3; ", ["A", "B", "C"], ["B", "C"], "1; 2; "), ("1; 3; ", ["A", "B", "C"], ["B", "C"], "2; "),
    // Nobody has said anything of what is missing only now.
    ("1; ", ["A"], ["A", "B"], "1; 2; "), ("1; thêm ảnh; ", ["A", "B"], ["B"], "thêm ảnh; "),
    ("2; giấy khác", ["A", "B"], ["A", "B"], "2; giấy khác"),
  ])
  func ticksBelongToPapers(text: String, old: [String], now: [String], kept: String) {
    let proposals = WayOutQuestion.Proposals(papers: now, needed: now)
    #expect(WayOutQuestion.carried(text, from: old, to: proposals) == kept)
  }
}
