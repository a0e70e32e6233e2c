import Crypto
import DossierDomain
import JournalFormat

/// The lives of the province's log. A restored server begins a new one at what it still has of each office's order.
struct LogEpochs {
  let current: [UInt8]
  private let office: OfficeID
  private let beginnings: [(epoch: [UInt8], number: Int64, sequence: Int64?, witnessUntil: Instant?)]

  /// So long after a restore desks may hand in what others wrote, in days.
  static let witnessDays = 7

  init(of office: OfficeID, in transaction: any ServerTransaction) throws {
    self.office = office
    beginnings = try transaction.rows(
      """
      SELECT l.id, l.number, b.sequence, l.witness_until FROM log_epoch l
      LEFT JOIN log_beginning b ON b.log_epoch = l.id AND b.office = $1 ORDER BY l.number
      """, [.blob(office.bytes)]
    ).map { row in
      let until = try row.optionalInteger(3).map { Instant(milliseconds: $0) }
      return (try row.blob(0), try row.integer(1), try row.optionalInteger(2), until)
    }
    guard let last = beginnings.last else { throw ServerStoreError.refused("no log epoch") }
    current = last.epoch
  }

  /// The province's log was put back to an earlier state at least once.
  var wasRestored: Bool { beginnings.count > 1 }

  /// Whether desks may hand in what others wrote: for some days after a restore, until an operator says that it is over.
  func takesWitnesses(at now: Instant) -> Bool {
    guard wasRestored, let until = beginnings.last?.witnessUntil else { return false }
    return now < until
  }

  /// From where this server and the device have the same order. A device that followed a life of which this server knows
  /// nothing begins anew, unless the hash says that both have the same.
  /// - Throws: `ExchangeError.positionUnknown` when the device knows more of the present life than this server.
  func base(for position: LogPosition, in transaction: any ServerTransaction) throws -> LogPosition {
    var sequence = position.sequence
    if position.logEpoch.isEmpty {
      guard sequence == 0 else { throw ExchangeError.malformed("position") }
    } else if position.logEpoch != current {
      // The device followed an earlier life: what later lives began with is what is left of it.
      guard let known = beginnings.first(where: { $0.epoch == position.logEpoch }) else {
        let same = try rolling(at: sequence, in: transaction) == position.rolling
        return LogPosition(logEpoch: current, sequence: same ? sequence : 0, rolling: same ? position.rolling : .zero)
      }
      for later in beginnings where later.number > known.number { sequence = min(sequence, later.sequence ?? 0) }
    }
    let rolling = try rolling(at: sequence, in: transaction)
    guard let rolling else { throw ExchangeError.positionUnknown }
    if position.logEpoch == current || sequence == position.sequence, !position.logEpoch.isEmpty {
      guard rolling == position.rolling else { throw ExchangeError.positionUnknown }
    }
    return LogPosition(logEpoch: current, sequence: sequence, rolling: rolling)
  }

  private func rolling(at sequence: Int64, in transaction: any ServerTransaction) throws -> RollingHash? {
    guard sequence > 0 else { return .zero }
    return try transaction.rows(
      "SELECT rolling FROM entry WHERE office = $1 AND sequence = $2", [.blob(office.bytes), .integer(sequence)]
    ).first.flatMap { RollingHash(bytes: try $0.blob(0)) }
  }

  /// The first life, in an empty store; nothing where there is one.
  static func beginFirst(_ id: [UInt8], in transaction: any ServerTransaction) throws {
    try transaction.run(
      "INSERT INTO log_epoch (number, id) VALUES (1, $1) ON CONFLICT (number) DO NOTHING", [.blob(id)])
  }

  /// Begins a life of the log: the first one, or another at what is left after a restore. The province's own chains go on
  /// under new names, since what they had written since the backup may be known to desks.
  /// - Parameters:
  ///   - id: 16 random bytes.
  ///   - now: the server's clock.
  static func begin(_ id: [UInt8], at now: Instant, in transaction: any ServerTransaction) throws {
    let next = try transaction.rows("SELECT coalesce(max(number), 0) + 1 FROM log_epoch", []).first?.integer(0) ?? 1
    let until = now.adding(minutes: witnessDays * 1440)
    try transaction.run(
      "INSERT INTO log_epoch (number, id, witness_until) VALUES ($1, $2, $3)",
      [.integer(next), .blob(id), .integer(until.milliseconds)])
    for known in try OfficeRecord.all(in: transaction).sorted(by: { $0.id < $1.id }) {
      guard var office = try OfficeRecord.lock(known.id, in: transaction) else { continue }
      try transaction.run(
        "INSERT INTO log_beginning (office, log_epoch, sequence) VALUES ($1, $2, $3)",
        [.blob(office.id.bytes), .blob(id), .integer(office.head)])
      guard let epoch = DeviceEpoch.version8(digest: Array(SHA256.hash(data: id + office.id.bytes))) else { continue }
      office.serverEpoch = epoch
      office.serverSequence = 0
      office.serverHash = []
      try office.keep(in: transaction)
    }
  }

  /// From now on every entry is taken from its author only.
  static func closeWitnesses(in transaction: any ServerTransaction) throws {
    try transaction.run("UPDATE log_epoch SET witness_until = NULL WHERE witness_until IS NOT NULL", [])
  }
}
