import DossierDomain
import Foundation
import GRDB

extension LocalStore {
  /// The office's books, by name.
  public func books() throws(StoreError) -> [RegisterBook] {
    try read { try Self.books($0) }
  }

  static func books(_ db: Database) throws -> [RegisterBook] {
    try Row.fetchAll(db, sql: "SELECT id, name, last_number, holding FROM book ORDER BY name, id").compactMap { row in
      guard let id = BookID(bytes: row[0] as Data), let holding = RegisterBook.Holding(rawValue: row[3]) else {
        return nil
      }
      return RegisterBook(id: id, name: row[1], lastNumber: row[2], holding: holding)
    }
  }

  /// Asks for a book at the next exchange; it is granted when nobody holds it.
  /// - Returns: what holds after it; nothing changes for a book that is held, closed or on its way back.
  public func wantBook(_ id: BookID) throws(StoreError) -> RegisterBook.Holding? {
    try move(id, from: .elsewhere, to: .wanted)
  }

  /// From this moment on this desk numbers no more in it; the province hears of it at the next exchange. A wish is taken
  /// back.
  public func giveBackBook(_ id: BookID) throws(StoreError) -> RegisterBook.Holding? {
    _ = try move(id, from: .wanted, to: .elsewhere)
    return try move(id, from: .held, to: .returning)
  }

  /// After a restore: the last number that stands in the book on paper; it is numbered in again from there.
  public func reopenBook(_ id: BookID, lastNumber: Int) throws(StoreError) -> RegisterBook.Holding? {
    try write { db in
      try db.execute(
        sql: "UPDATE book SET last_number = max(last_number, ?) WHERE id = ? AND holding = ?",
        arguments: [lastNumber, Data(id.bytes), RegisterBook.Holding.closed.rawValue])
    }
    return try move(id, from: .closed, to: .held)
  }

  private func move(
    _ id: BookID, from: RegisterBook.Holding, to: RegisterBook.Holding
  ) throws(StoreError) -> RegisterBook.Holding? {
    try write { db in
      try db.execute(
        sql: "UPDATE book SET holding = ? WHERE id = ? AND holding = ?",
        arguments: [to.rawValue, Data(id.bytes), from.rawValue])
      return try Int.fetchOne(db, sql: "SELECT holding FROM book WHERE id = ?", arguments: [Data(id.bytes)])
        .flatMap(RegisterBook.Holding.init)
    }
  }
}

/// Books in the exchange.
enum Books {
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
    let known = Dictionary(try LocalStore.books(db).map { ($0.id, $0) }) { first, _ in first }
    for grant in grants {
      let before = known[grant.id]
      let holding: RegisterBook.Holding =
        switch before?.holding {
        case .closed where grant.isHeld: .closed
        // Given back after the request had left: the province has not heard of it.
        case .returning where grant.isHeld && !returned.contains(grant.id): .returning
        case .wanted where !grant.isHeld: .wanted
        default: grant.isHeld ? .held : .elsewhere
        }
      try db.execute(
        sql: "INSERT OR REPLACE INTO book VALUES (?, ?, ?, ?)",
        arguments: [
          Data(grant.id.bytes), grant.name, max(grant.lastNumber, before?.lastNumber ?? 0), holding.rawValue,
        ])
    }
  }
}
