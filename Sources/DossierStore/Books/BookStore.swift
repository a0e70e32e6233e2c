import DossierDomain
import Foundation
import GRDB
import OfficeWork

/// The office's register books, in which results are numbered.
public struct BookStore: Sendable {
  let read: ReadingConnection
  let write: WritingConnection

  /// The office's books, sorted by name.
  public func all() throws(StoreError) -> [RegisterBook] {
    try read { try BookTable.all($0) }
  }

  /// The certification books of all years, the latest year first.
  public func volumes() throws(StoreError) -> [OpenVolume] { try read { try VolumeTable.all($0) } }

  /// A year's book with all its numbers; nil if nobody has opened it.
  public func register(of kind: BookKind, _ year: Int, viewer: Viewer) throws(StoreError) -> BookRegister? {
    try read { db in
      guard let open = try VolumeTable.open(db, kind, year) else { return nil }
      return BookRegister(
        open: open, lastOnPaper: try VolumeTable.lastOnPaper(db, of: open.volume.book),
        lines: try NumberTable.lines(db, of: open.volume.book, viewer: viewer))
    }
  }

  /// Asks for a book at the next exchange; the province grants it if no machine holds it.
  /// - Returns: the new state; a book that is held, closed or being given back does not change.
  public func want(_ id: BookID) throws(StoreError) -> RegisterBook.Holding? {
    try move(id, from: .elsewhere, to: .wanted)
  }

  /// Gives a book back: from now on this desk gives out no numbers in it. The province receives it at the next
  /// exchange. A pending request for the book is withdrawn.
  public func giveBack(_ id: BookID) throws(StoreError) -> RegisterBook.Holding? {
    _ = try move(id, from: .wanted, to: .elsewhere)
    return try move(id, from: .held, to: .returning)
  }

  /// Reopens a book after a restore, with the last number that stands in it on paper; numbering continues from there.
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
