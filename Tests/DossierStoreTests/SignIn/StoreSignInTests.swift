import DossierDomain
import Testing

@testable import DossierStore

@Suite("Signing in at the desk")
struct StoreSignInTests {
  let now = OfficeFixture.morning

  @Test func theFirstPINIsChosenAndNobodySetsAnothersAgain() throws {
    let office = try OfficeFixture()
    let clerk = office.reception
    #expect(try office.store.signIn(clerk.id, secret: "1", at: now) == .needsNewPIN(clerk))
    #expect(try office.store.setFirstPIN(of: clerk.id, secret: "12", at: now) == .pinTooWeak)
    #expect(try office.store.setFirstPIN(of: clerk.id, secret: "246813", at: now) == .accepted(clerk))
    #expect(throws: StoreError.self) { try office.store.setFirstPIN(of: clerk.id, secret: "111111", at: now) }
    #expect(try office.store.signIn(clerk.id, secret: "111111", at: now) == .wrong(triesSoFar: 1, waitUntil: nil))
    #expect(try office.store.signIn(clerk.id, secret: "246813", at: now) == .accepted(clerk))
    try office.store.forgetPIN(of: clerk.id)
    #expect(try office.store.signIn(clerk.id, secret: "246813", at: now) == .needsNewPIN(clerk))
  }
}
