import DossierDomain
import SyncProtocol

/// A row of the list of register books.
public struct BookSummary: Hashable, Sendable {
  public var id: BookID
  public var name: String
  public var lastNumber: Int
  public var holder: DeviceID?
}

extension Administration {
  /// Every answer names all books of the office, in the quarter of it that is not for entries.
  public static let longestBookName = 1000

  /// - Parameter lastNumber: the last number in the book, if it is in use on paper already.
  /// - Throws: `AdministrationError`, if a desk could not read an answer with one more book, too.
  public func createBook(named name: String, in office: OfficeID, lastNumber: Int = 0, at now: Instant) throws -> BookID
  {
    guard (1...Self.longestBookName).contains(name.utf8.count) else { throw AdministrationError.bookNameLength }
    let id: BookID = newIdentifier(at: now)
    try store.transaction { transaction in
      guard try OfficeRecord.lock(office, in: transaction) != nil else { throw AdministrationError.officeUnknown }
      let books = try transaction.rows("SELECT count(*) FROM book WHERE office = $1", [.blob(office.bytes)])
      guard try books.first?.integer(0) ?? 0 < SyncLimits.books else { throw AdministrationError.tooManyBooks }
      try transaction.run(
        "INSERT INTO book (office, id, name, last_number) VALUES ($1, $2, $3, $4)",
        [.blob(office.bytes), .blob(id.bytes), .text(name), .integer(Int64(lastNumber))])
    }
    return id
  }

  public func books(of office: OfficeID) throws -> [BookSummary] {
    try store.read { transaction in
      try transaction.rows(
        "SELECT id, name, last_number, holder FROM book WHERE office = $1 ORDER BY name, id", [.blob(office.bytes)]
      ).compactMap { row in
        guard let id = BookID(bytes: try row.blob(0)) else { return nil }
        return BookSummary(
          id: id, name: try row.text(1), lastNumber: Int(try row.integer(2)),
          holder: try row.optionalBlob(3).flatMap { DeviceID(bytes: $0) })
      }
    }
  }

  /// Takes a book away from a machine that is lost, with the last number that stands on paper.
  public func recallBook(_ book: BookID, of office: OfficeID, lastNumber: Int) throws {
    try store.transaction { transaction in
      let changed = try transaction.run(
        "UPDATE book SET holder = NULL, last_number = $1 WHERE office = $2 AND id = $3 AND last_number <= $1",
        [.integer(Int64(lastNumber)), .blob(office.bytes), .blob(book.bytes)])
      guard changed == 1 else { throw AdministrationError.bookUnknown }
    }
  }
}
