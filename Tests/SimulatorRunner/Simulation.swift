import DossierDomain
import DossierStore
import ExchangeModel
import Foundation
import JournalFormat
import OfficeWork
import SyncClient
import SyncProtocol

@testable import JournalSamples
@testable import ProvincialServer

/// Days of an office, from a seed: several desks and the province, a connection that loses, doubles, delays and
/// reorders messages, power cuts at any step, copies and restores of either side, and clocks that jump. The rules that
/// must always hold are checked after every step; agreement of all data is checked at the end, after the connection
/// works again.
final class Simulation {
  let seed: UInt64
  private var random: SeededNumbers
  private let folder: String
  private let province: SimulatedProvince
  private var desks: [SimulatedDesk] = []
  private var link: [Packet] = []
  private var time = Instant(milliseconds: 1_795_482_000_000)
  private var nextPacket = 0
  private var nextNumber: UInt64 = 1
  private var snapshots: [Int: String] = [:]
  /// The codes that desks have given to citizens, with their dossiers.
  private var issued: [String: DossierID] = [:]
  /// The entries acknowledged to a desk, each with the number of restores of the province at that time.
  private var acknowledged: [EntryReference: Acknowledged] = [:]
  private(set) var trace: [String] = []
  private(set) var met = Met()
  /// Which side loses its last days: the province, desks, or each of them at times. In the last case, data that both
  /// have lost no longer exist.
  private let provinceFails: Bool
  private let desksFail: Bool
  /// Whether the operators report a restore of the province only after a while.
  private let operatorsForget: Bool
  /// They did, so numbers that the lost order had granted were granted again.
  private var hasForgotten = false
  private var hasHiddenCopy = false
  private var rules: SimulatedRules
  /// Whether desks decide procedures with rules and receive by them, beside machines that cannot read them.
  private let decidesRules: Bool

  /// Counts how often the intended situations occurred.
  struct Met {
    var snapshotPages = 0
    var folded = 0
    var histories = 0
    var snapshotsGivenUp = 0
    var laterKinds = 0
    /// Versions with rules that were decided, those that were held back for the sake of another machine, receptions.
    var ruled = 0
    var heldBack = 0
    var receivedByRules = 0

    static func + (left: Met, right: Met) -> Met {
      Met(
        snapshotPages: left.snapshotPages + right.snapshotPages, folded: left.folded + right.folded,
        histories: left.histories + right.histories, snapshotsGivenUp: left.snapshotsGivenUp + right.snapshotsGivenUp,
        laterKinds: left.laterKinds + right.laterKinds, ruled: left.ruled + right.ruled,
        heldBack: left.heldBack + right.heldBack, receivedByRules: left.receivedByRules + right.receivedByRules)
    }
  }

  private struct Acknowledged {
    var hash: [UInt8]
    /// The entry that it repeats, because it was written in an earlier life. Whoever has that one has this one's content.
    var origin: EntryOrigin?
    var restores: Int
    /// The answer was from before a restore that had lost the entry.
    var isLate: Bool
  }

  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  private enum Packet {
    case request(frame: [UInt8], from: Int, number: Int)
    case answer(SimulatedProvince.Answer, to: Int, number: Int)
  }

  init(seed: UInt64, desks count: Int) throws {
    self.seed = seed
    random = SeededNumbers(seed: seed)
    provinceFails = seed % 3 != 1
    desksFail = seed % 3 != 0
    // This keeps the behaviour of earlier seeds unchanged.
    operatorsForget = seed >= 10_000 && seed % 2 == 0
    decidesRules = seed >= 2_000_000
    rules = SimulatedRules(seed: seed)
    let base = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    folder = base + "/dossier-simulation-\(ProcessInfo.processInfo.processIdentifier)-\(seed)"
    try? FileManager.default.removeItem(atPath: folder)
    province = try SimulatedProvince(folder: folder + "/province", now: time)
    for _ in 0..<count { try addDesk() }
  }

