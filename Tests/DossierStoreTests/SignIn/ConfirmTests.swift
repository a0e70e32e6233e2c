import DossierDomain
import OfficeWork
import Testing

@testable import DossierStore

@Suite("The PIN once more")
struct ConfirmTests {
  private let now = OfficeFixture.morning

  @Test func wrongPINsCountWithThoseOfTheSignIn() throws {
    let office = try OfficeFixture()
    let (store, clerk) = (office.store, office.reception)
    #expect(try store.signIn.confirm(clerk.id, secret: "246813", at: now) == .needsNewPIN)
    _ = try store.signIn.setPIN(of: clerk.id, secret: "246813", replacing: nil, at: now)
    #expect(try store.signIn.confirm(clerk.id, secret: "246813", at: now) == .right)
    #expect(try store.signIn.confirm(clerk.id, secret: "111111", at: now) == .wrong(triesSoFar: 1, waitUntil: nil))
    #expect(try store.signIn.attempt(clerk.id, secret: "111111", at: now) == .wrong(triesSoFar: 2, waitUntil: nil))
    let until = Instant(milliseconds: now.milliseconds + 5000)
    #expect(try store.signIn.confirm(clerk.id, secret: "111111", at: now) == .wrong(triesSoFar: 3, waitUntil: until))
    #expect(try store.signIn.confirm(clerk.id, secret: "246813", at: now) == .mustWait(until: until))
    #expect(try store.signIn.attempt(clerk.id, secret: "246813", at: now) == .mustWait(until: until))
    #expect(try store.signIn.confirm(clerk.id, secret: "246813", at: until) == .right)
    #expect(try store.signIn.confirm(clerk.id, secret: "111111", at: until) == .wrong(triesSoFar: 1, waitUntil: nil))
  }
}
