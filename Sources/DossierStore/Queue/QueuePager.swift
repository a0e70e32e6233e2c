import DossierDomain
import Foundation
import GRDB
import OfficeWork

/// Turns a query into SQL over an index, in either direction.
struct QueuePager {
  let db: Database
  let query: QueueQuery
  /// Up to this many hits of a text are looked up one by one; for more hits the rows of the view are read and compared.
  let narrow: Int
  /// The condition of a view of open work. It is found once for a page, because that of unpaid fees costs folds.
  private let openWork: (sql: String, arguments: StatementArguments)?

  init(db: Database, query: QueueQuery, narrow: Int = 2000) throws {
    self.db = db
    self.query = query
    self.narrow = narrow
    openWork = if case .open(let work, let moment) = query.filter { try work.condition(db, at: moment) } else { nil }
  }

  func page() throws -> QueuePage {
    let filter = try filter()
    var page = try page(filter)
    if filter != nil || openWork != nil || query.stepLateAt != nil { page.matching = try count(filter) }
    if query.limit <= QueueRows.mostToldApart { page.rows = try QueueRows.toldApart(page.rows, db) }
    return page
  }

  /// The rows that the text restricts the view to; nil without a text.
  private func filter() throws -> RowSet? {
    guard var filter = try SearchIndex.matches(db, text: query.text, viewer: query.viewer) else { return nil }
    for named in query.named {
      var theirs = RowSet()
      // Ended dossiers, of which a clerk has thousands, are in few views only.
      let open = query.filter == .all || openWork != nil ? "" : " AND bucket < 5"
      let rids = try Int64.fetchCursor(
        db.cachedStatement(sql: "SELECT rid FROM dossier WHERE assignee = ?\(open)"),
        arguments: [Data(named.clerk.bytes)])
      while let rid = try rids.next() { theirs.insert(rid) }
      if let rest = try SearchIndex.matches(db, text: named.rest, viewer: query.viewer) {
        theirs.formIntersection(rest)
      }
      filter.formUnion(theirs)
    }
    return filter
  }

  /// How many dossiers of the view the filter leaves. Apart from that of all dossiers, views have open ones only, so
  /// that few rows are read.
  private func count(_ filter: RowSet?) throws -> Int? {
    switch query.window {
    case .after, .before: return nil
    case .first, .last, .around: break
    }
    if let filter, query.filter == .all, query.stepLateAt == nil { return filter.count }
    let (condition, arguments) = viewCondition
    let rids = try Int64.fetchCursor(
      db.cachedStatement(sql: "SELECT rid FROM dossier WHERE \(condition)"), arguments: arguments)
    var count = 0
    while let rid = try rids.next() { if filter?.contains(rid) ?? true { count += 1 } }
    return count
  }

  private func page(_ filter: RowSet?) throws -> QueuePage {
    switch query.window {
    case .first:
      let rows = try fetch(from: nil, isForward: true, limit: query.limit + 1, filter)
      return QueuePage(rows: Array(rows.prefix(query.limit)), hasBefore: false, hasAfter: rows.count > query.limit)
    case .last:
      let rows = try fetch(from: nil, isForward: false, limit: query.limit + 1, filter)
      return QueuePage(rows: rows.prefix(query.limit).reversed(), hasBefore: rows.count > query.limit, hasAfter: false)
    case .after(let id):
      guard let anchor = try anchor(id) else { return QueuePage(rows: [], hasBefore: true, hasAfter: false) }
      let rows = try fetch(from: anchor, isForward: true, limit: query.limit + 1, filter)
      return QueuePage(rows: Array(rows.prefix(query.limit)), hasBefore: true, hasAfter: rows.count > query.limit)
    case .before(let id):
      guard let anchor = try anchor(id) else { return QueuePage(rows: [], hasBefore: false, hasAfter: true) }
      let rows = try fetch(from: anchor, isForward: false, limit: query.limit + 1, filter)
      return QueuePage(rows: rows.prefix(query.limit).reversed(), hasBefore: rows.count > query.limit, hasAfter: true)
    case .around(let id): return try around(id, filter)
    }
  }

