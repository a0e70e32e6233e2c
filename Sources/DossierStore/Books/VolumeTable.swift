import Crypto
import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// The certification books of the office: which volumes were opened, and how far this desk has numbered.
///
/// A book is held by the life that opened it last, so that a restored or copied database holds none until the last number
/// on paper was said. The openings are a projection. The counter is not: like a lane it only rises at this desk, so that
/// neither an undone act nor an entry of another machine moves the next number.
enum VolumeTable {
  private enum Columns: String, ColumnExpression {
    case book, kind, year, volume, paper, counted, used
    case isOwn = "is_own"
    case isCurrent = "is_current"
    case isDoubtful = "is_doubtful"
    case countedOn = "counted_on"
    case usedOn = "used_on"
  }

  /// Days are day numbers. The epoch is the life in which the volume was opened.
  static let schema = """
    CREATE TABLE book_opening (
      place INTEGER PRIMARY KEY, book BLOB NOT NULL, kind INTEGER NOT NULL, year INTEGER NOT NULL,
      volume INTEGER NOT NULL, last_on_paper INTEGER NOT NULL, epoch BLOB NOT NULL, at INTEGER NOT NULL) STRICT;
    CREATE TABLE book_counter (
      book BLOB PRIMARY KEY, last_number INTEGER NOT NULL, last_date INTEGER, is_doubtful INTEGER NOT NULL) STRICT;
    """

  static let table = "book_opening"

  /// The same at every desk, so that two desks that open a book without knowing of each other number in one book, where
  /// double numbers are found.
  static func book(_ kind: BookKind, _ year: Int, of office: OfficeID) -> BookID? {
    BookID.version8(digest: Array(SHA256.hash(data: office.bytes + Array("book \(kind.rawValue) \(year)".utf8))))
  }

  // MARK: Writing

  static func apply(_ db: Database, _ opening: BookOpening, from source: OfficeProjection.Source) throws {
    let volume = opening.volume
    try db.execute(
      sql: "INSERT INTO book_opening VALUES ((SELECT count(*) FROM book_opening), ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        Data(volume.book.bytes), volume.kind.rawValue, volume.year, volume.number, opening.lastOnPaper,
        Data(source.epoch?.bytes ?? []), source.at.milliseconds,
      ])
  }

  /// From now on this desk numbers in the book, behind the number that was said.
  static func hold(_ db: Database, _ opening: BookOpening, lastDate: CivilDate?) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO book_counter VALUES (?, ?, ?, 0)",
      arguments: [Data(opening.volume.book.bytes), opening.lastOnPaper, lastDate?.dayNumber])
  }

  /// Uses numbers up. What was used stays so, whatever becomes of its entry.
  static func take(_ db: Database, _ numbering: Numbering) throws {
    try db.execute(
      sql: "UPDATE book_counter SET last_number = max(last_number, ?), last_date = ? WHERE book = ?",
      arguments: [numbering.last, numbering.date.dayNumber, Data(numbering.volume.book.bytes)])
    guard db.changesCount == 1 else { throw StoreError.damaged("book_counter") }
  }

  /// Papers may carry numbers that are not in these data. No book gives a number until the last one on paper was said.
  static func doubt(_ db: Database) throws { try db.execute(sql: "UPDATE book_counter SET is_doubtful = 1") }

  // MARK: Reading

  /// The book of a kind and year; nil if nobody has opened it.
  static func open(_ db: Database, _ kind: BookKind, _ year: Int) throws -> OpenVolume? {
    try all(db, sql: "AND o.kind = ? AND o.year = ?", [kind.rawValue, year]).first
  }

  /// The books of all years, the latest year first.
  static func all(_ db: Database) throws -> [OpenVolume] { try all(db, sql: "", []) }

  /// The last number that somebody read from the book on paper. The next volume in the same life says nothing of paper.
  static func lastOnPaper(_ db: Database, of book: BookID) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT max(last_on_paper) FROM book_opening o WHERE book = ?1 AND NOT EXISTS (
          SELECT 1 FROM book_opening b
          WHERE b.book = ?1 AND b.epoch = o.epoch AND b.place < o.place AND b.volume = o.volume - 1)
        """, arguments: [Data(book.bytes)]) ?? 0
  }

  private static func all(_ db: Database, sql: String, _ arguments: StatementArguments) throws -> [OpenVolume] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT o.book, o.kind, o.year, o.volume, coalesce(d.is_own, 0) AS is_own,
          coalesce(d.is_current, 0) AS is_current, coalesce(c.is_doubtful, 1) AS is_doubtful,
          c.last_number AS counted, c.last_date AS counted_on,
          (SELECT max(last_on_paper) FROM book_opening p WHERE p.book = o.book) AS paper,
          (SELECT max(number) FROM book_number n WHERE n.book = o.book) AS used,
          (SELECT max(date) FROM book_number n WHERE n.book = o.book) AS used_on
        FROM book_opening o LEFT JOIN device_epoch d ON d.epoch = o.epoch LEFT JOIN book_counter c ON c.book = o.book
        WHERE o.place = (SELECT max(place) FROM book_opening l WHERE l.kind = o.kind AND l.year = o.year) \(sql)
        ORDER BY o.year DESC, o.kind
        """, arguments: arguments
    ).compactMap(volume)
  }

  private static func volume(_ row: Row) -> OpenVolume? {
    guard let book = BookID(bytes: row[Columns.book] as Data), let kind = BookKind(rawValue: row[Columns.kind]),
      let volume = BookVolume(book: book, kind: kind, year: row[Columns.year], number: row[Columns.volume])
    else { return nil }
    let counted: Int = row[Columns.counted] ?? 0
    if row[Columns.isCurrent], !row[Columns.isDoubtful] {
      return OpenVolume(
        volume: volume, lastNumber: counted,
        lastDate: (row[Columns.countedOn] as Int?).map { CivilDate(dayNumber: $0) })
    }
    let isOwn: Bool = row[Columns.isOwn]
    return OpenVolume(
      volume: volume, lastNumber: max(counted, row[Columns.paper], row[Columns.used] ?? 0),
      lastDate: (row[Columns.usedOn] as Int?).map { CivilDate(dayNumber: $0) },
      holding: isOwn ? .closed : .elsewhere)
  }
}
