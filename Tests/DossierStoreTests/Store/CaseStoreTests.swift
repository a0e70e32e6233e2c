import DossierDomain
import GRDB
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

/// What the rules of a case say is used after the reception, by the machines that can read it.
@Suite struct CaseStoreTests {
  private static let recognition = "1.000689"

  private func dossier(_ id: DossierID, _ office: OfficeFixture) throws -> Dossier {
    try #require(try office.store.queue.card(id, viewer: office.headViewer)?.dossier)
  }

  private func receive(_ office: OfficeFixture, answering answer: Int) throws -> DossierID {
    let id = office.newID()
    var form = office.form(procedure: Self.recognition)
    form.answers["truong-hop"] = answer
    _ = try office.performConfirming(
      Act(dossier: id, commands: [.receive(form)]), by: office.reception, at: OfficeFixture.morning)
    return id
  }

  @Test func aVerificationStandsInTheJournalAndSurvivesARebuild() throws {
    let office = try OfficeFixture()
    let id = try office.receive(procedure: OfficeFixture.maritalStatus).id
    let due = try dossier(id, office).dueAt
    let row = try office.perform(.verify(reason: "hỏi nơi cư trú trước đây"), on: id)
    let verified = try dossier(id, office)
    #expect(verified.verifications.map(\.oldDueAt) == [due].compactMap { $0 } && row.dueAt == verified.dueAt)
    #expect(try office.store.upkeep.verify().faults.isEmpty)
    try office.store.upkeep.rebuild()
    #expect(try dossier(id, office) == verified)
    #expect(throws: OfficeFixture.NotDone.self) { try office.perform(.verify(reason: "lần nữa"), on: id) }
  }

