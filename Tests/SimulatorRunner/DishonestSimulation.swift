import Crypto
import DossierDomain
import DossierStore
import ExchangeModel
import Foundation
import JournalFormat
import SyncClient
import SyncProtocol

@testable import JournalSamples
@testable import ProvincialServer

/// Two offices that decide some of each other's dossiers, and in the first of them a machine that has become dishonest,
/// from a seed. It checks after each step that every desk can apply every entry that the province places in either
/// order, that the answer and the number of places for one request are limited, and that the authors can be shown. The
/// same has to hold if the province is restored to an earlier state meanwhile.
final class DishonestSimulation {
  private var random: SeededNumbers
  private let folder: String
  private let province: SimulatedProvince
  private var desks: [SimulatedDesk] = []
  private var dishonest: DishonestDesk
  private var time = Instant(milliseconds: 1_795_482_000_000)
  /// For each office, the places that were checked.
  private var checked = [0, 0]
  private(set) var trace: [String] = []
  private(set) var placed = 0
  /// Places of the dishonest machine's entries in the order of the other office.
  private(set) var placedNextDoor = 0
  private let isRestored: Bool

  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  /// - Parameter isRestored: whether the province is restored from a copy and loses its last entries.
  init(seed: UInt64, on database: SimulatedProvince.Database = .sqlite, isRestored: Bool = false) throws {
    self.isRestored = isRestored
    random = SeededNumbers(seed: seed)
    let base = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    folder = base + "/dossier-dishonest-\(ProcessInfo.processInfo.processIdentifier)-\(seed)"
    try? FileManager.default.removeItem(atPath: folder)
    province = try SimulatedProvince(
      folder: folder + "/province", on: database, offices: [.laLay, .huongHiep], now: time)
    let enrolment = try province.enrolment(number: 66, now: time)
    dishonest = try DishonestDesk(
      device: enrolment.device, office: province.office.id, neighbour: SimulatedOffice.huongHiep.office.id, seed: seed)
    for office in [0, 0, 1, 1] { try addDesk(at: office) }
  }

