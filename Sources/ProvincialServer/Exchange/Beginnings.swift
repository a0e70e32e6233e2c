import DossierDomain
import ExchangeModel
import SyncProtocol

/// How far an office that worked alone had come when its first device came for the first time. What it wrote until then
/// is the beginning of the order: it chose its own clerks and roles, and the province judges neither.
///
/// Only what comes in the founding device's first exchange counts without being judged: the end of each chain is what the
/// device said in its first request, and a day later at the latest everything is judged, whatever was said.
struct Beginnings {
  private var ends: [DeviceEpoch: Int64] = [:]

  /// A first exchange over a bad line takes hours, not days.
  private static let duration: Int64 = 24 * 3_600_000

  static let limits = [
    "ALTER TABLE beginning ADD COLUMN ends_at NUMBER NOT NULL DEFAULT 0",
    // What an earlier version took down for as long as the device liked is what has come until now.
    """
    UPDATE beginning SET last_sequence = coalesce((SELECT e.last_sequence FROM device_epoch e
    WHERE e.office = beginning.office AND e.epoch = beginning.epoch AND e.last_sequence < beginning.last_sequence),
    last_sequence)
    """,
  ]

  /// - Parameter isRestoring: what the province lost may come again, from the founding device and from others.
  init(
    of device: DeviceRecord, _ heads: [EpochHead], isRestoring: Bool, now: Instant,
    in transaction: any ServerTransaction
  ) throws {
    if device.isFounder, device.seenAt == nil {
      for head in heads where !head.isWitness {
        try transaction.run(
          """
          INSERT INTO beginning (office, epoch, last_sequence, ends_at) VALUES ($1, $2, $3, $4)
          ON CONFLICT (office, epoch) DO NOTHING
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
