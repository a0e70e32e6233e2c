import DossierDomain
import Foundation
import GRDB
import OfficeWork

/// What became of the papers that were issued here. Not computed from the journal, because no entry says it.
enum PrintTable {
  private enum Columns: String, ColumnExpression {
    case paper, form, dossier, state, queue, job, code, origin, owner, confidential
    case askedAt = "asked_at"
  }

  static let schema = """
    CREATE TABLE IF NOT EXISTS print_state (
      paper TEXT PRIMARY KEY, form TEXT NOT NULL, dossier BLOB NOT NULL, state INTEGER NOT NULL, queue TEXT NOT NULL,
      job INTEGER NOT NULL, asked_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS print_open ON print_state (asked_at) WHERE state != 2;
    """

  /// How long a printed paper is remembered, so that it can be printed again without asking whether it came out.
  private static let keptDays = 30

  /// A new paper, which no printer has yet.
  static func keep(_ db: Database, _ paper: PaperIssue, of dossier: DossierID, at now: Instant) throws {
    try db.execute(
      sql: "DELETE FROM print_state WHERE state = ? AND asked_at < ?",
      arguments: [PrintState.printed.rawValue, now.milliseconds - Int64(keptDays) * 86_400_000])
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO print_state VALUES (?, ?, ?, ?, '', 0, ?)")
      .execute(arguments: [
        paper.number.text, paper.form.text, Data(dossier.bytes), PrintState.kept.rawValue, now.milliseconds,
      ])
  }

  /// - Parameter job: what the print server has; nil if it has nothing that can be asked for.
  static func set(
    _ db: Database, _ paper: PaperNumber, _ state: PrintState, job: PrintJobID?, at now: Instant
  ) throws {
    try db.cachedStatement(sql: "UPDATE print_state SET state = ?, queue = ?, job = ?, asked_at = ? WHERE paper = ?")
      .execute(arguments: [state.rawValue, job?.queue ?? "", job?.number ?? 0, now.milliseconds, paper.text])
  }

  /// Takes what the print server says of a job. A paper that was sent again since has another job, of which it says nothing, and one that
  /// nobody needs any more comes back onto no list.
  static func report(
    _ db: Database, _ paper: PaperNumber, _ state: PrintState, of job: PrintJobID, at now: Instant
  ) throws {
    try db.cachedStatement(
      sql: "UPDATE print_state SET state = ?, asked_at = ? WHERE paper = ? AND queue = ? AND job = ? AND state != ?"
    ).execute(arguments: [
      state.rawValue, now.milliseconds, paper.text, job.queue, job.number, PrintState.withdrawn.rawValue,
    ])
  }

  /// Nobody needs a paper any more, because another one was issued in its place or somebody said so. What a print server has of it stays
  /// known until it is cancelled; otherwise it is off the list at once.
  static func withdraw(_ db: Database, _ paper: PaperNumber) throws {
    let standing = try standing(db, of: paper)
    // Its page and its answers may go one after the other.
    if standing?.state == .withdrawn { return }
    guard standing?.state == .sent, standing?.job != nil else { return try drop(db, paper) }
    try db.cachedStatement(sql: "UPDATE print_state SET state = ? WHERE paper = ?")
      .execute(arguments: [PrintState.withdrawn.rawValue, paper.text])
  }

  /// The jobs that must not come out any more, also those of dossiers that are void by now.
  static func toCancel(_ db: Database) throws -> [JobToCancel] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT p.* FROM print_state p JOIN dossier d ON d.id = p.dossier
          WHERE p.queue != '' AND (p.state = ? OR p.state = ? AND d.void = 1) ORDER BY p.asked_at, p.paper
          """), arguments: [PrintState.withdrawn.rawValue, PrintState.sent.rawValue]
    ).compactMap { row in
      guard let number = PaperNumber(row[Columns.paper]), let job = job(row, of: number) else { return nil }
      return JobToCancel(paper: number, job: job)
    }
  }

  /// Takes a paper off the list.
  static func drop(_ db: Database, _ paper: PaperNumber) throws {
    try db.cachedStatement(sql: "DELETE FROM print_state WHERE paper = ?").execute(arguments: [paper.text])
  }

  /// In a new life of these data nobody knows what was printed since they were copied, and the jobs are of another time.
  static func doubt(_ db: Database) throws {
    // A backup of an earlier version is restored before it is brought up to date, and has no papers.
    guard try db.tableExists("print_state") else { return }
    try db.execute(sql: "DELETE FROM print_state WHERE state = ?", arguments: [PrintState.withdrawn.rawValue])
    try db.execute(
      sql: "UPDATE print_state SET state = ?, queue = '', job = 0 WHERE state IN (?, ?)",
      arguments: [PrintState.doubtful.rawValue, PrintState.kept.rawValue, PrintState.sent.rawValue])
  }

  /// What the list has and the count counts. The papers of a void dossier are printed for nobody.
  private static let openPapers = "print_state p JOIN dossier d ON d.id = p.dossier WHERE p.state != 2 AND d.void = 0"

  /// Those that are not known to be printed, the oldest first.
  static func open(_ db: Database, limit: Int) throws -> [PaperToPrint] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT p.*, d.code, d.origin, d.owner, d.confidential FROM \(openPapers) ORDER BY p.asked_at, p.paper LIMIT ?
          """), arguments: [limit]
    ).compactMap { row in
      guard let number = PaperNumber(row[Columns.paper]), let form = PaperFormID(row[Columns.form]),
        let dossier = DossierID(bytes: row[Columns.dossier] as Data),
        let state = PrintState(rawValue: row[Columns.state]),
        let origin = DossierCode.Origin(rawValue: row[Columns.origin])
      else { return nil }
      let isConfidential: Bool = row[Columns.confidential]
      return PaperToPrint(
        number: number, form: form, dossier: dossier, code: DossierCode(row[Columns.code], origin: origin),
        owner: isConfidential ? nil : row[Columns.owner], state: state, job: job(row, of: number),
        at: Instant(milliseconds: row[Columns.askedAt]))
    }
  }

  static func count(_ db: Database) throws -> Int {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM \(openPapers)")) ?? 0
  }

  static func standing(_ db: Database, of paper: PaperNumber) throws -> PrintStanding? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT state, queue, job FROM print_state WHERE paper = ?"), arguments: [paper.text]
    ).flatMap { row in PrintState(rawValue: row[Columns.state]).map { PrintStanding($0, job: job(row, of: paper)) } }
  }

  private static func job(_ row: Row, of paper: PaperNumber) -> PrintJobID? {
    let queue: String = row[Columns.queue]
    return queue.isEmpty ? nil : PrintJobID(queue: queue, number: row[Columns.job], title: paper.jobTitle)
  }
}
