import Crypto
import Demonstration
import DossierDomain
import DossierStore
import Foundation
import Logging
import OfficeWork
import SyncProtocol
import Synchronization

@testable import ProvincialServer
@testable import SyncClient

/// A real provincial server on loopback, with its store in memory.
final class Province: Sendable {
  static let agency = "000.19.45.H50"

  let store: SQLiteServerStore
  let authority: ProvinceAuthority
  let administration: Administration
  let address: ServerAddress
  private let server: Task<Void, any Error>

  init() async throws {
    store = try SQLiteServerStore(path: nil)
    authority = try ProvinceAuthority(province: "Quảng Trị", now: .machine)
    administration = Administration(store: store)
    try administration.prepare(at: .machine)
    let (ports, running) = AsyncStream.makeStream(of: Int.self)
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let process = ProvinceServer(
      store: store, authority: authority, settings: .init(), logger: logger, now: { .machine })
    server = Task { try await process.run { running.yield($0) } }
    var first = ports.makeAsyncIterator()
    address = ServerAddress(host: "127.0.0.1", port: await first.next() ?? 0)
  }

  func stop() async {
    server.cancel()
    _ = await server.result
  }

  /// The code for an office that worked alone.
  func adoptionCode(clerks: MachineClerks = .everybody) throws -> String {
    try administration.adoptionCode(
      agencyCode: Self.agency, unitCodes: ["19594"], name: "xã La Lay", deviceName: "Bàn 1", clerks: clerks,
      at: .machine
    ).text
  }

  func code() throws -> String {
    try administration.enrolmentCode(
      for: administration.office(agencyCode: Self.agency), deviceName: "Bàn", clerks: .everybody, at: .machine
    ).text
  }
}

/// A desk's data folder, which is removed at the end of the test.
struct TestFolder {
  let store: LocalStore

  init(at folder: String = NSTemporaryDirectory() + "dossier-sync-test-" + UUID().uuidString) throws {
    store = try LocalStore(folder: folder, access: .readWrite)
  }

  func remove() { try? FileManager.default.removeItem(atPath: store.folder) }

  /// Creates an office that works alone, with some dossiers.
  func found(dossiers: Int = 3) throws {
    var demo = DemoOffice(seed: 1, dossiers: dossiers, now: .machine)
    try store.decisions.found(demo.office, clerks: demo.clerks, isDemo: true, at: .machine)
    var lives: [DecisionStore.History] = []
    while let life = demo.next() {
      lives.append(.init(id: life.id, steps: life.steps.map { ($0.clerk, $0.at, $0.action) }))
    }
    try store.decisions.record(lives)
    guard let clerk = demo.clerks.first else { return }
    try store.decisions.perform(.confirmClock(Instant.machine.civilDate), by: clerk.id, at: .machine)
  }

  @discardableResult
  func enrol(at province: Province, code: String, fingerprint: [UInt8]? = nil) async throws -> Enrolment {
    try await DeskEnrolment(store: store, now: { .machine }).enrol(
      at: province.address, code: code, fingerprint: fingerprint ?? province.authority.fingerprint, name: "Bàn")
  }

  func runner() throws -> ExchangeRunner {
    guard let enrolment = try store.exchange.enrolment() else { throw StoreError.noOffice }
    return try .toProvince(store: store, enrolment: enrolment, program: "test", now: { .machine })
  }

  @discardableResult
  func synchronise() async throws -> SyncSummary {
    try await runner().run(retry: RetryPolicy(mostTries: 1) { 0 }, control: ExchangeControl()) { _ in }.get()
  }

  /// Receives one more citizen.
  @discardableResult
  func receive() throws -> QueueRow {
    var work = DemoWork(seed: UInt64.random(in: .min ... .max), clerks: try store.office.clerks())
    guard let step = work.reception() else { throw StoreError.noOffice }
    let id = DossierID.version7(at: .machine, random: store.random())
    let outcome = try store.decisions.perform([Act(dossier: id, commands: step.commands)], by: step.clerk, at: .machine)
      .first
    guard case .done(let row, _)? = outcome else { throw StoreError.other("\(String(describing: outcome))") }
    return row
  }

  func perform(_ commands: [DossierCommand], on id: DossierID, clerk index: Int = 3) throws {
    let clerk = try store.office.clerks()[index]
    let outcome = try store.decisions.perform([Act(dossier: id, commands: commands)], by: clerk.id, at: .machine).first
    guard case .done? = outcome else { throw StoreError.other("\(String(describing: outcome))") }
  }

  func row(_ id: DossierID) throws -> QueueRow? {
    try store.queue.page(
      QueueQuery(
        filter: .all, limit: 500, viewer: Viewer(store.office.clerks()[3]),
        endOfToday: Instant.machine.civilDate.instant(atMinute: 1440))
    ).rows.first { $0.id == id }
  }

  var status: SyncStatus { get throws { try store.exchange.status(now: .machine) } }
}
