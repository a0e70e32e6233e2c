import Crypto
import DossierDomain
import ExchangeModel
import Foundation
import GRDB
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

/// A clerk's key, and the statements that it signs about her entries.
@Suite("Who wrote it, at the desk")
struct SessionTests {
  let now = OfficeFixture.morning

  private func proofs(_ store: LocalStore) throws -> [AuthoredSpan.Proof: Int] {
    var counts: [AuthoredSpan.Proof: Int] = [:]
    for span in try store.upkeep.authorship().spans { counts[span.proof, default: 0] += span.entries }
    return counts
  }

  @Test func whatSheWritesBetweenSignInAndLockIsSigned() throws {
    let office = try OfficeFixture()
    try office.receive()
    _ = try office.store.signIn.setPIN(of: office.reception.id, secret: "246813", at: now)
    try office.receive("Hồ Văn Hai")
    try office.perform(
      .note("của người khác"), on: try #require(office.store.queue.page(office.query(.all)).rows.first).id)
    try office.receive("Hồ Văn Ba")
    try office.store.signIn.signOut(office.reception.id)
    let spans = try office.store.upkeep.authorship().spans.filter { $0.proof == .clerk }
    #expect(spans.map(\.clerk) == [office.reception.id])
    #expect(spans.map(\.entries) == [2])
    // No entry is signed in a clerk's name while she is signed out.
    try office.receive("Hồ Văn Tư")
    try office.store.signIn.signOut(office.reception.id)
    #expect(try proofs(office.store)[.clerk] == 2)
    #expect(try office.store.upkeep.authorship().wrong.isEmpty)
  }

  /// The program was killed. The clerk's entries are signed when she next locks this machine.
  @Test func aSessionThatWasCutOffIsSignedAtHerNextOne() throws {
    let office = try OfficeFixture()
    _ = try office.store.signIn.setPIN(of: office.reception.id, secret: "246813", at: now)
    try office.receive()
    office.store.close()
    let again = try LocalStore(folder: office.folder, access: .readWrite, random: OfficeFixture.numbers())
    #expect(try proofs(again)[.clerk] == nil)
    #expect(try again.signIn.attempt(office.reception.id, secret: "246813", at: now) == .accepted(office.reception))
    try again.signIn.signOut(office.reception.id)
    #expect(try proofs(again)[.clerk] == 1)
  }

  /// Important acts for which the PIN was asked again are marked in the clerk's statement.
  @Test func whatWasConfirmedIsMarked() throws {
    let office = try OfficeFixture()
    let head = office.head.id
    _ = try office.store.signIn.setPIN(of: head, secret: "246813", at: now)
    let row = try office.receive()
    let struck = Act(dossier: row.id, commands: [.void(reason: "Nhầm")])
    let note = Act(dossier: row.id, commands: [.note("Ghi chú")])
    _ = try office.store.decisions.perform([note], by: head, at: now, isConfirmed: true)
    _ = try office.store.decisions.perform([struck], by: head, at: now, isConfirmed: true)
    try office.store.signIn.signOut(head)
    let spans = try office.store.upkeep.authorship().spans.filter { $0.proof == .clerk }
    #expect(spans.map(\.entries) == [2])
    #expect(spans.map(\.confirmed) == [1])
  }

  @Test func onlyHerPINOpensHerKey() throws {
    let office = try OfficeFixture()
    _ = try office.store.signIn.setPIN(of: office.reception.id, secret: "246813", at: now)
    _ = try office.store.signIn.setPIN(of: office.head.id, secret: "135792", at: now)
    let rows = try office.store.read { try Row.fetchAll($0, sql: "SELECT wrapped_key, public_key FROM sign_in") }
    #expect(Set(rows.map { $0[1] as Data }).count == 2)
    #expect(rows.allSatisfy { ($0[0] as Data).count == ClerkCredential.wrappedLength })
    // Her row contains somebody else's key, so it cannot be decrypted. She is signed in, and only the machine's key
    // signs.
    try office.store.write { db in
      try db.execute(
        sql: """
          UPDATE sign_in SET (wrapped_key, public_key) = (SELECT wrapped_key, public_key FROM sign_in WHERE clerk = ?2)
          WHERE clerk = ?1
          """, arguments: [Data(office.reception.id.bytes), Data(office.head.id.bytes)])
    }
    try office.store.signIn.signOut(office.reception.id)
    #expect(
      try office.store.signIn.attempt(office.reception.id, secret: "246813", at: now) == .accepted(office.reception))
    try office.receive()
    try office.store.signIn.signOut(office.reception.id)
    #expect(try proofs(office.store)[.clerk] == nil)
  }

