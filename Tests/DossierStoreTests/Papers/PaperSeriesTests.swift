import DossierDomain
import Foundation
import OfficeWork
import Testing

@testable import DossierStore

/// No number of a paper is given twice, whatever happens to the data.
@Suite("Numbers of papers") struct PaperSeriesTests {
  private func number(
    _ fixture: OfficeFixture, _ id: DossierID, _ store: LocalStore, at now: Instant = OfficeFixture.morning
  ) throws -> PaperNumber {
    try #require(try fixture.issue(id, in: store, at: now).paper).number
  }

  @Test func theyGoOnInTheYearAndBeginAnewInTheNext() throws {
    let office = try OfficeFixture()
    let id = try office.receive().id
    let year = 366 * 1440
    let numbers = try [0, 1, year, year + 1].map {
      try number(office, id, office.store, at: OfficeFixture.morning.adding(minutes: $0))
    }
    #expect(numbers.map(\.count) == [1, 2, 1, 2] && numbers.map(\.year) == [2026, 2026, 2027, 2027])
    #expect(numbers[0].series == numbers[1].series && numbers[2].series == numbers[3].series)
    // The clock goes back to the right year.
    #expect(try number(office, id, office.store).text == "3/2026-" + numbers[0].series.text)
  }

  /// A machine without a battery starts in 1970.
  @Test func aYearThatNoPaperNamesIsTheClocksFault() throws {
    let office = try OfficeFixture()
    let id = try office.receive().id
    let outcome = try office.issue(id, in: office.store, at: Instant(milliseconds: 60_000))
    guard case .denied(.clockDoubtful(.earlier)) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(try number(office, id, office.store).count == 1)
  }

  @Test func aProgramThatWasKilledGivesNoNumberTwice() throws {
    let office = try OfficeFixture()
    let id = try office.receive().id
    let first = try number(office, id, office.store)
    let killed = office.folder + "-killed"
    defer { try? FileManager.default.removeItem(atPath: killed) }
    try FileManager.default.copyItem(atPath: office.folder, toPath: killed)
    let store = try LocalStore(folder: killed, access: .readWrite)
    let second = try number(office, id, store)
    #expect(second != first)
    #expect(try store.papers.toPrint().map(\.number) == [first, second])
  }

  @Test func aCopyHasASeriesOfItsOwn() throws {
    let office = try OfficeFixture()
    _ = try office.store.recogniseCopy(at: OfficeFixture.morning)
    let id = try office.receive().id
    _ = try number(office, id, office.store)
    let folder = office.folder + "-copy"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(atPath: office.folder, toPath: folder)
    let copy = try LocalStore(folder: folder, access: .readWrite)
    #expect(try copy.recogniseCopy(at: OfficeFixture.morning))
    #expect(try number(office, id, copy).series != number(office, id, office.store).series)
  }

  @Test func aRestoredOfficeHasASeriesOfItsOwnAndItsPages() throws {
    let office = try OfficeFixture()
    let (target, bare) = (try office.elsewhere("usb"), office.folder + "-bare")
    defer { for folder in [target, bare] { try? FileManager.default.removeItem(atPath: folder) } }
    let id = try office.receive().id
    let paper = try #require(try office.issue(id).paper)
    let copy = try office.store.backups.make(to: target, at: OfficeFixture.morning)
    let after = try number(office, id, office.store)
    let key = try RecoveryKey(text: office.store.backups.recoveryKey().text)
    _ = try BackupStore.restore(
      from: copy.path, recoveryKey: key, into: bare, at: OfficeFixture.morning.adding(minutes: 9))
    let restored = try LocalStore(folder: bare, access: .readWrite)
    #expect(try restored.papers.toPrint().map(\.state) == [.doubtful])
    #expect(try number(office, id, restored).series != after.series)
    #expect(try restored.papers.page(of: paper) == OfficeFixture.page(paper.number))
  }

