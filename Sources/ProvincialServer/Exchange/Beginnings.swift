import DossierDomain
import ExchangeModel
import SyncProtocol

/// The entries that an office which worked alone had written before the first exchange of its first device. They are
/// the beginning of its order and are not judged, because the office chose its own clerks and roles until then.
///
/// Only entries of the founding device's first exchange count without being judged. The end of each chain is the one
/// that the device reported in the first request that was answered, and after a day everything is judged, whatever was
/// reported.
struct Beginnings {
  private var ends: [DeviceEpoch: Int64] = [:]

  /// In milliseconds. A first exchange over a bad connection takes hours, but not days.
  private static let duration: Int64 = 24 * 3_600_000

  static let limits = [
    "ALTER TABLE beginning ADD COLUMN ends_at NUMBER NOT NULL DEFAULT 0",
    // An earlier version stored the reported end without a limit in time. It is lowered to the last entry that has
    // arrived.
    """
    UPDATE beginning SET last_sequence = coalesce((SELECT e.last_sequence FROM device_epoch e
    WHERE e.office = beginning.office AND e.epoch = beginning.epoch AND e.last_sequence < beginning.last_sequence),
    last_sequence)
    """,
  ]

  /// - Parameter isRestoring: lost entries may arrive again after a restore, from the founding device and from others,
  ///     so the time limit does not apply.
  init(
    of device: DeviceRecord, _ heads: [EpochHead], isRestoring: Bool, now: Instant,
    in transaction: any ServerTransaction
  ) throws {
    if device.isFounder, device.seenAt == nil {
      for head in heads where !head.isWitness {
        try transaction.run(
          """
          INSERT INTO beginning (office, epoch, last_sequence, ends_at) VALUES ($1, $2, $3, $4)
          ON CONFLICT (office, epoch) DO UPDATE SET last_sequence = excluded.last_sequence, ends_at = excluded.ends_at
          """,
          [
            .blob(device.office.bytes), .blob(head.epoch.bytes), .integer(head.lastSequence),
            .integer(now.milliseconds + Self.duration),
          ])
      }
    }
    guard device.isFounder || isRestoring else { return }
    for row in try transaction.rows(
      "SELECT epoch, last_sequence FROM beginning WHERE office = $1 AND ends_at > $2",
      [.blob(device.office.bytes), .integer(isRestoring ? .min : now.milliseconds)])
    {
      guard let epoch = DeviceEpoch(bytes: try row.blob(0)) else { continue }
      ends[epoch] = try row.integer(1)
    }
  }

  func contains(_ entry: OrderCandidate) -> Bool { entry.reference.sequence <= ends[entry.reference.epoch] ?? 0 }
}
