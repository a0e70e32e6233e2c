import Crypto
import DossierDomain
import Foundation
import GRDB

extension UpkeepStore {
  private static let mostFaults = 200

  /// Checks the whole store: file, chains, canonical bytes, attachments, and that every projection agrees with the
  /// journal. It reads in slices with one snapshot each, so that it can run beside an open full-screen program.
  /// - Parameter progress: the entries and dossiers checked so far, and all.
  public func verify(
    progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> VerificationReport {
    var report = VerificationReport()
    let all = try read { db in
      if try Bool.fetchOne(db, sql: "SELECT 1 FROM setting WHERE name = ?", arguments: [Self.rebuildMark]) == true {
        report.faults.append(.rebuildUnfinished)
      }
      let found = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
      report.keptBeside = try ForkedEntries.count(db)
      report.faults += found.filter { $0 != "ok" }.map { .fileDamaged($0) }
      return try Int.fetchOne(db, sql: "SELECT (SELECT count(*) FROM entry) + (SELECT count(*) FROM dossier)") ?? 0
    }
    var chain = ChainCheck()
    while try read({ try chain.next($0) }), chain.faults.count < Self.mostFaults { progress(chain.entries, all) }
    report.entries = chain.entries
    report.faults += chain.faults
    let folded = try foldedFaults()
    report.faults += folded
    try scans.check(&report, most: Self.mostFaults)
    // Entries that cannot be decoded cannot be folded, so the projections are not compared.
    guard chain.faults.isEmpty, folded.isEmpty else { return report }
    report.refoldingLeft = try refoldingLeft()
    try verifyRows(&report) { progress(chain.entries + $0, all) }
    try read { db in
      if try !Tally.agrees(db) { report.faults.append(.tallyDiffers) }
      if try !OfficeProjection.agrees(db) { report.faults.append(.officeDiffers) }
      report.faults += try SearchIndex.integrityCheck(db).map { .searchDiffers("\($0)") }
    }
    return report
  }

  /// Folded dossiers whose bytes have changed since they came.
  private func foldedFaults() throws(StoreError) -> [StoreFault] {
    var faults: [StoreFault] = []
    var last: Data? = Data()
    while let place = last {
      let rows = try read { db in
        try Row.fetchAll(
          db.cachedStatement(
            sql: "SELECT dossier, bytes, hash FROM folded WHERE dossier > ? ORDER BY dossier LIMIT 1000"),
          arguments: [place])
      }
      for row in rows
      where Data(SHA256.hash(data: row[FoldedDossiers.Columns.bytes] as Data)) != row[FoldedDossiers.Columns.hash]
        as Data
      {
        if let id = DossierID(bytes: row[FoldedDossiers.Columns.dossier] as Data) { faults.append(.foldedChanged(id)) }
      }
      last = rows.last.map { $0[FoldedDossiers.Columns.dossier] }
    }
    return faults
  }

  private func verifyRows(_ report: inout VerificationReport, progress: (Int) -> Void) throws(StoreError) {
    var last = Data()
    while report.faults.count < Self.mostFaults {
      let ids = try read { db in
        let ids = try Data.fetchAll(
          db.cachedStatement(
            sql: """
              SELECT * FROM (SELECT DISTINCT dossier FROM entry WHERE dossier > ?1 ORDER BY dossier LIMIT 500)
              UNION SELECT * FROM (SELECT dossier FROM folded WHERE dossier > ?1 ORDER BY dossier LIMIT 500)
              ORDER BY dossier LIMIT 500
              """), arguments: [last])
        if report.refoldingLeft == nil {
          for id in ids.compactMap({ DossierID(bytes: $0) }) where try !Self.rowAgrees(db, id) {
            report.faults.append(.dossierDiffers(id))
          }
        }
        return ids
      }
      guard let end = ids.last else { break }
      last = end
      report.dossiers += ids.count
      progress(report.dossiers)
    }
    let strangers = try read { db in
      try Data.fetchAll(
        db,
        sql: """
          SELECT id FROM dossier d WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.dossier = d.id)
          AND NOT EXISTS (SELECT 1 FROM folded f WHERE f.dossier = d.id) LIMIT 20
          """)
    }
    report.faults += strangers.compactMap { DossierID(bytes: $0) }.map { .dossierDiffers($0) }
  }

  private static func rowAgrees(_ db: Database, _ id: DossierID) throws -> Bool {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(DossierProjection.columns) FROM dossier WHERE id = ?"),
      arguments: [Data(id.bytes)])
    let dossier = try JournalReader.dossier(db, id)
    guard let row, let dossier else { return row == nil && dossier == nil }
    for code in dossier.codes {
      let isKnown = try Bool.fetchOne(
        db.cachedStatement(
          sql: "SELECT 1 FROM dossier_code JOIN dossier USING (rid) WHERE dossier_code.code = ? AND id = ?"),
        arguments: [code.text, Data(id.bytes)])
      guard isKnown == true else { return false }
    }
    guard try NumberTable.agrees(db, dossier) else { return false }
    return Array(row.databaseValues) == DossierProjection.values(dossier).map { $0?.databaseValue ?? .null }
  }
}
