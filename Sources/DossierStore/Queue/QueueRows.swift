import DossierDomain
import Foundation
import GRDB
import OfficeWork

/// Reads rows of the queue. Names of confidential dossiers leave this floor only for those who may see them.
enum QueueRows {
  static let columns = """
    rid, id, code, origin, owner, procedure_code, procedure_name, status, step, due_at, received_at, resolved_at,
    assignee, digitised, countable, missing, delivery, confidential, void, conflicts, held
    """

  static func row(_ db: Database, _ id: DossierID, viewer: Viewer) throws -> QueueRow? {
    let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM dossier WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [Data(id.bytes)]).flatMap { make($0, viewer) }
  }

  static func rows(_ db: Database, rids: [Int64], viewer: Viewer) throws -> [QueueRow] {
    let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM dossier WHERE rid = ?")
    return try rids.compactMap { rid in try Row.fetchOne(statement, arguments: [rid]).flatMap { make($0, viewer) } }
  }

  static func make(_ row: Row, _ viewer: Viewer) -> QueueRow? {
    guard let id = DossierID(bytes: row[1] as Data), let status = DossierStatus(rawValue: row[7]),
      let step = ProcessingStep(rawValue: row[8]), let origin = DossierCode.Origin(rawValue: row[3]),
      let delivery = EntryDelivery(rawValue: row[16])
    else { return nil }
    let assignee = (row[12] as Data?).flatMap { ClerkID(bytes: $0) }
    let isConfidential: Bool = row[17]
    let isVisible = !isConfidential || viewer.seesConfidential || assignee == viewer.clerk
    let procedureCode: String = row[5]
    let name: String = row[6]
    return QueueRow(
      id: id, code: DossierCode(row[2], origin: origin), ownerName: isVisible ? row[4] : nil,
      procedureCode: procedureCode, procedureName: name, status: status, step: step,
      dueAt: (row[9] as Int64?).map { Instant(milliseconds: $0) },
      receivedAt: (row[10] as Int64?).map { Instant(milliseconds: $0) },
      resolvedAt: (row[11] as Int64?).map { Instant(milliseconds: $0) }, assignee: assignee,
      componentsDigitised: row[13], componentsCountable: row[14], componentsMissing: row[15], delivery: delivery,
      isConfidential: isConfidential, isVoid: row[18], conflicts: row[19], held: row[20])
  }
}
