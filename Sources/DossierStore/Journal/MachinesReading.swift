import DossierDomain
import GRDB
import JournalFormat

/// What the other machines of the office and the province can read, as the province reported last. The report also
/// applies without a connection, so that no entry is written that another desk could not read.
struct MachinesReading {
  private static let name = "office reads"
  private let reads: OfficeReads

  /// Nil for an office that works alone, because no other machine reads its entries.
  init?(_ db: Database) throws {
    guard try EnrolmentTable.exists(db) else { return nil }
    let kept = try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM setting WHERE name = ?"), arguments: [Self.name])
    reads = kept.flatMap { OfficeReads(text: $0) } ?? .unsaid
  }

  static func keep(_ db: Database, _ reads: OfficeReads) throws {
    try db.execute(sql: "INSERT OR REPLACE INTO setting VALUES (?, ?)", arguments: [name, reads.text])
  }

  /// - Throws: `.denied(.machinesBehind)` with the names of the machines that have to be upgraded first.
  func require(_ content: EntryContent) throws {
    guard let common = reads.content, try !EntryFormat.isReadable(content, by: common) else { return }
    throw StoreError.denied(.machinesBehind(names: reads.behind, isProvinceBehind: reads.isProvinceBehind))
  }
}
