import Crypto
import DossierDomain
import Foundation
import GRDB
import Glibc
import JournalFormat
import OfficeWork

@testable import DossierStore
@testable import JournalSamples

/// An office at work on a file system that keeps a log: receptions, decisions, scans, backups and a restore, from a
/// seed.
struct DayOfWork {
  static let desk = "desk"
  static let stick = "stick"
  static let bare = "bare"
  static let places = [stick]

  static let head = Clerk(id: ClerkID(high: 1, low: 1), name: "Hồ Thị Kăn", roles: [.headOfDesk, .reception])
  private static let specialist = Clerk(id: ClerkID(high: 1, low: 3), name: "Trần Thị Hòa", roles: [.specialist])
  private static let office = Office(
    id: OfficeID(high: 9, low: 9), name: "Trung tâm PVHCC xã La Lay", agencyCode: "000.19.45.H50", unitCode: "19594")
  /// Tuesday, 24 November 2026, 08:00 at the desk.
  static let morning = Instant(milliseconds: 1_795_482_000_000)

  private let log: FileLog
  private var random: SeededNumbers
  private var store: LocalStore
  private var now = Self.morning
  private var dossiers: [DossierID] = []
  private var scans: [BlobHash] = []
  private var hasRestored = false

  init(seed: UInt64, log: FileLog) throws {
    self.log = log
    random = SeededNumbers(seed: seed)
    store = try Self.open(log.root + "/" + Self.desk, seed: random.next())
    try store.decisions.found(Self.office, clerks: [Self.head, Self.specialist], isDemo: false, at: now)
    try promiseEntries()
  }

  static func open(_ folder: String, seed: UInt64) throws -> LocalStore {
    let numbers = Numbers(seed: seed)
    return try LocalStore(folder: folder, access: .readWrite, random: { numbers.pair() })
  }

  mutating func work(steps: Int) throws {
    for _ in 0..<steps {
      now = now.adding(minutes: 1 + random.below(40))
      try step()
    }
  }

  private mutating func step() throws {
    switch random.below(25) {
    case 0...5: try receive()
    case 6...11: try decide()
    case 12: _ = try store.decisions.undoLast(by: Self.head.id, at: now)
    case 13: try importRows()
    case 14: try store.decisions.perform(.confirmClock(now.civilDate), by: Self.head.id, at: now)
    case 15, 16: try scan()
    case 17: try fetch()
    case 18: try erase()
    case 19: try backUp()
    case 20: try loseAndMend()
    case 21: try leavePlainScan()
    case 22: try restoreOnce()
    case 23: try export()
    default: try maintain()
    }
    try promiseEntries()
  }

  // MARK: Acts

  private mutating func receive() throws {
    let id = DossierID(high: random.next(), low: random.next())
    let form = ReceptionForm(
      procedureCode: "2.000815", owner: Person(name: "Hồ Thị \(random.below(30))"),
      components: [Component(number: 1, name: "Bản chính")], days: 5)
    var outcomes = try store.decisions.perform(
      [Act(dossier: id, commands: [.receive(form)])], by: Self.head.id, at: now)
    if case .denied(_, .clockDoubtful) = outcomes.first {
      try store.decisions.perform(.confirmClock(now.civilDate), by: Self.head.id, at: now)
      outcomes = try store.decisions.perform([Act(dossier: id, commands: [.receive(form)])], by: Self.head.id, at: now)
    }
    guard case .done(let row, _) = outcomes.first else { return }
    dossiers.append(id)
    log.promise(.code(row.code.text))
  }

  private mutating func decide() throws {
    guard !dossiers.isEmpty else { return }
    let acts = (0...random.below(3)).map { _ in
      Act(dossier: dossiers[random.below(dossiers.count)], commands: [command()])
    }
    _ = try store.decisions.perform(acts, by: Self.head.id, at: now)
  }

  private mutating func command() -> DossierCommand {
    switch random.below(6) {
    case 0: .assign(to: Self.specialist.id)
    case 1: .requestSupplement(items: ["bản sao"])
    case 2: .receiveSupplement()
    case 3: .complete(DossierResult(approved: true, title: "Kết quả"))
    case 4: .handBack(recipient: "Hồ Văn Nam", delivery: .atDesk)
    default: .note("ghi \(random.below(1000))")
    }
  }

