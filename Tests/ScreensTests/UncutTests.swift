import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// What a clerk has to read or to pass on is shown in full at every width.
@Suite struct UncutTests {
  private static let id = DossierID(high: 8, low: 8)
  private static let paper =
    "Văn bản xác nhận của cơ quan có thẩm quyền về việc người yêu cầu đã cư trú liên tục tại địa phương cũ trước khi đổi về đây"

  private static let narrow = Size(columns: 60, rows: 20)

  /// A dossier of a long name with its full number shown, and a paper that was taken from another dossier.
  private static func opened(size: Size, _ further: [DossierCommand] = []) -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    let owner = Person(
      name: "Hồ Thị Ngọc Phương Thảo Nguyên", identityNumber: "045191176943", birth: "12/03/1991", sex: .female)
    let papers = [paper, "Tờ khai", "Giấy tờ tùy thân"].enumerated().map {
      Component(number: $0.offset + 1, name: $0.element, form: .original)
    }
    let outcome = office.perform(
      Act(
        dossier: id,
        commands: [
          .receive(
            ReceptionForm(
              procedureCode: "2.000815", owner: owner, components: papers, assignee: SampleOffice.lan.id)),
          .reuse(number: 1, source: "000.19.45.H50-261118-0001", from: .reusedComponent),
        ] + further), SampleOffice.lan.id, SampleOffice.morning)
    if case .denied(_, let denial) = outcome { Issue.record("\(denial)") }
    var driver = TestDriver.signedIn(office: office, size: size)
    driver.press("0")
    driver.type(String(office.dossier(id)?.code.text.suffix(4) ?? ""))
    driver.press("<enter>")
    return driver
  }

  @Test(arguments: GoldenTests.sizes) func aLongNameDoesNotCutTheNumber(size: Size) {
    var driver = Self.opened(size: size)
    driver.press("<C-n>")
    driver.expect("045191176943")
    driver.expectSentence("Hồ Thị Ngọc Phương Thảo Nguyên")
  }

  @Test(arguments: GoldenTests.sizes) func theChosenPaperAndItsSourceAreShownInFull(size: Size) {
    var driver = Self.opened(size: size)
    driver.press("2")
    driver.expectSentence(Self.paper)
    driver.expect("000.19.45.H50-261118-0001")
  }

  @Test(arguments: GoldenTests.sizes) func theControlSlipNamesStepAndTime(size: Size) {
    var driver = Self.opened(size: size, [.handOver(step: .verification, to: SampleOffice.dat.id)])
    driver.press("4")
    driver.expect("Bước")
    driver.expect("Tiếp nhận")
    driver.expect("25/11")
    driver.expect("08:42")
    #expect(!driver.screen.lines.dropFirst(7).contains { $0.contains("…") }, "\(driver.text)")
  }

  @Test func eachStretchOfALineIsBrokenInItsOwnRoom() {
    let line = DetailLine((1, "Nguyễn Thị Phương Thảo 08:42 25/11", .text), (22, "chưa nhận", .text))
    #expect(
      line.broken(at: 60).map { $0.parts.map(\.text) } == [["Nguyễn Thị Phương", "chưa nhận"], ["Thảo 08:42 25/11"]])
    #expect(line.broken(at: 60).flatMap { $0.parts.map(\.column) } == [1, 22, 1])
  }

  @Test(arguments: Language.allCases) func theEndOfTheDayCutsNoValue(language: Language) {
    var driver = TestDriver.signedIn(office: SampleOffice.enrolled(), size: Self.narrow, language: language)
    driver.press("<F8>")
    driver.expect(language.pick("chưa cài nơi sao lưu", "no place is set up"))
    driver.expect(language.pick("37 · F5 gửi ngay", "37 · F5 sends"))
    driver.expectSentence(language.pick("việc nào chưa gấp có thể để mai.", "what can wait may wait."))
    let failure = Failure.backupTargetMissing("/media/phong-mot-cua/o-dia-sao-luu-hang-ngay")
    driver.send(
      .answered(.backup(BackupStatus(isConfigured: true, isRunning: false, lastAt: nil, failure: failure))))
    // The news says it as a message too.
    driver.app.session.message = nil
    driver.expectSentence(failure.wording(language))
    for _ in 1...6 { driver.press("<down>") }
    #expect(driver.focusedLine.contains(language.pick("Sao lưu", "Backup")), "\(driver.text)")
  }

  @Test(arguments: Language.allCases) func noLabelAndNoExampleOfTheReceptionIsCut(language: Language) {
    let label = FormPage(form: Form(focus: "owner"), fields: [], language: language).labelWidth
    for field in ReceptionField.all.map(\.field) where field.width != .answerAtEnd {
      #expect(Surface.width(of: field.label(language)) <= label, "\(field.id.name)")
      let room = field.width == .short ? FormPage.shortWidth : 80 - label - 5
      #expect(Surface.width(of: field.placeholder?(language) ?? "") <= room, "\(field.id.name)")
    }
  }

  /// The help says in full why the chosen command is not available.
  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func theHelpCutsNoReasonOfTheChosenCommand(size: Size, language: Language) {
    var driver = TestDriver.signedIn(size: size, language: language)
    driver.press("?")
    driver.type("suspend")
    let whole = language.pick(
      "Tạm ra dấu nhắc lệnh – Máy này không cho tạm ra: đặt suspend = true trong settings.toml.",
      "Suspend – Not on this machine: set suspend = true in settings.toml.")
    for word in whole.split(separator: " ") { driver.expect(String(word)) }
  }

  /// In the form the paper with the cursor continues below its row.
  @Test(arguments: GoldenTests.sizes) func aPaperOfTheFormIsShownInFull(size: Size) throws {
    var driver = TestDriver.signedIn(size: size)
    driver.press("n")
    driver.type("1.001193")
    driver.press("<enter>")
    driver.go(to: Field.ID("form", 0))
    let name = try #require((driver.app.top.screen as? ReceiveState)?.components.first?.name)
    let rows = try #require(driver.screen.cursor).row
    let shown = driver.screen.lines[rows..<rows + 4].map { line in
      String(line.prefix(max(30, size.columns >= 110 ? size.columns * 6 / 10 - 22 : size.columns - 22)))
    }
    let flat = shown.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flat.contains(name), "\(driver.text)")
  }

  /// The usual answer about a death, and one of the longest answers of all.
  @Test(arguments: GoldenTests.sizes, [("1.000656", 0), ("2.001035", 1)])
  func anAnswerIsShownInFull(size: Size, asked: (String, Int)) throws {
    var driver = TestDriver.signedIn(size: size)
    driver.press("n")
    driver.type(asked.0)
    driver.press("<enter>")
    driver.go(to: Field.ID("question", 0))
    for _ in 0..<asked.1 { driver.press(" ") }
    let form = try #require(driver.app.top.screen as? ReceiveState)
    let number = try #require(Int(form.form.text(form.allQuestions[0])))
    let answer = try #require(form.procedure?.rules.questions[0].answers[number - 1])
    let row = try #require(driver.screen.cursor).row
    let width = size.columns >= 110 ? size.columns * 6 / 10 : size.columns
    let flat = driver.screen.lines[row..<row + 4].map { String($0.prefix(width)) }.joined(separator: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flat.contains(answer), "\(driver.text)")
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func questionsAboutPapersCutNothing(size: Size, language: Language) {
    var arrival = SupplementArrivalTests.waiting(size: size, language: language)
    arrival.press("g")
    var missing = TestDriver.signedIn(size: size, language: language)
    missing.press("n")
    missing.type("1.001193")
    missing.press("<enter>")
    missing.type("Hồ Thị Kăn Tưm")
    missing.press("<tab>", "<F2>")
    for driver in [arrival, missing] {
      let dialog = Self.dialog(driver)
      #expect(dialog.count > 4, "\(driver.text)")
      #expect(!dialog.contains { $0.contains("…") }, "\(driver.text)")
    }
  }

  /// The part of the screen inside the box.
  private static func dialog(_ driver: TestDriver) -> [Substring] {
    let lines = driver.screen.lines.map(Array.init)
    guard let top = lines.firstIndex(where: { $0.contains("┌") }), let left = lines[top].firstIndex(of: "┌"),
      let right = lines[top].lastIndex(of: "┐"), let bottom = lines.firstIndex(where: { $0.contains("└") }),
      top < bottom
    else { return [] }
    return lines[top...bottom].map { Substring(String($0[left...right])) }
  }
}
