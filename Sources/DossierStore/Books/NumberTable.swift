import DossierDomain
import Foundation
import GRDB
import OfficeWork

/// The numbers of certification books that entries have used, also those that were struck. A projection of the dossiers.
enum NumberTable {
  enum Columns: String, ColumnExpression {
    case number, volume, date, paper, person, copies, signer, struck, dossier, code, owner, confidential, assignee
  }

  /// `place` is that of the numbering in its dossier. A number stands once for each numbering, whatever lines it has.
  static let schema = """
    CREATE TABLE book_number (
      dossier BLOB NOT NULL, place INTEGER NOT NULL, number INTEGER NOT NULL, book BLOB NOT NULL,
      volume INTEGER NOT NULL, date INTEGER NOT NULL, paper TEXT NOT NULL, person TEXT NOT NULL,
      copies INTEGER NOT NULL, signer TEXT NOT NULL, struck INTEGER NOT NULL,
      PRIMARY KEY (dossier, place, number)) STRICT, WITHOUT ROWID;
    CREATE INDEX book_number_by_book ON book_number (book, number);
    """

  static let table = "book_number"

  static func replace(_ db: Database, _ dossier: Dossier, isNew: Bool) throws {
    if !isNew { try remove(db, dossier.id) }
    guard !dossier.numberings.isEmpty else { return }
    let insert = try db.cachedStatement(sql: "INSERT INTO book_number VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for row in values(dossier) { try insert.execute(arguments: StatementArguments(row)) }
  }

  static func remove(_ db: Database, _ id: DossierID) throws {
    try db.cachedStatement(sql: "DELETE FROM book_number WHERE dossier = ?").execute(arguments: [Data(id.bytes)])
  }

  /// Whether the rows of a dossier agree with its fold.
  static func agrees(_ db: Database, _ dossier: Dossier) throws -> Bool {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM book_number WHERE dossier = ? ORDER BY place, number"),
      arguments: [Data(dossier.id.bytes)])
    return rows.map { Array($0.databaseValues) }
      == values(dossier).map { row in row.map { $0?.databaseValue ?? .null } }
  }

  private static func values(_ dossier: Dossier) -> [[(any DatabaseValueConvertible)?]] {
    var rows: [[(any DatabaseValueConvertible)?]] = []
    for (place, used) in dossier.numberings.enumerated() {
      let numbering = used.numbering
      let struck = used.struck.map { BookLine.Struck($0) } ?? (dossier.isVoid ? .void : nil)
      for line in numbering.lines(of: dossier.certified) {
        rows.append([
          Data(dossier.id.bytes), place, line.number, Data(numbering.volume.book.bytes), numbering.volume.number,
          numbering.date.dayNumber, line.paper, line.person, line.copies, numbering.signer, struck?.rawValue ?? 0,
        ])
      }
    }
    return rows
  }

  /// The lines of a book by their numbers.
  /// - Parameter viewer: who may see the names of confidential dossiers.
  static func lines(_ db: Database, of book: BookID, viewer: Viewer) throws -> [BookLine] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT n.*, d.code, d.owner, d.confidential, d.assignee FROM book_number n JOIN dossier d ON d.id = n.dossier
        WHERE n.book = ? ORDER BY n.number, n.date, n.dossier, n.place
        """, arguments: [Data(book.bytes)]
    ).compactMap { row in
      guard let dossier = DossierID(bytes: row[Columns.dossier] as Data) else { return nil }
      let isVisible =
        !row[Columns.confidential] || viewer.seesConfidential
        || ClerkID(bytes: row[Columns.assignee] as Data) == viewer.clerk
      return BookLine(
        number: row[Columns.number], volume: row[Columns.volume],
        date: CivilDate(dayNumber: row[Columns.date]), dossier: dossier, code: row[Columns.code],
        owner: isVisible ? row[Columns.owner] : nil, paper: row[Columns.paper],
        person: isVisible ? row[Columns.person] : "", copies: row[Columns.copies], signer: row[Columns.signer],
        struck: BookLine.Struck(rawValue: row[Columns.struck]))
    }
  }
}
