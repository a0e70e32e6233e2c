import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// What the rules say of results, offices, steps, law and links, where a clerk needs it.
@Suite struct ProcedureFactsTests {
  private static let marital = "1.004873"

  /// The program's own version with further facts.
  private static func version(_ code: String, _ change: (inout ProcedureRules) -> Void) -> ProcedureVersion {
    var version =
      Catalogue.starter.version(of: code, on: SampleOffice.morning.civilDate)
      ?? ProcedureVersion(code: code, name: code, field: "")
    change(&version.rules)
    return version
  }

  private static let full = version(marital) { rules in
    rules.results = [
      ResultRule(
        name: "Giấy xác nhận tình trạng hôn nhân", kind: .known(.paper), series: "/UBND-XNTTHN",
        validity: .known(.months(6)))
    ]
    rules.steps = [
      StepRule(id: "nhan", name: "Tiếp nhận", step: .reception, hours: .known(2)),
      StepRule(id: "xac-minh", name: "Xác minh", step: .verification, hours: .known(14)),
    ]
    rules.offices = [
      OfficeRule(task: .receives, who: .communeOfResidence), OfficeRule(task: .decides, who: .named("Phòng Tư pháp")),
    ]
    rules.links = [
      ProcedureLink(kind: .usuallyFollowedBy, code: "1.000894"),
      ProcedureLink(kind: .resultIsPaper("Giấy xác nhận độc thân"), code: "9.000001"),
    ]
    rules.law = [LegalText(number: "60/2014/QH13", title: "Luật Hộ tịch", article: "Điều 21")]
    rules.names = ProcedureNames(short: "Giấy độc thân", sectorCode: "G15-HT09", portalID: "88123")
  }

  /// It asks for the paper that the other one gives.
  private static let asking = ProcedureVersion(
    code: "9.000001", name: "Việc cần giấy", field: "Việc lạ", timeLimit: .workingDays(3),
    components: ["Tờ khai", "Giấy xác nhận độc thân"])

  private static func office(_ versions: ProcedureVersion...) -> MemoryOffice {
    var office = SampleOffice.busy(requiresPIN: false)
    office.snapshot.catalogue = Catalogue(changes: versions)
    for version in versions where !version.rules.names.short.isEmpty {
      office.snapshot.shortNames[version.code] = version.rules.names.short
    }
    return office
  }

  private static func lookup(
    _ office: MemoryOffice, _ text: String, size: Size = Size(columns: 80, rows: 24), language: Language = .vi
  ) -> TestDriver {
    var driver = TestDriver.signedIn(office: office, size: size, language: language)
    driver.press("<F3>")
    driver.type(text)
    return driver
  }

  private static let sentences: [Language: [String]] = [
    .vi: [
      "Kết quả: Giấy xác nhận tình trạng hôn nhân (bản giấy, số …/UBND-XNTTHN, giá trị 6 tháng)",
      "Nơi nộp: xã nơi cư trú", "Nơi giải quyết: Phòng Tư pháp", "Quy trình: 2 bước, 16 giờ làm việc",
      "Sau đó thường cần: 1.000894 Kết hôn", "Căn cứ: Luật Hộ tịch 60/2014/QH13, Điều 21",
      "mã trên cổng 88123 · mã lĩnh vực G15-HT09",
    ],
    .en: [
      "number …/UBND-XNTTHN, valid for 6 months)", "Handed in at: the commune of residence",
      "Decided by: Phòng Tư pháp", "Steps: 2 steps, 16 working hours", "Usually next: 1.000894 Kết hôn",
      "Law: Luật Hộ tịch 60/2014/QH13, Điều 21", "portal 88123 · field G15-HT09",
    ],
  ]

