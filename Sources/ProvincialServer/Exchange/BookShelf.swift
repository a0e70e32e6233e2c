import DossierDomain
import ExchangeModel
import SyncProtocol

/// The register books of an office. Their numbers have no gaps, so only one device holds a book at a time.
struct BookShelf {
  private let transaction: any ServerTransaction
  private let device: DeviceRecord

  init(_ device: DeviceRecord, in transaction: any ServerTransaction) {
    self.device = device
    self.transaction = transaction
  }

  static let schema = ["ALTER TABLE book ADD COLUMN held_since NUMBER"]

  /// Stores the holder's last number, takes back a book that the holder returns, and grants a wanted book that is free.
  /// - Parameters:
  ///   - lastAnswer: the time of the last answer that the device had taken in. A request may arrive late, on a stick, when
  ///     the device holds the book again; it returns the book only if it knew of this holding.
  ///   - now: the server's clock.
  /// - Returns: the books of the office; of more than a desk can read, which an earlier version let be made, the earliest.
  func settle(_ states: [BookState], lastAnswer: Instant?, at now: Instant) throws -> [BookGrant] {
    let states = Dictionary(states.map { ($0.book, $0) }) { first, _ in first }
    var grants: [BookGrant] = []
    for row in try transaction.rows(
      "SELECT id, name, last_number, holder, held_since FROM book WHERE office = $1 ORDER BY id\(transaction.lockingClause)",
      [.blob(device.office.bytes)])
    {
      guard let book = BookID(bytes: try row.blob(0)) else { continue }
      var last = Int(try row.integer(2))
      var holder = try row.optionalBlob(3)
      var heldSince = try row.optionalInteger(4)
      if let state = states[book] {
        if holder == device.id.bytes {
          last = max(last, state.lastNumber)
          let isLate = heldSince.map { since in lastAnswer.map { $0.milliseconds < since } ?? false } ?? false
          if state.isReturned, !isLate { (holder, heldSince) = (nil, nil) }
        } else if holder == nil, state.isWanted {
          (holder, heldSince) = (device.id.bytes, now.milliseconds)
        }
        try transaction.run(
          "UPDATE book SET last_number = $1, holder = $2, held_since = $3 WHERE office = $4 AND id = $5",
          [
            .integer(Int64(last)), holder.map { .blob($0) } ?? .null, heldSince.map { .integer($0) } ?? .null,
            .blob(device.office.bytes), .blob(book.bytes),
          ])
      }
      grants.append(
        BookGrant(book: book, name: try row.text(1), lastNumber: last, isHeld: holder == device.id.bytes))
    }
    return Array(grants.prefix(SyncLimits.books))
  }
}
