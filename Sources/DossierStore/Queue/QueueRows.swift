import DossierDomain
import Foundation
import GRDB
import OfficeWork
import VietnameseText

/// Reads rows of the queue. The names of confidential dossiers are returned only to viewers who may see them.
enum QueueRows {
  static let columns = """
    rid, id, code, origin, owner, procedure_code, procedure_name, status, step, due_at, received_at, resolved_at,
    assignee, digitised, countable, missing, delivery, confidential, void, conflicts, held, handed,
    since, step_name, step_due_at, version
    """

  /// The columns in the order of `columns`.
  enum Position: Int, RowPosition, CaseIterable {
    case rid, id, code, origin, owner, procedureCode, procedureName, status, step, dueAt, receivedAt, resolvedAt
    case assignee, digitised, countable, missing, delivery, confidential, void, conflicts, held, handed, since
    case stepName, stepDueAt, version
  }

  static func row(_ db: Database, _ id: DossierID, viewer: Viewer) throws -> QueueRow? {
    let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM dossier WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [Data(id.bytes)]).flatMap { make($0, viewer) }
  }

  static func rows(_ db: Database, rids: [Int64], viewer: Viewer) throws -> [QueueRow] {
    let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM dossier WHERE rid = ?")
    return try rids.compactMap { rid in try Row.fetchOne(statement, arguments: [rid]).flatMap { make($0, viewer) } }
  }

  /// The most rows of a page whose owners are told apart. Marking all reads longer pages, which nobody sees.
  static let mostToldApart = 200

  /// Adds to each owner whose name is not alone what tells her apart.
  static func toldApart(_ rows: [QueueRow], _ db: Database) throws -> [QueueRow] {
    let marks = try marks(ofOwners: rows.compactMap { row in row.ownerName.map { (row.id, $0) } }, db)
    return rows.map { row in
      var row = row
      row.ownerMark = marks[row.id]
      return row
    }
  }

  /// What tells the owners apart whose name is not alone: another dossier of these, or another open one of the office,
  /// has it. A confidential dossier makes no name shared, because that would reveal it.
  static func marks(ofOwners owners: [(id: DossierID, name: String)], _ db: Database) throws -> [DossierID: PersonMark]
  {
    var bearers: [String: Set<DossierID>] = [:]
    for (id, name) in owners { bearers[name.nameKey, default: []].insert(id) }
    let names = Dictionary(owners, uniquingKeysWith: { first, _ in first })
    let ids = Array(names.keys)
    var marks: [DossierID: PersonMark] = [:]
    for start in stride(from: 0, to: ids.count, by: mostToldApart) {
      let slice = ids[start..<min(start + mostToldApart, ids.count)]
      let found = try Row.fetchCursor(
        db, sql: ownersOfOneName(count: slice.count), arguments: StatementArguments(slice.map { Data($0.bytes) }))
      while let row = try found.next() {
        guard let id = DossierID(bytes: row[0] as Data), let name = names[id] else { continue }
        let isShared: Bool = row[2]
        if isShared || (bearers[name.nameKey]?.count ?? 0) > 1 { marks[id] = PersonMark(text: row[1]) }
      }
    }
    return marks
  }

  /// One look into an index for each dossier, however many people have the name.
  static func ownersOfOneName(count: Int) -> String {
    """
    SELECT id, owner_mark, EXISTS (
      SELECT 1 FROM dossier AS other INDEXED BY open_by_owner
      WHERE other.bucket IN (1, 2, 3, 4) AND other.bucket < 5 AND other.owner_key = dossier.owner_key
        AND other.rid <> dossier.rid AND other.confidential = 0)
    FROM dossier WHERE owner_mark <> '' AND id IN (\(repeatElement("?", count: count).joined(separator: ",")))
    """
  }

  static func make(_ row: Row, _ viewer: Viewer) -> QueueRow? {
    guard let id = DossierID(bytes: row[Position.id] as Data),
      let status = DossierStatus(rawValue: row[Position.status]),
      let step = ProcessingStep(rawValue: row[Position.step]),
      let origin = DossierCode.Origin(rawValue: row[Position.origin]),
      let delivery = EntryDelivery(rawValue: row[Position.delivery])
    else { return nil }
    let assignee = (row[Position.assignee] as Data?).flatMap { ClerkID(bytes: $0) }
    let isConfidential: Bool = row[Position.confidential]
    let isVisible = !isConfidential || viewer.seesConfidential || assignee == viewer.clerk
    let procedureCode: String = row[Position.procedureCode]
    let name: String = row[Position.procedureName]
    return QueueRow(
      id: id, code: DossierCode(row[Position.code], origin: origin), ownerName: isVisible ? row[Position.owner] : nil,
      procedureCode: procedureCode, procedureName: name, status: status, step: step,
      dueAt: (row[Position.dueAt] as Int64?).map { Instant(milliseconds: $0) },
      receivedAt: (row[Position.receivedAt] as Int64?).map { Instant(milliseconds: $0) },
      resolvedAt: (row[Position.resolvedAt] as Int64?).map { Instant(milliseconds: $0) }, assignee: assignee,
      componentsDigitised: row[Position.digitised], componentsCountable: row[Position.countable],
      componentsMissing: row[Position.missing], delivery: delivery,
      isConfidential: isConfidential, isVoid: row[Position.void], conflicts: row[Position.conflicts],
      held: row[Position.held], isHandedOver: row[Position.handed],
      waitingSince: (row[Position.since] as Int64?).map { Instant(milliseconds: $0) }, stepName: row[Position.stepName],
      stepDueAt: (row[Position.stepDueAt] as Int64?).map { Instant(milliseconds: $0) },
      versionHash: ProcedureReference.hashText(row[Position.version]))
  }
}
