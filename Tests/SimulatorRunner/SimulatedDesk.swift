import DossierDomain
import ExchangeModel
import Foundation
import GRDB
import JournalFormat
import OfficeWork
import SyncClient
import SyncProtocol

@testable import DossierStore
@testable import JournalSamples

/// A desk with its real store and the real state machine. The simulation controls its connection, power and clock.
final class SimulatedDesk {
  let number: Int
  let enrolment: Enrolment
  private let folder: String
  private let random: @Sendable () -> (UInt64, UInt64)
  /// Nil while the power is off.
  private var opened: (store: LocalStore, desk: ExchangeDesk)?
  private(set) var machine: ExchangeMachine
  /// The effects that the state machine wants performed next.
  var pending: [ExchangeMachine.Effect] = []
  /// The number of the awaited request; answers to older ones are ignored.
  var awaited: Int?
  /// Wall clock minus the true time, in milliseconds.
  var clockError: Int64 = 0
  private(set) var version = Version.present
  /// The ends of the chains when the acknowledged entries were read last.
  private var lastEpochs = ""

  /// The version of the program that the desk runs.
  enum Version {
    /// Has no snapshots and does not report which entries it can read.
    case early
    case present
    /// Reads and writes a kind of entry that no other version knows.
    case later
    /// Reads no rules of procedures and no case of a reception.
    case beforeRules
    /// Reads rules, but not what a procedure gives and the steps of its work.
    case beforeSteps

    /// Those that the days of every seed mix.
    static let mixed: [Version] = [.early, .present, .later]
    static let limited: [Version] = [.beforeRules, .beforeSteps]

    static let laterKind: UInt32 = 77

    var reads: ReadableContent {
      switch self {
      case .early, .present: .own
      case .later:
        ReadableContent(
          revision: EntryFormat.revision,
          kinds: ReadableContent.own.kinds + [Self.laterKind...Self.laterKind])
      case .beforeRules: ReadableContent(revision: EntryFormat.revisionOfCases - 1, kinds: [1...33, 100...110])
      case .beforeSteps: ReadableContent(revision: EntryFormat.revisionOfCases, kinds: [1...33, 100...111])
      }
    }
  }

  /// Installs another version while the program is closed.
  func install(_ version: Version) throws {
    self.version = version
    try crash()
  }
  private(set) var lastFailure: SyncFailure?
  private(set) var finished = 0

  init(
    number: Int, folder: String, enrolment: Enrolment, seed: UInt64, isCopy: Bool, isRecognised: Bool, now: Instant
  ) throws {
    self.number = number
    self.folder = folder
    self.enrolment = enrolment
    let numbers = Numbers(seed: seed)
    random = { numbers.pair() }
    machine = Self.machine(numbers)
    try open()
    if isCopy {
      if isRecognised { try store.exchange.beginNewLife(at: now) }
    } else {
      try store.exchange.enrol(enrolment, at: now)
    }
  }

  var store: LocalStore {
    get throws {
      guard let opened else { throw StoreError.noOffice }
      return opened.store
    }
  }

  private func open() throws {
    let store = try LocalStore(folder: folder, access: .readWrite, random: random)
    try SimulatedClerks.sit(at: store, of: enrolment.office)
    opened = (
      store,
      try ExchangeDesk(store: store, enrolment: enrolment, program: "simulator", mostEntries: 7, reads: version.reads)
    )
  }

