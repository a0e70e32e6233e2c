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
    since
    """

  /// The columns in the order of `columns`.
  enum Position: Int, RowPosition, CaseIterable {
    case rid, id, code, origin, owner, procedureCode, procedureName, status, step, dueAt, receivedAt, resolvedAt
    case assignee, digitised, countable, missing, delivery, confidential, void, conflicts, held, handed, since
  }

  static func row(_ db: Database, _ id: DossierID, viewer: Viewer) throws -> QueueRow? {
    let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM dossier WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [Data(id.bytes)]).flatMap { make($0, viewer) }
  }

  static func rows(_ db: Database, rids: [Int64], viewer: Viewer) throws -> [QueueRow] {
    let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM dossier WHERE rid = ?")
    return try rids.compactMap { rid in try Row.fetchOne(statement, arguments: [rid]).flatMap { make($0, viewer) } }
  }

  /// The most rows whose dossiers are read to tell their owners apart. Marking all reads longer pages, which nobody sees.
  private static let mostToldApart = 200

  /// Adds to each owner whose name others among the rows have what tells her apart.
  static func toldApart(_ rows: [QueueRow], _ db: Database) throws -> [QueueRow] {
    guard rows.count <= mostToldApart else { return rows }
    let names = rows.map { $0.ownerName?.nameKey }
    let counts = Dictionary(names.compactMap(\.self).map { ($0, 1) }, uniquingKeysWith: +)
    return try zip(rows, names).map { row, name in
      var row = row
      if let name, counts[name, default: 0] > 1 {
        row.ownerMark = try JournalReader.dossier(db, row.id).map { PersonMark($0.owner) }
      }
      return row
    }
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
      waitingSince: (row[Position.since] as Int64?).map { Instant(milliseconds: $0) })
  }
}
