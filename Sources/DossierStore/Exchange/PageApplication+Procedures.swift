import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// Whether a page has to do with procedures. Their tables are computed again only then, because they may be thousands.
extension PageApplication {
  /// Where the bytes are not known, they may.
  func mayDecideProcedures(_ row: Row) -> Bool {
    let stored = (row[EntryColumn.position] as Int64?).flatMap { position in
      try? Data.fetchOne(
        db.cachedStatement(sql: "SELECT bytes FROM entry WHERE position = ?"), arguments: [position])
    }
    guard let bytes = stored ?? (row[EntryColumn.bytes] as Data?) else { return true }
    return EntryFormat.mayDecideProcedures(Array(bytes))
  }
}

extension EntryContent {
  /// Also where this version cannot read it.
  var mayDecideProcedures: Bool {
    switch self {
    case .office(.setProcedure), .office(.announce), .office(.retractAnnouncement), .unknown: true
    case .office, .dossier: false
    }
  }
}
