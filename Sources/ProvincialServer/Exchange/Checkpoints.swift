import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol

/// The province's signed statements about the offices' orders, one a day for each office. A statement is made at the
/// first exchange of the day and sent to every device that does not have it.
struct Checkpoints {
  let authority: ProvinceAuthority

  func due(
    _ office: OfficeRecord, logEpoch: [UInt8], since seen: Instant?, now: Instant, in transaction: any ServerTransaction
  ) throws -> Checkpoint? {
    let day = Int64(now.civilDate.dayNumber)
    let today = try find(office.id, day, in: transaction)
    guard let checkpoint = try today ?? make(office, logEpoch, day, now, transaction) else { return nil }
    return seen.map { $0 < checkpoint.at } ?? true ? checkpoint : nil
  }

  private func find(
    _ office: OfficeID, _ day: Int64, in transaction: any ServerTransaction
  ) throws -> Checkpoint? {
    let row = try transaction.rows(
      "SELECT sequence, rolling, log_epoch, at, signature FROM checkpoint WHERE office = $1 AND day = $2",
      [.blob(office.bytes), .integer(day)]
    ).first
    guard let row, let rolling = RollingHash(bytes: try row.blob(1)) else { return nil }
    return Checkpoint(
      office: office, position: LogPosition(logEpoch: try row.blob(2), sequence: try row.integer(0), rolling: rolling),
      at: Instant(milliseconds: try row.integer(3)), signature: try row.blob(4))
  }

  /// The first exchange of the day makes the checkpoint. Another one at the same time reads the stored checkpoint.
  private func make(
    _ office: OfficeRecord, _ logEpoch: [UInt8], _ day: Int64, _ now: Instant, _ transaction: any ServerTransaction
  ) throws -> Checkpoint? {
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
    return added == 1 ? checkpoint : try find(office.id, day, in: transaction)
  }
}