  /// The words inside the box, or of the screen.
  private static func flat(_ driver: TestDriver) -> String {
    driver.screen.lines.map { line in
      let inside = line.drop { $0 != "│" }.dropFirst()
      return inside.isEmpty ? line : String(inside.prefix { $0 != "│" })
    }.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// On a narrow screen one key shows all of it, page after page.
  @Test(
    arguments: [Size(columns: 60, rows: 20), Size(columns: 80, rows: 24), Size(columns: 132, rows: 43)],
    Language.allCases)
  func theLookupSaysAllOfIt(size: Size, language: Language) {
    var driver = Self.lookup(Self.office(Self.full), "doc than", size: size, language: language)
    driver.press("<C-r>")
    var shown = Self.flat(driver)
    for _ in 1...12 {
      for _ in 1...6 { driver.press("<down>") }
      shown += " " + Self.flat(driver)
    }
    for sentence in Self.sentences[language] ?? [] {
      let isWhole = shown.contains(sentence)
      let isBetweenPages = sentence.split(separator: " ").allSatisfy { shown.contains($0) }
      #expect(isWhole || isBetweenPages, "\(sentence) is not in\n\(shown)")
    }
    driver.press("<esc>")
    #expect(driver.app.context == .lookup && driver.app.top.overlay == nil)
  }

  @Test func whatIsCutIsSaidAndHowToSeeIt() {
    let driver = Self.lookup(Self.office(Self.full), "doc than", size: Size(columns: 60, rows: 20))
    driver.expect("^R xem hết")
  }

  @Test func aFieldIsListedUnderItsName() {
    let driver = Self.lookup(Self.office(), "hộ tịch", size: Size(columns: 80, rows: 24))
    #expect(driver.screen.lines.contains { $0.trimmingBlanks == "Hộ tịch" }, "\(driver.text)")
  }

  @Test func theQueueShowsTheDecidedShortName() {
    var driver = TestDriver.signedIn(office: Self.office(Self.full), size: Size(columns: 132, rows: 43))
    driver.press("7")
    driver.expect("Giấy độc thân")
    driver.expectNot("Tình trạng hôn nhân")
  }

  // MARK: Reception

  @Test func theReceptionSaysWhoReceivesAndWhoDecides() {
    var driver = TestDriver.signedIn(office: Self.office(Self.full), size: Size(columns: 132, rows: 43))
    driver.press("<F2>")
    driver.type("doc than")
    driver.press("<enter>")
    driver.expectSentence("Nơi nộp: xã nơi cư trú")
    driver.expectSentence("Nơi giải quyết: Phòng Tư pháp")
  }

  @Test func whereItIsNotReceivedTheCitizenIsToldWhereToGo() {
    let elsewhere = Self.version(Self.marital) { $0.offices = [OfficeRule(task: .receives, who: .named("Sở Tư pháp"))] }
    var driver = TestDriver.signedIn(office: Self.office(elsewhere))
    driver.press("<F2>")
    driver.type("doc than")
    driver.press("<enter>")
    driver.type("Hồ Văn Cưới")
    driver.issue()
    driver.expectSentence("Mời công dân nộp tại: Sở Tư pháp.")
    #expect((driver.app.top.screen as? ReceiveState)?.issued == nil)
  }

  @Test func theHeadOfDeskSaysWhyItIsReceivedHere() {
    let elsewhere = Self.version(Self.marital) { $0.offices = [OfficeRule(task: .receives, who: .named("Sở Tư pháp"))] }
    var driver = TestDriver.signedIn(office: Self.office(elsewhere), size: Size(columns: 132, rows: 43))
    guard let lan = driver.app.session.clerk else { return }
    var head = lan
    head.roles.insert(.headOfDesk)
    driver.app.session.clerk = head
    driver.office.snapshot.clerks = driver.office.snapshot.clerks.map { $0.id == head.id ? head : $0 }
    driver.press("<F2>")
    driver.type("doc than")
    driver.press("<enter>")
    driver.expect("nộp tại: Sở Tư pháp.")
    driver.type("Sở ủy quyền tuần này")
    driver.go(to: "owner")
    driver.type("Hồ Văn Cưới")
    driver.issue()
    let issued = (driver.app.top.screen as? ReceiveState)?.issued
    let dossier = issued.flatMap { driver.office.dossier($0.id) }
    #expect(dossier?.notes.last?.text.hasSuffix("Sở ủy quyền tuần này") == true, "\(driver.text)")
  }

  @Test func theUnitThatDecidesIsToldAtTheReception() {
    let unit = Self.version(Self.marital) { $0.offices = [OfficeRule(task: .decides, who: .unit("19429"))] }
    var driver = TestDriver.signedIn(office: Self.office(unit), size: Size(columns: 132, rows: 43))
    driver.press("<F2>")
    driver.type("doc than")
    driver.press("<enter>")
    driver.expect("Nơi giải quyết: Xã Khe Sanh")
  }

  /// A group is handed in at once; its parts can become dossiers of their own, and need not.
  @Test func thePartsOfAGroupAreOfferedForTheSamePerson() {
    var group = ProcedureVersion(
      code: "9.000002", name: "Nhóm việc", field: "Việc lạ", timeLimit: .workingDays(3), components: ["Tờ khai"])
    group.rules.links = ["1.001193", "9.000001"].map { ProcedureLink(kind: .contains, code: $0) }
    var driver = TestDriver.signedIn(
      office: Self.office(group, Self.asking), size: Size(columns: 132, rows: 43))
    driver.press("<F2>")
    driver.type("9.000002")
    driver.press("<enter>")
    driver.go(to: "owner")
    driver.type("Hồ Thị Pỉ")
    driver.issue()
    #expect((driver.app.top.screen as? ReceiveState)?.issued != nil, "\(driver.text)")
    driver.expect("1  1.001193 Khai sinh")
    driver.expect("2  9.000001 Việc cần giấy")
    driver.press("2")
    let form = driver.app.top.screen as? ReceiveState
    #expect(form?.procedure?.code == "9.000001" && form?.text("owner") == "Hồ Thị Pỉ" && form?.issued == nil)
    driver.issue()
    let next = driver.app.top.screen as? ReceiveState
    #expect(next?.issued != nil && next?.parts == ["1.001193"], "\(driver.text)")
  }

  // MARK: The dossier

  private static let id = DossierID(high: 8, low: 8)

  private static func opened(_ version: ProcedureVersion, _ others: ProcedureVersion...) -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    office.snapshot.catalogue = Catalogue(changes: [version] + others)
    let papers = version.components.enumerated().map { Component(number: $0.offset + 1, name: $0.element) }
    let form = ReceptionForm(
      procedureCode: version.code, owner: Person(name: "Hồ Thị Pỉ"), components: papers, assignee: SampleOffice.lan.id)
    let outcome = office.perform(
      Act(dossier: id, commands: [.receive(form)]), SampleOffice.lan.id, SampleOffice.morning)
    if case .denied(_, let denial) = outcome { Issue.record("\(denial)") }
    var driver = TestDriver.signedIn(office: office, size: Size(columns: 132, rows: 43))
    driver.press("0")
    driver.type(String(office.dossier(id)?.code.text.suffix(4) ?? ""))
    driver.press("<enter>")
    return driver
  }

