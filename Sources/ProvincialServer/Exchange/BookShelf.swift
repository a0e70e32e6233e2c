import DossierDomain
import SyncProtocol

/// The register books of an office: numbers without gaps, so that one device holds a book at a time.
struct BookShelf {
  private let transaction: any ServerTransaction
  private let device: DeviceRecord

  init(_ device: DeviceRecord, in transaction: any ServerTransaction) {
    self.device = device
    self.transaction = transaction
  }

  /// Takes back what the holder gives back, with its last number, and grants what is wanted and free.
  func settle(_ states: [BookState]) throws -> [BookGrant] {
    let states = Dictionary(states.map { ($0.book, $0) }) { first, _ in first }
    var grants: [BookGrant] = []
    for row in try transaction.rows(
      "SELECT id, name, last_number, holder FROM book WHERE office = $1 ORDER BY id\(transaction.lockingClause)",
      [.blob(device.office.bytes)])
    {
      guard let book = BookID(bytes: try row.blob(0)) else { continue }
      var last = Int(try row.integer(2))
      var holder = try row.optionalBlob(3)
      if let state = states[book] {
        if holder == device.id.bytes {
          last = max(last, state.lastNumber)
          if state.isReturned { holder = nil }
        } else if holder == nil, state.isWanted {
          holder = device.id.bytes
        }
        try transaction.run(
          "UPDATE book SET last_number = $1, holder = $2 WHERE office = $3 AND id = $4",
          [
            .integer(Int64(last)), holder.map { .blob($0) } ?? .null, .blob(device.office.bytes), .blob(book.bytes),
          ])
      }
      grants.append(
        BookGrant(book: book, name: try row.text(1), lastNumber: last, isHeld: holder == device.id.bytes))
    }
    return grants
  }
}

/// PIN verifiers, which are the province's once an office is enrolled.
enum Credentials {
  /// Clocks of several server processes may differ by this much, in milliseconds.
  private static let doubt: Int64 = 600_000

  /// - Parameter seen: the time of the last answer that the device has taken in; nil for all.
  static func changed(
    since seen: Instant?, _ office: OfficeID, in transaction: any ServerTransaction
  ) throws -> [Credential] {
    try transaction.rows(
      "SELECT clerk, salt, digest FROM credential WHERE office = $1 AND changed_at > $2",
      [.blob(office.bytes), .integer(seen.map { $0.milliseconds - doubt } ?? .min)]
    ).compactMap { row in
      guard let clerk = ClerkID(bytes: try row.blob(0)) else { return nil }
      return Credential(clerk: clerk, salt: try row.blob(1), digest: try row.blob(2))
    }
  }
}
