import DossierDomain
import JournalFormat

/// The rows after a serial number, with a limit for each table and one for the entries that the statements confirm. If a
/// table has more rows, the page ends for all tables at the number where that table ended.
struct SignaturePage {
  private let office: OfficeID
  private let after: Int64
  private let most: Int64
  private let transaction: any ServerTransaction
  var signatures = Signatures()
  /// The last number up to which the page is complete; nil if there are no further rows.
  private(set) var end: Int64?

  init(office: OfficeID, after: Int64, most: Int64, in transaction: any ServerTransaction) {
    self.office = office
    self.after = after
    self.most = most
    self.transaction = transaction
  }

  mutating func read() throws {
    let statements = try rows(
      "statement", "clerk, epoch, first, last, confirmed, signature", ClerkStatement.init
    ).limited(to: ClerkStatement.mostConfirmed) { $0.confirmed.count }
    let heads = try rows("machine_head", "device, epoch, sequence, hash, at, signature", MachineHead.init)
    let keys = try rows("clerk_key", "clerk, public_key, since, until", ClerkKey.init)
    let machines = try rows("device", "id, name, public_key, revoked_at", Machine.init)
    end = [statements.end, heads.end, keys.end, machines.end].compactMap { $0 }.min()
    let end = end ?? .max
    signatures = Signatures(
      statements: statements.upTo(end), heads: heads.upTo(end), keys: keys.upTo(end), machines: machines.upTo(end))
  }

  private struct Rows<Value> {
    var values: [(serial: Int64, value: Value)]
    /// The number of the last row; nil if there are no further rows.
    var end: Int64?

    func upTo(_ end: Int64) -> [Value] { values.filter { $0.serial <= end }.map(\.value) }

    /// Ends the rows before the first one with which their weights would exceed the limit. A row that exceeds it alone
    /// could never be sent, so it is left out and does not hold up the rows after it.
    func limited(to most: Int, _ weight: (Value) -> Int) -> Rows {
      var limited = self
      limited.values.removeAll { weight($0.value) > most }
      var sum = 0
      let next = limited.values.first { row in
        sum += weight(row.value)
        return sum > most
      }
      if let next { limited.end = min(limited.end ?? .max, next.serial - 1) }
      return limited
    }
  }

  private func rows<Value>(
    _ table: String, _ columns: String, _ value: (ServerRow) throws -> Value?
  ) throws -> Rows<Value> {
    let rows = try transaction.rows(
      "SELECT \(columns), serial FROM \(table) WHERE office = $1 AND serial > $2 ORDER BY serial LIMIT $3",
      [.blob(office.bytes), .integer(after), .integer(most)])
    let width = columns.split(separator: ",").count
    return Rows(
      values: try rows.compactMap { row in
        guard let value = try value(row) else { return nil }
        return (try row.integer(width), value)
      }, end: Int64(rows.count) < most ? nil : try rows.last?.integer(width))
  }
}

extension ClerkStatement {
  init?(_ row: ServerRow) throws {
    guard let clerk = ClerkID(bytes: try row.blob(0)), let epoch = DeviceEpoch(bytes: try row.blob(1)) else {
      return nil
    }
    self.init(
      clerk: clerk, epoch: epoch, first: try row.integer(2), last: try row.integer(3),
      confirmed: Self.confirmed(try row.blob(4)), signature: try row.blob(5))
  }
}

extension MachineHead {
  init?(_ row: ServerRow) throws {
    guard let device = DeviceID(bytes: try row.blob(0)), let epoch = DeviceEpoch(bytes: try row.blob(1)) else {
      return nil
    }
    self.init(
      device: device, epoch: epoch, sequence: try row.integer(2), hash: try row.blob(3),
      at: Instant(milliseconds: try row.integer(4)), signature: try row.blob(5))
  }
}

extension ClerkKey {
  init?(_ row: ServerRow) throws {
    guard let clerk = ClerkID(bytes: try row.blob(0)), let key = SigningPublicKey(bytes: try row.blob(1)) else {
      return nil
    }
    self.init(
      clerk: clerk, key: key, since: Instant(milliseconds: try row.integer(2)),
      until: try row.optionalInteger(3).map { Instant(milliseconds: $0) })
  }
}

extension Machine {
  init?(_ row: ServerRow) throws {
    guard let device = DeviceID(bytes: try row.blob(0)),
      let key = try row.optionalBlob(2).flatMap({ SigningPublicKey(bytes: $0) })
    else { return nil }
    self.init(
      device: device, name: try row.text(1), key: key,
      revokedAt: try row.optionalInteger(3).map { Instant(milliseconds: $0) })
  }
}
