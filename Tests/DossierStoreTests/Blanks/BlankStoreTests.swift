import DossierDomain
import Foundation
import GRDB
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

/// Receipts that were printed without contents, and what is entered from them when the current is back.
@Suite("Blank receipts") struct BlankStoreTests {
  private static let morning = OfficeFixture.morning
  private static func code(_ number: Int) -> String { "000.19.45.H50-261124-000\(number)" }

  private func receive(
    _ fixture: OfficeFixture, on code: String, at time: Instant, now: Instant, in store: LocalStore? = nil
  ) throws -> ActOutcome {
    var form = fixture.form()
    form.blank = BlankEntry(code: code, receivedAt: time, reason: "mất điện")
    let act = Act(dossier: fixture.newID(), commands: [.receive(form)])
    return try #require(
      try (store ?? fixture.store).decisions.perform([act], by: fixture.reception.id, at: now).first)
  }

  private func denial(_ outcome: ActOutcome) -> Denial? {
    if case .denied(_, let denial) = outcome { denial } else { nil }
  }

  private func print(_ count: Int, _ fixture: OfficeFixture, at now: Instant = morning) throws -> [String] {
    try fixture.store.decisions.printBlanks(count, by: fixture.reception.id, at: now).map(\.code.text)
  }

  private func states(_ store: LocalStore) throws -> [BlankReceipt.State] { try store.decisions.blanks().map(\.state) }

  private func denied(_ body: () throws -> Void) -> Denial? {
    do { try body() } catch StoreError.denied(let denial) { return denial } catch { Issue.record(error) }
    return nil
  }

  private func officeActions(_ store: LocalStore) throws -> [OfficeAction] {
    try store.read { db in try OfficeProjection.decisions(db).map(\.action) }
  }

  @Test func theirNumbersAreOnNoOtherPaper() throws {
    let fixture = try OfficeFixture()
    let first = try fixture.receive().code.text
    let printed = try print(3, fixture) + print(2, fixture)
    let last = try fixture.receive().code.text
    #expect([first] + printed + [last] == (1...7).map(Self.code))
    let recorded = try officeActions(fixture.store).compactMap { action in
      if case .printBlanks(let blanks) = action { blanks.numbers } else { nil }
    }
    #expect(recorded == [[2, 3, 4], [5, 6]])
    #expect(try fixture.store.upkeep.verify().faults.isEmpty)
  }

  @Test func whatIsDeniedUsesNoNumber() throws {
    let fixture = try OfficeFixture()
    try fixture.store.write {
      try $0.execute(sql: "DELETE FROM lane_block; INSERT INTO lane_block VALUES (1, 2), (5, 5)")
    }
    #expect(denied { _ = try print(4, fixture) } == .numbersUsedUp)
    #expect(denied { _ = try print(0, fixture) } == .blank(.countInvalid))
    #expect(denied { _ = try print(101, fixture) } == .blank(.countInvalid))
    #expect(
      denied { _ = try fixture.store.decisions.printBlanks(1, by: fixture.specialist.id, at: Self.morning) }
        == .roleMissing([.reception, .headOfDesk]))
    #expect(try states(fixture.store).isEmpty)
    #expect(try print(3, fixture) == [1, 2, 5].map(Self.code))
  }

  /// The numbers are found with the table and the entry, or none of the three is.
  @Test func anOfficeWithAnOlderMachinePrintsNone() throws {
    let fixture = try OfficeFixture()
    try fixture.enrol()
    try fixture.store.write {
      try $0.execute(sql: "INSERT OR IGNORE INTO lane_block VALUES (1, 50)")
      try MachinesReading.keep($0, OfficeReads(content: .unsaid, behind: ["Bàn 2"]))
    }
    #expect(
      denied { _ = try print(2, fixture) } == .machinesBehind(names: ["Bàn 2"], isProvinceBehind: false))
    #expect(try states(fixture.store).isEmpty)
    #expect(try fixture.store.read { try Lanes.highest($0, on: Self.morning.civilDate) } == 0)
  }

  @Test func aProgramThatWasKilledGoesOnBehindThem() throws {
    let fixture = try OfficeFixture()
    _ = try print(2, fixture)
    let killed = fixture.folder + "-killed"
    defer { try? FileManager.default.removeItem(atPath: killed) }
    try FileManager.default.copyItem(atPath: fixture.folder, toPath: killed)
    let store = try LocalStore(folder: killed, access: .readWrite)
    #expect(try states(store) == [.unused, .unused])
    let next = try store.decisions.printBlanks(1, by: fixture.head.id, at: Self.morning)
    #expect(next.map(\.code.text) == [Self.code(3)])
  }

  /// An image from earlier in the day knows fewer papers than were printed.
  @Test func anImageThatWasPutBackPrintsNoneBeforeItsLastNumberIsKnown() throws {
    let fixture = try OfficeFixture()
    fixture.store.close()
    let data = DataOnDisk(folder: fixture.folder)
    var store = try LocalStore(folder: fixture.folder, access: .readWrite)
    _ = try store.begin(at: Self.morning)
    _ = try store.decisions.printBlanks(2, by: fixture.head.id, at: Self.morning)
    let image = try data.image()
    _ = try store.decisions.printBlanks(2, by: fixture.head.id, at: Self.morning)
    store.close()
    try data.putBack(image)
    store = try LocalStore(folder: fixture.folder, access: .readWrite)
    _ = try store.begin(at: Self.morning)
    #expect(
      denied { _ = try store.decisions.printBlanks(1, by: fixture.head.id, at: Self.morning) }
        == .lastNumberUnknown(recorded: 0))
    let outcome = try receive(
      fixture, on: Self.code(1), at: Self.morning, now: Self.morning.adding(minutes: 1), in: store)
    #expect(denial(outcome) == .lastNumberUnknown(recorded: 0))
    try store.decisions.enterLastPrinted(4, on: Self.morning.civilDate)
    let next = try store.decisions.printBlanks(1, by: fixture.head.id, at: Self.morning)
    #expect(next.map(\.code.text) == [Self.code(5)])
  }

  /// The program is closed from 8:10 to 10:30; the last entry before is of 8:05, the first one after of 10:40.
  private func afterAnOutage() throws -> (OfficeFixture, LocalStore) {
    let fixture = try OfficeFixture()
    _ = try print(3, fixture)
    _ = try fixture.receive(at: Self.morning.adding(minutes: 5))
    fixture.store.close()
    let store = try LocalStore(folder: fixture.folder, access: .readWrite)
    _ = try store.begin(at: Self.morning.adding(minutes: 150))
    return (fixture, store)
  }

  @Test func oneIsEnteredOnceWithItsCodeAndTime() throws {
    let (fixture, store) = try afterAnOutage()
    let (paper, now) = (Self.morning.adding(minutes: 105), Self.morning.adding(minutes: 160))
    let outcome = try receive(fixture, on: Self.code(2), at: paper, now: now, in: store)
    let id = try fixture.done([outcome]).id
    let dossier = try #require(try store.queue.card(id, viewer: fixture.headViewer)?.dossier)
    #expect(dossier.code.text == Self.code(2) && dossier.receivedAt == paper)
    #expect(dossier.onBlank == OnBlank(reason: "mất điện", recordedAt: now))
    #expect(try states(store) == [.unused, .used, .unused])
    let again = try receive(fixture, on: Self.code(2), at: paper, now: now, in: store)
    #expect(denial(again) == .blank(.used(code: Self.code(2))))
    // It takes no number besides.
    #expect(try store.decisions.printBlanks(1, by: fixture.head.id, at: now).map(\.code.text) == [Self.code(5)])
    #expect(try store.upkeep.verify().faults.isEmpty)
  }

  /// The citizen has the paper, so that its code is entered again, and stands for one dossier.
  @Test func theOneOfAnUndoneReceptionIsEnteredAgain() throws {
    let (fixture, store) = try afterAnOutage()
    let (paper, now) = (Self.morning.adding(minutes: 105), Self.morning.adding(minutes: 160))
    let first = try fixture.done([receive(fixture, on: Self.code(2), at: paper, now: now, in: store)]).id
    guard case .undone = try store.decisions.undoLast(by: fixture.reception.id, at: now) else {
      Issue.record("not undone")
      return
    }
    #expect(try states(store) == [.unused, .unused, .unused])
    let again = try fixture.done([receive(fixture, on: Self.code(2), at: paper, now: now, in: store)]).id
    #expect(try states(store) == [.unused, .used, .unused])
    #expect(try store.read { try CodeBearer.find($0, Self.code(2)) } == again)
    // The paper leads to the one that counts; what was printed for the other one is found all the same.
    #expect(try store.queue.findByCode(Self.code(2), viewer: fixture.headViewer).map(\.id) == [again])
    let all = try store.queue.findByCode(Self.code(2), viewer: fixture.headViewer, withLeft: true)
    #expect(Set(all.map(\.id)) == [first, again])
    let third = try receive(fixture, on: Self.code(2), at: paper, now: now, in: store)
    #expect(denial(third) == .blank(.used(code: Self.code(2))))
    #expect(try store.upkeep.verify().faults.isEmpty)
  }

  /// A wrong procedure: the paper keeps its code and its time, whose dossier is the new one, also at a desk that printed none.
  @Test func oneInThePlaceOfAnotherIsFoundByThePaper() throws {
    let (fixture, store) = try afterAnOutage()
    let (paper, now) = (Self.morning.adding(minutes: 105), Self.morning.adding(minutes: 160))
    let old = try fixture.done([receive(fixture, on: Self.code(2), at: paper, now: now, in: store)]).id
    try store.write { try $0.execute(sql: "DELETE FROM blank_receipt; DELETE FROM silence") }
    var form = fixture.form(procedure: OfficeFixture.maritalStatus)
    form.blank = BlankEntry(code: Self.code(2), receivedAt: paper, reason: "mất điện")
    let later = now.adding(minutes: 60)
    let outcomes = try store.decisions.replace(
      old, by: fixture.newID(), [.receive(form)], by: fixture.reception.id, at: later)
    let new = try fixture.done(outcomes).id
    let card = try #require(try store.queue.card(new, viewer: fixture.headViewer))
    #expect(card.dossier.code.text == Self.code(2) && card.dossier.receivedAt == paper)
    #expect(card.dossier.onBlank == OnBlank(reason: "mất điện", recordedAt: later))
    #expect(card.dossier.notes.map(\.text) == [Replacement.note(onSameBlank: card.dossier.code)])
    let former = try #require(try store.queue.card(old, viewer: fixture.headViewer)?.dossier)
    #expect(former.voidReason == Replacement.reason(onSameBlank: former.code))
    #expect(try store.read { try CodeBearer.find($0, Self.code(2)) } == new)
    // The void of the old one stands while the new one bears its code, and one undo takes both back.
    let annulment = try #require(try store.queue.card(old, viewer: fixture.headViewer)?.timeline.last?.reference)
    let undo = Act(dossier: old, commands: [.undo(annulment)])
    let denied = try store.decisions.perform([undo], by: fixture.reception.id, at: later)
    #expect(denied.first.flatMap(denial) == .codeInUse(Self.code(2)))
    guard case .undone(let act) = try store.decisions.undoLast(by: fixture.reception.id, at: later) else {
      Issue.record("not undone")
      return
    }
    #expect(act.rows.map(\.id) == [old, new] && act.rows.map(\.isVoid) == [false, true])
    #expect(try store.read { try CodeBearer.find($0, Self.code(2)) } == old)
    #expect(try store.upkeep.verify().faults.isEmpty)
  }

  @Test func onlyTheTimeBetweenTwoEntriesIsEntered() throws {
    let (fixture, store) = try afterAnOutage()
    func denied(_ minutes: Int, now: Int) throws -> Denial? {
      denial(
        try receive(
          fixture, on: Self.code(1), at: Self.morning.adding(minutes: minutes),
          now: Self.morning.adding(minutes: now), in: store))
    }
    let open = Self.morning.adding(minutes: 5)...Self.morning.adding(minutes: 155)
    #expect(try denied(4, now: 155) == .blank(.deskWasOpen(silence: open)))
    #expect(try denied(156, now: 155) == .blank(.inFuture))
    let act = Act(dossier: fixture.newID(), commands: [.receive(fixture.form())])
    _ = try fixture.done(
      store.decisions.perform([act], by: fixture.reception.id, at: Self.morning.adding(minutes: 160)))
    let closed = open.lowerBound...Self.morning.adding(minutes: 160)
    #expect(try denied(161, now: 170) == .blank(.deskWasOpen(silence: closed)))
    #expect(try denied(105, now: 170) == nil)
  }

  @Test func aProgramThatStayedOpenEntersNone() throws {
    let fixture = try OfficeFixture()
    _ = try print(1, fixture)
    let outcome = try receive(
      fixture, on: Self.code(1), at: Self.morning.adding(minutes: 5), now: Self.morning.adding(minutes: 10))
    #expect(denial(outcome) == .blank(.deskWasOpen(silence: nil)))
  }

  @Test func unknownOnesAreDenied() throws {
    let (fixture, store) = try afterAnOutage()
    for code in [Self.code(4), "000.19.45.H50-261123-0001", "x"] {
      let outcome = try receive(
        fixture, on: code, at: Self.morning.adding(minutes: 105), now: Self.morning.adding(minutes: 160), in: store)
      #expect(denial(outcome) == .blank(.unknown(code: code.uppercased())))
    }
  }

  @Test func thoseOfAnEarlierLifeAreDeniedAndCanBeStruck() throws {
    let (fixture, store) = try afterAnOutage()
    let now = Self.morning.adding(minutes: 160)
    try store.exchange.beginNewLife(at: now)
    #expect(try states(store) == Array(repeating: .ofEarlierLife, count: 3))
    let outcome = try receive(fixture, on: Self.code(1), at: Self.morning.adding(minutes: 105), now: now, in: store)
    #expect(denial(outcome) == .blank(.ofEarlierLife(code: Self.code(1))))
    try store.decisions.strikeBlanks([Self.code(1)], reason: "phục hồi dữ liệu", by: fixture.head.id, at: now)
    #expect(try states(store).contains(.struck(reason: "phục hồi dữ liệu")))
  }

  @Test func aStruckOneIsExplainedAndNotUsed() throws {
    let (fixture, store) = try afterAnOutage()
    let now = Self.morning.adding(minutes: 160)
    try store.decisions.strikeBlanks(
      [Self.code(3), Self.code(1).lowercased()], reason: " phiếu ướt ", by: fixture.reception.id, at: now)
    let blanks = try #require(
      BlankReceipts(agency: fixture.office.agencyCode, date: Self.morning.civilDate, numbers: [1, 3]))
    #expect(try officeActions(store).contains(.strikeBlanks(blanks, reason: "phiếu ướt")))
    let struck = BlankReceipt.State.struck(reason: "phiếu ướt")
    #expect(try states(store) == [struck, .unused, struck])
    let outcome = try receive(fixture, on: Self.code(1), at: Self.morning.adding(minutes: 105), now: now, in: store)
    #expect(denial(outcome) == .blank(.struck(code: Self.code(1), reason: "phiếu ướt")))
  }

  @Test func strikingIsAllOrNothing() throws {
    let (fixture, store) = try afterAnOutage()
    let now = Self.morning.adding(minutes: 160)
    func strike(_ codes: [String], _ reason: String = "phiếu ướt") -> Denial? {
      denied { try store.decisions.strikeBlanks(codes, reason: reason, by: fixture.head.id, at: now) }
    }
    #expect(strike([Self.code(1), Self.code(9)]) == .blank(.unknown(code: Self.code(9))))
    #expect(strike([Self.code(1)], " ") == .reasonMissing)
    #expect(strike([]) == .blank(.countInvalid))
    #expect(try states(store) == [.unused, .unused, .unused])
    #expect(strike([Self.code(1)]) == nil)
    #expect(strike([Self.code(2), Self.code(1)]) == .blank(.struck(code: Self.code(1), reason: "phiếu ướt")))
    _ = try fixture.done([
      receive(fixture, on: Self.code(2), at: Self.morning.adding(minutes: 105), now: now, in: store)
    ])
    #expect(strike([Self.code(2)]) == .blank(.used(code: Self.code(2))))
  }
}