  private final class Numbers: @unchecked Sendable {
    private var numbers: SeededNumbers
    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }
    func pair() -> (UInt64, UInt64) { (numbers.next(), numbers.next()) }
  }

  private static func machine(_ numbers: Numbers) -> ExchangeMachine {
    ExchangeMachine(retry: RetryPolicy(mostTries: nil) { numbers.pair().0 })
  }

  func now(_ time: Instant) -> Instant { Instant(milliseconds: time.milliseconds + clockError) }

  func tell(_ event: ExchangeMachine.Event) {
    for effect in machine.handle(event) {
      switch effect {
      case .finish:
        finished += 1
        lastFailure = nil
      case .fail(let failure): lastFailure = failure
      default: pending.append(effect)
      }
    }
  }

  /// Performs one effect on the store.
  func run(_ effect: ExchangeMachine.Effect, at time: Instant) {
    let now = now(time)
    guard let desk = opened?.desk else { return }
    do throws(StoreError) {
      switch effect {
      case .prepare(let style):
        tell(.prepared(try desk.prepare(style, at: now)))
      case .store(let response, let request):
        tell(.stored(try desk.take(version == .early ? response.asReadByEarly : response, to: request, at: now)))
      case .beginNewLife(let fork):
        try desk.beginNewLife(forkedAt: fork, at: now)
        tell(.newLifeBegun)
      default: break
      }
    } catch {
      tell(.storeFailed(error))
    }
  }

  /// Some dossiers are folded here and need their entries.
  func wantsHistories() throws -> Bool {
    try store.read { db in try !FoldedDossiers.wanted(db, limit: 1).isEmpty }
  }

  /// Simulates a power cut: committed data remain, everything else is lost.
  func crash() throws {
    forget()
    opened = nil
    try open()
  }

  private func forget() {
    pending = []
    awaited = nil
    let pair = random
    machine = ExchangeMachine(retry: RetryPolicy(mostTries: nil) { pair().0 })
  }

  /// Copies the data to another folder while the program is closed, like a technician.
  func copy(to other: String) throws {
    forget()
    opened = nil
    try? FileManager.default.removeItem(atPath: other)
    try FileManager.default.copyItem(atPath: folder, toPath: other)
    try open()
  }

  /// Replaces the data with an earlier copy, as a restore does, and begins a new life.
  func restore(from other: String, at time: Instant) throws {
    forget()
    opened = nil
    try FileManager.default.removeItem(atPath: folder)
    try FileManager.default.copyItem(atPath: other, toPath: folder)
    try open()
    try store.exchange.beginNewLife(at: now(time))
  }

  // MARK: Data for the invariants

  /// Own entries that the province has acknowledged, with their hash and the entry that each repeats; none if no more were
  /// acknowledged since the last call. They are read after every step, and few steps acknowledge anything.
  func newlyAcknowledged() throws -> [(EntryReference, hash: [UInt8], origin: EntryOrigin?)] {
    let ends = try epochs()
    defer { lastEpochs = ends }
    return ends == lastEpochs ? [] : try acknowledged()
  }

  private func acknowledged() throws -> [(EntryReference, hash: [UInt8], origin: EntryOrigin?)] {
    try store.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT d.epoch, e.sequence, e.hash, e.bytes FROM entry e JOIN device_epoch d ON d.id = e.epoch_id
          WHERE d.is_own = 1 AND e.sequence <= d.acknowledged
          """
      ).compactMap { row in
        guard let epoch = DeviceEpoch(bytes: row[0] as Data) else { return nil }
        let origin = try EntryFormat.decodeTrusted(Array(row[3] as Data)).origin
        return (EntryReference(epoch: epoch, sequence: row[1]), Array(row[2] as Data), origin)
      }
    }
  }

  /// Whether the places have no gap, from 1 or from the end of the snapshot to the position.
  func isContiguous() throws -> Bool {
    try store.read { db in
      let beginning = try SnapshotRecord.find(db)?.moment.sequence ?? 0
      let places =
        try Int64.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT (SELECT count(*) FROM entry WHERE office_sequence > ?1)
              + (SELECT count(*) FROM \(WithheldPlaces.withoutEntry) AND office_sequence > ?1)
              + (SELECT count(*) FROM unreadable_place WHERE office_sequence > ?1)
              """), arguments: [beginning]) ?? 0
      return try places == max(0, SyncRecord.position(db).sequence - beginning)
    }
  }

  /// The dossiers whose entries are not here.
  func foldedDossiers() throws -> [DossierID] {
    try store.read { db in
      try Data.fetchAll(db, sql: "SELECT dossier FROM folded ORDER BY dossier").compactMap { DossierID(bytes: $0) }
    }
  }

  /// Whether the desk has begun with a snapshot, even if it is not complete yet.
  func hasSnapshot() throws -> Bool { try store.read { try SnapshotRecord.find($0) != nil } }

  func position() throws -> LogPosition { try store.read { try SyncRecord.position($0) } }

  /// The statements of the present life that the province has, according to the desk.
  func toldStatements() throws -> [ClerkStatement] {
    try store.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(StatementRows.columns) FROM statement
          WHERE delivery = 2 AND epoch = (SELECT epoch FROM device_epoch WHERE is_current = 1)
          """
      ).compactMap(StatementRows.statement)
    }
  }

  /// A description of the own chains, for a person who looks for a fault.
  func epochs() throws -> String {
    try store.read { db in
      try ExchangeStore.ownEpochs(db).map {
        "\($0.epoch.hexadecimal.suffix(4)) \($0.acknowledged) of \($0.lastSequence)\($0.isCurrent ? " now" : "")"
      }.joined(separator: ", ")
    }
  }

  func waiting() throws -> Int {
    try store.read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM entry e JOIN device_epoch d ON d.id = e.epoch_id
          WHERE d.is_own = 1 AND e.sequence > d.acknowledged AND e.office_sequence IS NULL
          """) ?? 0
    }
  }

  func dossiers() throws -> [DossierID: Dossier] {
    try store.read { db in
      let ids = try Data.fetchAll(
        db, sql: "SELECT dossier FROM entry WHERE dossier IS NOT NULL UNION SELECT dossier FROM folded")
      return try Dictionary(
        uniqueKeysWithValues: ids.compactMap { DossierID(bytes: $0) }.compactMap { id in
          // An entry that waits for its author is known only at desks that had it before the province was restored, so
          // it is left out of the comparison.
          let all = try JournalReader.record(db, of: id)
          let history = all.history.filter { $0.verdict != .quarantined(.authorAwaited) }
          return DossierRecord(id: id, folded: all.folded, history: history).dossier.map { (id, $0) }
        })
    }
  }

  /// For each entry of a dossier that counts, its origin or its own reference.
  func names(_ id: DossierID) throws -> [EntryOrigin] {
    try store.read { db in
      try Row.fetchAll(
        db, sql: "SELECT bytes, verdict FROM entry WHERE dossier = ?", arguments: [Data(id.bytes)]
      ).compactMap { row in
        guard try JournalReader.verdict(row[1]).counts else { return nil }
        let entry = try EntryFormat.decode(Array(row[0] as Data))
        return entry.origin ?? EntryOrigin(reference: entry.reference, hash: entryHash(Array(row[0] as Data)))
      }
    }
  }

  /// A dossier's entries in order, for a person who looks for a fault.
  func history(_ id: DossierID) throws -> [String] {
    try store.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT bytes, verdict, office_sequence FROM entry WHERE dossier = ?
          ORDER BY office_sequence IS NULL, office_sequence, position
          """, arguments: [Data(id.bytes)]
      ).map { row in
        let entry = try EntryFormat.decode(Array(row[0] as Data))
        let verdict = try JournalReader.verdict(row[1])
        let place = (row[2] as Int64?).map { "\($0)" } ?? "-"
        return "\(place) \(entry.reference.epoch.hexadecimal.suffix(4)):\(entry.reference.sequence) \(verdict)"
      }
    }
  }

  func dump() throws -> [String] {
    var lines: [String] = []
    try store.upkeep.canonicalDump { lines.append($0) }
    return lines
  }

  /// Writes an entry of a kind that only a later program knows, if the other machines can read it.
  /// - Returns: whether it was written.
  func writeLaterKind(clerk: ClerkID, dossier: DossierID, at time: Instant) throws -> Bool {
    guard version == .later else { return false }
    do {
      try store.write { db in
        var writer = try JournalWriter(db)
        try writer.append(
          .unknown(kind: Version.laterKind, payload: [1, 2, 3]), dossier: dossier, clerk: clerk, at: now(time),
          group: nil)
        try writer.finish()
      }
      return true
    } catch StoreError.denied(.machinesBehind) {
      return false
    }
  }
}
