import DossierDomain
import GRDB
import JournalFormat

/// What the other machines of the office and the province can read, as the province reported last. The report also
/// applies without a connection, so that no entry is written that another desk could not read.
struct MachinesReading {
  private static let name = "office reads"
  private let reads: OfficeReads
  private let common: ReadableContent

  /// Nil for an office that works alone, because no other machine reads its entries.
  init?(_ db: Database) throws {
    guard try EnrolmentTable.exists(db) else { return nil }
    let kept = try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM setting WHERE name = ?"), arguments: [Self.name])
    reads = kept.flatMap { OfficeReads(text: $0) } ?? .unsaid
    common = reads.content ?? .ofRevision2
  }

  /// A report without a limit means that the others can read what this program can; after an upgrade it can read more,
  /// and they are not known to.
  static func keep(_ db: Database, _ reads: OfficeReads, own: ReadableContent = .own) throws {
    var reads = reads
    reads.content = reads.content ?? own
    try db.execute(sql: "INSERT OR REPLACE INTO setting VALUES (?, ?)", arguments: [name, reads.text])
  }

  func reads(_ revision: UInt32) -> Bool { common.revision >= revision }

  /// - Throws: `.denied(.machinesBehind)` with the names of the machines that have to be upgraded first.
  func require(_ content: EntryContent) throws {
    guard try !EntryFormat.isReadable(content, by: common) else { return }
    throw StoreError.denied(.machinesBehind(names: reads.behind, isProvinceBehind: reads.isProvinceBehind))
  }
}

extension ReadableContent {
  /// Versions up to revision 2 stored no content when all machines could read what they could themselves.
  fileprivate static let ofRevision2 = ReadableContent(revision: 2, kinds: [1...33, 100...110])
}
