import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// The step of the internal procedure on the screens: whose turn it is, until when, and what is late.
@Suite struct StepScreenTests {
  private static let procedure = "1.004873"
  private static let one = DossierID(high: 300, low: 1)
  private static let other = DossierID(high: 300, low: 2)

  /// The sample office with steps for one procedure; two dossiers came on this morning at 07:10.
  private static func office(_ role: Clerk.Role? = .specialist) throws -> MemoryOffice {
    var office = SampleOffice.busy(requiresPIN: false)
    var version = try #require(office.snapshot.catalogue.version(of: procedure, on: SampleOffice.morning.civilDate))
    version.rules.steps = [
      StepRule(id: "nhan", name: "Tiếp nhận", step: .reception, role: .reception, hours: .known(1)),
      StepRule(
        id: "tham-dinh", name: "Thẩm định nội dung", step: .verification, role: role, hours: .known(4),
        signer: "Trưởng phòng", partner: "Công an xã"),
      StepRule(id: "ky", name: "Ký duyệt", step: .decision, role: .signingLeader, hours: .known(2)),
    ]
    office.snapshot.catalogue = Catalogue(changes: [version])
    for (id, owner) in [(one, "Hồ Thị Bưởi"), (other, "Hồ Thị Cam")] {
      let form = ReceptionForm(
        procedureCode: procedure, owner: Person(name: owner), components: [], assignee: SampleOffice.lan.id)
      _ = office.perform(
        Act(dossier: id, commands: [.receive(form)]), SampleOffice.lan.id, SampleOffice.moment("2026-11-25T07:10"))
    }
    return office
  }

  private static func driver(_ office: MemoryOffice, size: Size = Size(columns: 160, rows: 30)) -> TestDriver {
    TestDriver.signedIn(office: office, size: size)
  }

  @Test func theListSaysWhatIsLateBeforeTheDossierIs() throws {
    var driver = Self.driver(try Self.office())
    driver.press("3")
    driver.expect("Tiếp nhận · quá bước 32 phút")
    var narrow = Self.driver(try Self.office(), size: Size(columns: 80, rows: 24))
    narrow.press("3", "/")
    narrow.type("bưởi")
    narrow.press("<enter>")
    narrow.expectFocus("▶!")
    narrow.expect("bước \"Tiếp nhận\" · quá bước 32 phút")
  }

  @Test func twoWordsKeepExactlyTheLateOnes() throws {
    var driver = Self.driver(try Self.office())
    driver.press("7", "/")
    driver.type("qua buoc")
    driver.expect("2 hồ sơ khớp")
    driver.type(" cam")
    driver.expect("1 hồ sơ khớp")
    driver.expect("Hồ Thị Cam")
    driver.expectNot("Hồ Thị Bưởi")
  }

  @Test(arguments: [
    ("quá bước", "", true), ("Quá bước lan", "lan", true), ("hồ qua buoc", "hồ", true), ("late step", "", true),
    ("quá", "quá", false), ("bước quá", "bước quá", false), ("  Kăn  ", "  Kăn  ", false), ("", "", false),
  ])
  func theWordsOfTheFilter(typed: String, rest: String, isStepLate: Bool) {
    let filter = TypedFilter(typed)
    #expect(filter.text == rest && filter.isStepLate == isStepLate)
  }

  @Test func theFirstScreenCountsThem() throws {
    var driver = Self.driver(try Self.office())
    driver.press("h")
    driver.expect("2 hồ sơ quá hạn của bước.")
  }

  /// The next step and the one clerk whose work it is are proposed.
  @Test func handingOverProposesStepAndClerk() throws {
    var office = try Self.office()
    let lan = Clerk(id: SampleOffice.lan.id, name: SampleOffice.lan.name, roles: [.reception])
    office.snapshot.clerks = [lan, SampleOffice.dat, SampleOffice.moi]
    var driver = Self.driver(office)
    driver.press("7", "/")
    driver.type("bưởi")
    driver.press("<enter>", "c")
    driver.expect("Thẩm định nội dung (chuyên môn, 4 giờ)")
    driver.press("<enter>")
    driver.expect("Lê Quốc Đạt")
    driver.expectNot("Kray Thị Mơi")
    driver.press("<enter>")
    let dossier = try #require(driver.office.dossier(Self.one))
    #expect(dossier.assignee == SampleOffice.dat.id && dossier.stepFact?.id == "tham-dinh")
    driver.expectSentence("bước Thẩm định nội dung, hạn 14:42 25/11/2026.")
  }

  @Test func theHeadOfDeskMayHandItToAnybody() throws {
    var driver = Self.driver(try Self.office(.administrator))
    driver.press("7", "/")
    driver.type("bưởi")
    driver.press("<enter>", "c", "<enter>")
    driver.expect("Kray Thị Mơi")
  }

  @Test func withoutAnybodyOfTheRoleTheWayOutIsNamed() throws {
    var office = try Self.office(.administrator)
    office.snapshot.clerks = office.snapshot.clerks.map { clerk in
      var clerk = clerk
      clerk.roles.remove(.headOfDesk)
      return clerk
    }
    var driver = Self.driver(office)
    driver.press("7", "/")
    driver.type("bưởi")
    driver.press("<enter>", "c", "<enter>")
    driver.expectSentence("để trống (chưa ai là quản trị: phụ trách bộ phận chuyển)")
    driver.expectNot("Kray Thị Mơi")
  }

  @Test func theDossierAndItsControlSlipNameEachStep() throws {
    var office = try Self.office()
    _ = office.perform(
      Act(
        dossier: Self.one, commands: [.handOver(step: .verification, to: SampleOffice.dat.id)]), SampleOffice.lan.id,
      SampleOffice.moment("2026-11-25T08:20"))
    var driver = Self.driver(office)
    driver.press("7", "/")
    driver.type("bưởi")
    driver.press("<enter>", "<enter>")
    driver.expect("Thẩm định nội dung · chuyên môn")
    driver.expect("14:20 25/11/2026")
    driver.expect("Trưởng phòng")
    driver.expect("Công an xã")
    driver.press("4")
    driver.expectSentence("Tiếp nhận, hạn 08:10 25/11, quá hạn")
    driver.expectSentence("Thẩm định nội dung, hạn 14:20 25/11")
    driver.press("3")
    driver.expectSentence("Chuyển bước Thẩm định nội dung: Lê Quốc Đạt, hạn của bước 14:20 25/11/2026")
  }
}
