import DossierDomain
import SyncProtocol

/// How far an office that worked alone had come when its first device came for the first time. What it wrote until then
/// is the beginning of the order: it chose its own clerks and roles, and the province judges neither afterwards.
enum Beginnings {
  static func of(
    _ device: DeviceRecord, _ heads: [EpochHead], in transaction: any ServerTransaction
  ) throws -> [DeviceEpoch: Int64] {
    if device.isFounder, device.seenAt == nil {
      for head in heads where !head.isWitness {
        try transaction.run(
          """
          INSERT INTO beginning (office, epoch, last_sequence) VALUES ($1, $2, $3) ON CONFLICT (office, epoch) DO NOTHING
          """, [.blob(device.office.bytes), .blob(head.epoch.bytes), .integer(head.lastSequence)])
      }
    }
    var beginnings: [DeviceEpoch: Int64] = [:]
    for row in try transaction.rows(
      "SELECT epoch, last_sequence FROM beginning WHERE office = $1", [.blob(device.office.bytes)])
    {
      guard let epoch = DeviceEpoch(bytes: try row.blob(0)) else { continue }
      beginnings[epoch] = try row.integer(1)
    }
    return beginnings
  }
}