  private mutating func importRows() throws {
    let rows = (0..<(1 + random.below(30))).map { _ in
      ImportedDossier(
        code: DossierCode("000.19.45.H50-261110-0\(100 + random.below(60))", origin: .imported),
        procedure: ProcedureReference(code: "1.004873", name: "Xác nhận", versionHash: ""),
        owner: Person(name: "Trần \(random.below(9))"), status: .inProgress, receivedAt: now, dueAt: nil,
        resolvedAt: nil, handedBackAt: nil, office: Self.office.id)
    }
    if try store.decisions.clockDoubt(at: now) != nil {
      try store.decisions.perform(.confirmClock(now.civilDate), by: Self.head.id, at: now)
    }
    _ = try store.decisions.importRegister(rows.map { RowToImport($0) }, by: Self.head.id, at: now)
    try store.upkeep.settleSearch()
  }

  private mutating func maintain() throws {
    switch random.below(3) {
    case 0: try store.upkeep.rebuild()
    case 1: try store.exchange.beginNewLife(at: now)
    default:
      // Opens a new connection of decisions after the old one has checkpointed its log.
      let folder = store.folder
      let seed = random.next()
      try replaceStore { try Self.open(folder, seed: seed) }
    }
  }

  /// The old store must be closed before the new one opens, because it holds the lock.
  private mutating func replaceStore(_ open: () throws -> LocalStore) throws {
    let scratch = log.root + "-scratch"
    store = try LocalStore(folder: scratch, access: .readWrite)
    store = try open()
  }

  // MARK: Scans