  private func around(_ id: DossierID, _ filter: RowSet?) throws -> QueuePage {
    let half = query.limit / 2
    guard let anchor = try anchor(id), try isInView(id, filter),
      let own = try QueueRows.row(db, id, viewer: query.viewer)
    else {
      let rows = try fetch(from: nil, isForward: true, limit: query.limit + 1, filter)
      return QueuePage(rows: Array(rows.prefix(query.limit)), hasBefore: false, hasAfter: rows.count > query.limit)
    }
    let before = try fetch(from: anchor, isForward: false, limit: half + 1, filter)
    let after = try fetch(from: anchor, isForward: true, limit: query.limit - half, filter)
    let rows = before.prefix(half).reversed() + [own] + after.prefix(query.limit - half - 1)
    return QueuePage(rows: Array(rows), hasBefore: before.count > half, hasAfter: after.count > query.limit - half - 1)
  }

  struct Anchor {
    var key: DatabaseValue
    var rid: Int64
  }

  private func anchor(_ id: DossierID) throws -> Anchor? {
    try Row.fetchOne(db, sql: "SELECT \(key) AS key, rid FROM dossier WHERE id = ?", arguments: [Data(id.bytes)])
      .map { Anchor(key: $0["key"], rid: $0[DossierColumn.rid]) }
  }

  private func isInView(_ id: DossierID, _ filter: RowSet?) throws -> Bool {
    let (condition, arguments) = viewCondition
    let rid = try Int64.fetchOne(
      db, sql: "SELECT rid FROM dossier WHERE id = ? AND \(condition)", arguments: [Data(id.bytes)] + arguments)
    return rid.map { filter?.contains($0) ?? true } ?? false
  }

  /// Reads one of the indexes in its order, starting at a key; it never uses an offset and never sorts many rows.
  func statement(
    from anchor: Anchor?, isForward: Bool, _ filter: RowSet?, columns: String = QueueRows.columns
  ) -> (sql: String, arguments: StatementArguments) {
    let ascends = isForward != query.descending
    let order = ascends ? "ASC" : "DESC"
    // The plus prevents SQLite from reading all dossiers in order to avoid sorting a few.
    let key = isSmallView && query.sort != .triage ? "+\(key)" : key
    var (condition, arguments) = viewCondition
    if let anchor {
      condition += " AND (\(key), rid) \(ascends ? ">" : "<") (?, ?)"
      arguments += [anchor.key, anchor.rid]
    }
    if let filter, filter.count <= narrow {
      condition += " AND rid IN (SELECT value FROM json_each(?))"
      arguments += ["[\(filter.rids.map(String.init).joined(separator: ","))]"]
    }
    let sql = "SELECT \(columns) FROM dossier WHERE \(condition) ORDER BY \(key) \(order), rid \(order)"
    return (sql, arguments)
  }

  /// The rows in the direction of reading, the nearest to the anchor first.
  private func fetch(from anchor: Anchor?, isForward: Bool, limit: Int, _ filter: RowSet?) throws -> [QueueRow] {
    if let filter, filter.count > narrow, query.filter == .all {
      return try walk(from: anchor, isForward: isForward, limit: limit, filter)
    }
    let (sql, arguments) = statement(from: anchor, isForward: isForward, filter)
    let cursor = try Row.fetchCursor(
      db.cachedStatement(sql: filter == nil ? sql + " LIMIT \(limit)" : sql), arguments: arguments)
    var rows: [QueueRow] = []
    while rows.count < limit, let row = try cursor.next() {
      if let filter, !filter.contains(row[QueueRows.Position.rid]) { continue }
      if let made = QueueRows.make(row, query.viewer) { rows.append(made) }
    }
    return rows
  }

  /// All hits of a wide search may be old, so only the entries of an index are read on the way to them, not the rows.
  private func walk(from anchor: Anchor?, isForward: Bool, limit: Int, _ filter: RowSet) throws -> [QueueRow] {
    let (sql, arguments) = statement(from: anchor, isForward: isForward, filter, columns: "rid")
    let cursor = try Int64.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
    var rids: [Int64] = []
    while rids.count < limit, let rid = try cursor.next() {
      if filter.contains(rid) { rids.append(rid) }
    }
    return try QueueRows.rows(db, rids: rids, viewer: query.viewer)
  }

