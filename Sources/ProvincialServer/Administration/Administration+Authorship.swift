import DossierDomain
import JournalFormat

/// The authors of an office's entries, with machine, time and proof.
public struct OfficeAuthorship: Sendable {
  /// By epoch, each in the order of its entries.
  public var spans: [AuthoredSpan] = []
  public var machines: [DeviceEpoch: String] = [:]
}

extension Administration {
  private static let slice: Int64 = 1000

  /// - Parameter days: only series with entries on these days; nil for all.
  public func authorship(of office: OfficeID, days: ClosedRange<CivilDate>? = nil) throws -> OfficeAuthorship {
    var report = OfficeAuthorship()
    let (epochs, keys) = try store.read { transaction in
      (try Self.epochs(of: office, in: transaction), try ClerkKeys(office, in: transaction).all())
    }
    for epoch in epochs {
      var authorship = Authorship(
        office: office, epoch: epoch.name, statements: epoch.statements, keys: keys, head: epoch.head)
      var last: Int64 = 0
      while true {
        let rows = try store.read { transaction in
          try transaction.rows(
            """
            SELECT epoch_sequence, hash, bytes FROM entry
            WHERE office = $1 AND epoch = $2 AND epoch_sequence > $3 ORDER BY epoch_sequence LIMIT $4
            """, [.blob(office.bytes), .blob(epoch.name.bytes), .integer(last), .integer(Self.slice)])
        }
        for row in rows { authorship.add(try row.integer(0), hash: try row.blob(1), bytes: try row.blob(2)) }
        guard rows.count == Self.slice, let end = try rows.last?.integer(0) else { break }
        last = end
      }
      report.machines[epoch.name] = epoch.machine
      report.spans += authorship.finish().filter { span in
        days.map { $0.overlaps(span.from.civilDate...max(span.from.civilDate, span.to.civilDate)) } ?? true
      }
    }
    return report
  }

  private struct SignedEpoch {
    var name: DeviceEpoch
    var machine: String
    var head: MachineHead?
    var statements: [ClerkStatement]
  }

  private static func epochs(of office: OfficeID, in transaction: any ServerTransaction) throws -> [SignedEpoch] {
    try transaction.rows(
      """
      SELECT e.epoch, coalesce(d.name, '') FROM device_epoch e
      LEFT JOIN device d ON d.office = e.office AND d.id = e.device
      WHERE e.office = $1 UNION SELECT epoch, '' FROM machine_head WHERE office = $1 AND device = $2 ORDER BY 1
      """, [.blob(office.bytes), .blob(MachineHead.province.bytes)]
    ).compactMap { row in
      guard let epoch = DeviceEpoch(bytes: try row.blob(0)) else { return nil }
      let head = try transaction.rows(
        "SELECT device, epoch, sequence, hash, at, signature FROM machine_head WHERE office = $1 AND epoch = $2",
        [.blob(office.bytes), .blob(epoch.bytes)]
      ).first.flatMap(MachineHead.init).flatMap { $0.signature.isEmpty ? nil : $0 }
      let statements = try transaction.rows(
        """
        SELECT clerk, epoch, first, last, confirmed, signature FROM statement
        WHERE office = $1 AND epoch = $2 ORDER BY first
        """, [.blob(office.bytes), .blob(epoch.bytes)]
      ).compactMap { try ClerkStatement($0) }
      return SignedEpoch(
        name: epoch, machine: try row.text(1), head: head, statements: statements)
    }
  }
}