  deinit {
    province.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func addDesk(at office: Int) throws {
    let number = desks.count
    let enrolment = try province.enrolment(number: UInt64(number + 1), at: office, now: time)
    desks.append(
      try SimulatedDesk(
        number: number, folder: folder + "/desk\(number)", enrolment: enrolment, seed: random.next(), isCopy: false,
        isRecognised: false, now: time))
  }

  private func place(of desk: SimulatedDesk) -> Int { desk.enrolment.office == province.office.id ? 0 : 1 }

  func run(steps: Int) throws {
    for desk in desks { try exchange(desk) }
    for step in 0..<steps {
      time = time.adding(minutes: 1 + random.below(20))
      switch random.below(10) {
      case 0..<4: try work(at: desks[random.below(desks.count)])
      case 4, 5: try exchange(desks[random.below(desks.count)])
      default: try beDishonest()
      }
      if isRestored { try disaster(step, of: steps) }
      if step == steps / 2 { for office in [0, 1] { try addDesk(at: office) } }
      // A stolen machine continues to send after it was revoked.
      if step == steps * 3 / 4 {
        trace.append("revoked")
        try Administration(store: province.store).revoke(dishonest.device, of: province.office.id, at: time)
      }
      try checkOrder()
    }
    for _ in 0..<2 { for desk in desks { try exchange(desk) } }
    // The recorded machines of the chains must not have changed either.
    checked = [0, 0]
    try checkOrder()
    for office in [0, 1] { try checkDesks(at: office) }
  }

  // MARK: Steps

  /// The copy is made after a quarter of the steps and restored just before the half, before another desk joins.
  private func disaster(_ step: Int, of steps: Int) throws {
    if step == steps / 4 { try province.takeSnapshot() }
    guard step == steps / 2 - 1 else { return }
    trace.append("restored")
    try province.restoreSnapshot(at: time, isSaid: true)
    // Machines that were enrolled meanwhile are enrolled again.
    try province.register(dishonest.device, time)
    for desk in desks { try province.register(desk.enrolment.device, at: place(of: desk), time) }
    checked = [0, 0]
  }

  private func work(at desk: SimulatedDesk) throws {
    let store = try desk.store
    let (here, next) = (province.offices[place(of: desk)], province.offices[1 - place(of: desk)])
    let clerk = here.clerks[0].id
    guard let clerks = try? store.office.clerks(), clerks.contains(where: { $0.id == clerk }) else { return }
    let known = try Array(desk.dossiers().keys).sorted()
    let commands: [DossierCommand]
    let id: DossierID
    if known.isEmpty || random.once(in: 3) {
      id = DossierID(high: random.next(), low: random.next())
      commands = [
        .receive(
          ReceptionForm(
            procedureCode: "2.000815", owner: Person(name: "Hồ Văn \(random.below(50))"),
            components: [Component(number: 1, name: "Bản chính")], days: 3,
            decidingOffice: random.once(in: 3) ? next.office.id : nil))
      ]
    } else {
      id = known[random.below(known.count)]
      commands = [.note("ghi \(random.below(100))"), .assign(to: here.clerks[1].id)]
    }
    _ = try store.decisions.perform([Act(dossier: id, commands: commands)], by: clerk, at: time)
    trace.append("desk \(desk.number) works")
  }

  private func exchange(_ desk: SimulatedDesk) throws {
    trace.append("desk \(desk.number) exchanges")
    try desk.exchange(with: province, at: time)
    guard try desk.waiting() == 0 else {
      throw Fault(
        description: "desk \(desk.number): what it wrote has no place after an exchange: \(try desk.epochs())")
    }
  }

  private func beDishonest() throws {
    let (order, next) = (try province.order(), try province.order(at: 1))
    let known = DishonestDesk.Known(
      position: try desks[0].position(), order: order, next: next, heads: try province.heads(),
      machines: try ([dishonest.device] + desks.map(\.enrolment.device)).map(SimulatedProvince.machine), now: time)
    let frame = try dishonest.frame(known)
    trace.append("dishonest: \(Self.name(frame))")
    let answer = try answer(frame)
    if answer == nil { trace.append("  refused") }
    dishonest.hear(answer)
    let added = try province.order().count - order.count
    let addedNext = try province.order(at: 1).count - next.count
    placed += added
    placedNextDoor += addedNext
    // The places are for entries that the machine sent, and for decisions of the province meanwhile.
    guard added <= 20, addedNext <= 20 else {
      throw Fault(description: "one request made \(added) places, and \(addedNext) in the other office")
    }
  }

  /// Nil if the request was refused. A desk has to be able to read the province's answer.
  private func answer(_ frame: [UInt8]) throws -> ExchangeResponse? {
    let answer: SimulatedProvince.Answer
    do {
      answer = try province.answer(frame, device: dishonest.device, now: time)
    } catch is SyncProtocolError {
      return nil
    } catch is ExchangeError {
      return nil
    }
    guard case .good(let bytes) = answer else { return nil }
    return try ExchangeResponse(decoding: SyncFrame.unpack(bytes))
  }

  private static func name(_ frame: [UInt8]) -> String {
    guard let request = try? ExchangeRequest(decoding: SyncFrame.unpack(frame)) else { return "\(frame.count) bytes" }
    let entries = request.entries.map { bytes in
      EntryEnvelope(canonical: bytes).map {
        "\($0.reference.epoch.hexadecimal.suffix(4)):\($0.reference.sequence) kind \($0.kind) at \($0.at) "
          + "base \($0.base) \(bytes.count) B"
      } ?? "\(bytes.count) B"
    }
    let heads = request.epochs.map {
      "\($0.epoch.hexadecimal.suffix(4)):\($0.lastSequence)\($0.isWitness ? " witness" : "")"
    }
    return "from \(request.position.sequence) at \(request.sentAt.milliseconds) heads \(heads) entries \(entries)"
  }

  // MARK: Invariants

  private func checkOrder() throws {
    let authors = try province.authors()
    for office in [0, 1] {
      let order = try province.order(at: office)
      for place in order[min(checked[office], order.count)...] { try check(place, authors) }
      checked[office] = order.count
    }
  }

  private func check(_ place: SimulatedProvince.Place, _ authors: [DeviceEpoch: DeviceID]) throws {
    guard (try? EntryFormat.decodePlaced(place.bytes)) != nil else {
      throw Fault(description: "place \(place.sequence) is nothing that a desk can take")
    }
    let isDishonest = dishonest.made.contains(place.hash)
    let author = authors[place.reference.epoch]
    // A witness sent the entry with the province's seal, so no machine has signed it.
    if isRestored, author == .some(DeviceID(high: 0, low: 0)) { return }
    guard let author else {
      if isDishonest { throw Fault(description: "place \(place.sequence) is said to be the province's") }
      return
    }
    guard (author == dishonest.device) == isDishonest else {
      throw Fault(description: "place \(place.sequence) is said to be of \(author), and is not")
    }
  }

  private func checkDesks(at office: Int) throws {
    let desks = desks.filter { place(of: $0) == office }
    let first = try desks[0].dossiers()
    for desk in desks {
      guard try desk.isContiguous() else { throw Fault(description: "desk \(desk.number): the order has a gap") }
      let other = try desk.dossiers()
      guard other == first else { throw Fault(description: "desks \(desks[0].number) and \(desk.number) differ") }
      let report = try desk.store.upkeep.verify()
      guard report.faults.isEmpty else {
        throw Fault(description: "desk \(desk.number): verify finds \(report.faults.prefix(5))")
      }
    }
  }
}

extension SimulatedDesk {
  /// Runs a complete exchange over a connection without faults.
  func exchange(with province: SimulatedProvince, at time: Instant) throws {
    tell(.begin)
    var steps = 0
    while !machine.isIdle {
      steps += 1
      guard steps < 10_000, !pending.isEmpty else {
        throw DishonestSimulation.Fault(description: "desk \(number): an exchange without end")
      }
      switch pending.removeFirst() {
      case .send(let frame):
        switch try province.answer(frame, device: enrolment.device, now: time) {
        case .good(let bytes): tell(.answered(bytes))
        case .problem(let problem): tell(.refused(problem))
        }
      case .wait: tell(.waited)
      case let effect: run(effect, at: time)
      }
    }
    if let failure = lastFailure {
      throw DishonestSimulation.Fault(description: "desk \(number): an exchange failed: \(failure)")
    }
  }
}

extension SimulatedProvince {
  /// The machine of each chain as the province has recorded it; the province's own chains belong to no machine.
  func authors() throws -> [DeviceEpoch: DeviceID] {
    try store.read { transaction in
      let rows = try transaction.rows("SELECT epoch, device FROM device_epoch", [])
      return try rows.reduce(into: [:]) { authors, row in
        if let epoch = DeviceEpoch(bytes: try row.blob(0)), let device = DeviceID(bytes: try row.blob(1)),
          device != EpochEnd.province
        {
          authors[epoch] = device
        }
      }
    }
  }

  /// The signed heads of machines.
  func heads() throws -> [MachineHead] {
    try store.read { transaction in
      try transaction.rows(
        "SELECT device, epoch, sequence, hash, at, signature FROM machine_head WHERE office = $1",
        [.blob(office.id.bytes)]
      ).compactMap(MachineHead.init)
    }
  }

  static func machine(_ device: DeviceID) throws -> Machine {
    let key = try P256.Signing.PrivateKey(rawRepresentation: privateKey(device)).publicKey
    return Machine(device: device, name: "", key: SigningPublicKey(key))
  }
}
