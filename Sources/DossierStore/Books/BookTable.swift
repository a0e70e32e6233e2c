import DossierDomain
import Foundation
import GRDB

/// The books as this desk knows them, and what the exchange does with them.
enum BookTable {
  private enum Columns: String, ColumnExpression {
    case id, name, holding
    case lastNumber = "last_number"
  }

  static func all(_ db: Database) throws -> [RegisterBook] {
    try Row.fetchAll(db, sql: "SELECT id, name, last_number, holding FROM book ORDER BY name, id").compactMap { row in
      guard let id = BookID(bytes: row[Columns.id] as Data),
        let holding = RegisterBook.Holding(rawValue: row[Columns.holding])
      else {
        return nil
      }
      return RegisterBook(id: id, name: row[Columns.name], lastNumber: row[Columns.lastNumber], holding: holding)
    }
  }

  /// The numbers of an earlier life may stand on paper.
  static func close(_ db: Database) throws {
    try db.execute(
      sql: "UPDATE book SET holding = ? WHERE holding IN (?, ?)",
      arguments: [
        RegisterBook.Holding.closed.rawValue, RegisterBook.Holding.held.rawValue,
        RegisterBook.Holding.returning.rawValue,
      ])
  }

  /// What the province says of the office's books, after a request that gave back `returned`.
  static func take(_ db: Database, _ grants: [OrderedPage.Book], returned: Set<BookID>) throws {
    let known = Dictionary(try all(db).map { ($0.id, $0) }) { first, _ in first }
    for grant in grants {
      let before = known[grant.id]
      let holding: RegisterBook.Holding =
        switch before?.holding {
        case .closed where grant.isHeld: .closed
        // Given back after the request had left: the province has not heard of it.
        case .returning where grant.isHeld && !returned.contains(grant.id): .returning
        case .wanted where !grant.isHeld: .wanted
        case .closed, .returning, .wanted, .held, .elsewhere, nil: grant.isHeld ? .held : .elsewhere
        }
      try db.execute(
        sql: "INSERT OR REPLACE INTO book VALUES (?, ?, ?, ?)",
        arguments: [
          Data(grant.id.bytes), grant.name, max(grant.lastNumber, before?.lastNumber ?? 0), holding.rawValue,
        ])
    }
  }
}
