import DossierDomain
import ExchangeModel
import Foundation
import GRDB

/// The books in their state at this desk, and their part of the exchange.
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

  /// Closes all held books, because numbers of the earlier epoch may stand on paper.
  static func close(_ db: Database) throws {
    try db.execute(
      sql: "UPDATE book SET holding = ? WHERE holding IN (?, ?)",
      arguments: [
        RegisterBook.Holding.closed.rawValue, RegisterBook.Holding.held.rawValue,
        RegisterBook.Holding.returning.rawValue,
      ])
  }

  /// Stores the province's answer about the office's books, to a request that gave back `returned`.
  static func take(_ db: Database, _ grants: [BookGrant], returned: Set<BookID>) throws {
    let known = Dictionary(try all(db).map { ($0.id, $0) }) { first, _ in first }
    for grant in grants {
      let before = known[grant.book]
      let holding: RegisterBook.Holding =
        switch before?.holding {
        case .closed where grant.isHeld: .closed
        // The book was given back after the request was sent, so the province does not know it yet.
        case .returning where grant.isHeld && !returned.contains(grant.book): .returning
        case .wanted where !grant.isHeld: .wanted
        case .closed, .returning, .wanted, .held, .elsewhere, nil: grant.isHeld ? .held : .elsewhere
        }
      try db.execute(
        sql: "INSERT OR REPLACE INTO book VALUES (?, ?, ?, ?)",
        arguments: [
          Data(grant.book.bytes), grant.name, max(grant.lastNumber, before?.lastNumber ?? 0), holding.rawValue,
        ])
    }
  }
}
