import Crypto
import DossierDomain
import JournalFormat
import SyncProtocol

/// The lives of the province's log. A restored server begins a new life, at the end of each office's order that it
/// still has.
struct LogEpochs {
  let current: [UInt8]
  private let office: OfficeID
  private let beginnings: [(epoch: [UInt8], number: Int64, sequence: Int64?, witnessUntil: Instant?)]

  /// The number of days after a restore in which desks may hand in entries of others.
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

  /// Whether the province's log was put back to an earlier state at least once.
  var wasRestored: Bool { beginnings.count > 1 }

  /// Whether desks may hand in entries of others: for some days after a restore, unless an operator ends it earlier.
  func takesWitnesses(at now: Instant) -> Bool {
    guard wasRestored, let until = beginnings.last?.witnessUntil else { return false }
    return now < until
  }

  /// The last position up to which this server and the device have the same order. The number of a place proves nothing
  /// in another life of the log; only the hash over the order does, and the device checks it against the places that it
  /// receives.
  /// - Parameter points: points of the device's order, sent after a refusal without them; the result is the last one
  ///     that is known here.
  /// - Throws: `ExchangeError.positionUnknown` if the device knows more of the present life than this server, or has to
  ///     send points of its order.
  func base(
    for position: LogPosition, points: [OrderPoint], in transaction: any ServerTransaction
  ) throws -> LogPosition {
    if position.logEpoch.isEmpty {
      guard position.sequence == 0 else { throw ExchangeError.malformed("position") }
      return LogPosition(logEpoch: current, sequence: 0, rolling: .zero)
    }
    if try rolling(at: position.sequence, in: transaction) == position.rolling {
      return LogPosition(logEpoch: current, sequence: position.sequence, rolling: position.rolling)
    }
    guard position.logEpoch != current else { throw ExchangeError.positionUnknown }
    if !points.isEmpty { return try common(points, in: transaction) }
    // The device followed an earlier life. That life remains up to the beginning of the later ones, unless the restored
    // order grew before anybody reported the restore. Nothing remains of a life that this server does not know.
    var sequence = position.sequence
    if let known = beginnings.first(where: { $0.epoch == position.logEpoch }) {
      for later in beginnings where later.number > known.number { sequence = min(sequence, later.sequence ?? 0) }
    } else {
      sequence = 0
    }
    guard sequence < position.sequence, let rolling = try rolling(at: sequence, in: transaction) else {
      throw ExchangeError.positionUnknown
    }
    return LogPosition(logEpoch: current, sequence: sequence, rolling: rolling)
  }

  private func common(_ points: [OrderPoint], in transaction: any ServerTransaction) throws -> LogPosition {
    for point in points.sorted(by: { $0.sequence > $1.sequence })
    where try rolling(at: point.sequence, in: transaction) == point.rolling {
      return LogPosition(logEpoch: current, sequence: point.sequence, rolling: point.rolling)
    }
    return LogPosition(logEpoch: current, sequence: 0, rolling: .zero)
  }

  private func rolling(at sequence: Int64, in transaction: any ServerTransaction) throws -> RollingHash? {
    guard sequence > 0 else { return .zero }
    return try transaction.rows(
      "SELECT rolling FROM entry WHERE office = $1 AND sequence = $2", [.blob(office.bytes), .integer(sequence)]
    ).first.flatMap { RollingHash(bytes: try $0.blob(0)) }
  }

  /// Begins the first life in an empty store; does nothing if there is one already.
  static func beginFirst(_ id: [UInt8], in transaction: any ServerTransaction) throws {
    try transaction.run(
      "INSERT INTO log_epoch (number, id) VALUES (1, $1) ON CONFLICT (number) DO NOTHING", [.blob(id)])
  }

  /// Begins a life of the log: the first one, or a further one after a restore, at the end of the order that is left.
  /// The province's own chains continue under new names, because desks may have entries that it wrote after the backup.
  /// - Parameters:
  ///   - id: 16 random bytes.
  ///   - now: the server's clock.
  static func begin(_ id: [UInt8], at now: Instant, in transaction: any ServerTransaction) throws {
    let next = try transaction.rows("SELECT coalesce(max(number), 0) + 1 FROM log_epoch", []).first?.integer(0) ?? 1
    let until = now.adding(minutes: witnessDays * 1440)
    try transaction.run(
      "INSERT INTO log_epoch (number, id, witness_until) VALUES ($1, $2, $3)",
      [.integer(next), .blob(id), .integer(until.milliseconds)])
    try noteStart(id, in: transaction)
    for known in try OfficeRecord.all(in: transaction).sorted(by: { $0.id < $1.id }) {
      guard var office = try OfficeRecord.lock(known.id, in: transaction) else { continue }
      try transaction.run(
        "INSERT INTO log_beginning (office, log_epoch, sequence) VALUES ($1, $2, $3)",
        [.blob(office.id.bytes), .blob(id), .integer(office.head)])
      guard let epoch = chain(id, of: office.id) else { continue }
      office.serverEpoch = epoch
      office.serverSequence = 0
      office.serverHash = []
      try office.keep(in: transaction)
    }
  }

  /// Ends the time of witnesses: from now on every entry is taken only from its author.
  static func closeWitnesses(in transaction: any ServerTransaction) throws {
    try transaction.run("UPDATE log_epoch SET witness_until = NULL WHERE witness_until IS NOT NULL", [])
  }

  // MARK: The province's own chain

  /// Records that another process works on the store from now on. It may have found an earlier state than the last
  /// process left, so the province's own chains continue under new names and no name ever stands for two entries.
  /// - Parameter id: 16 random bytes.
  static func noteStart(_ id: [UInt8], in transaction: any ServerTransaction) throws {
    try transaction.run(
      "INSERT INTO meta (name, value) VALUES ('start', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      [.blob(id)])
  }

  /// The epoch of the province's entries in an office since the start or the life `id`.
  static func chain(_ id: [UInt8], of office: OfficeID) -> DeviceEpoch? {
    DeviceEpoch.version8(digest: Array(SHA256.hash(data: id + office.bytes)))
  }
}

extension OfficeRecord {
  /// Called before the province writes an entry. After a start of another process, its first entry begins a new chain.
  mutating func followStart(in transaction: any ServerTransaction) throws {
    let start = try transaction.rows("SELECT value FROM meta WHERE name = 'start'", []).first?.blob(0)
    guard let chain = start.flatMap({ LogEpochs.chain($0, of: id) }), chain != serverEpoch else { return }
    (serverEpoch, serverSequence, serverHash) = (chain, 0, [])
  }
}
