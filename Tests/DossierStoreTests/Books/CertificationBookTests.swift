import DossierDomain
import GRDB
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

/// The numbers of a certification book: without gaps, and never given twice by one desk.
@Suite struct CertificationBookTests {
  private let office: OfficeFixture
  private var store: LocalStore { office.store }
  private let signer = "Hồ Văn Nam"

  init() throws { office = try OfficeFixture() }

  static func form(_ papers: [String]) -> ReceptionForm {
    var form = ReceptionForm(
      procedureCode: OfficeFixture.certifiedCopy, owner: Person(name: "Hồ Thị Mai"), components: [])
    form.certified = papers.map { CertifiedLine(paper: $0, pages: 2, copies: 30) }
    return form
  }

  private func open(_ last: Int? = nil, volume: Int? = nil, takesOver: Bool = false) throws(StoreError) -> OpenVolume {
    let form = BookOpeningForm(
      kind: .copies, year: 2026, volume: volume, lastOnPaper: last, takesOver: takesOver)
    return try store.decisions.openBook(form, by: office.head.id, at: OfficeFixture.morning)
  }

  /// A batch that was received.
  private func batch(_ papers: [String] = ["Bằng tốt nghiệp"]) throws -> DossierID {
    try office.perform(.receive(Self.form(papers)), on: office.newID(), by: office.reception).id
  }

  @discardableResult
  private func number(_ id: DossierID) throws -> [Int] {
    try office.perform(.sendToSigner(signer: signer), on: id, by: office.reception)
    return try #require(try office.dossier(id).standingNumbering).numbers
  }

  private func denial(of id: DossierID) throws -> Denial? {
    let act = Act(dossier: id, commands: [.sendToSigner(signer: signer)])
    let outcome = try store.decisions.perform([act], by: office.reception.id, at: OfficeFixture.morning).first
    if case .denied(_, let denial) = outcome { return denial }
    return nil
  }

  private func register() throws -> BookRegister {
    try #require(try store.books.register(of: .copies, 2026, viewer: office.headViewer))
  }

  @Test func aBatchTakesTheNextNumbersOfTheOpenBook() throws {
    #expect(try denial(of: batch()) == .book(.notOpen(.copies, year: 2026)))
    #expect(try open(14).lastNumber == 14)
    #expect(try number(batch(["Bằng tốt nghiệp", "Học bạ", "Bằng tốt nghiệp"])) == [15, 16, 15])
    #expect(try number(batch()) == [17])
    let register = try register()
    #expect(register.lines.map(\.number) == [15, 16, 17])
    #expect(register.lines.map(\.copies) == [60, 30, 30])
    #expect(register.lines.map(\.paper) == ["Bằng tốt nghiệp", "Học bạ", "Bằng tốt nghiệp"])
    #expect(register.lines.allSatisfy { $0.owner == "Hồ Thị Mai" && $0.signer == signer && $0.struck == nil })
    #expect(register.open.lastNumber == 17 && register.open.lastDate == OfficeFixture.morning.civilDate)
    #expect(register.onPaperOnly == [1...14] && register.missing.isEmpty && register.doubles.isEmpty)
  }

  @Test func allOrNothingOfAnActTakesItsNumbers() throws {
    _ = try open(0)
    let id = try batch()
    let act = Act(dossier: id, commands: [.sendToSigner(signer: signer), .note(" ")])
    let outcome = try store.decisions.perform([act], by: office.reception.id, at: OfficeFixture.morning).first
    #expect(outcome?.isDone == false)
    #expect(try store.books.volumes().map(\.lastNumber) == [0])
    #expect(try number(id) == [1])
  }

  @Test func twoBatchesOfOneActFollowEachOther() throws {
    _ = try open(0)
    let acts = try [batch(["Học bạ", "Hộ chiếu"]), batch()].map {
      Act(dossier: $0, commands: [.sendToSigner(signer: signer)])
    }
    let outcomes = try store.decisions.perform(acts, by: office.reception.id, at: OfficeFixture.morning)
    #expect(outcomes.map(\.isDone) == [true, true])
    #expect(try register().lines.map(\.number) == [1, 2, 3])
  }

