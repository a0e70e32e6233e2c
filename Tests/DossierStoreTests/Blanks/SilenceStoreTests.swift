import DossierDomain
import Foundation
import GRDB
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

/// The times that are taken from blank receipts: between two entries of the desk's screen with an opening behind the first.
@Suite("Silences of a desk") struct SilenceStoreTests {
  private static let morning = OfficeFixture.morning
  private static func at(_ minutes: Int) -> Instant { morning.adding(minutes: minutes) }
  private static func code(_ number: Int) -> String { "000.19.45.H50-261124-000\(number)" }
  /// Of the paper that is entered: an hour and three quarters after the last entry but one.
  private static let paper = at(105)

  private let fixture: OfficeFixture
  private let dossier: DossierID

  /// Three blanks lie in the drawer, and the last entry before the outage is of 8:05.
  init() throws { try self.init(isEnrolled: false) }

  private init(isEnrolled: Bool) throws {
    fixture = try OfficeFixture()
    if isEnrolled {
      try fixture.enrol()
      try fixture.store.write {
        try $0.execute(sql: "INSERT OR IGNORE INTO lane_block VALUES (1, 50)")
        try MachinesReading.keep($0, OfficeReads(content: nil))
      }
    }
    let opened = try LocalStore.reopened(fixture)
    _ = try opened.begin(at: Self.morning)
    _ = try opened.decisions.printBlanks(3, by: fixture.reception.id, at: Self.morning)
    let act = Act(dossier: fixture.newID(), commands: [.receive(fixture.form())])
    dossier = try fixture.done(opened.decisions.perform([act], by: fixture.reception.id, at: Self.at(5))).id
    opened.close()
  }

  /// What the screen does: opens, does the work, and ends.
  private func screen<Value>(at minutes: Int, _ work: (LocalStore) throws -> Value) throws -> Value {
    let store = try LocalStore(folder: fixture.folder, access: .readWrite)
    defer { store.close() }
    _ = try store.begin(at: Self.at(minutes))
    return try work(store)
  }

  /// A command or a timer records something.
  private func command(at minutes: Int) throws {
    let store = try LocalStore(folder: fixture.folder, access: .readWrite)
    defer { store.close() }
    try note(store, at: minutes)
  }

  private func note(_ store: LocalStore, at minutes: Int) throws {
    let act = Act(dossier: dossier, commands: [.note("x")])
    _ = try fixture.done(store.decisions.perform([act], by: fixture.reception.id, at: Self.at(minutes)))
  }

  private func enter(_ store: LocalStore, _ number: Int = 1, paper: Instant = paper, now: Int) throws -> Denial? {
    var form = fixture.form()
    form.blank = BlankEntry(code: Self.code(number), receivedAt: paper, reason: "mất điện")
    let act = Act(dossier: fixture.newID(), commands: [.receive(form)])
    let outcome = try store.decisions.perform([act], by: fixture.reception.id, at: Self.at(now)).first
    if case .denied(_, let denial) = outcome { return denial }
    return nil
  }

  private func expectTaken(_ store: LocalStore, _ number: Int = 1, paper: Instant = paper, now: Int) throws {
    let denial = try enter(store, number, paper: paper, now: now)
    #expect(denial == nil)
  }

  private func silences(_ store: LocalStore, until minutes: Int) throws -> [ClosedRange<Instant>] {
    try store.read { try store.write.opening.silences($0, until: Self.at(minutes)) }
  }

  @Test func commandsNeitherBeginNorEndASilence() throws {
    for minutes in [140, 145] { try command(at: minutes) }
    try screen(at: 150) { store in
      let silences155 = try silences(store, until: 155)
      #expect(silences155 == [Self.at(5)...Self.at(155)])
      let denial = try enter(store, paper: Self.at(4), now: 155)
      #expect(denial == .blank(.deskWasOpen(silence: Self.at(5)...Self.at(155))))
      try expectTaken(store, now: 160)
    }
    try command(at: 170)
    try screen(at: 180) { store in
      let silences185 = try silences(store, until: 185)
      #expect(silences185 == [Self.at(5)...Self.at(160), Self.at(160)...Self.at(185)])
      try expectTaken(store, 2, paper: Self.at(165), now: 190)
    }
  }

  /// The screen was opened and something was typed, but nothing was recorded there.
  @Test func anOpeningWithoutAnEntryEndsNoSilence() throws {
    try screen(at: 120) { store in
      try store.drafts.keep([Draft(form: "receive", content: [1])], of: fixture.reception.id, at: Self.at(121))
    }
    try command(at: 140)
    try screen(at: 150) { try expectTaken($0, now: 160) }
  }

  /// Several starts, also of a program that was killed before it changed anything, are one opening.
  @Test func severalOpeningsAreOne() throws {
    for minutes in [110, 120, 130] {
      try screen(at: minutes) { store in
        let silences = try silences(store, until: 200)
        #expect(silences == [Self.at(5)...Self.at(200)])
      }
    }
    try screen(at: 150) { store in
      try expectTaken(store, now: 160)
      // What goes on without a new start, such as after a suspension, opens nothing.
      try note(store, at: 200)
      try note(store, at: 300)
      let denial = try enter(store, 2, paper: Self.at(250), now: 301)
      #expect(denial == .blank(.deskWasOpen(silence: Self.at(5)...Self.at(160))))
    }
  }