  /// The column by which the view is ordered.
  private var key: String {
    switch query.sort {
    case .triage: query.filter == .all && query.holder == nil ? "all_key" : "due_key"
    case .code: "code"
    case .owner: "owner_key"
    // Sorts the dossiers of one procedure together; the codes are short enough to be sorted quickly.
    case .procedure: "procedure_code"
    case .received: "received_key"
    case .assignee: "assignee"
    }
  }

  /// The work of one clerk or one day: it has its own index, and sorting it costs little.
  private var isSmallView: Bool {
    switch query.filter {
    case .dueToday, .needsDecision, .unassigned, .assigned, .ofAbsentClerks, .inConflict, .handedOver, .open: true
    case .newOnline: false
    case .inProgress, .waitingForCitizen, .toHandBack, .all: query.holder != nil
    }
  }

  private var viewCondition: (sql: String, arguments: StatementArguments) {
    let view = query.holder.flatMap { condition(of: $0) } ?? officeCondition
    guard let moment = query.stepLateAt else { return view }
    // Few dossiers have such a deadline, and their index says which.
    let late = """
      rid IN (SELECT rid FROM dossier WHERE step_due_at IS NOT NULL AND step_due_at < ?)
      """
    return ("\(late) AND \(view.sql)", [moment.milliseconds] + view.arguments)
  }

  /// The part of the view that one clerk holds; nil if the view does not depend on her. The plus makes SQLite use the
  /// index of her dossiers and not that of the view.
  private func condition(of holder: ClerkID) -> (sql: String, arguments: StatementArguments)? {
    let hers = "assignee = ? AND bucket < 5"
    let clerk = Data(holder.bytes)
    return switch query.filter {
    case .dueToday: (hers + " AND +bucket = 2 AND due_key < ?", [clerk, query.endOfToday.milliseconds])
    case .newOnline: ("bucket = 1 AND bucket < 5 AND assignee IN (?, x'')", [clerk])
    case .inProgress: (hers + " AND +bucket = 2", [clerk])
    case .waitingForCitizen: (hers + " AND +bucket = 3", [clerk])
    case .toHandBack: (hers + " AND +bucket = 4", [clerk])
    case .needsDecision: (hers + " AND +decision = 1", [clerk])
    case .all: (hers, [clerk])
    case .unassigned, .assigned, .ofAbsentClerks, .inConflict, .handedOver, .open: nil
    }
  }

  /// `bucket < 5` is redundant, but SQLite needs it to use the index of the open dossiers.
  private var officeCondition: (sql: String, arguments: StatementArguments) {
    switch query.filter {
    case .dueToday: ("bucket = 2 AND bucket < 5 AND due_key < ?", [query.endOfToday.milliseconds])
    case .newOnline: ("bucket = 1 AND bucket < 5", [])
    case .inProgress: ("bucket = 2 AND bucket < 5", [])
    case .waitingForCitizen: ("bucket = 3 AND bucket < 5", [])
    case .toHandBack: ("bucket = 4 AND bucket < 5", [])
    case .needsDecision: ("decision = 1", [])
    case .all: ("1", [])
    case .unassigned: ("assignee = x'' AND bucket < 5", [])
    case .assigned(let clerk): ("assignee = ? AND bucket < 5", [Data(clerk.bytes)])
    case .inConflict: ("conflicts + held > 0", [])
    case .handedOver: ("assignee = ? AND bucket < 5 AND handed = 1", [Data(query.viewer.clerk.bytes)])
    case .open: openWork ?? ("0", [])
    case .ofAbsentClerks:
      (
        "bucket < 5 AND assignee IN (\(query.absentClerks.map { _ in "?" }.joined(separator: ",")))",
        StatementArguments(query.absentClerks.sorted().map { Data($0.bytes) })
      )
    }
  }
}
