import DossierDomain
import GRDB
import OfficeWork
import Testing

@testable import DossierStore

@Suite struct QueuePageTests {
  private static let views: [QueueFilter] = [
    .dueToday, .newOnline, .inProgress, .waitingForCitizen, .toHandBack, .needsDecision, .all, .unassigned,
    .assigned(ClerkID(high: 1, low: 3)), .ofAbsentClerks,
    .inConflict, .handedOver,
  ]

  /// Rows are read by position, which is faster than by name.
  @Test func thePositionsAreThoseOfTheColumns() {
    let names = QueueRows.Position.allCases.map { position in
      "\(position)".map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
    }
    #expect(QueueRows.columns.split { ", \n".contains($0) }.map(String.init) == names)
  }

  @Test func everyWayThroughAViewMeetsTheSameRowsOnce() throws {
    let fixture = try OfficeFixture()
    try RandomOffice(seed: 5, fixture).work(acts: 150)
    let viewer = Viewer(clerk: fixture.specialist.id, seesConfidential: true)
    let counts = try fixture.store.queue.counts(
      viewer: viewer, endOfToday: fixture.query(.all).endOfToday, absentClerks: [fixture.specialist.id])
    for (view, holder) in Self.views.flatMap({ view in [nil, fixture.specialist.id].map { (view, $0) } }) {
      for sort in QueueSort.allCases {
        for descending in [false, true] {
          func page(_ window: QueueQuery.Window, _ limit: Int) throws -> QueuePage {
            var query = fixture.query(view, sort: sort, descending: descending, window: window, limit: limit)
            (query.holder, query.viewer) = (holder, viewer)
            var page = try fixture.store.queue.page(query)
            // A name may be alone on one page and not on another one.
            for index in page.rows.indices { page.rows[index].ownerMark = nil }
            return page
          }
          let whole = try page(.first, 1000).rows
          #expect(whole.count == expected(view, counts, of: holder), "\(view) \(sort)")
          #expect(Set(whole.map(\.id)).count == whole.count)
          #expect(try page(.last, 1000).rows == whole)
          var forward: [QueueRow] = []
          var next = try page(.first, 7)
          while let last = next.rows.last {
            forward += next.rows
            #expect(next.hasAfter == (forward.count < whole.count))
            next = try page(.after(last.id), 7)
          }
          #expect(forward == whole)
          var backward: [QueueRow] = []
          next = try page(.last, 7)
          while let first = next.rows.first {
            backward = next.rows + backward
            #expect(next.hasBefore == (backward.count < whole.count))
            next = try page(.before(first.id), 7)
          }
          #expect(backward == whole)
          guard whole.count > 9 else { continue }
          let around = try page(.around(whole[whole.count / 2].id), 8)
          #expect(around.rows == Array(whole[(whole.count / 2 - 4)..<(whole.count / 2 + 4)]))
        }
      }
    }
  }

  /// For many hits the view's index is read, for few hits each one is looked up. Both give the same rows in the same
  /// order.
  @Test func aWideAndANarrowFilterAgree() throws {
    let fixture = try OfficeFixture()
    try RandomOffice(seed: 8, fixture).work(acts: 150)
    for sort in QueueSort.allCases {
      for window in [QueueQuery.Window.first, .last] {
        var query = fixture.query(.all, sort: sort, window: window, limit: 7)
        query.text = "thi"
        let pages = try fixture.store.read { db in
          try [0, 2000].map { try QueuePager(db: db, query: query, narrow: $0).page() }
        }
        #expect(pages[0] == pages[1], "\(sort)")
        #expect(!pages[0].rows.isEmpty)
      }
    }
  }

  @Test func triageIsByAppointmentAndWhatHasNoneComesLast() throws {
    let fixture = try OfficeFixture()
    try RandomOffice(seed: 6, fixture).work(acts: 120)
    let rows = try fixture.store.queue.page(fixture.query(.inProgress, limit: 1000)).rows
    let due = rows.map { $0.dueAt?.milliseconds ?? .max }
    #expect(rows.count > 10)
    #expect(due == due.sorted())
    let all = try fixture.store.queue.page(fixture.query(.all, limit: 1000)).rows
    let firstEnded = all.firstIndex { $0.isVoid || [.refused, .withdrawn, .stopped, .handedBack].contains($0.status) }
    let lastOpen = all.lastIndex { !$0.isVoid && !$0.status.isFinal }
    #expect(try #require(lastOpen) < #require(firstEnded))
  }

  @Test func largeViewsAreReadFromAnIndexInItsOrder() throws {
    let fixture = try OfficeFixture()
    let anchor = QueuePager.Anchor(key: 5.databaseValue, rid: 1)
    for view in Self.views {
      for sort in QueueSort.allCases {
        for (isForward, from) in [(true, nil), (false, nil), (true, anchor), (false, anchor)] {
          let plan = try fixture.store.read { db in
            let pager = try QueuePager(db: db, query: fixture.query(view, sort: sort))
            let (sql, arguments) = pager.statement(from: from, isForward: isForward, nil)
            return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql) LIMIT 51", arguments: arguments)
              .map { $0["detail"] as String }.joined(separator: "; ")
          }
          switch view {
          case .newOnline, .inProgress, .waitingForCitizen, .toHandBack, .all:
            #expect(!plan.contains("TEMP B-TREE"), "\(view) \(sort): \(plan)")
            #expect(plan.contains("USING INDEX"), "\(view) \(sort): \(plan)")
            if from != nil { #expect(plan.contains("SEARCH"), "\(view) \(sort): \(plan)") }
          default:
            #expect(isSelective(plan), "\(view) \(sort): \(plan)")
          }
        }
      }
    }
  }

