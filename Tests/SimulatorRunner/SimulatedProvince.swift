import Crypto
import DossierDomain
import DossierStore
import ExchangeModel
import Foundation
import GRDB
import JournalFormat
import StoresForTests
import SyncProtocol

@testable import ProvincialServer

/// The real server's exchange on a real database, without a network. It can be restored to an earlier state.
final class SimulatedProvince {
  let offices: [SimulatedOffice]
  var office: Office { offices[0].office }
  var clerks: [Clerk] { offices[0].clerks }
  private let folder: String
  private let authority: ProvinceAuthority
  private(set) var store: any ServerStore
  private var exchange: Exchange
  private var lives: UInt8 = 0
  private(set) var restores = 0
  /// The version of the server.
  private(set) var version = SimulatedDesk.Version.present
  /// The province was restored to an earlier state, and nobody has reported it to the server.
  private(set) var isUnsaid = false
  private var starts: UInt8 = 0

  /// The pages are small and the rules strict, so that a new desk gets several pages and some folds.
  private static let snapshots = Snapshots.Rules(pageBytes: 1500, restDays: 0)

  /// The database in which the province keeps its data.
  enum Database {
    case sqlite
    /// The database has to be empty.
    case postgresql(url: String)
  }

  private let database: Database
  /// The snapshot of a PostgreSQL database.
  private var copy: StoreCopy?

  private var path: String { folder + "/server.sqlite" }
  private var snapshot: String { folder + "/snapshot.sqlite" }

  init(
    folder: String, on database: Database = .sqlite, offices: [SimulatedOffice] = [.laLay], now: Instant
  ) throws {
    self.folder = folder
    self.offices = offices
    self.database = database
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    authority = try ProvinceAuthority(province: "44", now: now)
    store = try Self.open(database, folder + "/server.sqlite")
    exchange = Exchange(store: store, authority: authority, snapshots: Self.snapshots)
    try beginLog(at: now)
    for (number, office) in offices.enumerated() { try found(office, number: UInt64(number), now) }
    try takeSnapshot()
  }

  private func beginLog(at now: Instant) throws {
    lives += 1
    let id = [UInt8](repeating: lives, count: 16)
    try store.transaction { try LogEpochs.begin(id, at: now, in: $0) }
  }

  private func found(_ founded: SimulatedOffice, number: UInt64, _ now: Instant) throws {
    let office = founded.office
    try store.transaction { transaction in
      try transaction.run(
        """
        INSERT INTO office (id, name, agency_code, head, rolling, server_epoch, server_sequence, server_hash)
        VALUES ($1, $2, $3, 0, $4, $5, 0, $6)
        """,
        [
          .blob(office.id.bytes), .text(office.name), .text(office.agencyCode), .blob(RollingHash.zero.bytes),
          .blob(DeviceEpoch(high: 77, low: 77 + number).bytes), .blob([]),
        ])
      guard let record = try OfficeRecord.lock(office.id, in: transaction) else { return }
      let order = try OfficeOrder(record, dossiers: [], in: transaction)
      for action in [OfficeAction.setOffice(office)] + founded.clerks.map({ .setClerk($0) }) {
        try order.appendOwn(.office(action), dossier: nil, clerk: founded.clerks[0].id, at: now)
      }
      try order.finish()
    }
  }

  /// Enrols a machine directly, because enrolment has its own tests.
  func enrolment(number: UInt64, at place: Int = 0, now: Instant) throws -> Enrolment {
    let device = DeviceID(high: number, low: number)
    let office = offices[place].office
    try register(device, at: place, now)
    return Enrolment(
      server: "", office: office.id, officeName: office.name, device: device, deviceName: "Bàn \(number)",
      certificate: [], authority: try authority.certificateBytes, privateKey: Self.privateKey(device), agreementKey: [],
      provinceKey: [],
      certificateEndsAt: now)
  }