  /// Another desk would lose the appointment, so that it is refused until that desk can read it.
  @Test func noVerificationIsWrittenThatAnotherMachineCannotRead() throws {
    let office = try OfficeFixture()
    let id = try office.receive(procedure: OfficeFixture.maritalStatus).id
    try office.enrol()
    let earlier = ReadableContent(revision: EntryFormat.revisionOfCases, kinds: [1...33, 100...111])
    try office.store.write { try MachinesReading.keep($0, OfficeReads(content: earlier, behind: ["Bàn 2"])) }
    #expect(throws: StoreError.denied(.machinesBehind(names: ["Bàn 2"], isProvinceBehind: false))) {
      try office.perform(.verify(reason: "hỏi nơi cư trú trước đây"), on: id)
    }
    try office.store.write { try MachinesReading.keep($0, OfficeReads(content: .own)) }
    try office.perform(.verify(reason: "hỏi nơi cư trú trước đây"), on: id)
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }

  @Test func supplementsAreLateByTheDaysOfTheirCase() throws {
    let office = try OfficeFixture()
    var version = try #require(Catalogue.starter.version(of: Self.recognition, on: OfficeFixture.morning.civilDate))
    version.rules.limits[0].bounds.waitingDays = .known(4)
    version.rules.limits[1].bounds.waitingDays = .known(30)
    try office.store.decisions.perform(.setProcedure(version), by: office.head.id, at: OfficeFixture.morning)
    let ids = try [receive(office, answering: 1), receive(office, answering: 2)]
    for id in ids { try office.perform(.requestSupplement(items: ["Ảnh"]), on: id) }
    func late(after days: Int) throws -> [DossierID] {
      let now = OfficeFixture.morning.adding(minutes: days * 1440)
      let page = try office.store.queue.page(office.query(.open(.supplementLate, at: now)))
      #expect(
        try office.store.reports.dayEnd(viewer: office.headViewer, now: now).count(.supplementLate) == page.matching)
      return page.rows.map(\.id)
    }
    #expect(try late(after: 6) == [])
    #expect(try late(after: 7) == [ids[0]])
    #expect(try Set(late(after: 40)) == Set(ids))
  }

  /// Also where another version replaced it from the same day on, and where it was taken back: counted, listed and shown.
  @Test func supplementsAreLateByTheVersionThatTheirDossierNames() throws {
    let office = try OfficeFixture()
    let code = OfficeFixture.maritalStatus
    let day = OfficeFixture.morning.civilDate
    var versions = [ProcedureVersion](
      repeating: try #require(Catalogue.starter.version(of: code, on: day)), count: 2)
    (versions[0].bounds.waitingDays, versions[1].bounds.waitingDays) = (.known(4), .known(30))
    func decide(_ actions: [OfficeAction]) throws {
      try office.store.decisions.perform(actions, by: office.head.id, at: OfficeFixture.morning)
    }
    func asked() throws -> DossierID {
      let id = try office.receive(procedure: code).id
      try office.perform(.requestSupplement(items: ["Ảnh"]), on: id)
      return id
    }
    func late(after days: Int) throws -> Set<DossierID> {
      let now = OfficeFixture.morning.adding(minutes: days * 1440)
      let page = try office.store.queue.page(office.query(.open(.supplementLate, at: now)))
      #expect(
        try office.store.reports.dayEnd(viewer: office.headViewer, now: now).count(.supplementLate) == page.matching)
      return Set(page.rows.map(\.id))
    }
    func days(_ id: DossierID) throws -> Known<Int>? {
      let catalogue = try office.store.office.opening().catalogue
      return catalogue.version(of: try dossier(id, office).procedure)?.bounds.waitingDays
    }
    try decide([.setProcedure(versions[0])])
    let first = try asked()
    let announcement = Announcement(
      number: "1/QĐ", date: day, title: "Công bố thủ tục",
      changes: Announcement.changes(recording: [versions[1]], from: .starter, hash: OfficeStore.hash))
    try decide([.setProcedure(versions[1]), .announce(announcement)])
    let second = try asked()
    #expect(try late(after: 7) == [first] && late(after: 40) == [first, second])
    #expect(try days(first) == .known(4) && days(second) == .known(30))
    try decide([.retractAnnouncement(AnnouncementRetraction(number: "1/QĐ", date: day, reason: "ban hành nhầm"))])
    #expect(try late(after: 7) == [first] && late(after: 40) == [first, second])
    #expect(try days(first) == .known(4) && days(second) == .known(30))
    // The rows of an earlier program name no version until they are computed again.
    try office.store.write { try $0.execute(sql: "UPDATE dossier SET version = NULL") }
    #expect(try late(after: 7) == [first] && late(after: 40) == [first, second])
  }

  /// By the version that each dossier names; by that of the day only where a row names none, as in a register.
  @Test func aResultWithoutAPaperCountsAsDigitisedByItsCase() throws {
    let office = try OfficeFixture()
    let day = OfficeFixture.morning.civilDate
    func grantBothCases() throws {
      for answer in 1...2 {
        let id = try receive(office, answering: answer)
        try office.perform(.complete(DossierResult(approved: true, title: "Kết quả")), on: id)
      }
    }
    func digitised() throws -> Int {
      try office.store.reports.report(from: day, through: day, now: OfficeFixture.morning).withDigitisedResult
    }
    try grantBothCases()
    var version = try #require(Catalogue.starter.version(of: Self.recognition, on: day))
    version.rules.results = [
      ResultRule(name: "Trích lục", kind: .known(.paper), applies: Applicability(cases: ["khong-xac-minh"])),
      ResultRule(name: "Ghi vào sổ", kind: .known(.noPaper), applies: Applicability(cases: ["co-xac-minh"])),
    ]
    try office.store.decisions.perform(.setProcedure(version), by: office.head.id, at: OfficeFixture.morning)
    #expect(try digitised() == 0)
    try grantBothCases()
    #expect(try digitised() == 1)
    version.rules.results[0].kind = .known(.noPaper)
    try office.store.decisions.perform(.setProcedure(version), by: office.head.id, at: OfficeFixture.morning)
    #expect(try digitised() == 1)
    try office.store.write { try $0.execute(sql: "UPDATE dossier SET version = NULL") }
    #expect(try digitised() == 4)
  }

  /// The end of a household business is entered in a register; nobody digitises a paper that there is not.
  @Test func aResultWithoutAPaperOfTheStarterCatalogueCountsToo() throws {
    let office = try OfficeFixture()
    let day = OfficeFixture.morning.civilDate
    for procedure in ["1.001266", OfficeFixture.maritalStatus] {
      let id = try office.receive(procedure: procedure).id
      try office.perform(.complete(DossierResult(approved: true, title: "Kết quả")), on: id)
    }
    let report = try office.store.reports.report(from: day, through: day, now: OfficeFixture.morning)
    #expect(report.withDigitisedResult == 1)
  }
}