  /// They may have been printed since, so that nothing of them goes to a printer by itself.
  @Test func aNewLifeDoesNotKnowWhatWasPrinted() throws {
    let office = try OfficeFixture()
    let id = try office.receive().id
    let papers = try (0..<3).map { _ in try number(office, id, office.store) }
    let (store, now) = (office.store.papers, OfficeFixture.morning)
    try store.note(.sent, of: papers[1], job: PrintJobID(queue: "Canon", number: 1, title: papers[1].jobTitle), at: now)
    try store.note(.printed, of: papers[2], at: now)
    try office.store.exchange.beginNewLife(at: now)
    #expect(
      try papers.map { try store.printing(of: $0) } == [.doubtful, .doubtful, .printed].map { PrintStanding($0) })
  }

  /// An image from earlier in the day knows fewer papers than were printed. Nobody is asked for the last one: the number of a code says
  /// nothing about papers.
  @Test func anImageThatWasPutBackHasASeriesOfItsOwn() throws {
    let office = try OfficeFixture()
    office.store.close()
    let data = DataOnDisk(folder: office.folder)
    func open() throws -> LocalStore {
      let store = try LocalStore(folder: office.folder, access: .readWrite)
      _ = try store.begin(at: OfficeFixture.morning)
      return store
    }
    var store = try open()
    let act = Act(dossier: office.newID(), commands: [.receive(office.form(days: 5))])
    _ = try store.decisions.perform([act], by: office.reception.id, at: OfficeFixture.morning)
    let first = try number(office, act.dossier, store)
    let image = try data.image()
    let second = try number(office, act.dossier, store)
    #expect(second.series == first.series)
    store.close()
    try data.putBack(image)
    store = try open()
    let third = try number(office, act.dossier, store)
    #expect(third.series != first.series && third.count == 1)
    let fourth = try number(office, act.dossier, store)
    #expect(fourth.series == third.series && fourth.count == 2)
  }

  /// Whatever settles the end first (a code's question, the province) settles nothing about papers.
  @Test func aSeriesDoesNotOutliveAnIrregularEndThatWasSettledOtherwise() throws {
    let office = try OfficeFixture()
    office.store.close()
    let data = DataOnDisk(folder: office.folder)
    func open() throws -> LocalStore {
      let store = try LocalStore(folder: office.folder, access: .readWrite)
      _ = try store.begin(at: OfficeFixture.morning)
      return store
    }
    var store = try open()
    let act = Act(dossier: office.newID(), commands: [.receive(office.form(days: 5))])
    _ = try store.decisions.perform([act], by: office.reception.id, at: OfficeFixture.morning)
    let first = try number(office, act.dossier, store)
    let image = try data.image()
    store.close()
    try data.putBack(image)
    store = try open()
    try store.decisions.enterLastPrinted(1, on: OfficeFixture.morning.civilDate)
    store.close()
    store = try open()
    #expect(try number(office, act.dossier, store).series != first.series)
  }
  /// A technician sets up one machine, shuts it down and writes its disk onto others. Nothing in the data tells them apart, and no
  /// province is asked.
  @Test func anImageOfAMachineThatWasShutDownStartsSeriesOfItsOwn() throws {
    let office = try OfficeFixture()
    let id = try office.receive().id
    let first = try number(office, id, office.store)
    office.store.close()
    func next(_ store: LocalStore, start: String) throws -> PaperNumber {
      var papers = store.papers
      papers.startOfMachine = { start }
      let order = PaperOrder(form: try #require(OfficeFixture.receipt), template: "1")
      let outcome = try papers.issue(order, for: id, by: office.reception.id, at: OfficeFixture.morning) {
        OfficeFixture.page($0)
      }
      return try #require(outcome.paper).number
    }
    let copies = [office.folder + "-one", office.folder + "-two"]
    defer { for copy in copies { try? FileManager.default.removeItem(atPath: copy) } }
    let stores = try copies.map { copy in
      try FileManager.default.copyItem(atPath: office.folder, toPath: copy)
      return try LocalStore(folder: copy, access: .readWrite)
    }
    let (one, two) = (try next(stores[0], start: "one"), try next(stores[1], start: "two"))
    #expect(one != two && Set([first, one, two].map(\.series)).count == 3)
    #expect([first, one, two].map(\.count) == [1, 2, 2])
    // Within one start the series goes on, also after the program was left and opened again.
    stores[0].close()
    let again = try next(LocalStore(folder: copies[0], access: .readWrite), start: "one")
    #expect(again.series == one.series && again.count == 3)
  }
}
