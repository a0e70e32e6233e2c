import DossierDomain
import GRDB
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

/// The steps of the internal procedure from the act to the list.
@Suite struct StepStoreTests {
  private static let late = OfficeFixture.morning.adding(minutes: 3 * 1440)

  /// An office that has decided two steps for certified copies.
  private func fixture() throws -> OfficeFixture {
    let fixture = try OfficeFixture()
    var version = try #require(
      Catalogue.starter.version(of: OfficeFixture.certifiedCopy, on: OfficeFixture.morning.civilDate))
    version.rules.steps = [
      StepRule(id: "nhan", name: "Tiếp nhận", step: .reception, hours: .known(1)),
      StepRule(id: "tham-dinh", name: "Thẩm định", step: .verification, role: .specialist, hours: .known(80)),
      StepRule(id: "ky", name: "Ký duyệt", step: .decision),
    ]
    try fixture.store.decisions.perform(.setProcedure(version), by: fixture.head.id, at: OfficeFixture.morning)
    return fixture
  }

  private func late(_ fixture: OfficeFixture, _ filter: QueueFilter = .all, holder: ClerkID? = nil) throws -> QueuePage
  {
    var query = fixture.query(filter, limit: 1)
    (query.stepLateAt, query.holder) = (Self.late, holder)
    return try fixture.store.queue.page(query)
  }

  @Test func aRowHasTheStepAndItsDeadlineWhileTheOfficeOwesIt() throws {
    let fixture = try fixture()
    let row = try fixture.receive()
    #expect(row.stepName == "Tiếp nhận" && row.stepDueAt != nil && !row.isStepLate(at: OfficeFixture.morning))
    #expect(row.isStepLate(at: Self.late))
    let paused = try fixture.perform(.requestSupplement(items: ["Ảnh"]), on: row.id)
    #expect(paused.stepName == "Tiếp nhận" && paused.stepDueAt == nil)
    try fixture.perform(.receiveSupplement(), on: row.id)
    let handed = try fixture.perform(.handOver(step: .verification, to: fixture.specialist.id), on: row.id)
    #expect(handed.stepName == "Thẩm định" && handed.stepDueAt != nil)
    let signed = try fixture.perform(.handOver(step: .decision, to: nil), on: row.id)
    #expect(signed.stepName == "Ký duyệt" && signed.stepDueAt == nil)
    #expect(try fixture.store.upkeep.verify().faults.isEmpty)
    let before = try fixture.dump()
    try fixture.store.upkeep.rebuild()
    #expect(try fixture.dump() == before)
  }

  @Test func exactlyTheDossiersWithALateStepAreListedAndCounted() throws {
    let fixture = try fixture()
    let first = try fixture.receive("Hồ Văn Một").id
    let second = try fixture.receive("Hồ Văn Hai").id
    try fixture.receive("Hồ Văn Ba", procedure: OfficeFixture.maritalStatus)
    #expect(try late(fixture).matching == 2 && late(fixture).hasAfter)
    try fixture.perform(.handOver(step: .verification, to: fixture.specialist.id), on: second)
    for filter in [QueueFilter.all, .inProgress] {
      #expect(try late(fixture, filter).rows.map(\.id) == [first] && late(fixture, filter).matching == 1)
    }
    #expect(try late(fixture, .waitingForCitizen).matching == 0)
    #expect(try late(fixture, .inProgress, holder: fixture.specialist.id).matching == 0)
    // The usual list does not change.
    #expect(try fixture.store.queue.page(fixture.query(.all)).rows.count == 3)
  }

  @Test func theListOfLateStepsReadsTheirIndex() throws {
    let fixture = try fixture()
    for filter in [QueueFilter.all, .inProgress, .needsDecision] {
      var query = fixture.query(filter)
      query.stepLateAt = Self.late
      let plan = try fixture.store.read { db in
        let (sql, arguments) = try QueuePager(db: db, query: query).statement(from: nil, isForward: true, nil)
        return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql) LIMIT 51", arguments: arguments)
          .map { $0["detail"] as String }.joined(separator: "; ")
      }
      #expect(plan.contains("dossier_by_step"), "\(filter): \(plan)")
    }
  }

  @Test func aCardHasTheStepsOfTheCase() throws {
    let fixture = try fixture()
    func steps(_ id: DossierID) throws -> [String]? {
      try fixture.store.queue.card(id, viewer: fixture.headViewer)?.steps.map(\.id)
    }
    let id = try fixture.receive().id
    #expect(try steps(id) == ["nhan", "tham-dinh", "ky"])
    #expect(try steps(fixture.receive(procedure: OfficeFixture.maritalStatus).id) == [])
    // Those of the reception, also when its version was replaced.
    var other = try #require(
      fixture.store.office.opening().catalogue.version(
        of: OfficeFixture.certifiedCopy, on: OfficeFixture.morning.civilDate))
    other.rules.steps.removeLast()
    try fixture.store.decisions.perform(.setProcedure(other), by: fixture.head.id, at: OfficeFixture.morning)
    #expect(try steps(id) == ["nhan", "tham-dinh", "ky"])
    try fixture.perform(.void(reason: "nhập nhầm"), on: id)
    #expect(try steps(id) == [])
  }

  /// Who hands a dossier over is offered the steps by which the rules then decide.
  @Test func aReplacedVersionKeepsItsStepsForItsDossiers() throws {
    let fixture = try fixture()
    let id = try fixture.receive().id
    let plain = try #require(
      Catalogue.starter.version(of: OfficeFixture.certifiedCopy, on: OfficeFixture.morning.civilDate))
    try fixture.store.decisions.perform(.setProcedure(plain), by: fixture.head.id, at: OfficeFixture.morning)
    #expect(try fixture.receive().stepName == nil)
    let card = try fixture.store.queue.card(id, viewer: fixture.headViewer)
    #expect(card?.steps.map(\.id) == ["nhan", "tham-dinh", "ky"])
    #expect(try fixture.perform(.handOver(step: .verification, to: nil), on: id).stepName == "Thẩm định")
  }

  @Test func aStepIsGivenToItsRoleOnly() throws {
    let fixture = try fixture()
    let id = try fixture.receive().id
    let act = Act(dossier: id, commands: [.handOver(step: .verification, to: fixture.reception.id)])
    let outcomes = try fixture.store.decisions.perform([act], by: fixture.reception.id, at: OfficeFixture.morning)
    #expect(outcomes == [.denied(id, .stepOfAnotherRole(step: "Thẩm định", .specialist))])
    #expect(try fixture.perform(act.commands[0], on: id, by: fixture.head).assignee == fixture.reception.id)
  }

  /// A citizen does not wait for the upgrade of another desk.
  @Test func stepsAreRecordedWhereEveryMachineReadsThem() throws {
    let fixture = try fixture()
    try fixture.enrol()
    func stepName() throws -> String? { try fixture.receive().stepName }
    #expect(try stepName() == nil)
    let earlier = ReadableContent(revision: EntryFormat.revisionOfSteps - 1, kinds: ReadableContent.own.kinds)
    try fixture.store.write { try MachinesReading.keep($0, OfficeReads(content: earlier, behind: ["Bàn 2"])) }
    #expect(try stepName() == nil)
    try fixture.store.write { try MachinesReading.keep($0, OfficeReads(content: nil)) }
    #expect(try stepName() == "Tiếp nhận")
    #expect(try fixture.store.upkeep.verify().faults.isEmpty)
  }
}