  /// A disk that takes no write at the start keeps nothing closed, and the silence is noted when it takes one again.
  @Test func aDiskThatTakesNothingAtTheStartTakesNoRight() throws {
    let store = try LocalStore(folder: fixture.folder, access: .readWrite)
    try store.write.database.write {
      try $0.execute(
        sql: "CREATE TRIGGER full BEFORE INSERT ON silence BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END")
    }
    _ = try store.begin(at: Self.at(150))
    let silences155 = try silences(store, until: 155)
    #expect(silences155 == [Self.at(5)...Self.at(155)])
    #expect(throws: StoreError.self) { _ = try enter(store, now: 155) }
    try store.write.database.write { try $0.execute(sql: "DROP TRIGGER full") }
    try expectTaken(store, now: 160)
  }

  @Test func nothingIsNotedWhileNoBlankIsUnused() throws {
    try screen(at: 150) { store in
      try store.decisions.strikeBlanks(
        (1...3).map(Self.code), reason: "phiếu ướt", by: fixture.head.id, at: Self.at(152))
    }
    try screen(at: 160) { store in
      try note(store, at: 170)
      let silences200 = try silences(store, until: 200)
      #expect(silences200 == [Self.at(5)...Self.at(152)])
    }
  }

  /// A machine of an older version joins after the blanks were printed: the paper is not lost, and is entered when it can be read.
  @Test func anOlderMachineThatJoinsLaterDelaysThem() throws {
    let office = try SilenceStoreTests(isEnrolled: true)
    try office.screen(at: 155) { store in
      try store.write { try MachinesReading.keep($0, OfficeReads(content: .unsaid, behind: ["Bàn 2"])) }
      let denial = try throwsDenied { _ = try office.enter(store, now: 160) }
      #expect(denial == .machinesBehind(names: ["Bàn 2"], isProvinceBehind: false))
      let blanks = try store.decisions.blanks()
      #expect(blanks.allSatisfy { $0.state == .unused })
    }
    try office.screen(at: 300) { store in
      try store.write { try MachinesReading.keep($0, OfficeReads(content: nil)) }
      try office.expectTaken(store, now: 301)
      let faults = try store.upkeep.verify().faults
      #expect(faults.isEmpty)
    }
  }

  private func throwsDenied(_ body: () throws -> Void) throws -> Denial? {
    do { try body() } catch StoreError.denied(let denial) { return denial }
    return nil
  }

  /// Another law came over midnight: the dossier has the version of the day on its paper, and its hash.
  @Test(arguments: [0, 1]) func theVersionIsThatOfThePapersDay(day: Int) throws {
    let first = Self.morning.civilDate
    var version = try #require(Catalogue.starter.version(of: OfficeFixture.certifiedCopy, on: first))
    (version.rules, version.timeLimit, version.validFrom) = (.none, .workingDays(7), .known(first.adding(days: 1)))
    version.standing = .inForce
    try screen(at: 6) {
      try $0.decisions.perform(.setProcedure(version), by: fixture.head.id, at: Self.at(6), isConfirmed: true)
    }
    try screen(at: 1440) { store in
      try expectTaken(store, paper: Self.at(day == 0 ? 60 : 1445), now: 1450)
      let row = try #require(try store.queue.findByCode(Self.code(1), viewer: fixture.headViewer).first)
      let dossier = try #require(try store.queue.card(row.id, viewer: fixture.headViewer)?.dossier)
      let isNew = dossier.procedure.versionHash == contentHash(version.canonicalText)
      #expect(isNew == (day == 1) && !dossier.procedure.versionHash.isEmpty)
    }
  }

  /// Whoever is asked for the last number looks at the last receipt that was handed over, not into the drawer.
  @Test func theLastNumberIsThatOfAReceipt() throws {
    let data = DataOnDisk(folder: fixture.folder)
    var store = try LocalStore(folder: fixture.folder, access: .readWrite)
    _ = try store.begin(at: Self.at(10))
    _ = try store.decisions.printBlanks(2, by: fixture.reception.id, at: Self.at(11))
    let image = try data.image()
    store.close()
    try data.putBack(image)
    store = try LocalStore(folder: fixture.folder, access: .readWrite)
    defer { store.close() }
    _ = try store.begin(at: Self.at(20))
    let act = Act(dossier: fixture.newID(), commands: [.receive(fixture.form())])
    let outcome = try store.decisions.perform([act], by: fixture.reception.id, at: Self.at(21)).first
    guard case .denied(_, .lastNumberUnknown(recorded: 4)) = outcome else {
      Issue.record("\(String(describing: outcome))")
      return
    }
    try store.decisions.enterLastPrinted(4, on: Self.morning.civilDate)
    let row = try fixture.done(store.decisions.perform([act], by: fixture.reception.id, at: Self.at(22)))
    #expect(row.code.text == Self.code(7))
  }
}

extension LocalStore {
  /// The fixture's data, opened as the program opens them.
  fileprivate static func reopened(_ fixture: OfficeFixture) throws -> LocalStore {
    fixture.store.close()
    return try LocalStore(folder: fixture.folder, access: .readWrite)
  }
}
