import DossierDomain
import Terminal
import Testing

@testable import Screens

/// A screen reader speaks the row of the terminal's cursor, so the cursor stands on the marked row or in the field with
/// the typed text.
@Suite struct CursorTests {
  /// A screen and the keys pressed there; `row` is the text in the cursor's row afterwards.
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var context: Context
    var row: String
    var arrive: @Sendable (Size) -> TestDriver

    var testDescription: String { name }

    init(_ name: String, _ context: Context, row: String = "▶", arrive: @escaping @Sendable (Size) -> TestDriver) {
      (self.name, self.context, self.row, self.arrive) = (name, context, row, arrive)
    }

    /// Begins in the queue of all dossiers.
    init(
      _ name: String, _ context: Context, _ keys: [String], typing text: String = "", then: [String] = [],
      row: String = "▶"
    ) {
      self.init(name, context, row: row) { size in
        var driver = TestDriver.signedIn(size: size)
        driver.press("7")
        for key in keys { driver.press(key) }
        driver.type(text)
        for key in then { driver.press(key) }
        return driver
      }
    }
  }

  static let cases: [Case] = [
    Case("sign-in", .signIn) { TestDriver(size: $0) },
    Case("PIN", .signIn, row: "Mã PIN:") { size in
      var driver = TestDriver(size: size)
      driver.press("2", "1")
      return driver
    },
    Case("queue", .queue, ["<down>", "<down>"]),
    Case("filter", .queue, ["/"], typing: "h", row: "Lọc: h"),
    Case(
      "nothing matches", .queue, ["/"], typing: "qqqq", then: ["<enter>"], row: "Không có hồ sơ nào khớp"),
    Case("code", .queue, ["0"], typing: "00", row: "Bốn số cuối của mã: 00"),
    Case("order", .queue, ["o"], row: "▶Hạn gấp trước"),
    Case("reception", .receive, ["n"], row: "▶ Thủ tục"),
    Case("a field of the reception", .receive, ["n", "<tab>", "<tab>"], row: "▶ Số định danh"),
    Case("suggestions while typing", .receive, ["n"], typing: "khai", row: "▶ Thủ tục"),
    Case("suggestions", .receive, ["n"], typing: "khai", then: ["<down>"], row: "  ▶ "),
    Case("look-up while typing", .lookup, ["<F3>"], typing: "khai", row: " > khai"),
    Case("look-up", .lookup, ["<F3>"], typing: "khai", then: ["<down>"]),
    Case("papers not marked", .receive, row: "· ") { size in
      var driver = TestDriver.signedIn(size: size)
      driver.press("n")
      driver.type("1.000894")
      driver.press("<enter>")
      driver.type("Hồ Thị Kăn Tưm")
      driver.press("<F2>")
      return driver
    },
    Case("what else is to be brought", .receive, row: "Giấy hẹn cũ") { size in
      var driver = WaysOutTests.form(size: size)
      driver.press("<A-y>")
      driver.type("Giấy hẹn cũ")
      return driver
    },
    Case("why it is refused", .receive, row: "không thuộc") { size in
      var driver = WaysOutTests.form(size: size)
      driver.press("<A-k>")
      driver.type("không thuộc")
      return driver
    },
    Case("certified copies", .certification, [","], typing: "Hồ", row: "▶ Người yêu cầu"),
    Case("what the citizen sees", .tell, ["<enter>", ">"], row: "Mã hồ sơ"),
    Case("calls", .calls) { size in
      var driver = CallsTests.waiting(size: size)
      driver.press("<down>")
      return driver
    },
    Case("day's start", .dayStart, ["h", "<down>", "<down>"]),
    Case("day's end", .dayEnd, ["<F8>", "<down>"]),
    Case("what is open", .openWork, ["<F8>", "<down>", "<down>", "<down>", "<enter>", "<down>"]),
    Case("clerks", .staff, ["i", "<down>"]),
    Case("exchange", .sync, row: "Lần trước") { size in
      var driver = SyncScreenTests.open(size: size)
      driver.press("<down>")
      return driver
    },
    Case("outbox", .outbox) { OutboxScreenTests.open(size: $0) },
    Case("outbox search", .outbox, row: "Tìm: x") { size in
      var driver = OutboxScreenTests.open(size: size)
      driver.press("/", "x")
      return driver
    },
    Case("register: the path", .importing, [":"], typing: "import", then: ["<enter>"], row: "Tệp:"),
    Case("register: the files", .importing) { size in
      var driver = ImportTests.driver(size: size)
      driver.press("<down>")
      return driver
    },
    Case("register: the columns", .importing) { size in
      var driver = ImportTests.driver(size: size)
      driver.press("<down>", "<enter>", "<down>", "<down>")
      return driver
    },
    Case("conflict", .conflict) { size in
      var driver = ConflictTests.atTheCard(size: size)
      driver.press("<down>")
      return driver
    },
    Case("papers to print", .papers, ["<C-p>"]),
    Case("a paper as text", .papers, ["<C-p>", "<enter>", "<down>"]),
    Case("a declaration", .declaration, row: "▶ Nơi cư trú") { size in
      var driver = PapersScreenTests.atThePanel(size: size, declaration: "marital-status")
      driver.press("<enter>")
      return driver
    },
    Case("not printed", .toPrint) { size in
      var driver = PapersScreenTests.atThePanel(size: size)
      driver.press("<enter>", "<enter>", "<esc>", "<F8>", "<end>", "<up>", "<enter>")
      return driver
    },
    Case("blank receipts", .blanks) { BlanksScreenTests.open(size: $0) },
    Case("no blank receipts", .blanks, [":"], typing: "blanks", then: ["<enter>"], row: "Máy này chưa in"),
    Case("blanks to strike", .blanks) { size in
      var driver = BlanksScreenTests.open(size: size)
      driver.press("<C-x>")
      driver.type("phieu uot")
      driver.press("<enter>")
      return driver
    },
    Case("papers", .detail, ["<enter>", "2", "<down>"]),
    Case("help while typing", .queue, ["?"], typing: "s", row: "Tìm: s"),
    Case("help", .queue, ["?", "<down>", "<down>"]),
    Case("palette while typing", .queue, [":"], typing: "s", row: ":s"),
    Case("palette", .queue, [":", "<down>", "<down>"]),
    Case("prompt with a choice", .queue, ["c", "<down>"]),
    Case("prompt with a text", .detail, ["<enter>", "w"], typing: "gọi lại", row: "gọi lại"),
    Case("what can be undone", .undoList, ["<C-u>", "<down>"]),
    Case("undo?", .undoList, ["<C-u>", "<enter>"], row: "Nguyễn Văn Ánh"),
    Case("many dossiers", .queue, ["*", "w"], typing: "gọi", then: ["<enter>"], row: "người khác"),
    Case("date", .receive) { ClockQuestionTests.atTheQuestion(size: $0) },
    Case("last number", .receive, row: "Số cuối trên giấy") { LastNumberQuestionTests.atTheQuestion(size: $0) },
    Case("appointments", .appointments) { size in
      var driver = AppointmentsTests.corrected(size: size)
      driver.press("!", "<down>")
      return driver
    },
    Case("procedures that changed", .procedureNews) { size in
      var driver = ProcedureNewsTests.open(size: size)
      driver.press("<down>")
      return driver
    },
    Case("opening hours", .opening) { OpeningScreenTests.open(size: $0) },
    Case("grid", .queue) { size in
      var driver = SupplementArrivalTests.waiting(size: size)
      driver.press("g", "<down>")
      return driver
    },
    Case("PIN once more", .queue, row: "Mã PIN của") { ConfirmTests.atTheQuestion(size: $0) },
  ]

  @Test(arguments: cases, [false, true])
  func theCursorStandsWhereSheIs(place: Case, isPlain: Bool) throws {
    for size in GoldenTests.sizes {
      var driver = place.arrive(size)
      driver.app.session.isPlain = isPlain
      #expect(driver.app.context == place.context)
      let surface = driver.screen
      let cursor = try #require(surface.cursor, "no cursor:\n\(driver.text)")
      #expect(surface.lines[cursor.row].contains(place.row), "\(cursor) at \(size):\n\(driver.text)")
    }
  }

  /// In the texts of a dossier nothing is selected on a normal screen, but a screen reader visits all lines.
  @Test(arguments: DetailState.Tab.allCases)
  func aReaderIsLedThroughADossier(tab: DetailState.Tab) throws {
    var driver = TestDriver.signedIn()
    driver.app.session.isPlain = true
    driver.press("7", "<enter>", "\(tab.rawValue)")
    for key in ["<home>", "<down>", "<end>"] {
      driver.press(key)
      let cursor = try #require(driver.screen.cursor)
      #expect(driver.screen.lines[cursor.row].hasPrefix("▶"), "\(key):\n\(driver.text)")
    }
  }

  @Test func noScreenIsLeftOut() {
    #expect(Set(Self.cases.map(\.context)) == Set(Context.allCases))
  }

  /// A screen reader would read the visible halves of the lines below a question, which is useless.
  @Test(arguments: cases)
  func inPlainModeAQuestionIsAScreenOfItsOwn(place: Case) {
    var driver = place.arrive(Size(columns: 80, rows: 24))
    guard let overlay = driver.app.top.overlay else { return }
    driver.app.session.isPlain = true
    var alone = Surface(size: driver.size)
    overlay.draw(on: &alone, app: driver.app, now: driver.now)
    #expect(driver.screen.lines.prefix(20) == alone.lines.prefix(20))
  }

  @Test func inPlainModeWhatIsDoneAndOpenIsSaidInWords() {
    var driver = TestDriver.signedIn()
    driver.press("<F8>")
    driver.app.session.isPlain = true
    driver.expect("chưa Sao lưu")
    driver.expect("chưa Quá hạn, chưa xong")
    driver.expect("xong Nháp tiếp nhận còn dở")
    driver.expectNot("☐")
    driver.expectNot("☑")
  }
}
