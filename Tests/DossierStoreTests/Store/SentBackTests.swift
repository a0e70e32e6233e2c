import DossierDomain
import OfficeWork
import Testing

@testable import DossierStore

/// What people were sent back for is counted by the names of papers, and says nothing of anybody.
@Suite struct SentBackTests {
  private static let papers = ["Giấy chứng sinh", "Tờ khai"]

  private static func ask(_ items: [String], _ fixture: OfficeFixture, procedure: String = OfficeFixture.maritalStatus)
    throws
  {
    let id = try fixture.receive(procedure: procedure).id
    try fixture.perform(.requestSupplement(items: items), on: id)
  }

  private static func found(
    _ fixture: OfficeFixture, since: CivilDate = OfficeFixture.morning.civilDate.adding(days: -SentBack.days)
  ) throws -> SentBack {
    try fixture.store.reports.sentBack(
      SentBack.Query(procedure: OfficeFixture.maritalStatus, papers: papers, since: since))
  }

  @Test func whatWasAskedForMostIsTold() throws {
    let fixture = try OfficeFixture()
    for _ in 1...3 { try Self.ask(["GIẤY CHỨNG SINH", "Tờ khai"], fixture) }
    try Self.ask(["Tờ khai", "Giấy hẹn của bà Hồ Thị Lan"], fixture)
    for _ in 1...5 { try Self.ask(["Giấy chứng sinh"], fixture, procedure: OfficeFixture.certifiedCopy) }
    let found = try Self.found(fixture)
    #expect(found.most(of: Self.papers).map { $0 == ("Tờ khai", 4) } == true)
    // Only papers that apply are named, and those in the order of the procedure where none stands out.
    #expect(found.most(of: ["Giấy chứng sinh"]).map { $0 == ("Giấy chứng sinh", 3) } == true)
    #expect(found.most(of: ["Giấy hẹn của bà Hồ Thị Lan"]) == nil)
    #expect(found.most(of: []) == nil)
  }

  @Test func whatHappenedTwiceIsChance() throws {
    let fixture = try OfficeFixture()
    for _ in 1...2 { try Self.ask(["Tờ khai"], fixture) }
    #expect(try Self.found(fixture).most(of: Self.papers) == nil)
    try Self.ask(["Tờ khai"], fixture)
    #expect(try Self.found(fixture).most(of: Self.papers)?.count == 3)
  }

  @Test func whatIsLongAgoAndWhatIsVoidCountNothing() throws {
    let fixture = try OfficeFixture()
    for _ in 1...3 { try Self.ask(["Tờ khai"], fixture) }
    #expect(
      try Self.found(fixture, since: OfficeFixture.morning.civilDate.adding(days: 1)).most(of: Self.papers) == nil)
    let id = try fixture.receive(procedure: OfficeFixture.maritalStatus).id
    try fixture.perform(.requestSupplement(items: ["Tờ khai"]), on: id)
    try fixture.perform(.void(reason: "nhập nhầm"), on: id)
    #expect(try Self.found(fixture).most(of: Self.papers)?.count == 3)
  }

  /// However many dossiers the procedure has, only its newest ones are looked at.
  @Test func itEnds() throws {
    let fixture = try OfficeFixture()
    for number in 0..<45 { try Self.ask(number < 4 ? ["Giấy chứng sinh"] : ["Tờ khai"], fixture) }
    #expect(try Self.found(fixture).most(of: ["Giấy chứng sinh"])?.count == 4)
    #expect(ReportStore.mostSentBack > 45)
  }
}
