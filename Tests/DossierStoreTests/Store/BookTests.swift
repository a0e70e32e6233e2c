import DossierDomain
import ExchangeModel
import Testing

@testable import DossierStore

/// Numbers without gaps: one machine holds a book, and no machine gives out numbers if it might not be the only one.
@Suite struct BookTests {
  private let id = BookID(high: 3, low: 3)

  private func take(_ store: LocalStore, last: Int, isHeld: Bool, returned: Bool = false) throws {
    try store.write { db in
      try BookTable.take(
        db, [BookGrant(book: id, name: "SCT/BS", lastNumber: last, isHeld: isHeld)], returned: returned ? [id] : []
      )
    }
  }

  private func holding(_ store: LocalStore) throws -> RegisterBook.Holding? { try store.books.all().first?.holding }

  @Test func aBookIsHeldFromTheGrantUntilItIsGivenBack() throws {
    let office = try OfficeFixture()
    let store = office.store
    // The fixture removes its folder when it is released.
    defer { withExtendedLifetime(office) {} }
    try take(store, last: 41, isHeld: false)
    #expect(try store.books.want(id) == .wanted)
    try take(store, last: 41, isHeld: false)
    #expect(try holding(store) == .wanted)
    try take(store, last: 41, isHeld: true)
    #expect(try holding(store) == .held)
    #expect(try store.books.all().first?.lastNumber == 41)
    #expect(try store.books.giveBack(id) == .returning)
    // This is the answer to a request that was sent before, so the book is still being given back.
    try take(store, last: 41, isHeld: true)
    #expect(try holding(store) == .returning)
    try take(store, last: 41, isHeld: false, returned: true)
    #expect(try holding(store) == .elsewhere)
  }

  @Test func aRestoredDeskKeepsItsBookClosedUntilTheLastNumberOnPaperIsEntered() throws {
    let office = try OfficeFixture()
    let store = office.store
    // The fixture removes its folder when it is released.
    defer { withExtendedLifetime(office) {} }
    try take(store, last: 10, isHeld: true)
    try store.exchange.beginNewLife(at: OfficeFixture.morning)
    #expect(try holding(store) == .closed)
    try take(store, last: 10, isHeld: true)
    #expect(try holding(store) == .closed)
    #expect(try store.books.reopen(id, lastNumber: 14) == .held)
    #expect(try store.books.all().first?.lastNumber == 14)
  }
}