  @Test func theDetailSaysResultAndLaw() {
    let driver = Self.opened(Self.full)
    driver.expectSentence("Căn cứ Luật Hộ tịch 60/2014/QH13, Điều 21")
    driver.expectSentence("Quy trình 2 bước, 16 giờ làm việc")
    driver.expectSentence("Nơi giải quyết Phòng Tư pháp")
  }

  @Test func theLawOfTheCaseIsProposedForAStop() {
    let driver = Self.opened(Self.full)
    let dossier = (driver.app.top.screen as? DetailState)?.card?.dossier
    let answers = Contents([("ending", "stop"), ("reason", "Không bổ sung")].map { Place.Field($0.0, $0.1) })
    let questions = Questions(
      answers: answers, session: driver.app.session, now: driver.now, targets: driver.app.top.screen.targets,
      dossier: dossier)
    let question = Verb.end.question(questions)
    #expect(question?.id == "basis" && question?.proposal == "Luật Hộ tịch 60/2014/QH13, Điều 21")
  }

  @Test func theRequestForPapersSaysWhichProcedureGivesOne() {
    var driver = Self.opened(Self.asking, Self.full)
    driver.press("b")
    driver.expectSentence("Giấy xác nhận độc thân: làm ở thủ tục 1.004873 Giấy độc thân")
  }

  @Test func theLookupSaysWhichProcedureGivesAPaper() {
    let driver = Self.lookup(
      Self.office(Self.asking, Self.full), "viec can giay", size: Size(columns: 132, rows: 43))
    driver.expectSentence("Giấy xác nhận độc thân: làm ở thủ tục 1.004873 Giấy độc thân")
  }

  @Test func whatUsuallyFollowsIsSaidAfterHandingBack() {
    var driver = Self.opened(Self.full)
    let row = driver.app.top.screen.targets
    let dossier = (driver.app.top.screen as? DetailState)?.card?.dossier
    let said = DossierCommand.handBack(recipient: "Hồ Thị Pỉ", delivery: .atDesk)
      .done("0009", row, driver.app.session, before: dossier)
    #expect(said?.hasSuffix("Sau đó thường cần: 1.000894 Kết hôn.") == true, "\(said ?? "")")
    driver.app.session.office.catalogue = .starter
    let without = DossierCommand.handBack(recipient: "Hồ Thị Pỉ", delivery: .atDesk)
      .done("0009", row, driver.app.session, before: dossier)
    #expect(without?.contains("thường cần") == false)
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }
}
