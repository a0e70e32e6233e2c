import Documents
import DossierDomain
import OfficeWork
import Terminal
import Testing
import VietnameseText

@testable import Screens

@Suite struct ImportTests {
  static func driver(size: Size = Size(columns: 80, rows: 24), _ language: Language = .vi) -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    office.registers.files = [
      "/media/usb/so-thang-11.csv": MemoryRegisters.form07, "/home/lan/khac.csv": "không,có,gì\n",
    ]
    var driver = TestDriver.signedIn(office: office, size: size, language: language)
    driver.press(":")
    driver.type("import")
    driver.press("<enter>")
    return driver
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)], Language.allCases)
  func looks(size: Size, language: Language) throws {
    var driver = Self.driver(size: size, language)
    try Golden.check(driver.screen, GoldenTests.name("import-files", size, language))
    driver.press("<down>", "<enter>")
    try Golden.check(driver.screen, GoldenTests.name("import-open", size, language))
    driver.press("<down>", "<right>", "<right>", "<right>", "<right>", "<right>")
    try Golden.check(driver.screen, GoldenTests.name("import-ready", size, language))
    driver.press("<down>", "<down>")
    try Golden.check(driver.screen, GoldenTests.name("import-reason", size, language))
  }

  /// What the list cuts at 80 columns stands below it.
  @Test(arguments: [(60, 20), (80, 24)], Language.allCases)
  func allOfARowIsReadOnANarrowTerminal(_ size: (columns: Int, rows: Int), _ language: Language) throws {
    var driver = Self.driver(size: Size(columns: size.columns, rows: size.rows), language)
    driver.press("<down>", "<enter>", "<down>", "<right>", "<right>", "<right>", "<right>", "<right>", "<up>")
    func squeezed(_ text: String) -> String { text.filter { $0 != " " && $0 != "\n" } }
    let state = try #require(driver.app.top.screen as? ImportState)
    let look = try #require(state.look)
    for (place, row) in state.rows.enumerated() {
      if place > 0 { driver.press("<down>") }
      let screen = squeezed(driver.screen.lines.joined(separator: "\n"))
      let texts: [String]
      switch row {
      case .column(let column):
        let understood = try #require(look.understanding?.columns[column])
        texts =
          [understood.explanation(language).meaning, understood.explanation(language).grounds] + understood.samples
      case .sentence(let number): texts = [look.sentences[number]]
      case .first(let outcome): texts = [look.firsts[outcome]?.wording(language) ?? "", outcome.wording(language)]
      case .status(let word): texts = [word]
      case .remembered, .agreement, .dateOrder, .encoding, .sheet: texts = []
      }
      for text in texts {
        #expect(screen.contains(squeezed(text)), "\(text)\n\(driver.screen.lines.joined(separator: "\n"))")
      }
    }
  }

  @Test func aColumnIsNamedAWordIsGivenAStatusAndTheFileIsTakenIn() throws {
    var driver = Self.driver()
    driver.expect("/media/usb/so-thang-11.csv")
    driver.type("/media")
    driver.expectNot("/home/lan")
    driver.press("<tab>", "<enter>")
    driver.expect("Còn phải trả lời")
    // Enter takes nothing in while the owner's column is not known.
    driver.press("<enter>")
    driver.expect("Tệp còn để ngỏ")
    #expect(driver.office.registers.taken.isEmpty)
    // The second column becomes the owner's name.
    driver.press("<down>")
    let meanings = RegisterColumn.allCases.filter(\.isTakenIn)
    for _ in 0...(meanings.firstIndex(of: .owner) ?? 0) { driver.press("<right>") }
    driver.expect("Nếu nhập: mới 1, cập nhật 0, không đổi 0, để riêng 2")
    driver.expect("\"Xong bước 2\"")
    Self.move(&driver, to: .status("Xong bước 2"))
    for _ in 0..<9 { driver.press("<right>") }
    driver.expect("Nếu nhập: mới 2, cập nhật 0, không đổi 0, để riêng 1")
    driver.press("<enter>")
    driver.expect("Đã nhập 2")
    driver.expect("so-thang-11.csv.rejects.csv")
    let query = try #require(driver.office.registers.taken.first)
    #expect(query.choices.columns == ["b": .meaning(.owner)] && query.choices.statuses == ["xong buoc 2": .completed])
    // It is taken in once.
    driver.wait(minutes: 1)
    driver.press("<enter>")
    #expect(driver.office.registers.taken.count == 1)
    driver.press("<esc>")
    driver.expect("Tệp:")
    driver.press("<esc>")
    #expect(driver.app.context == .queue)
  }

  @Test func aFileThatIsNoRegisterSaysSo() {
    var driver = Self.driver()
    driver.press("<enter>")
    driver.expect("Không đọc được tệp này")
    driver.press("<enter>")
    driver.expect("Esc để chọn tệp khác")
    driver.press("<esc>")
    driver.type("/nowhere.csv")
    driver.press("<enter>")
    driver.expect("Không đọc được tệp /nowhere.csv")
  }

  @Test func thePathCanBeGivenWithTheCommand() {
    var driver = Self.driver()
    driver.press("<esc>", ":")
    driver.type("import /media/usb/so-thang-11.csv")
    driver.press("<enter>")
    driver.expect("Còn phải trả lời")
    Self.move(&driver, to: .dateOrder)
    driver.press("<right>", "<right>")
    driver.expect("◀ tháng trước ngày ▶")
    #expect((driver.app.top.screen as? ImportState)?.query.choices.dateOrder == .monthFirst)
  }

  @Test func aDateInDoubtIsAskedAboutAsAtTheReception() throws {
    var office = SampleOffice.busy(requiresPIN: false)
    office.registers.files = ["/so.csv": "Mã hồ sơ;Chủ hồ sơ;Ngày nhận\nA-261105-1;Hồ Thị Một;05/11/2026\n"]
    office.registers.clockDoubt = .earlier(thanEntryAt: SampleOffice.moment("2026-11-27T16:31"))
    var driver = TestDriver.signedIn(office: office)
    driver.press(":")
    driver.type("import /so.csv")
    driver.press("<enter>", "<enter>")
    driver.expect("Hôm nay là thứ Tư, ngày 25/11/2026, 08:42?")
    driver.expect("Đúng. Nhập sổ theo ngày này.")
    // An Enter of habit takes nothing in.
    driver.press("<enter>")
    driver.expectSentence("Chưa ghi gì vì ngày giờ máy đáng ngờ")
    #expect(driver.office.registers.taken.isEmpty)
    driver.wait(minutes: 1)
    driver.press("<enter>", "1")
    driver.expect("Đã nhập 1")
    #expect(driver.office.registers.taken.map(\.confirmsClock) == [true])
  }

  private static func move(_ driver: inout TestDriver, to row: ImportState.Row) {
    guard let state = driver.app.top.screen as? ImportState, let place = state.rows.firstIndex(of: row) else {
      Issue.record("no row \(row)")
      return
    }
    for _ in 0..<abs(place - state.window.chosen) { driver.press(place > state.window.chosen ? "<down>" : "<up>") }
  }

  @Test func aStatusThatWasUnderstoodIsChangedAndChangedBack() throws {
    var driver = Self.driver()
    driver.press("<down>", "<enter>", "<down>", "<right>", "<right>", "<right>", "<right>", "<right>")
    Self.move(&driver, to: .status("Đang xử lý"))
    driver.expect("trạng thái, hiểu theo từ")
    driver.press("<right>")
    var query = try #require((driver.app.top.screen as? ImportState)?.query)
    #expect(query.choices.statuses == ["dang xu ly": .supplementRequested])
    driver.expect("\"Đang xử lý\": \(DossierStatus.supplementRequested.wording(.vi))")
    driver.press("<enter>")
    #expect(driver.office.registers.taken.first?.choices.statuses == ["dang xu ly": .supplementRequested])
    var back = Self.driver()
    back.press("<down>", "<enter>", "<down>", "<right>", "<right>", "<right>", "<right>", "<right>")
    Self.move(&back, to: .status("Đang xử lý"))
    back.press("<right>", "<left>")
    query = try #require((back.app.top.screen as? ImportState)?.query)
    #expect(query.choices.statuses.isEmpty)
  }

  @Test func theSheetOfAWorkbookIsChosen() throws {
    var office = SampleOffice.busy(requiresPIN: false)
    let rows = "Mã hồ sơ;Chủ hồ sơ;Ngày nhận\nA-261105-1;Hồ Thị Một;05/11/2026\n"
    office.registers.files = [
      "/so.xlsx#Bìa": "Sổ theo dõi\n", "/so.xlsx#Tháng 11": rows,
      "/so.xlsx#Cũ": rows + rows.replacing("1;H", with: "2;H"),
    ]
    office.registers.sheets["/so.xlsx"] = [
      RegisterSheet(name: "Bìa", isHidden: false), RegisterSheet(name: "Tháng 11", isHidden: false),
      RegisterSheet(name: "Hỏng", isHidden: false), RegisterSheet(name: "Cũ", isHidden: true),
    ]
    var driver = TestDriver.signedIn(office: office)
    driver.press(":")
    driver.type("import /so.xlsx")
    driver.press("<enter>")
    // A sheet without a register can be left for another one.
    driver.expect("◀ \"Bìa\" ▶")
    driver.expect("\"Cũ\" (ẩn)")
    driver.press("<enter>")
    driver.expect("▶ ở dòng \"(trang tính)\" để đọc trang khác")
    driver.press("<right>")
    driver.expect("Nếu nhập: mới 1")
    try Golden.check(driver.screen, "import-sheet-80x24-vi")
    // The cursor stays on the sheets, also where there are more rows now, or none.
    driver.press("<right>")
    driver.expect("◀ \"Hỏng\" ▶")
    driver.press("<right>")
    driver.expect("◀ \"Cũ\" (ẩn) ▶")
    #expect((driver.app.top.screen as? ImportState)?.query.choices.isEmpty == true)
    driver.press("<enter>")
    #expect(driver.office.registers.taken.first?.sheet == "Cũ")
  }

  @Test func anEncodingThatIsNotKnownIsChosen() throws {
    var office = SampleOffice.busy(requiresPIN: false)
    office.registers.files = ["/so.csv": "Mã hồ sơ;Chủ hồ sơ;Ngày nhận\nA-261105-1;Hồ Thị Một;05/11/2026\n"]
    office.registers.encodingsUnknown = ["/so.csv"]
    var driver = TestDriver.signedIn(office: office)
    driver.press(":")
    driver.type("import /so.csv")
    driver.press("<enter>")
    driver.expect("(bảng mã)")
    driver.press("<enter>")
    driver.expect("Chưa rõ bảng mã: ▶ ở dòng \"(bảng mã)\" để chọn.")
    driver.press("<right>")
    driver.expect("Nếu nhập: mới 1")
    let state = try #require(driver.app.top.screen as? ImportState)
    #expect(state.query.choices.encoding == TextEncoding.allCases.first && state.chosenRow == .encoding)
    driver.wait(minutes: 1)
    driver.press("<enter>")
    #expect(driver.office.registers.taken.first?.choices.encoding == TextEncoding.allCases.first)
  }

  private static func known(_ change: (inout MemoryRegisters) -> Void) -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    office.registers.files = [
      "/so.csv": "Mã hồ sơ;Khách;Ngày nhận\nA-261105-1;Hồ Thị Một;05/11/2026\nA-261105-2;Hồ Thị Hai;05/11/2026\n"
    ]
    office.registers.remembered = RegisterChoices(columns: ["b": .meaning(.owner)])
    change(&office.registers)
    var driver = TestDriver.signedIn(office: office)
    driver.press(":")
    driver.type("import /so.csv")
    driver.press("<enter>")
    return driver
  }

  /// The row stands first, so that one key says yes.
  @Test func whatIsOnlyReadDifferentlyIsTakenWithOneKey() throws {
    var driver = Self.known {
      $0.remembered = nil
      $0.files = ["/so.csv": $0.files["/so.csv"]?.replacing("Khách", with: "Chủ hồ sơ") ?? ""]
      $0.readDifferently = 2
    }
    driver.expect("(khác cách đọc)")
    driver.expect("◀ để nguyên ▶")
    driver.press("<enter>")
    driver.expect("▶ ở dòng \"(khác cách đọc)\" để lấy")
    #expect(driver.office.registers.taken.isEmpty)
    driver.press("<right>")
    driver.expect("Nếu nhập: mới 0, cập nhật 2")
    try Golden.check(driver.screen, "import-readings-80x24-vi")
    driver.press("<enter>")
    driver.expect("cập nhật 2")
    #expect(driver.office.registers.taken.first?.agreement == .readings)
  }

  /// The agreement comes above the column whose change has brought it, and the next key changes the column further.
  @Test func theCursorStaysOnItsRowWhenOneComesAbove() {
    var driver = Self.known {
      $0.remembered = nil
      $0.readDifferently = 1
    }
    driver.press("<down>")
    let meanings = RegisterColumn.allCases.filter(\.isTakenIn)
    for _ in 0...(meanings.firstIndex(of: .owner) ?? 0) { driver.press("<right>") }
    driver.expect("(khác cách đọc)")
    let state = driver.app.top.screen as? ImportState
    #expect(state?.chosenRow == .column(1))
    driver.press("<left>")
    #expect((driver.app.top.screen as? ImportState)?.query.agreement == [])
    driver.expectNot("(khác cách đọc)")
  }

  @Test func theChoicesOfLastTimeHoldAndAreDroppedWithOneKey() throws {
    var driver = Self.known { _ in }
    driver.expect("◀ dùng lại lựa chọn ▶")
    driver.expect("Nếu nhập: mới 2")
    try Golden.check(driver.screen, "import-remembered-80x24-vi")
    var taking = driver
    taking.press("<enter>")
    #expect(taking.office.registers.taken.first?.choices.columns == ["b": .meaning(.owner)])
    driver.press("<right>")
    driver.expectNot("dùng lại lựa chọn")
    driver.expect("Còn phải trả lời")
    driver.press("<enter>")
    #expect(driver.office.registers.taken.isEmpty)
  }

  @Test func onlyWhoMayImportIsOfferedIt() {
    var office = SampleOffice.busy(requiresPIN: false)
    office.snapshot.lookingOn = .anotherWindowWrites
    var driver = TestDriver.signedIn(office: office)
    driver.press(":")
    driver.type("import")
    driver.press("<enter>")
    #expect(driver.app.context != .importing)
  }
}
