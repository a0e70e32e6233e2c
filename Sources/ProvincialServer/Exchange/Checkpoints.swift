import DossierDomain
import JournalFormat
import SyncProtocol

/// The province's signed word on each office's order, once a day: made at the first exchange of the day and given to every
/// device that has not seen it.
struct Checkpoints {
  let authority: ProvinceAuthority

  func due(
    _ office: OfficeRecord, logEpoch: [UInt8], since seen: Instant?, now: Instant, in transaction: any ServerTransaction
  ) throws -> Checkpoint? {
    let day = Int64(now.civilDate.dayNumber)
    let row = try transaction.rows(
      "SELECT sequence, rolling, log_epoch, at, signature FROM checkpoint WHERE office = $1 AND day = $2",
      [.blob(office.id.bytes), .integer(day)]
    ).first
    if let row {
      let at = Instant(milliseconds: try row.integer(3))
      guard let rolling = RollingHash(bytes: try row.blob(1)), seen.map({ $0 < at }) ?? true else { return nil }
      return Checkpoint(
        office: office.id,
        position: LogPosition(logEpoch: try row.blob(2), sequence: try row.integer(0), rolling: rolling), at: at,
        signature: try row.blob(4))
    }
    var checkpoint = Checkpoint(
      office: office.id, position: LogPosition(logEpoch: logEpoch, sequence: office.head, rolling: office.rolling),
      at: now, signature: [])
    checkpoint.signature = try authority.sign(checkpoint.signedBytes)
    let added = try transaction.run(
      """
      INSERT INTO checkpoint (office, day, sequence, rolling, log_epoch, at, signature) VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (office, day) DO NOTHING
      """,
      [
        .blob(office.id.bytes), .integer(day), .integer(office.head), .blob(office.rolling.bytes), .blob(logEpoch),
        .integer(now.milliseconds), .blob(checkpoint.signature),
      ])
    return added == 1 ? checkpoint : nil
  }
}
