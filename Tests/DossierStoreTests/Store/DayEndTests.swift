import DossierDomain
import GRDB
import OfficeWork
import Testing

@testable import DossierStore

@Suite struct DayEndTests {
  @Test func itCountsWhatWasReceivedTodayAndIsNotPaid() throws {
    let fixture = try OfficeFixture()
    func report() throws -> DayEndReport {
      try fixture.store.reports.dayEnd(viewer: fixture.headViewer, now: OfficeFixture.morning)
    }
    let ids = try (1...3).map { try fixture.receive("Hồ Văn \($0)").id }
    let fee = try #require(
      Catalogue.starter.version(of: OfficeFixture.certifiedCopy, on: OfficeFixture.morning.civilDate)?.fee.value)
    #expect(fee > 0)
    func listed(at moment: Instant = OfficeFixture.morning) throws -> Set<DossierID> {
      let page = try fixture.store.queue.page(fixture.query(.open(.unpaid, at: moment)))
      #expect(page.matching == page.rows.count)
      return Set(page.rows.map(\.id))
    }
    #expect(try report().count(.unpaid) == 3 && listed() == Set(ids))
    #expect(try report().unpaidAmount == 3 * fee)
    try fixture.perform(.recordPayment(amount: fee, method: .cash), on: ids[0])
    try fixture.perform(.void(reason: "nhập nhầm"), on: ids[1])
    #expect(try report().count(.unpaid) == 1 && listed() == [ids[2]])
    // Other days are not today's business.
    let tomorrow = OfficeFixture.morning.adding(minutes: 1440)
    #expect(try fixture.store.reports.dayEnd(viewer: fixture.headViewer, now: tomorrow).count(.unpaid) == 0)
    #expect(try listed(at: tomorrow).isEmpty)
  }

  /// By the procedure's days, which are data; nothing is late where they are not known.
  @Test func itCountsSupplementsWhoseDaysHavePassed() throws {
    let fixture = try OfficeFixture()
    let before = try fixture.receive().id
    try fixture.perform(.requestSupplement(items: ["Ảnh"]), on: before)
    func count(after days: Int) throws -> Int {
      let now = OfficeFixture.morning.adding(minutes: days * 1440)
      let count = try fixture.store.reports.dayEnd(viewer: fixture.headViewer, now: now).count(.supplementLate)
      let page = try fixture.store.queue.page(fixture.query(.open(.supplementLate, at: now), limit: 1))
      #expect(page.matching == count)
      return count
    }
    #expect(try count(after: 60) == 0)
    var version = try #require(
      Catalogue.starter.version(of: OfficeFixture.certifiedCopy, on: OfficeFixture.morning.civilDate))
    version.bounds.waitingDays = .known(4)
    try fixture.store.decisions.perform(.setProcedure(version), by: fixture.head.id, at: OfficeFixture.morning)
    // What was received before keeps its version, which says nothing of days.
    #expect(try count(after: 60) == 0)
    let id = try fixture.receive().id
    try fixture.perform(.requestSupplement(items: ["Ảnh"]), on: id)
    // Asked on a Tuesday, four days end on Saturday, and so on Monday.
    #expect(try count(after: 6) == 0)
    #expect(try count(after: 7) == 1)
    try fixture.perform(.receiveSupplement(), on: id, at: OfficeFixture.morning.adding(minutes: 7 * 1440))
    #expect(try count(after: 8) == 0)
  }

  /// Where no version says any day, the office's own counts.
  @Test func aSupplementIsLateBehindTheDayThatTheOfficeGave() throws {
    let fixture = try OfficeFixture()
    let today = OfficeFixture.morning.civilDate
    for days in [nil, 6] {
      let until = days.map { today.adding(days: $0) }
      try fixture.perform(.requestSupplement(items: ["Ảnh"], until: until), on: try fixture.receive().id)
    }
    func count(after days: Int) throws -> Int {
      let now = OfficeFixture.morning.adding(minutes: days * 1440)
      return try fixture.store.reports.dayEnd(viewer: fixture.headViewer, now: now).count(.supplementLate)
    }
    #expect(try count(after: 6) == 0 && count(after: 7) == 1)
  }

  /// In whatever order the list is, and from whichever end it is read.
  @Test func eachCountIsThatOfItsList() throws {
    let fixture = try OfficeFixture()
    try RandomOffice(seed: 11, fixture).work(acts: 150)
    var seen: Set<OpenWork> = []
    for days in 0...8 {
      let now = OfficeFixture.morning.adding(minutes: days * 1440 + 240)
      let report = try fixture.store.reports.dayEnd(viewer: fixture.headViewer, now: now)
      for work in OpenWork.allCases {
        for sort in QueueSort.allCases {
          for window in [QueueQuery.Window.first, .last] {
            let page = try fixture.store.queue.page(
              fixture.query(.open(work, at: now), sort: sort, window: window, limit: 1000))
            #expect(page.rows.count == report.count(work) && page.matching == report.count(work), "\(work) \(sort)")
          }
        }
        if report.count(work) > 0 { seen.insert(work) }
      }
    }
    #expect(seen.isSuperset(of: [.overdue, .dueToday, .notHandedOver, .withoutScan, .unpaid]))
  }

  /// A list of thousands of dossiers is not read for the few that are open.
  @Test(arguments: OpenWork.allCases)
  func aListReadsNotAllDossiers(work: OpenWork) throws {
    let fixture = try OfficeFixture()
    for sort in QueueSort.allCases {
      let plan = try fixture.store.read { db in
        let pager = try QueuePager(db: db, query: fixture.query(.open(work, at: OfficeFixture.morning), sort: sort))
        let (sql, arguments) = pager.statement(from: nil, isForward: true, nil)
        return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql) LIMIT 51", arguments: arguments)
          .map { $0["detail"] as String }.joined(separator: "; ")
      }
      let isSelective = ["SEARCH", "dossier_under_provisional", "dossier_to_look_at", "dossier_in_conflict"]
        .contains { plan.contains($0) }
      #expect(isSelective, "\(work) \(sort): \(plan)")
    }
  }
}