  @Test func anotherPINKeepsHerKey() throws {
    let office = try OfficeFixture()
    let id = office.reception.id
    _ = try office.store.signIn.setPIN(of: id, secret: "246813", at: now)
    let first = try office.store.write { try SignIn.credential($0, id) }
    #expect(
      try office.store.signIn.setPIN(of: id, secret: "135792", replacing: "000000", at: now)
        == .wrong(triesSoFar: 1, waitUntil: nil))
    #expect(try office.store.signIn.setPIN(of: id, secret: "246813", replacing: "246813", at: now) == .pinTooWeak)
    #expect(
      try office.store.signIn.setPIN(of: id, secret: "135792", replacing: "246813", at: now)
        == .accepted(office.reception))
    let second = try office.store.write { try SignIn.credential($0, id) }
    #expect(first?.key == second?.key)
    #expect(first?.wrappedKey != second?.wrappedKey)
    #expect(second?.isSigned(office: office.office.id) == true)
    #expect(try office.store.signIn.attempt(id, secret: "135792", at: now) == .accepted(office.reception))
  }

  /// A PIN of four digits, or one that the province's administrator chose, is correct but has to be changed.
  @Test func aPINThatIsTooShortOrNotHersIsChangedAtTheNextSignIn() throws {
    let office = try OfficeFixture()
    let (id, head) = (office.reception.id, office.head.id)
    try EarlierPIN.set("2468", of: id, in: office.store)
    try office.store.write { db in
      let given = try PINVerifier.make(secret: "111222")
      try SignIn.take(
        db, ClerkCredential(clerk: head, salt: given.salt, digest: given.digest, isInitial: true))
    }
    #expect(try office.store.signIn.attempt(id, secret: "2468", at: now) == .mustChangePIN(office.reception, .tooShort))
    #expect(try office.store.signIn.attempt(id, secret: "2469", at: now) == .wrong(triesSoFar: 1, waitUntil: nil))
    #expect(
      try office.store.signIn.setPIN(of: id, secret: "246813", replacing: "2468", at: now)
        == .accepted(office.reception))
    #expect(
      try office.store.signIn.attempt(head, secret: "111222", at: now) == .mustChangePIN(office.head, .chosenByOthers))
    #expect(
      try office.store.signIn.setPIN(of: head, secret: "135792", replacing: "111222", at: now) == .accepted(office.head)
    )
    #expect(try office.store.signIn.attempt(head, secret: "135792", at: now) == .accepted(office.head))
  }

  /// A PIN of six digits without a key, as an earlier version left it, gets its key with the first sign-in.
  @Test func anEarlierPINGetsItsKeyWhenItIsUsed() throws {
    let office = try OfficeFixture()
    let id = office.reception.id
    try EarlierPIN.set("246813", of: id, in: office.store)
    let digest = try office.store.write { try SignIn.credential($0, id)?.digest }
    #expect(try office.store.signIn.attempt(id, secret: "246813", at: now) == .accepted(office.reception))
    let credential = try office.store.write { try SignIn.credential($0, id) }
    #expect(credential?.digest == digest)
    #expect(credential?.key != nil)
  }

  @Test func whoMayNotSignInHereIsToldSoAndNothingOfHersStays() throws {
    let office = try OfficeFixture()
    let id = office.reception.id
    _ = try office.store.signIn.setPIN(of: id, secret: "246813", at: now)
    try office.store.write { try MachineClerkTable.replace($0, .only([office.head.id])) }
    #expect(throws: StoreError.denied(.machineNotHers)) {
      try office.store.signIn.attempt(id, secret: "246813", at: now)
    }
    #expect(try office.store.write { try SignIn.credential($0, id) } == nil)
    try office.store.write { try MachineClerkTable.replace($0, .everybody) }
    #expect(try office.store.signIn.attempt(id, secret: "246813", at: now) == .needsNewPIN(office.reception))
  }

  /// A province of version 0.2 knows PINs and no signatures: the statements wait until it is upgraded.
  @Test func anOlderProvinceSetsPINsAndIsToldNothingForGood() throws {
    let office = try OfficeFixture()
    try office.enrol()
    _ = try office.store.signIn.setPIN(of: office.reception.id, secret: "246813", at: now)
    try office.receive()
    try office.store.signIn.signSessions()
    let outgoing = try office.store.exchange.outgoing(mostEntries: 1000, mostBytes: 1 << 20, today: now.civilDate)
    try office.store.exchange.markSent(outgoing.ownCount, outgoing.request.statements)
    let verifier = try PINVerifier.make(secret: "135792")
    try office.exchange(
      credentials: [ClerkCredential(clerk: office.head.id, salt: verifier.salt, digest: verifier.digest)],
      signaturesThrough: nil)
    #expect(try office.store.signIn.attempt(office.head.id, secret: "135792", at: now) == .accepted(office.head))
    let later = try office.store.exchange.outgoing(mostEntries: 1000, mostBytes: 1 << 20, today: now.civilDate)
    #expect(later.request.statements == outgoing.request.statements)
    #expect(later.request.credentials.map(\.clerk).contains(office.reception.id))
  }

  /// At a desk of a province only the province removes PINs.
  @Test func aDeskOfTheProvinceForgetsNoPINByItself() throws {
    let office = try OfficeFixture()
    try office.enrol()
    _ = try office.store.signIn.setPIN(of: office.reception.id, secret: "246813", at: now)
    #expect(throws: StoreError.denied(.pinIsTheProvinces)) {
      try office.store.signIn.forgetPIN(of: office.reception.id, at: now)
    }
  }

  @Test func whatTheProvinceResetsIsChosenAnew() throws {
    let office = try OfficeFixture()
    let id = office.reception.id
    _ = try office.store.signIn.setPIN(of: id, secret: "246813", at: now)
    // A credential that was not sent yet is newer than the province's.
    try office.store.write { try SignIn.take($0, ClerkCredential(clerk: id, salt: [], digest: [])) }
    #expect(try office.store.signIn.attempt(id, secret: "246813", at: now) == .accepted(office.reception))
    try office.store.write { db in
      for credential in try SignIn.untold(db, limit: 10) { try SignIn.markTold(db, credential) }
      try SignIn.take(db, ClerkCredential(clerk: id, salt: [], digest: []))
    }
    #expect(try office.store.signIn.attempt(id, secret: "246813", at: now) == .needsNewPIN(office.reception))
  }

  @Test func aStatementIsToldOnceItsEntriesAreKnownAndAgainAfterARestore() throws {
    let office = try OfficeFixture()
    try office.enrol()
    _ = try office.store.signIn.setPIN(of: office.reception.id, secret: "246813", at: now)
    for number in 0..<4 { try office.receive("Hồ Văn \(number)") }
    try office.store.signIn.signSessions()
    func outgoing(_ most: Int) throws -> Outgoing {
      try office.store.exchange.outgoing(mostEntries: most, mostBytes: 1 << 20, today: now.civilDate)
    }
    #expect(try outgoing(2).request.statements.isEmpty)
    let all = try outgoing(1000)
    #expect(all.request.statements.count == 1)
    #expect(all.request.credentials.map(\.clerk) == [office.reception.id])
    try office.store.exchange.markSent(all.ownCount, all.request.statements)
    try office.exchange()
    #expect(try outgoing(1000).request.statements.isEmpty)
    // Later entries get another statement.
    try office.receive()
    try office.store.signIn.signSessions()
    #expect(try outgoing(1000).request.statements.map(\.first) == [all.request.statements[0].last + 1])
  }
}