  /// A paper may bear the number.
  @Test func whatWasUndoneOrMadeVoidStaysInTheBook() throws {
    _ = try open(0)
    let (undone, void) = (try batch(), try batch())
    try number(undone)
    _ = try store.decisions.undoLast(by: office.reception.id, at: OfficeFixture.morning)
    try number(void)
    try office.perform(.void(reason: "nhập nhầm"), on: void)
    #expect(try number(undone) == [3])
    #expect(try register().lines.map(\.struck) == [.undone, .void, nil])
    #expect(try register().missing.isEmpty)
    #expect(try store.upkeep.verify().faults == [])
  }

  @Test func theJournalAloneGivesTheBookAgain() throws {
    _ = try open(3)
    for papers in [["Học bạ"], ["Bằng tốt nghiệp", "Hộ chiếu"]] { try number(batch(papers)) }
    let before = try register()
    try store.upkeep.rebuild()
    #expect(try register() == before)
    #expect(try store.upkeep.verify().faults == [])
    try store.write { try $0.execute(sql: "UPDATE book_number SET copies = 31 WHERE number = 4") }
    #expect(try store.upkeep.verify().faults.count == 1)
  }

  @Test func theNextVolumeGoesOnWithTheNumbersOfTheYear() throws {
    _ = try open(0)
    try number(batch())
    #expect(throws: StoreError.denied(.book(.lastNumberKnown(1)))) { try open(1) }
    #expect(try open(volume: 2).volume.number == 2)
    #expect(try number(batch()) == [2])
    #expect(try register().lines.map(\.volume) == [1, 2])
    #expect(try register().onPaperOnly.isEmpty)
  }

  // MARK: Who holds it

  @Test func onlyAHeadOfDeskOpensABook() throws {
    let form = BookOpeningForm(kind: .copies, year: 2026, lastOnPaper: 0)
    #expect(throws: StoreError.denied(.roleMissing(Clerk.Role.running))) {
      try store.decisions.openBook(form, by: office.reception.id, at: OfficeFixture.morning)
    }
    #expect(try store.books.volumes().isEmpty)
  }

  @Test func anotherLifeNumbersNothingUntilTheLastNumberOnPaperIsSaid() throws {
    _ = try open(0)
    try number(batch())
    try store.exchange.beginNewLife(at: OfficeFixture.morning)
    let id = try batch()
    #expect(try denial(of: id) == .book(.closed(.copies, lastKnown: 1)))
    #expect(throws: StoreError.denied(.book(.closed(.copies, lastKnown: 1)))) { try open() }
    #expect(try open(4).lastNumber == 4)
    #expect(try number(id) == [5])
    #expect(try register().onPaperOnly == [2...4])
  }

  /// One machine holds a book at a time: the one that opened it last.
  @Test func aBookThatAnotherMachineHasOpenedIsNotNumberedIn() throws {
    _ = try open(0)
    try number(batch())
    try office.enrol()
    let volume = try #require(try store.books.volumes().first?.volume)
    let opening = try #require(BookOpening(volume: volume, lastOnPaper: 1))
    try exchange([entry(.office(.openBook(opening)), about: nil)])
    // The own opening got its place behind that of the other machine.
    #expect(try store.books.volumes().map(\.holding) == [.held])
    try exchange([entry(.office(.openBook(opening)), about: nil, epoch: 78)])
    #expect(try store.books.volumes().map(\.holding) == [.elsewhere])
    let id = try batch()
    #expect(try denial(of: id) == .book(.notHeld(.copies)))
    #expect(try open(2, takesOver: true).lastNumber == 2)
    #expect(try number(id) == [3])
  }

  /// Nobody could know: the double is listed, and moves no number here.
  @Test func aNumberThatAnotherMachineUsedTooIsListed() throws {
    _ = try open(0)
    try number(batch())
    let (twice, far) = (try batch(), try batch())
    try office.enrol()
    let volume = try #require(try store.books.volumes().first?.volume)
    let foreign = try [(twice, 1, 77), (far, 900, 78)].map { id, number, epoch in
      let numbering = try #require(
        Numbering(volume: volume, date: OfficeFixture.morning.civilDate, numbers: [number], signer: signer))
      return try entry(.dossier(.sendToSigner(numbering)), about: id, epoch: UInt64(epoch))
    }
    // Their dossiers have places before the entries of the other machines.
    try exchange()
    try exchange(foreign)
    #expect(try register().doubles == [1])
    #expect(try register().lines.map(\.number) == [1, 1, 900])
    #expect(try number(batch()) == [2])
  }

  /// With a province whose other machines can read everything.
  private func exchange(_ foreign: [[UInt8]] = []) throws {
    try office.exchange(foreign: foreign)
    try store.write { try MachinesReading.keep($0, OfficeReads(content: .own)) }
  }

  private func entry(_ content: EntryContent, about id: DossierID?, epoch: UInt64 = 77) throws -> [UInt8] {
    try EntryFormat.encode(
      Entry(
        reference: EntryReference(epoch: DeviceEpoch(high: 77, low: epoch), sequence: 1), previousHash: [],
        clerk: office.head.id, at: OfficeFixture.morning, dossier: id, base: 0, content: content))
  }
}

