import DossierDomain
import Foundation
import OfficeWork
import Synchronization

@testable import DossierStore

/// An office in its own folder, with three clerks. The folder is removed with the fixture.
final class OfficeFixture {
  let folder: String
  let store: LocalStore
  let head = Clerk(id: ClerkID(high: 1, low: 1), name: "Hồ Thị Kăn", roles: [.headOfDesk])
  let reception = Clerk(id: ClerkID(high: 1, low: 2), name: "Lê Văn Sơn", roles: [.reception])
  let specialist = Clerk(id: ClerkID(high: 1, low: 3), name: "Trần Thị Hòa", roles: [.specialist, .signingLeader])
  let office = Office(
    id: OfficeID(high: 9, low: 9), name: "Trung tâm PVHCC xã La Lay", agencyCode: "000.19.45.H50", unitCode: "19594")
  private var identifiers: UInt64 = 1000

  /// Tuesday, 24 November 2026, 08:00 at the desk.
  static let morning = Instant(milliseconds: 1_795_482_000_000)
  static let certifiedCopy = "2.000815"
  static let maritalStatus = "1.004873"

  init() throws {
    folder = NSTemporaryDirectory() + "store-\(UUID().uuidString)"
    store = try LocalStore(folder: folder, access: .readWrite, random: Self.numbers())
    try store.decisions.found(office, clerks: [head, reception, specialist], isDemo: true, at: Self.morning)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  var path: String { folder + "/" + LocalStore.fileName }
  var headViewer: Viewer { Viewer(head) }

  /// Identifiers that are the same in every run.
  static func numbers() -> @Sendable () -> (UInt64, UInt64) {
    let next = Counter()
    return { (next.next(), next.next()) }
  }

  func newID() -> DossierID {
    identifiers += 1
    return DossierID(high: identifiers &* 0x9E37_79B9_7F4A_7C15, low: identifiers)
  }

  func form(_ owner: String = "Hồ Văn Nam", procedure: String = certifiedCopy, days: Int? = nil) -> ReceptionForm {
    ReceptionForm(
      procedureCode: procedure, owner: Person(name: owner), components: [Component(number: 1, name: "Bản chính")],
      days: days)
  }

  /// A procedure of which the time limit is not known.
  static let withoutLimit =
    Catalogue.starter.versions.first { $0.timeLimit == .unknown && $0.isReceivable && !$0.isConfidential }?.code

  @discardableResult
  func receive(
    _ owner: String = "Hồ Văn Nam", procedure: String = certifiedCopy, at now: Instant = morning
  ) throws -> QueueRow {
    let act = Act(dossier: newID(), commands: [.receive(form(owner, procedure: procedure, days: 5))])
    return try done(performConfirming(act, by: reception, at: now))
  }

  /// Performs an act like a clerk who confirms the date when she is asked.
  func performConfirming(_ act: Act, by clerk: Clerk, at now: Instant) throws -> [ActOutcome] {
    let outcomes = try store.decisions.perform([act], by: clerk.id, at: now)
    guard case .denied(_, .clockDoubtful) = outcomes.first else { return outcomes }
    try store.decisions.perform(.confirmClock(now.civilDate), by: clerk.id, at: now)
    return try store.decisions.perform([act], by: clerk.id, at: now)
  }

  @discardableResult
  func perform(
    _ command: DossierCommand, on id: DossierID, by clerk: Clerk? = nil, at now: Instant = morning
  ) throws -> QueueRow {
    try done(store.decisions.perform([Act(dossier: id, commands: [command])], by: (clerk ?? head).id, at: now))
  }

  func query(
    _ filter: QueueFilter, sort: QueueSort = .triage, descending: Bool = false, window: QueueQuery.Window = .first,
    limit: Int = 50, viewer: Viewer? = nil
  ) -> QueueQuery {
    QueueQuery(
      filter: filter, sort: sort, descending: descending, window: window, limit: limit, viewer: viewer ?? headViewer,
      endOfToday: Self.morning.civilDate.instant(atMinute: 1440), absentClerks: [specialist.id])
  }

  func dump(_ store: LocalStore? = nil) throws -> [String] {
    var lines: [String] = []
    try (store ?? self.store).upkeep.canonicalDump { lines.append($0) }
    return lines
  }

  struct NotDone: Error {
    var outcomes: [ActOutcome]
  }

  /// As the head of desk sees it.
  func dossier(_ id: DossierID) throws -> Dossier {
    guard let card = try store.queue.card(id, viewer: headViewer) else { throw NotDone(outcomes: []) }
    return card.dossier
  }

  func done(_ outcomes: [ActOutcome]) throws -> QueueRow {
    guard case .done(let row, _) = outcomes.first else { throw NotDone(outcomes: outcomes) }
    return row
  }

  private final class Counter: Sendable {
    private let value = Mutex<UInt64>(0)

    func next() -> UInt64 {
      value.withLock { value in
        value += 1
        return value &* 0xBF58_476D_1CE4_E5B9
      }
    }
  }
}
