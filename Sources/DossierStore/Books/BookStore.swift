import DossierDomain
import Foundation
import GRDB

/// The office's books, in which results are numbered.
public struct BookStore: Sendable {
  let read: ReadingConnection
  let write: WritingConnection

  /// The office's books, by name.
  public func all() throws(StoreError) -> [RegisterBook] {
    try read { try BookTable.all($0) }
  }

  /// Asks for a book at the next exchange; it is granted when nobody holds it.
  /// - Returns: what holds after it; nothing changes for a book that is held, closed or on its way back.
  public func want(_ id: BookID) throws(StoreError) -> RegisterBook.Holding? {
    try move(id, from: .elsewhere, to: .wanted)
  }

  /// From this moment on this desk numbers no more in it; the province hears of it at the next exchange. A wish is taken
  /// back.
  public func giveBack(_ id: BookID) throws(StoreError) -> RegisterBook.Holding? {
    _ = try move(id, from: .wanted, to: .elsewhere)
    return try move(id, from: .held, to: .returning)
  }

  /// After a restore: the last number that stands in the book on paper; it is numbered in again from there.
  public func reopen(_ id: BookID, lastNumber: Int) throws(StoreError) -> RegisterBook.Holding? {
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