/// After an end that was not an ordinary one, papers may carry numbers that the data do not know.
@Suite struct DoubtfulBookTests {
  private let fixture: OfficeFixture
  private let data: DataOnDisk

  init() throws {
    fixture = try OfficeFixture()
    fixture.store.close()
    data = DataOnDisk(folder: fixture.folder)
  }

  private func open() throws -> LocalStore {
    let store = try LocalStore(folder: fixture.folder, access: .readWrite)
    _ = try store.begin(at: OfficeFixture.morning)
    return store
  }

  private func number(_ store: LocalStore) throws -> ActOutcome {
    let act = Act(
      dossier: fixture.newID(),
      commands: [.receive(CertificationBookTests.form(["Học bạ"])), .sendToSigner(signer: "Hồ Văn Nam")])
    return try #require(try store.decisions.perform([act], by: fixture.reception.id, at: OfficeFixture.morning).first)
  }

  private func open(_ store: LocalStore, last: Int) throws {
    let form = BookOpeningForm(kind: .copies, year: 2026, lastOnPaper: last)
    try store.decisions.openBook(form, by: fixture.head.id, at: OfficeFixture.morning)
  }

  /// The last printed receipt says nothing of a book.
  @Test func anImageOfARunningDayAsksForTheLastNumberInTheBookToo() throws {
    var store = try open()
    try open(store, last: 0)
    #expect(try number(store).isDone)
    let image = try data.image()
    #expect(try number(store).isDone)
    store.close()
    try data.putBack(image)
    store = try open()
    try store.decisions.enterLastPrinted(2, on: OfficeFixture.morning.civilDate)
    guard case .denied(_, .book(.closed(.copies, lastKnown: 1))) = try number(store) else {
      Issue.record("a number was given")
      return
    }
    // The question stays after an ordinary end.
    store.close()
    store = try open()
    #expect(try store.books.volumes().map(\.holding) == [.closed])
    try open(store, last: 2)
    #expect(try number(store).isDone)
    #expect(try store.books.volumes().map(\.lastNumber) == [3])
    store.close()
  }

  @Test func afterAnOrdinaryEndNumbersGoOn() throws {
    var store = try open()
    try open(store, last: 0)
    for last in 1...2 {
      #expect(try number(store).isDone)
      #expect(try store.books.volumes().map(\.lastNumber) == [last])
      store.close()
      store = try open()
    }
    store.close()
  }
}
