import DossierDomain
import Terminal
import Testing

@testable import Screens

/// A machine without an office: the program leads to one.
@Suite struct FirstRunTests {
  static let places = FirstRun.Places(
    data: "/home/lan/.local/share/dossier", isGiven: false, demo: "/home/lan/.local/share/dossier-demo")

  /// Presses keys, reads the screen, and keeps what the run loop would have to do.
  struct Driver {
    var run: FirstRun
    var size: Size
    var now = SampleOffice.morning
    var outcome: FirstRun.Outcome?

    init(
      size: Size = Size(columns: 80, rows: 24), language: Language = .vi, places: FirstRun.Places = FirstRunTests.places
    ) {
      self.size = size
      run = FirstRun(language: language, places: places, size: size)
    }

    mutating func press(_ names: String...) {
      for name in names {
        guard let key = Key(name: name) else {
          Issue.record("no such key: \(name)")
          return
        }
        outcome = run.update(.key(key), now: now)
        // A key pressed on purpose, and not in one go with the one before.
        now = now.afterAPause
      }
    }

    mutating func type(_ text: String) {
      for character in text { outcome = run.update(.key(.character(character)), now: now) }
    }

    mutating func fill(code: String = "000.19.45.h50") {
      press("1")
      type("la lay")
      press("<enter>")
      type(code)
      press("<enter>")
      type("Hồ Thị Lan")
      press("<enter>")
    }

    var screen: Surface { run.view(size: size, now: now) }
    var text: String { screen.lines.joined(separator: "\n") }

    func expect(_ part: String, sourceLocation: SourceLocation = #_sourceLocation) {
      let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(flat.contains(part), "\(part) is not on the screen:\n\(text)", sourceLocation: sourceLocation)
    }

    func expectNot(_ part: String, sourceLocation: SourceLocation = #_sourceLocation) {
      #expect(!text.contains(part), "\(part) is on the screen:\n\(text)", sourceLocation: sourceLocation)
    }
  }

  // MARK: How it looks

  struct Step: CustomTestStringConvertible, Sendable {
    var name: String
    /// The text in the row of the cursor.
    var cursorRow: String
    var arrive: @Sendable (inout Driver) -> Void

    var testDescription: String { name }
  }

  static let steps: [Step] = [
    Step(name: "ways", cursorRow: "▶ 1") { _ in },
    Step(name: "unit", cursorRow: "la") {
      $0.press("1")
      $0.type("la")
    },
    Step(name: "wrong-code", cursorRow: "000.19/45") {
      $0.press("1")
      $0.type("la lay")
      $0.press("<enter>")
      $0.type("000.19/45")
      $0.press("<enter>")
    },
    Step(name: "pin", cursorRow: "◀") { $0.fill() },
    Step(name: "summary", cursorRow: "▶") {
      $0.fill()
      $0.press("<enter>")
    },
    Step(name: "failed", cursorRow: "▶") {
      $0.fill()
      $0.press("<enter>", "<enter>")
      $0.run.fail(
        $0.run.language.pick(
          "Ổ đĩa đầy: việc vừa làm chưa ghi. Xóa bớt tệp khác rồi làm lại.",
          "The disk is full: the last act was not written. Free some space and do it again."))
    },
    Step(name: "demo", cursorRow: "▶") { $0.press("2") },
    Step(name: "other-machine", cursorRow: "") { $0.press("3") },
  ]

  static let sizes = [Size(columns: 60, rows: 20), Size(columns: 80, rows: 24)]

  @Test(arguments: steps, sizes)
  func looks(step: Step, size: Size) throws {
    for language in Language.allCases {
      var driver = Driver(size: size, language: language)
      step.arrive(&driver)
      try Golden.check(driver.screen, GoldenTests.name("first-run-\(step.name)", size, language))
    }
  }

  /// A screen reader speaks the row of the terminal's cursor.
  @Test(arguments: steps, GoldenTests.sizes)
  func theCursorStandsWhereSheIs(step: Step, size: Size) throws {
    var driver = Driver(size: size)
    step.arrive(&driver)
    let cursor = try #require(driver.screen.cursor, "no cursor:\n\(driver.text)")
    #expect(driver.screen.lines[cursor.row].contains(step.cursorRow), "\(cursor) at \(size):\n\(driver.text)")
  }

  @Test func everyWordOfTheTextsCanBeReadOnTheSmallestScreen() {
    for (key, last) in [("2", "rm -r"), ("3", "cấp trùng mã hồ sơ")] {
      var driver = Driver(size: Self.sizes[0])
      driver.press(key)
      for _ in 0..<20 { driver.press("<down>") }
      driver.expect(last)
    }
  }

  /// A console without symbols, and a reader that speaks words.
  @Test(arguments: steps)
  func symbolsAreNotNeeded(step: Step) {
    var driver = Driver()
    step.arrive(&driver)
    #expect(driver.screen.asciiSymbols.lines.allSatisfy { line in !line.contains { "▶◀↑↓✗…·".contains($0) } })
    #expect(driver.screen.withoutBoxes.cursor == driver.screen.cursor)
  }

  @Test(arguments: Language.allCases)
  func aWindowThatIsTooSmallSaysWhatItNeeds(language: Language) {
    var driver = Driver(size: Size(columns: 40, rows: 10), language: language)
    driver.expect("60x20")
    _ = driver.run.update(.resized(Size(columns: 80, rows: 24)), now: driver.now)
    driver.size = Size(columns: 80, rows: 24)
    driver.expectNot("60x20")
  }

