import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// What is asked for stands one paper a line, and is ticked or typed.
@Suite struct SupplementRequestTests {
  /// The prompt over a dossier of which four papers are missing.
  static func asking(
    size: Size = Size(columns: 80, rows: 24), language: Language = .vi
  ) -> TestDriver {
    var driver = KeyDesk.at("nguyen van anh", SampleOffice.busy(requiresPIN: false))
    driver.size = size
    driver.app.session.language = language
    driver.send(.resized(size))
    driver.press("b")
    return driver
  }

  private static func missing(_ driver: TestDriver) -> [String] {
    driver.office.dossier(SampleOffice.id(5))?.components.filter { $0.form == .missing }.map(\.name) ?? []
  }

  private static func asked(_ driver: TestDriver) -> [String]? {
    driver.office.dossier(SampleOffice.id(5))?.supplementRequests.last?.items
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    var driver = Self.asking(size: size, language: language)
    driver.press("1", "<down>", "<down>")
    try Golden.check(driver.screen, GoldenTests.name("supplement", size, language))
  }

  @Test(arguments: [80, 60]) func everyPaperIsReadInFull(columns: Int) {
    let driver = Self.asking(size: Size(columns: columns, rows: 24))
    #expect(Self.missing(driver).count == 4)
    let inside = driver.screen.lines.map { $0.drop { $0 != "│" }.dropFirst().prefix { $0 != "│" } }
    let words = inside.joined(separator: " ").split(separator: " ").joined(separator: " ")
    for (index, name) in Self.missing(driver).enumerated() { #expect(words.contains("\(index + 1) ☐ \(name)")) }
  }

  @Test(arguments: [
    (["1", "2"], [0, 1]), (["2", "1"], [1, 0]), (["1", "2", "1"], [1]), (["<down>", " ", "<down>", " "], [0, 1]),
    (["<up>", " "], [3]), (["4", "<up>", " ", "2"], [1]), (["1", ";", " ", "2"], [0, 1]),
    (["<down>", " ", "3"], [0, 2]),
  ])
  func papersAreTicked(keys: [String], papers: [Int]) {
    var driver = Self.asking()
    for key in keys { driver.press(key) }
    driver.press("<enter>", "<enter>")
    #expect(Self.asked(driver) == papers.map { Self.missing(driver)[$0] })
  }

  /// A digit within words is text, and a tick that is set later does not tear them apart.
  @Test func whatElseIsMissingIsTyped() {
    var driver = Self.asking()
    driver.press("1")
    driver.type("ảnh 4x6; 2 bản sao")
    driver.press("<down>", "<down>", "<down>", " ")
    driver.type(", có công chứng")
    driver.press("<enter>", "<enter>")
    let missing = Self.missing(driver)
    #expect(Self.asked(driver) == [missing[0], missing[1], missing[2], "ảnh 4x6", "bản sao, có công chứng"])
  }

  /// A number that was meant as text loses its semicolon.
  @Test func anItemMayBeginWithADigit() {
    var driver = Self.asking()
    driver.press("2", "<bs>", "<bs>")
    driver.type(" ảnh 3x4")
    driver.press("<enter>", "<enter>")
    #expect(Self.asked(driver) == ["2 ảnh 3x4"])
  }

  @Test func theTicksAreThereAgainWhenThePromptWasLeft() {
    var driver = Self.asking()
    driver.press("1", "3", "<esc>", "b")
    driver.expect("1 ☒")
    driver.expect("2 ☐")
    driver.expect("3 ☒")
  }

  /// The cursor stands where the next key works: in the text, or on the paper that Space ticks.
  @Test func theCursorIsInTheTextOrOnThePaper() throws {
    var driver = Self.asking()
    driver.press("1")
    let text = try #require(driver.screen.cursor)
    #expect(driver.screen.lines[text.row].contains("1; "))
    driver.press("<down>")
    let paper = try #require(driver.screen.cursor)
    #expect(driver.screen.lines[paper.row].contains("▶"))
  }

  /// Days or a day, where no version says how long the citizen has; nothing is made up.
  @Test(arguments: [
    ("", nil), ("20", "15/12/2026"), ("24/12", "24/12/2026"), ("24/12/2026", "24/12/2026"),
    // The tenth day is a Saturday.
    ("10", "07/12/2026"),
  ])
  func theLastDayIsGiven(typed: String, day: String?) {
    var driver = Self.asking()
    driver.press("1", "<enter>")
    driver.expect("Hạn bổ sung?")
    #expect(Self.asked(driver) == nil)
    driver.type(typed)
    driver.press("<enter>")
    let request = driver.office.dossier(SampleOffice.id(5))?.supplementRequests.last
    #expect(request != nil && request?.until == day.flatMap { CivilDate(text: $0) })
    if let day { driver.expect("hạn \(day)") }
  }

  @Test(arguments: ["0", "25/11/2026", "1/1/2020", "mai"]) func aDayThatIsNoneIsAskedForAgain(typed: String) {
    var driver = Self.asking()
    driver.press("1", "<enter>")
    driver.type(typed)
    driver.press("<enter>")
    #expect(Self.asked(driver) == nil && driver.app.top.overlay is ActionPrompt)
  }

  /// On another dossier a number would be another paper, so the names are repeated.
  @Test func repeatingAsksForTheSamePapers() {
    var driver = Self.asking()
    let name = Self.missing(driver)[0]
    driver.press("1", "<enter>", "<enter>")
    KeyDesk.select("do thi thuy", &driver)
    driver.press(".")
    #expect(driver.office.dossier(SampleOffice.id(1))?.supplementRequests.last?.items == [name])
  }
}

/// The text in which items are words or numbers.
@Suite struct ItemTextTests {
  private static let names = ["Tờ khai", "Giấy chứng sinh", "Ảnh; 4x6"]

  @Test(arguments: [
    ("", []), ("; ;", []), ("1", ["Tờ khai"]), ("1; 2", ["Tờ khai", "Giấy chứng sinh"]), ("4", ["4"]),
    ("0", ["0"]), (" ảnh ;1 ", ["ảnh", "Tờ khai"]), ("2 bản", ["2 bản"]), ("3", ["Ảnh; 4x6"]),
  ])
  func aNumberIsTheNameInTheList(text: String, items: [String]) {
    #expect(ItemText(text, names: Self.names).named == items)
  }

  @Test func aNameWithASemicolonStaysANumber() {
    #expect(ItemText("1; 3; x", names: Self.names).textOfNames == "Tờ khai; 3; x")
  }

  @Test(arguments: [
    ("", 0, "1; "), ("1; ", 1, "1; 2; "), ("1; 2; ", 0, "2; "), ("1; ", 0, ""), ("ảnh", 0, "1; ảnh"),
    ("1; ảnh; ", 1, "1; 2; ảnh; "), ("Tờ khai; ảnh", 0, "ảnh"),
  ])
  func aTickIsANumberBeforeTheWords(text: String, index: Int, result: String) {
    var items = ItemText(text, names: Self.names)
    items.toggle(index)
    #expect(items.text == result)
  }

  @Test(arguments: [("", true), ("1; ", true), ("1", false), ("ảnh", false), ("ảnh;", true), ("ảnh ", false)])
  func anItemBeginsBehindASemicolon(text: String, isAtStart: Bool) {
    #expect(ItemText(text, names: Self.names).isAtStart == isAtStart)
  }
}