  private mutating func bytes() -> [UInt8] {
    let size = 1 + (random.once(in: 6) ? random.below(600_000) : random.below(9000))
    let first = UInt8.random(in: 0...255, using: &random)
    return (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) &+ first }
  }

  private mutating func scan() throws {
    guard let id = dossiers.last else { return }
    let (path, content) = (log.root + "-scan", bytes())
    try Data(content).write(to: URL(fileURLWithPath: path))
    guard case .done = try store.scans.attach(file: path, as: 1, of: id, by: Self.head.id, at: now),
      let card = try store.queue.card(id, viewer: Viewer(Self.head)),
      let hash = card.dossier.components.compactMap({ BlobHash($0.blobHash) }).last
    else { return }
    scans.append(hash)
    log.promise(.attachment(folder: Self.desk, hash, content: content))
  }

  /// Fetches a scan of another desk in parts.
  private mutating func fetch() throws {
    let (path, content, key) = (log.root + "-scan", bytes(), SymmetricKey(size: .bits256))
    try Data(content).write(to: URL(fileURLWithPath: path))
    let (source, target) = (try RawFile.open(path, 0), try RawFile.open(path + ".sealed", O_RDWR | O_CREAT | O_TRUNC))
    defer { for file in [source, target] { file.close() } }
    let made = try SealedBlob.seal(
      reading: { count throws(BackupError) in try source.read(upTo: count) }, into: target, key: key, limit: .max)
    guard let made else { return }
    try target.seek(to: 0)
    let sealed = try target.read(upTo: made.sealedSize)
    try store.write { db in
      let row = BlobTable.Row(hash: made.hash, size: 0, sealedSize: 0, state: .announced, dossier: nil)
      try BlobTable.insert(db, row, key: nil, at: now)
    }
    guard var offset = try store.scans.beginFetch(made.hash, sealedSize: sealed.count) else { return }
    while true {
      let part = Array(sealed[offset..<min(sealed.count, offset + 1 + random.below(200_000))])
      let keyBytes = key.withUnsafeBytes { Array($0) }
      guard let next = try store.scans.storeSealed(made.hash, offset: offset, part, key: keyBytes, at: now) else {
        break
      }
      offset = next
    }
    scans.append(made.hash)
    log.promise(.attachment(folder: Self.desk, made.hash, content: content))
  }

  private mutating func erase() throws {
    guard random.once(in: 2), !scans.isEmpty else { return }
    let hash = scans.remove(at: random.below(scans.count))
    log.promise(.erasing(hash))
    try store.scans.erase(hash, reason: "theo yêu cầu", by: Self.head.id, at: now)
    log.promise(.erased(folder: Self.desk, hash))
  }

  /// Leaves an unencrypted scan, as an earlier version stored it. The next backup seals it.
  private mutating func leavePlainScan() throws {
    let content = bytes()
    guard let id = dossiers.last, let name = BlobHash(bytes: SHA256.hash(data: content)) else { return }
    try RawFile.makeFolder(store.scanFolder.path)
    try RawFile.synchronise(folder: store.folder)
    let file = try RawFile.open(store.scanFolder.path(of: name), O_WRONLY | O_CREAT)
    try file.write(content)
    try file.synchronise()
    file.close()
    try RawFile.synchronise(folder: store.scanFolder.path)
    let act = Act(dossier: id, commands: [.digitise(number: 1, blobHash: name.text)])
    _ = try store.decisions.perform([act], by: Self.head.id, at: now)
    try store.scans.sealPlain(at: now)
    log.promise(.attachment(folder: Self.desk, name, content: content))
  }

  // MARK: The second place

  private mutating func backUp() throws {
    let target = log.root + "/" + Self.stick
    let copy = try store.backups.make(to: target, at: now)
    log.promise(.recoveryKey(folder: Self.desk, try store.backups.recoveryKey().text))
    let files = try store.read { db in
      try scans.compactMap { try BlobTable.row(db, $0) }.filter(\.isHere).map(\.file)
    }
    log.promise(.backup(path: Self.stick + "/" + (copy.path as NSString).lastPathComponent, attachments: files))
  }

  private mutating func export() throws {
    let name = "\(Self.stick)/export \(random.below(2)).csv"
    let content = bytes()
    try DurableFile.write(to: log.root + "/" + name) { put in try put(content) }
    log.promise(.export(path: name))
  }

  /// The desk's disk loses a scan, and it is restored from the second place.
  private mutating func loseAndMend() throws {
    try backUp()
    guard let hash = scans.last, let row = try store.read({ try BlobTable.row($0, hash) }), row.isHere else { return }
    log.promise(.damaged(hash))
    RawFile.remove(store.scanFolder.path(of: row.file))
    try RawFile.synchronise(folder: store.scanFolder.path)
    let report = try store.backups.mendScans(from: log.root + "/" + Self.stick)
    if report.mended == 1 { log.promise(.mended(hash)) }
  }

  private mutating func restoreOnce() throws {
    guard !hasRestored else { return }
    hasRestored = true
    try backUp()
    guard let newest = try store.backups.list(at: log.root + "/" + Self.stick).first else { return }
    let folder = log.root + "/" + Self.bare
    _ = try BackupStore.restore(from: newest.path, recoveryKey: try store.backups.recoveryKey(), into: folder, at: now)
    log.promise(.restored(folder: Self.bare))
    log.promise(.recoveryKey(folder: Self.bare, try store.backups.recoveryKey().text))
    for hash in scans {
      guard let content = try? store.scans.content(of: hash) else { continue }
      log.promise(.attachment(folder: Self.bare, hash, content: content))
    }
  }

  // MARK: Promises

  /// Records a promise for all entries so far, because their acts are reported as done now.
  private func promiseEntries() throws {
    let row = try store.read { db in
      try Row.fetchOne(db, sql: "SELECT epoch, last_sequence, last_hash FROM device_epoch WHERE is_current = 1")
    }
    guard let row, let epoch = DeviceEpoch(bytes: row[0] as Data), row[1] as Int64 > 0 else { return }
    let reference = EntryReference(epoch: epoch, sequence: row[1])
    log.promise(.entry(folder: Self.desk, reference, hash: Array(row[2] as Data)))
  }

  private final class Numbers: @unchecked Sendable {
    private var numbers: SeededNumbers
    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }
    func pair() -> (UInt64, UInt64) { (numbers.next(), numbers.next()) }
  }
}
