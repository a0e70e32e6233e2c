import Crypto
import DossierDomain
import DossierStore
import ExchangeModel
import Foundation
import JournalFormat
import OfficeWork
import SyncClient
import SyncProtocol

@testable import ProvincialServer

/// A desk with its real store and the real exchange, without a network.
final class StoredDesk {
  let store: LocalStore
  private let desk: ExchangeDesk
  let enrolment: Enrolment
  private let keyHash: [UInt8]
  private(set) var requests = 0
  private var received: UInt64 = 0
  private let number: UInt64

  init(_ province: TestProvince, number: UInt64, of office: Office? = nil) throws {
    let office = office ?? province.office
    let enrolled = try province.desk("Bàn \(number)", of: office)
    self.number = number
    keyHash = enrolled.keyHash
    store = try LocalStore(
      folder: NSTemporaryDirectory() + "dossier-stored-desk-" + UUID().uuidString, access: .readWrite)
    enrolment = Enrolment(
      server: "", office: office.id, officeName: office.name, device: enrolled.device, deviceName: "Bàn \(number)",
      certificate: enrolled.certificate, authority: try province.authority.certificateBytes,
      privateKey: Array(enrolled.key.rawRepresentation), agreementKey: Array(enrolled.agreement.rawRepresentation),
      provinceKey: Array(province.authority.agreementKey.publicKey.x963Representation),
      certificateEndsAt: province.now)
    try store.exchange.enrol(enrolment, at: province.now)
    desk = try ExchangeDesk(store: store, enrolment: enrolment, program: "test", mostEntries: 50)
  }

  func remove() { try? FileManager.default.removeItem(atPath: store.folder) }

  /// Runs one complete exchange.
  /// - Returns: the failure; nil on success.
  func exchange(_ province: TestProvince) throws -> SyncFailure? {
    var machine = ExchangeMachine(retry: RetryPolicy(mostTries: 1) { 0 })
    var effects = machine.handle(.begin)
    while let effect = effects.first {
      switch effect {
      case .finish: return nil
      case .fail(let failure): return failure
      default: effects = machine.handle(try perform(effect, province))
      }
    }
    return .cancelled
  }

  private func perform(_ effect: ExchangeMachine.Effect, _ province: TestProvince) throws -> ExchangeMachine.Event {
    do {
      switch effect {
      case .prepare(let style): return .prepared(try desk.prepare(style, at: province.now))
      case .store(let response, let request): return .stored(try desk.take(response, to: request, at: province.now))
      case .beginNewLife(let fork):
        try desk.beginNewLife(forkedAt: fork, at: province.now)
        return .newLifeBegun
      case .send(let frame):
        requests += 1
        let request = try ExchangeRequest(decoding: SyncFrame.unpack(frame))
        let answer = try province.exchange().answer(request, keyHash: keyHash, now: province.now)
        return .answered(try SyncFrame.pack(answer.encoded()))
      case .wait, .finish, .fail: return .cancel
      }
    } catch ExchangeError.positionUnknown {
      return .refused(ProblemAnswer(.positionUnknown))
    } catch let error as StoreError {
      return .storeFailed(error)
    }
  }

  /// Receives one more citizen.
  @discardableResult
  func receive(_ province: TestProvince, deciding: OfficeID? = nil) throws -> DossierID {
    received += 1
    let id = DossierID(high: 0x0190_0000_0000_7000 | number << 32, low: received)
    let form = ReceptionForm(
      procedureCode: "2.000815", owner: Person(name: "Hồ Văn \(number)"),
      components: [Component(number: 1, name: "Bản chính")], days: 3, decidingOffice: deciding)
    let act = Act(dossier: id, commands: [.receive(form)])
    let outcomes = try store.decisions.perform([act], by: TestProvince.specialist, at: province.now)
    guard case .done? = outcomes.first else { throw StoreError.other("\(outcomes)") }
    return id
  }

  private func outgoing() throws -> Outgoing {
    try store.exchange.outgoing(
      RequestSender(
        office: enrolment.office, device: enrolment.device, program: "test", sentAt: Instant(milliseconds: 0)),
      mostEntries: 1000, mostBytes: 1 << 22)
  }

  /// The number of entries here whose places the province has not reported.
  func unplaced() throws -> Int { try outgoing().request.entries.count }

  var position: LogPosition { get throws { try outgoing().request.position } }

  func rows() throws -> [QueueRow] {
    try store.queue.page(
      QueueQuery(
        filter: .all, limit: 500, viewer: Viewer(TestProvince.clerks[2]),
        endOfToday: Instant(milliseconds: 1_795_680_000_000).civilDate.instant(atMinute: 1440))
    ).rows
  }
}