  // MARK: Making an office

  @Test func fourAnswersMakeAnOffice() {
    var driver = Driver()
    driver.fill()
    driver.press("<enter>")
    driver.expect("000.19.45.H50-261125-0001")
    driver.press("<enter>")
    let wanted = NewOffice(
      name: "xã La Lay", agencyCode: "000.19.45.H50", unitCode: "19594", firstClerk: "Hồ Thị Lan", requiresPIN: true)
    #expect(driver.outcome == .found(wanted))
    driver.expect("Đang tạo")
    // A second Enter founds nothing twice.
    driver.press("<enter>")
    #expect(driver.outcome == nil)
  }

  @Test func anOfficeOfOneClerkNeedsNoPIN() {
    var driver = Driver()
    driver.fill()
    driver.press("<right>", "<enter>", "<enter>")
    guard case .found(let office)? = driver.outcome else {
      Issue.record("nothing is founded:\n\(driver.text)")
      return
    }
    #expect(!office.requiresPIN)
  }

  @Test(arguments: ["", "00", "000,19,45,H50", "000.19.45.Đ50", "mã định danh"])
  func aWrongAgencyCodeIsNotTaken(code: String) {
    var driver = Driver()
    driver.press("1")
    driver.type("la lay")
    driver.press("<enter>")
    driver.type(code)
    driver.press("<enter>")
    driver.expect("✗ Mã định danh gồm chữ số, chữ hoa và dấu chấm")
    // Nor by going round it.
    driver.press("<tab>")
    driver.type("Hồ Thị Lan")
    driver.press("<enter>", "<enter>")
    driver.expect("✗ Mã định danh gồm chữ số, chữ hoa và dấu chấm")
    #expect(driver.run.form.focus == "agency-code")
    #expect(driver.run.newOffice == nil)
  }

  /// The code decides every dossier's code, so none is ever filled in.
  @Test func theAgencyCodeIsNeverProposed() {
    var driver = Driver()
    driver.press("1")
    driver.type("đông hà")
    driver.press("<enter>")
    #expect(driver.run.form.text(FirstRun.agencyCodeField).isEmpty)
    #expect(driver.run.form.text(FirstRun.nameField).hasSuffix("Đông Hà"))
  }

  @Test func onlyUnitsThatExistNowAreOffered() {
    var driver = Driver()
    driver.press("1")
    driver.type("a ngo")
    driver.expectNot("A Ngo")
    driver.press("<C-u>")
    driver.type("zzz")
    driver.expect("Không có xã, phường nào của Quảng Trị có tên như vậy.")
    driver.press("<enter>")
    driver.expect("✗ Hãy gõ tên xã, phường rồi chọn trong danh sách.")
  }

  @Test func aUnitThatIsTypedOverHasToBeChosenAgain() {
    var driver = Driver()
    driver.fill()
    driver.press("<up>", "<up>", "<up>", "<up>")
    driver.type("x")
    driver.press("<tab>", "<tab>", "<tab>", "<tab>", "<enter>")
    driver.expect("✗ Hãy gõ tên xã, phường rồi chọn trong danh sách.")
    #expect(driver.run.form.focus == "unit")
  }

  @Test func escapeLosesNothingThatWasTyped() {
    var driver = Driver()
    driver.fill()
    let form = driver.text
    driver.press("<esc>")
    driver.expect("Chưa có đơn vị nào trên máy này.")
    driver.press("<enter>")
    #expect(driver.text == form)
    driver.press("<enter>")
    driver.expect("Xem lại:")
    driver.press("<esc>")
    #expect(driver.text == form)
    driver.press("<enter>", "<F10>")
    driver.expect("Chưa có đơn vị nào trên máy này.")
    driver.press("1", "<enter>", "<enter>")
    #expect(driver.outcome != nil)
  }

  @Test func aFailureKeepsWhatWasTypedForAnotherTry() {
    var driver = Driver()
    driver.fill()
    driver.press("<enter>", "<enter>")
    let first = driver.outcome
    driver.run.fail("Ổ đĩa đầy.")
    driver.expect("Chưa tạo được đơn vị; những gì đã gõ vẫn còn đây. Ổ đĩa đầy.")
    driver.press("<enter>")
    #expect(driver.outcome == first && first != nil)
  }

  @Test func pastedTextGoesIntoTheField() {
    var driver = Driver()
    driver.press("1")
    _ = driver.run.update(.text("la lay\n"), now: driver.now)
    driver.expect("19594 Xã La Lay")
  }

  // MARK: The other ways

  @Test(arguments: ["<F10>", "<esc>"])
  func leavingLeaves(key: String) {
    var driver = Driver()
    driver.press(key)
    #expect(driver.outcome == .leave)
  }

  @Test func theInventedOfficeHasItsOwnFolderAndSaysHowItGoes() {
    var driver = Driver(
      places: FirstRun.Places(data: "/mnt/ổ đĩa/x", isGiven: true, demo: "/mnt/ổ đĩa/x-demo"))
    driver.press("<down>", "<enter>")
    driver.expect("rm -r '/mnt/ổ đĩa/x-demo'")
    driver.press("<enter>")
    #expect(driver.outcome == .demonstrate)
    driver.run.fail("Ổ đĩa đầy.")
    driver.expect("✗ Ổ đĩa đầy.")
    driver.press("<esc>", "3")
    driver.expect("dossier --data '/mnt/ổ đĩa/x' restore TỆP")
  }
}