  deinit {
    province.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func addDesk() throws {
    let number = desks.count
    let enrolment = try province.enrolment(number: UInt64(number + 1), now: time)
    desks.append(
      try SimulatedDesk(
        number: number, folder: folder + "/desk\(number)", enrolment: enrolment, seed: random.next(), isCopy: false,
        isRecognised: false, now: time))
  }

  // MARK: Steps

  func run(steps: Int) throws {
    for desk in desks { try exchangeUndisturbed(desk) }
    for step in 0..<steps {
      time = Instant(milliseconds: time.milliseconds + Int64(random.below(90_000)))
      if province.isUnsaid, random.once(in: 60) {
        note("the restore is said")
        try province.say(at: time)
      }
      try takeStep(step)
      if decidesRules { try takeStepByRules() }
      try checkAfterStep()
    }
    try settle()
  }

  private func takeStep(_ step: Int) throws {
    let desk = desks[random.below(desks.count)]
    switch random.below(100) {
    case 0..<38: try work(at: desk)
    case 38..<48: tell(desk, .begin)
    case 48..<72: try runEffect(of: desk)
    case 72..<92: try deliver()
    case 92, 93: try crash(desk)
    case 94: loseWait(desk)
    case 95: try submitOnline()
    case 96:
      desk.clockError = [0, 0, 3_600_000, -7_200_000, 2 * 86_400_000][random.below(5)]
      note("clock \(desk.number) \(desk.clockError)")
    case 97: try disasterAtDesk(desk)
    case 98: try random.once(in: 3) ? changeVersions(desk) : disasterAtProvince()
    default:
      if desks.count < 5, random.once(in: 3) {
        note("new desk \(desks.count)")
        try addDesk()
      }
    }
  }

  private func note(_ line: @autoclosure () -> String) { trace.append(line()) }

  private func tell(_ desk: SimulatedDesk, _ event: ExchangeMachine.Event) { desk.tell(event) }

  private func runEffect(of desk: SimulatedDesk) throws {
    guard !desk.pending.isEmpty else { return }
    let effect = desk.pending.removeFirst()
    switch effect {
    case .send(let newest):
      let frame = try desk.version == .early ? SimulatedProvince.withoutNewFields(newest) : newest
      nextPacket += 1
      desk.awaited = nextPacket
      note("send \(desk.number) #\(nextPacket)")
      link.append(.request(frame: frame, from: desk.number, number: nextPacket))
      if random.once(in: 8) { link.append(.request(frame: frame, from: desk.number, number: nextPacket)) }
    case .wait: tell(desk, .waited)
    default:
      try run(effect, at: desk)
    }
  }

  private func run(_ effect: ExchangeMachine.Effect, at desk: SimulatedDesk) throws {
    note("effect \(desk.number) \(Self.name(effect))")
    let hadSnapshot = try desk.hasSnapshot()
    desk.run(effect, at: time)
    guard case .store(let response, _) = effect else { return }
    if let page = response.snapshot {
      met.snapshotPages += 1
      met.folded += page.folded.count
    }
    met.histories += response.histories.isEmpty ? 0 : 1
    if try hadSnapshot && !desk.hasSnapshot() { met.snapshotsGivenUp += 1 }
  }

  private static func name(_ effect: ExchangeMachine.Effect) -> String {
    switch effect {
    case .prepare: "prepare"
    case .store(let response, _):
      response.snapshot.map { "store snapshot of \($0.through.moment.position.sequence) last \($0.isLast)" }
        ?? "store base \(response.base) + \(response.places.count) of \(response.head)"
    case .beginNewLife(let fork): "new life at \(fork.sequence)"
    default: "\(effect)"
    }
  }

  /// Delivers or loses any packet of the connection.
  private func deliver() throws {
    guard !link.isEmpty else { return }
    let packet = link.remove(at: random.below(link.count))
    if random.once(in: 6) {
      note("lost")
      return
    }
    try arrive(packet)
  }

  private func arrive(_ packet: Packet) throws {
    switch packet {
    case .request(let frame, let from, let number):
      let answer = try province.answer(frame, device: desks[from].enrolment.device, now: time)
      note("province answers #\(number) of \(from)")
      link.append(.answer(answer, to: from, number: number))
    case .answer(let answer, let to, let number):
      guard desks[to].awaited == number else { return }
      desks[to].awaited = nil
      switch answer {
      case .good(let bytes): tell(desks[to], .answered(bytes))
      case .problem(let problem): tell(desks[to], .refused(problem))
      }
    }
  }

  /// The connection broke. The desk gives up its request, which may still arrive.
  private func loseWait(_ desk: SimulatedDesk) {
    guard desk.awaited != nil else { return }
    desk.awaited = nil
    note("interrupted \(desk.number)")
    tell(desk, .failed(.interrupted))
  }

  private func crash(_ desk: SimulatedDesk) throws {
    note("crash \(desk.number)")
    try desk.crash()
  }

  // MARK: Work

  private func work(at desk: SimulatedDesk) throws {
    let clerk = province.clerks[random.below(province.clerks.count)]
    let now = desk.now(time)
    let store = try desk.store
    // Nobody can sign in at a desk that does not know the clerks yet.
    guard let known = try? store.office.clerks(), known.contains(where: { $0.id == clerk.id }) else { return }
    switch random.below(12) {
    case 0, 1, 2:
      let id = DossierID(high: random.next(), low: random.next())
      let form = ReceptionForm(
        procedureCode: "2.000815", owner: Person(name: "Hồ Văn \(random.below(50))"),
        components: [Component(number: 1, name: "Bản chính")], days: 3)
      try receive(form, as: id, by: clerk.id, at: desk)
    case 3: _ = try store.decisions.undoLast(by: clerk.id, at: now)
    case 4:
      let known = try Array(desk.dossiers().keys).sorted()
      if !known.isEmpty, random.once(in: 3) {
        if try desk.writeLaterKind(clerk: clerk.id, dossier: known[random.below(known.count)], at: time) {
          met.laterKinds += 1
          note("desk \(desk.number) writes a later kind")
        }
      }
    case 5:
      // A clerk asks for the steps of an old dossier.
      for id in try desk.foldedDossiers().shuffled(using: &random).prefix(1) { try store.exchange.wantHistory(of: id) }
    default:
      let known = try Array(desk.dossiers().keys).sorted()
      guard !known.isEmpty else { return }
      let acts = (0...random.below(2)).map { _ in
        Act(dossier: known[random.below(known.count)], commands: (0...random.below(2)).map { _ in command() })
      }
      _ = try store.decisions.perform(acts, by: clerk.id, at: now)
    }
  }

  /// - Returns: whether it was received.
  @discardableResult
  private func receive(
    _ form: ReceptionForm, as id: DossierID, by clerk: ClerkID, at desk: SimulatedDesk
  ) throws -> Bool {
    let (store, now) = (try desk.store, desk.now(time))
    let act = Act(dossier: id, commands: [.receive(form)])
    var outcomes = try store.decisions.perform([act], by: clerk, at: now)
    if case .denied(_, .clockDoubtful) = outcomes.first {
      // The clock has jumped, and the clerk confirms that the date is right.
      try store.decisions.perform(.confirmClock(now.civilDate), by: clerk, at: now)
      outcomes = try store.decisions.perform([act], by: clerk, at: now)
    }
    guard case .done(let row, _) = outcomes.first else { return false }
    note("desk \(desk.number) issues \(row.code.text)")
    try issue(row.code, for: id)
    return true
  }

  private func issue(_ code: DossierCode, for id: DossierID) throws {
    if issued[code.text] != nil {
      // Two machines with one disk image may issue the same code. Only the province can detect it, and it lets one of
      // them count.
      guard hasHiddenCopy || hasForgotten else { throw Fault(description: "code \(code.text) issued twice") }
      return
    }
    issued[code.text] = id
  }

  private func command() -> DossierCommand {
    let clerk = province.clerks[random.below(3)].id
    return switch random.below(14) {
    case 0, 1: .assign(to: clerk)
    case 2: .handOver(step: .verification, to: clerk)
    case 3: .takeOver
    case 4: .requestSupplement(items: ["bản sao"])
    case 5: .receiveSupplement()
    case 6: .complete(DossierResult(approved: true, title: "Kết quả"))
    case 7: .handBack(recipient: "Hồ Văn Nam", delivery: .atDesk)
    case 8: .correct(field: .ownerName, value: "Lê Văn \(random.below(9))", reason: "sai tên")
    case 9: .acceptOnline(assignee: clerk, days: 3)
    case 10: .setComponentForm(number: 1, form: .photocopy, quantity: 1 + random.below(3))
    case 11: .reopen(reason: "sai sót")
    case 12: .withdraw(reason: "rút")
    default: .note("ghi \(random.below(1000))")
    }
  }

  private func submitOnline() throws {
    nextNumber += 1
    if nextNumber.isMultiple(of: 3) {
      note("days \(nextNumber)")
      try province.setDays(number: nextNumber, at: time)
    }
    note("online \(nextNumber)")
    try province.submitOnline(
      number: nextNumber, procedure: ProcedureReference(code: "2.000815", name: "Chứng thực", versionHash: ""), at: time
    )
  }

  /// Installs another version of a program, a newer or an older one.
  private func changeVersions(_ desk: SimulatedDesk) throws {
    let versions = SimulatedDesk.Version.mixed
    let version = versions[random.below(versions.count)]
    if random.once(in: 2) {
      province.install(version)
      note("the province is \(version) now")
    } else {
      try desk.install(version)
      note("desk \(desk.number) is \(version) now")
    }
  }

  // MARK: Rules

  /// Now and then, beside the step of the day.
  private func takeStepByRules() throws {
    let desk = desks[rules.below(desks.count)]
    switch rules.below(24) {
    case 0: try decideRules(at: desk)
    case 1, 2: try receiveByRules(at: desk)
    case 3:
      guard rules.once(in: 3) else { return }
      let version = (SimulatedDesk.Version.limited + [.present])[rules.below(3)]
      note("desk \(desk.number) is \(version) now")
      try desk.install(version)
    default: return
    }
  }

  /// - Parameter isLater: whether the version has facts of revision 6; by chance if nil.
  /// - Returns: whether it was recorded; nil if nobody can decide at this desk.
  @discardableResult
  private func decideRules(at desk: SimulatedDesk, isLater: Bool? = nil) throws -> Bool? {
    let head = province.clerks[0].id
    guard let known = try? desk.store.office.clerks(), known.contains(where: { $0.id == head }) else { return nil }
    let version = rules.version(isLater: isLater)
    let isRecorded = try desk.decide(version, by: head, at: time)
    if isRecorded { met.ruled += 1 } else { met.heldBack += 1 }
    note("desk \(desk.number) \(isRecorded ? "decides" : "may not decide") rules of \(version.code)")
    return isRecorded
  }

  @discardableResult
  private func receiveByRules(at desk: SimulatedDesk) throws -> Bool {
    let clerk = province.clerks[0].id
    guard let known = try? desk.store.office.clerks(), known.contains(where: { $0.id == clerk }),
      let version = try desk.version(of: rules.code(), at: time)
    else { return false }
    guard try receive(rules.form(by: version), as: rules.dossier(), by: clerk, at: desk) else { return false }
    met.receivedByRules += 1
    return true
  }

  /// When all know what each other can read, one machine goes back to a version that reads less. Nobody writes anything then
  /// that it cannot read, and everything again once it was upgraded.
  private func checkMixedVersions() throws {
    for version in SimulatedDesk.Version.limited {
      let device = desks[rules.below(desks.count)].enrolment.device
      for desk in desks where desk.enrolment.device == device { try desk.install(version) }
      try exchangeUntilQuiet()
      for desk in desks {
        let later = try decideRules(at: desk, isLater: true)
        let first = try decideRules(at: desk, isLater: false)
        guard later != true, first != (version == .beforeRules) else {
          let decided = "\(first as Any), with later facts \(later as Any)"
          throw Fault(description: "desk \(desk.number) beside \(version) decides rules: \(decided)")
        }
        guard try receiveByRules(at: desk), let written = try desk.written() else { continue }
        guard version.reads.contains(kind: written.kind, revision: written.revision) else {
          throw Fault(description: "desk \(desk.number) beside \(version) wrote \(written)")
        }
      }
      for desk in desks { try desk.install(.present) }
      try exchangeUntilQuiet()
    }
    for desk in desks where try decideRules(at: desk, isLater: true) == false {
      throw Fault(description: "desk \(desk.number) may not decide rules that everybody reads")
    }
    try exchangeUntilQuiet()
  }

  // MARK: Disaster

  private func disasterAtDesk(_ desk: SimulatedDesk) throws {
    let copy = folder + "/snapshot\(desk.number)"
    switch random.below(4) {
    case 0, 1:
      note("backup \(desk.number)")
      try desk.copy(to: copy)
      snapshots[desk.number] = copy
    case 2:
      guard desksFail, let snapshot = snapshots[desk.number] else { return }
      note("restore \(desk.number)")
      try desk.restore(from: snapshot, at: time)
      // What the province has lost in its restore, the desk may have lost in this one; nobody has it then.
      for (reference, known) in acknowledged where known.isLate {
        if try !province.has(reference, hash: known.hash) { acknowledged[reference] = nil }
      }
    default:
      guard desks.count < 6 else { return }
      // A disk was copied to another machine. The program detects it when it opens, except for an image of the whole
      // disk.
      let isRecognised = provinceFails || !random.once(in: 3)
      if !isRecognised { hasHiddenCopy = true }
      note("\(isRecognised ? "" : "hidden ")copy of \(desk.number) becomes \(desks.count)")
      let other = folder + "/desk\(desks.count)"
      try desk.copy(to: other)
      desks.append(
        try SimulatedDesk(
          number: desks.count, folder: other, enrolment: desk.enrolment, seed: random.next(), isCopy: true,
          isRecognised: isRecognised, now: desk.now(time)))
    }
  }

  private func disasterAtProvince() throws {
    if provinceFails, random.once(in: 3) {
      let isSaid = !operatorsForget || random.once(in: 3)
      note("province restored\(isSaid ? "" : ", nobody says so")")
      hasForgotten = hasForgotten || !isSaid
      try province.restoreSnapshot(at: time, isSaid: isSaid)
      // Machines that were enrolled since then are enrolled again with their keys.
      for desk in desks { try province.register(desk.enrolment.device, time) }
    } else {
      note("province backed up")
      try province.takeSnapshot()
    }
  }

  // MARK: Invariants

  private func checkAfterStep() throws {
    for desk in desks {
      guard try desk.isContiguous() else { throw Fault(description: "desk \(desk.number): the order has a gap") }
      for (reference, hash, origin) in try desk.newlyAcknowledged() where acknowledged[reference]?.hash != hash {
        let isThere = try province.has(reference, hash: hash)
        guard isThere || province.restores > 0 else {
          throw Fault(description: "desk \(desk.number): \(reference) is acknowledged and not in the log")
        }
        acknowledged[reference] = Acknowledged(
          hash: hash, origin: origin, restores: province.restores, isLate: !isThere)
      }
    }
  }

  private func upgradeAll() throws {
    province.install(.present)
    for desk in desks { try desk.install(.present) }
  }

  /// The connection works again, and all desks exchange until there is nothing more to send.
  private func settle() throws {
    while !link.isEmpty { try arrive(link.removeFirst()) }
    if operatorsForget || decidesRules {
      if province.isUnsaid { try province.say(at: time) }
      // Only a version that sends points of its order can recover from such a restore.
      try upgradeAll()
    }
    for desk in desks {
      desk.pending = []
      try desk.crash()
    }
    try exchangeUntilQuiet(atLeast: 1)
    // An early version neither asks for the history of a dossier that was reopened behind its fold nor gives one.
    if try desks.contains(where: { try $0.wantsHistories() }) {
      try upgradeAll()
      try exchangeUntilQuiet(atLeast: 1)
    }
    if decidesRules { try checkMixedVersions() }
    try checkWhenQuiet()
  }

  /// - Parameter least: so many rounds at least; two, so that each desk hears what all others have said.
  private func exchangeUntilQuiet(atLeast least: Int = 2) throws {
    let rounds = 6
    for round in 1...rounds {
      for desk in desks { try exchangeUndisturbed(desk) }
      if try round >= least && isQuiet() { break }
    }
    guard try isQuiet() else {
      let waiting = try desks.map { "desk \($0.number) at \(try $0.position().sequence): \(try $0.epochs())" }
      throw Fault(description: "not quiet after \(rounds) rounds\n\(waiting.joined(separator: "\n"))")
    }
  }

  private func isQuiet() throws -> Bool {
    let positions = Set(try desks.map { try $0.position() })
    return try positions.count == 1 && desks.allSatisfy { try $0.waiting() == 0 }
  }

  private func exchangeUndisturbed(_ desk: SimulatedDesk) throws {
    tell(desk, .begin)
    var steps = 0
    while !desk.machine.isIdle {
      steps += 1
      guard steps < 10_000 else { throw Fault(description: "desk \(desk.number): an exchange without end") }
      guard !desk.pending.isEmpty else { throw Fault(description: "desk \(desk.number): waits for nothing") }
      let effect = desk.pending.removeFirst()
      switch effect {
      case .send(let newest):
        let frame = try desk.version == .early ? SimulatedProvince.withoutNewFields(newest) : newest
        switch try province.answer(frame, device: desk.enrolment.device, now: time) {
        case .good(let bytes): tell(desk, .answered(bytes))
        case .problem(let problem): tell(desk, .refused(problem))
        }
      case .wait: tell(desk, .waited)
      default: try run(effect, at: desk)
      }
    }
    if let failure = desk.lastFailure {
      throw Fault(description: "desk \(desk.number): a healthy exchange failed: \(failure)")
    }
  }

  private func checkWhenQuiet() throws {
    let order = try province.order()
    for (index, place) in order.enumerated() where place.sequence != Int64(index) + 1 {
      throw Fault(description: "the province's order has a gap at \(index + 1)")
    }
    try checkDesksAreEqual(order)
    for place in order where place.verdict.refuses {
      guard try EntryFormat.decode(place.bytes).clerk != ProvinceClerk.id else {
        throw Fault(description: "what the province wrote at \(place.sequence) does not count: \(place.verdict)")
      }
    }
    for desk in desks {
      let (its, firsts) = (try desk.store.office.opening(), try desks[0].store.office.opening())
      guard its.calendar == firsts.calendar, its.catalogue.changes == firsts.catalogue.changes else {
        throw Fault(description: "desk \(desk.number) counts other days than desk 0")
      }
      try checkNothingTwice(desk)
      let report = try desk.store.upkeep.verify()
      guard report.faults.isEmpty else {
        throw Fault(description: "desk \(desk.number): verify finds \(report.faults.prefix(5))")
      }
      let wrong = try desk.store.upkeep.authorship().wrong
      guard wrong.isEmpty else { throw Fault(description: "desk \(desk.number): wrong signatures up to \(wrong)") }
      let before = try desk.dump()
      try desk.store.upkeep.rebuild()
      guard try desk.dump() == before else {
        let after = try desk.dump()
        let lost = Set(before).subtracting(after).prefix(3)
        let new = Set(after).subtracting(before).prefix(3)
        throw Fault(description: "desk \(desk.number): a rebuild gives something else:\n- \(lost)\n+ \(new)")
      }
    }
    if !hasHiddenCopy {
      for desk in desks {
        let known = try province.statements()
        if let lost = try desk.toldStatements().first(where: { !known.contains($0) }) {
          throw Fault(description: "desk \(desk.number): the province does not have the statement up to \(lost.last)")
        }
      }
    }
    try checkAcknowledged(order)
    var holders: [String: DossierID] = [:]
    let dossiers = try desks[0].dossiers()
    for dossier in dossiers.values where !dossier.isVoid && dossier.status != .registered {
      guard holders.updateValue(dossier.id, forKey: dossier.code.text) == nil else {
        throw Fault(description: "\(dossier.code.text) counts for two dossiers")
      }
    }
    for (code, id) in issued where dossiers[id] == nil {
      // A restored desk has lost dossiers that it had not sent. They have to be entered again from paper.
      guard !snapshots.isEmpty else { throw Fault(description: "the dossier of \(code) is nowhere") }
    }
  }

  /// An answer from before a restore may arrive after it. Its desk issues the entries again, in a life of their own.
  private func checkAcknowledged(_ order: [SimulatedProvince.Place]) throws {
    let issuedAgain = try Set(order.compactMap { try EntryFormat.decodePlaced($0.bytes).origin?.hash })
    for (reference, known) in acknowledged where known.restores == province.restores {
      let names = [EntryOrigin(reference: reference, hash: known.hash), known.origin].compactMap(\.self)
      guard try names.allSatisfy({ try !issuedAgain.contains($0.hash) && !province.has($0.reference, hash: $0.hash) })
      else { continue }
      let chains = try desks.map { "desk \($0.number): \(try $0.epochs())" }.joined(separator: "\n")
      let name = "\(reference.epoch.hexadecimal.suffix(4)):\(reference.sequence)"
      throw Fault(description: "\(name) was acknowledged\(known.isLate ? " late" : "") and is gone\n\(chains)")
    }
  }

  private func checkDesksAreEqual(_ order: [SimulatedProvince.Place]) throws {
    let first = try desks[0].dossiers()
    for desk in desks.dropFirst() {
      let other = try desk.dossiers()
      for (id, dossier) in first where other[id] != dossier {
        let (here, there) = (try desks[0].history(id), try desk.history(id))
        throw Fault(
          description: """
            desks 0 and \(desk.number) differ about \(id.hexadecimal)
            \(dossier)
            \(here.joined(separator: "\n"))
            --
            \(other[id].map { "\($0)" } ?? "nothing")
            \(there.joined(separator: "\n"))
            """)
      }
      guard other.count == first.count else {
        throw Fault(description: "desk \(desk.number) has \(other.count) dossiers, desk 0 has \(first.count)")
      }
    }
    var histories: [DossierID: [RecordedAction]] = [:]
    for place in order {
      guard let id = place.dossier, let recorded = try EntryFormat.decode(place.bytes).recorded(as: place.verdict)
      else {
        continue
      }
      histories[id, default: []].append(recorded)
    }
    for (id, history) in histories where Dossier.fold(id: id, entries: history) != first[id] {
      let here = try desks[0].history(id).joined(separator: "\n")
      let there = history.map { "\($0.reference.epoch.hexadecimal.suffix(4)):\($0.reference.sequence) \($0.verdict)" }
      throw Fault(
        description:
          "the province and desk 0 differ about \(id.hexadecimal)\n\(here)\n--\n\(there.joined(separator: "\n"))")
    }
  }

  private func checkNothingTwice(_ desk: SimulatedDesk) throws {
    for id in try desk.dossiers().keys {
      let names = try desk.names(id)
      guard Set(names).count == names.count else {
        throw Fault(description: "desk \(desk.number): an entry of \(id.hexadecimal) counts twice")
      }
    }
  }
}
