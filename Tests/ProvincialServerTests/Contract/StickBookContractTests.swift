import DossierDomain
import DossierStore
import ExchangeModel
import SyncClient
import Testing

@testable import ProvincialServer

/// The register books of an office at a desk without a connection.
@Suite("Books by stick") struct StickBookContractTests {
  private static let names = ["Sổ chứng thực", "Sổ hộ tịch"]

  /// What both sides know of the books.
  private struct Books: Equatable {
    var desk: [RegisterBook.Holding]
    var numbers: [Int]
    var holders: [Bool]
    var last: [Int]

    init(_ desk: StoredDesk, _ province: TestProvince) throws {
      let here = try desk.store.books.all()
      let there = try province.administration.books(of: province.office.id)
      self.desk = here.map(\.holding)
      numbers = here.map(\.lastNumber)
      holders = there.map { $0.holder == desk.enrolment.device }
      last = there.map(\.lastNumber)
    }
  }

  /// The states after each step: two books are wanted, one is at another machine first, then both are given back.
  private func course(
    _ kind: StoreKind, _ exchange: (StoredDesk, TestProvince) throws -> Void
  ) throws -> [Books] {
    let province = try TestProvince(kind)
    for name in Self.names {
      _ = try province.administration.createBook(
        named: name, in: province.office.id, lastNumber: 41, at: province.now)
    }
    let desk = try StoredDesk(province, number: 9)
    defer { desk.remove() }
    var states: [Books] = []
    func step() throws {
      try exchange(desk, province)
      states.append(try Books(desk, province))
    }
    try step()
    let books = try desk.store.books.all()
    try #require(books.count == 2)
    var other = try province.desk()
    func tell(_ number: Int, wanted: Bool) throws {
      try other.exchange(province) {
        $0.books = [BookState(book: books[1].id, lastNumber: number, isWanted: wanted, isReturned: !wanted)]
      }
    }
    try tell(0, wanted: true)
    for book in books { _ = try desk.store.books.want(book.id) }
    try step()
    try tell(57, wanted: false)
    try step()
    // A life that begins closes the book until its last number on paper is entered.
    try desk.store.exchange.beginNewLife(at: province.now)
    try step()
    _ = try desk.store.books.reopen(books[0].id, lastNumber: 46)
    _ = try desk.store.books.reopen(books[1].id, lastNumber: 60)
    try step()
    for book in books { _ = try desk.store.books.giveBack(book.id) }
    try step()
    try step()
    return states
  }

  @Test(arguments: StoreKind.allCases) func aStickCarriesWhatAConnectionDoes(_ kind: StoreKind) throws {
    let online = try course(kind) { desk, province in
      let failure = try desk.exchange(province)
      #expect(failure == nil)
    }
    let byStick = try course(kind) { desk, province in _ = try desk.exchangeByStick(province) }
    #expect(byStick == online)
    #expect(online[1].desk == [.held, .wanted] && online[2].desk == [.held, .held])
    #expect(online[3].desk == [.closed, .closed])
    #expect(online.last?.holders == [false, false] && online.last?.last == [46, 60])
  }

  /// A file that gives a book back arrives when the desk has got the book once more and gives out its numbers.
  @Test(arguments: StoreKind.allCases) func aLateFileDoesNotTakeABookAway(_ kind: StoreKind) throws {
    var province = try TestProvince(kind)
    let book = try province.administration.createBook(
      named: Self.names[0], in: province.office.id, lastNumber: 41, at: province.now)
    let desk = try StoredDesk(province, number: 9)
    defer { desk.remove() }
    func exchange() throws {
      province.now = province.now.adding(minutes: 1)
      #expect(try desk.exchange(province) == nil)
    }
    func holder() throws -> DeviceID? { try province.administration.books(of: province.office.id).first?.holder }
    try exchange()
    _ = try desk.store.books.want(book)
    try exchange()
    _ = try desk.store.books.giveBack(book)
    _ = try desk.export("late", province)
    try exchange()
    #expect(try holder() == nil)
    _ = try desk.store.books.want(book)
    try exchange()
    province.now = province.now.adding(minutes: 1)
    _ = try desk.answer("late", province)
    #expect(try holder() == desk.enrolment.device)
    _ = try desk.store.books.giveBack(book)
    try desk.exchangeByStick(province)
    #expect(try holder() == nil && desk.store.books.all().map(\.holding) == [.elsewhere])
  }

  /// An exchange that broke off after some answers is not recorded as one, but has moved the book since the file was
  /// written. Another desk may number in it when the answer to the file comes.
  @Test(arguments: StoreKind.allCases) func anAnswerBehindLaterOnesGivesNoBook(_ kind: StoreKind) throws {
    var province = try TestProvince(kind)
    let book = try province.administration.createBook(
      named: Self.names[0], in: province.office.id, lastNumber: 41, at: province.now)
    let desk = try StoredDesk(province, number: 9)
    defer { desk.remove() }
    func exchange() throws {
      province.now = province.now.adding(minutes: 1)
      #expect(try desk.exchange(province) == nil)
    }
    try exchange()
    _ = try desk.store.books.want(book)
    _ = try desk.export("old", province)
    province.now = province.now.adding(minutes: 1)
    let answer = try desk.answer("old", province)
    try exchange()
    #expect(try desk.store.books.all().map(\.holding) == [.held])
    _ = try desk.store.books.giveBack(book)
    try exchange()
    #expect(try province.administration.books(of: province.office.id).first?.holder == nil)
    #expect(throws: DeskBundles.Fault.outdated) { try desk.take(answer, province) }
    #expect(try desk.store.books.all().map(\.holding) == [.elsewhere])
    // The next file works as ever.
    try desk.exchangeByStick(province)
  }
}