  /// Does nothing if the device is registered already.
  func register(_ device: DeviceID, at place: Int = 0, _ now: Instant) throws {
    _ = try store.transaction { transaction in
      try transaction.run(
        """
        INSERT INTO device (office, id, name, key_hash, agreement_key, enrolled_at, program, everybody)
        VALUES ($1, $2, $3, $4, $5, $6, '', 1) ON CONFLICT (office, id) DO NOTHING
        """,
        [
          .blob(offices[place].office.id.bytes), .blob(device.bytes), .text("Bàn"), .blob(try Self.keyHash(device)),
          .blob([]),
          .integer(now.milliseconds),
        ])
    }
  }

  /// The same key for a device each time.
  static func privateKey(_ device: DeviceID) -> [UInt8] {
    Array(SHA256.hash(data: Array("machine".utf8) + device.bytes))
  }

  private static func keyHash(_ device: DeviceID) throws -> [UInt8] {
    let key = try P256.Signing.PrivateKey(rawRepresentation: privateKey(device))
    return Array(SHA256.hash(data: key.publicKey.x963Representation))
  }

  /// An online submission, in the form in which the portal sends it.
  func submitOnline(number: UInt64, procedure: ProcedureReference, at now: Instant) throws {
    try store.transaction { transaction in
      guard let record = try OfficeRecord.lock(office.id, in: transaction) else { return }
      let id = DossierID(high: number, low: 0xF00D)
      let order = try OfficeOrder(record, dossiers: [id], in: transaction)
      let submission = OnlineSubmission(
        portalCode: DossierCode("G22.99.8-261126-\(number)", origin: .portal), procedure: procedure,
        owner: Person(name: "Hồ Thị Mai"), applicant: nil, components: [Component(number: 1, name: "Tờ khai")],
        summary: "", submittedAt: now, isConfidential: false, receivingOffice: office.id, decidingOffice: office.id)
      try order.introduceProvince(at: now)
      try order.appendOwn(.dossier(.submitOnline(submission)), dossier: id, at: now)
      try order.finish()
    }
  }

  /// Sets a yearly decision and a procedure whose names contain the number.
  func setDays(number: UInt64, at now: Instant) throws {
    let day = CivilDate(dayNumber: 20_454 + Int(number % 200))
    let decision = try YearlyDecision(
      year: day.year, rows: [CalendarRow(date: day, kind: .holiday, name: "lễ \(number)", source: "QĐ \(number)")])
    try Administration(store: store).setDays([decision])
    let version = ProcedureVersion(
      code: "1.\(900_000 + number % 7)", name: "thủ tục \(number)", field: "", timeLimit: .sameDay)
    try Administration(store: store).setProcedures([version], at: now)
  }

  /// Takes the bytes of one request and returns the bytes of its answer, or the problem if it is refused.
  func answer(_ frame: [UInt8], device: DeviceID, now: Instant) throws -> Answer {
    let read = version == .early ? try Self.withoutNewFields(frame) : frame
    let request = try ExchangeRequest(decoding: SyncFrame.unpack(read))
    do {
      var response = try exchange.answer(request, keyHash: Self.keyHash(device), now: now)
      if version == .early { response = response.asReadByEarly }
      return .good(try SyncFrame.pack(response.encoded()))
    } catch ExchangeError.positionUnknown {
      return .problem(ProblemAnswer(.positionUnknown))
    }
  }

  /// Installs another version of the server.
  func install(_ version: SimulatedDesk.Version) {
    self.version = version
    exchange = Exchange(store: store, authority: authority, snapshots: Self.snapshots, reads: version.reads)
  }

  /// The request as an older version writes or reads it, without the fields for snapshots and readable content.
  static func withoutNewFields(_ frame: [UInt8]) throws -> [UInt8] {
    var request = try ExchangeRequest(decoding: SyncFrame.unpack(frame))
    request.beginning = nil
    request.histories = []
    request.reads = .unsaid
    request.points = []
    request.statements = []
    request.machineHead = nil
    request.machineKey = nil
    request.credentials = []
    request.signaturesThrough = 0
    return try SyncFrame.pack(request.encoded())
  }