  /// Whether the query reads only dossiers of the view, however many others there are.
  private func isSelective(_ plan: String) -> Bool {
    ["dossier_by_due (bucket", "dossier_for_decision", "dossier_to_look_at", "dossier_by_assignee (assignee"].contains {
      plan.contains($0)
    }
  }

  @Test func namesOfConfidentialDossiersStayWithTheirAssigneeAndTheHead() throws {
    let fixture = try OfficeFixture()
    let code = try #require(Catalogue.starter.versions.first { $0.isConfidential && $0.isReceivable }?.code)
    let id = try fixture.receive("Nguyễn Thị Kín", procedure: code).id
    try fixture.perform(.assign(to: fixture.specialist.id), on: id)
    let reception = Viewer(fixture.reception)
    let specialist = Viewer(fixture.specialist)
    #expect(try fixture.store.queue.page(fixture.query(.all, viewer: reception)).rows.map(\.ownerName) == [nil])
    for viewer in [specialist, fixture.headViewer] {
      #expect(
        try fixture.store.queue.page(fixture.query(.all, viewer: viewer)).rows.map(\.ownerName) == ["Nguyễn Thị Kín"])
      #expect(try fixture.store.queue.card(id, viewer: viewer)?.dossier.id == id)
      #expect(try fixture.store.search.find(SearchQuery(text: "kin", limit: 5, viewer: viewer)).rows.map(\.id) == [id])
    }
    #expect(throws: StoreError.denied(.confidential)) { try fixture.store.queue.card(id, viewer: reception) }
    #expect(try fixture.store.search.find(SearchQuery(text: "kin", limit: 5, viewer: reception)).rows == [])
    var filtered = fixture.query(.all, viewer: reception)
    filtered.text = "kín"
    #expect(try fixture.store.queue.page(filtered).rows == [])
  }

  @Test func theLastFourDigitsFindTheNewestFirst() throws {
    let fixture = try OfficeFixture()
    let tomorrow = OfficeFixture.morning.adding(minutes: 1440)
    let rows = try [OfficeFixture.morning, OfficeFixture.morning, tomorrow].map { try fixture.receive(at: $0) }
    #expect(
      try fixture.store.queue.findByCode("0001", viewer: fixture.headViewer).map(\.id) == [rows[2].id, rows[0].id])
    #expect(try fixture.store.queue.findByCode(rows[1].code.text, viewer: fixture.headViewer).map(\.id) == [rows[1].id])
    #expect(try fixture.store.queue.findByCode("9", viewer: fixture.headViewer) == [])
  }

  @Test func theWorkOfOneClerkIsReadFromHerIndex() throws {
    let fixture = try OfficeFixture()
    let views: [QueueFilter] = [
      .dueToday, .inProgress, .waitingForCitizen, .toHandBack, .needsDecision, .all, .handedOver,
    ]
    for view in views {
      for sort in QueueSort.allCases {
        var query = fixture.query(view, sort: sort)
        query.holder = fixture.specialist.id
        let plan = try fixture.store.read { db in
          let (sql, arguments) = try QueuePager(db: db, query: query).statement(from: nil, isForward: true, nil)
          return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql) LIMIT 51", arguments: arguments)
            .map { $0["detail"] as String }.joined(separator: "; ")
        }
        #expect(plan.contains("dossier_by_assignee (assignee"), "\(view) \(sort): \(plan)")
      }
    }
  }

  @Test func aHandOverIsCountedForItsReceiverUntilSheTakesIt() throws {
    let fixture = try OfficeFixture()
    let id = try fixture.receive().id
    func counts(of clerk: Clerk) throws -> QueueCounts {
      try fixture.store.queue.counts(
        viewer: Viewer(clerk), endOfToday: fixture.query(.all).endOfToday, absentClerks: [])
    }
    #expect(
      try fixture.perform(.handOver(step: .verification, to: fixture.specialist.id), on: id, by: fixture.head)
        .isHandedOver)
    #expect(try counts(of: fixture.specialist).handedOver == 1)
    #expect(try counts(of: fixture.specialist).mine.inProgress == 1)
    #expect(try counts(of: fixture.head).handedOver == 0)
    #expect(try counts(of: fixture.head).mine.inProgress == 0)
    let specialist = Viewer(fixture.specialist)
    #expect(try fixture.store.queue.page(fixture.query(.handedOver, viewer: specialist)).rows.map(\.id) == [id])
    #expect(try fixture.store.queue.page(fixture.query(.handedOver)).rows == [])
    try fixture.perform(.takeOver, on: id, by: fixture.specialist)
    #expect(try counts(of: fixture.specialist).handedOver == 0)
    #expect(try fixture.store.upkeep.verify().faults == [])
  }

  private func expected(_ view: QueueFilter, _ all: QueueCounts, of holder: ClerkID?) -> Int {
    let counts = holder == nil ? all.office : all.mine
    return switch view {
    case .dueToday: counts.dueToday
    case .newOnline: counts.newOnline
    case .inProgress: counts.inProgress
    case .waitingForCitizen: counts.waitingForCitizen
    case .toHandBack: counts.toHandBack
    case .needsDecision: counts.needsDecision
    case .all: counts.all
    case .unassigned: all.unassigned
    case .assigned(let clerk): all.byClerk[clerk]?.all ?? 0
    case .ofAbsentClerks: all.ofAbsentClerks
    case .inConflict: all.inConflict
    case .handedOver: all.handedOver
    case .open: 0
    }
  }
}
