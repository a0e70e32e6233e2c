import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// Which group opens, what is marked, and what an empty field remembers.
@Suite struct LookupOrderTests {
  private func driver(_ typed: String) -> TestDriver {
    var driver = TestDriver.signedIn(office: SampleOffice.withNamesakes())
    driver.press("<F3>")
    driver.type(typed)
    return driver
  }

  @Test(arguments: [
    ("ho thi mai", LookupState.Group.people), ("ho mai", .people), ("mai", .people), ("khai sinh", .procedures),
    ("doc than", .procedures), ("tthn", .procedures), ("khai sanh", .procedures), ("cuoi", .procedures),
    ("tran hoa", .people), ("261123", .dossiers), ("zzz", .procedures),
  ])
  func theGroupWithTheBestAnswerOpens(typed: String, group: LookupState.Group) throws {
    let state = try #require(driver(typed).app.top.screen as? LookupState)
    #expect(state.group == group)
  }

  @Test(arguments: LookupTests.sizes)
  func namesakes(size: Size) throws {
    var driver = TestDriver.signedIn(office: SampleOffice.withNamesakes(), size: size)
    driver.press("<F3>")
    driver.type("ho thi mai")
    try Golden.check(driver.screen, GoldenTests.name("lookup-people", size, .vi))
    driver.press("<tab>")
    try Golden.check(driver.screen, GoldenTests.name("lookup-namesakes", size, .vi))
  }

  /// The look-up of so many people of one name.
  private func bearers(_ count: Int) -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    for index in 0..<count {
      let form = ReceptionForm(
        procedureCode: "2.000815", owner: Person(name: "Trần Văn Mười", birth: String(1905 + index)), components: [])
      _ = office.perform(
        Act(dossier: SampleOffice.id(100 + index), commands: [.receive(form)]), SampleOffice.lan.id,
        SampleOffice.moment("2026-11-25T08:0\(index % 10)"))
    }
    var driver = TestDriver.signedIn(office: office)
    driver.press("<F3>")
    driver.type("tran van muoi")
    return driver
  }

  /// Page after page, and the cursor stays with the person whom it is on.
  @Test func everyBearerOfANameIsReached() {
    var driver = bearers(120)
    driver.expect("Người (12+)")
    for _ in 1...30 {
      let before = driver.focusedLine
      driver.press("<pgdn>")
      #expect(driver.focusedLine != before || !driver.text.contains("PgDn"), "\(driver.text)")
    }
    driver.expect("Người (120)")
    driver.expectNot("PgDn: liệt kê thêm người.")
  }

  @Test func pageDownListsThePeopleWhoWereNotRead() throws {
    var driver = bearers(14)
    driver.expect("Người (12+)")
    driver.expect("PgDn: liệt kê thêm người.")
    driver.press("<pgdn>")
    driver.expectNot("Người (14)")
    driver.press("<pgdn>")
    driver.expect("Người (14)")
    driver.expectNot("PgDn: liệt kê thêm người.")
  }

  @Test func theOnlyDossierOfAPersonOpensAtOnce() {
    var driver = driver("kan tum")
    driver.press("<enter>")
    #expect(driver.app.context == .detail)
    driver.expect("261118-0001")
    driver.press("<esc>")
    driver.expect("> kan tum")
  }

  /// The letters that act on a dossier are text here, so none of them is named.
  @Test func theChosenRowSaysHowItStands() {
    let one = driver("kan tum")
    one.expect("Hồ Thị Kăn Tưm · Cấp Giấy xác nhận")
    one.expect("hẹn trả 17:00")
    var several = driver("ho thi mai")
    several.expect(" · Chứng thực bản sao từ bản chính")
    several.press("<tab>")
    several.expect("hẹn trả")
    for letter in ["(M)", "(R)", "Z xem"] {
      one.expectNot(letter)
      several.expectNot(letter)
    }
  }

  @Test func earlierQueriesComeBackInAnEmptyField() {
    var driver = driver("ho mai")
    driver.press("<esc>", "<F3>")
    driver.expect("↑ lần tìm trước")
    driver.type("doc than")
    driver.press("<esc>", "<F3>", "<up>")
    driver.expect("> doc than")
    driver.press("<up>")
    driver.expect("> ho mai")
    driver.press("<up>")
    driver.expect("> ho mai")
    driver.press("<down>")
    driver.expect("> ho mai")
    // They are those of one clerk.
    driver.press("<esc>", "<F12>", "1", "<F3>", "<up>")
    driver.expectNot("ho mai")
  }

  @Test func whatWasTypedIsMarkedInTheRows() {
    let driver = driver("ho mai")
    let marked = driver.marked
    #expect(marked.contains("Hồ") && marked.contains("Mai") && !marked.contains("Thị"))
  }
}