  func statements() throws -> Set<ClerkStatement> {
    try store.read { transaction in
      Set(
        try transaction.rows(
          "SELECT clerk, epoch, first, last, confirmed, signature FROM statement WHERE office = $1",
          [.blob(office.id.bytes)]
        ).compactMap { try ClerkStatement($0) })
    }
  }

  enum Answer {
    case good([UInt8])
    case problem(ProblemAnswer)
  }

  // MARK: Disaster

  func close() { store.close() }

  func takeSnapshot() throws {
    switch database {
    case .sqlite:
      try? FileManager.default.removeItem(atPath: snapshot)
      store.close()
      try FileManager.default.copyItem(atPath: path, toPath: snapshot)
      try open()
    case .postgresql: copy = try StoreCopy(store)
    }
  }

  /// Simulates the loss of the disk. Only the last snapshot remains. The operator reports the restore at once or later.
  func restoreSnapshot(at now: Instant, isSaid: Bool) throws {
    switch database {
    case .sqlite:
      store.close()
      for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
      try FileManager.default.copyItem(atPath: snapshot, toPath: path)
      try open()
    case .postgresql: try copy?.restore(store)
    }
    restores += 1
    isUnsaid = true
    if isSaid { return try say(at: now) }
    starts += 1
    let id = [UInt8](repeating: 0x80 | starts, count: 16)
    try store.transaction { try LogEpochs.noteStart(id, in: $0) }
  }

  /// The operator reports the restore.
  func say(at now: Instant) throws {
    try beginLog(at: now)
    isUnsaid = false
  }

  private func open() throws {
    store = try Self.open(database, path)
    install(version)
  }

  private static func open(_ database: Database, _ path: String) throws -> any ServerStore {
    switch database {
    case .sqlite: try SQLiteServerStore(path: path)
    case .postgresql(let url): try PostgresServerStore(url: url, connections: 1)
    }
  }

  // MARK: Data for the invariants

  struct Place: Hashable {
    var sequence: Int64
    var reference: EntryReference
    var hash: [UInt8]
    var dossier: DossierID?
    var bytes: [UInt8]
    var verdict: Verdict
  }

  /// The order of an office.
  func order(at place: Int = 0) throws -> [Place] {
    try store.read { transaction in
      try transaction.rows(
        """
        SELECT sequence, epoch, epoch_sequence, hash, dossier, bytes, verdict FROM entry WHERE office = $1
        ORDER BY sequence
        """, [.blob(offices[place].office.id.bytes)]
      ).compactMap { row in
        guard let epoch = DeviceEpoch(bytes: try row.blob(1)) else { return nil }
        return Place(
          sequence: try row.integer(0), reference: EntryReference(epoch: epoch, sequence: try row.integer(2)),
          hash: try row.blob(3), dossier: try row.optionalBlob(4).flatMap { DossierID(bytes: $0) },
          bytes: try row.blob(5), verdict: try Verdicts.read(row, 6))
      }
    }
  }

  /// Whether the log has an entry with this reference and this hash.
  func has(_ reference: EntryReference, hash: [UInt8]) throws -> Bool {
    try store.read { transaction in
      try transaction.rows(
        "SELECT hash FROM entry WHERE office = $1 AND epoch = $2 AND epoch_sequence = $3",
        [.blob(office.id.bytes), .blob(reference.epoch.bytes), .integer(reference.sequence)]
      ).first?.blob(0) == hash
    }
  }
}

extension ExchangeResponse {
  /// The answer as a version without signatures writes or reads it.
  var asReadByEarly: ExchangeResponse {
    var earlier = self
    earlier.readable = nil
    earlier.signatures = Signatures()
    earlier.signaturesThrough = nil
    earlier.machineClerks = nil
    earlier.credentials = []
    return earlier
  }
}
