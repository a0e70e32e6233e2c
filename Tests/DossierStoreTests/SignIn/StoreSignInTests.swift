import DossierDomain
import Foundation
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

@Suite("Signing in at the desk")
struct StoreSignInTests {
  let now = OfficeFixture.morning

  @Test func theFirstPINIsChosenAndNobodySetsAnothersAgain() throws {
    let office = try OfficeFixture()
    let clerk = office.reception
    #expect(try office.store.signIn.attempt(clerk.id, secret: "1", at: now) == .needsNewPIN(clerk))
    #expect(try office.store.signIn.setPIN(of: clerk.id, secret: "12", replacing: nil, at: now) == .pinTooWeak)
    #expect(try office.store.signIn.setPIN(of: clerk.id, secret: "246813", replacing: nil, at: now) == .accepted(clerk))
    #expect(throws: StoreError.self) {
      try office.store.signIn.setPIN(of: clerk.id, secret: "111111", replacing: nil, at: now)
    }
    #expect(
      try office.store.signIn.attempt(clerk.id, secret: "111111", at: now) == .wrong(triesSoFar: 1, waitUntil: nil))
    #expect(try office.store.signIn.attempt(clerk.id, secret: "246813", at: now) == .accepted(clerk))
    try office.store.signIn.forgetPIN(of: clerk.id, at: now)
    #expect(try office.store.signIn.attempt(clerk.id, secret: "246813", at: now) == .needsNewPIN(clerk))
  }

  /// The sign-in asks for a PIN only whoever has one.
  @Test func theOpeningSaysWhoHasNoPIN() throws {
    let office = try OfficeFixture()
    let everybody = Set(try office.store.office.clerks().map(\.id))
    #expect(try office.store.office.opening().clerksWithoutPIN == everybody)
    _ = try office.store.signIn.setPIN(of: office.reception.id, secret: "246813", at: now)
    #expect(try office.store.office.opening().clerksWithoutPIN == everybody.subtracting([office.reception.id]))
    try office.store.signIn.forgetPIN(of: office.reception.id, at: now)
    #expect(try office.store.office.opening().clerksWithoutPIN == everybody)
  }

  /// After an upgrade there are PINs of four digits. Each is changed by its clerk, who has just entered it.
  @Test func aShortPINIsChangedAtTheNextSignIn() throws {
    let office = try OfficeFixture()
    let clerk = office.reception
    try EarlierPIN.set("2468", of: clerk.id, in: office.store)
    #expect(try office.store.signIn.attempt(clerk.id, secret: "2468", at: now) == .mustChangePIN(clerk, .tooShort))
    let window = try LocalStore(folder: office.folder, access: .readOnly)
    // It is not taken where it cannot be changed, either.
    #expect(try window.signIn.attempt(clerk.id, secret: "2468", at: now) == .mustChangePIN(clerk, .tooShort))
    #expect(
      try office.store.signIn.setPIN(of: clerk.id, secret: "24681", replacing: "2468", at: now) == .pinTooWeak)
    // Nobody else can use this moment to set the PIN.
    #expect(
      try office.store.signIn.setPIN(of: clerk.id, secret: "135792", replacing: "1111", at: now)
        == .wrong(triesSoFar: 1, waitUntil: nil))
    #expect(throws: StoreError.self) {
      try office.store.signIn.setPIN(of: clerk.id, secret: "135792", replacing: nil, at: now)
    }
    #expect(
      try office.store.signIn.setPIN(of: clerk.id, secret: "135792", replacing: "2468", at: now) == .accepted(clerk))
    #expect(try office.store.signIn.attempt(clerk.id, secret: "2468", at: now) == .wrong(triesSoFar: 1, waitUntil: nil))
    #expect(try office.store.signIn.attempt(clerk.id, secret: "135792", at: now) == .accepted(clerk))
    #expect(
      try office.store.signIn.setPIN(of: clerk.id, secret: "135792", replacing: "135792", at: now) == .pinTooWeak)
  }

  /// A second window is read-only, but a PIN is still required, and wrong PINs cause a wait there too.
  @Test func whoLooksOnSignsInAsWell() throws {
    let office = try OfficeFixture()
    let clerk = office.reception
    _ = try office.store.signIn.setPIN(of: clerk.id, secret: "246813", replacing: nil, at: now)
    for _ in 0..<2 { _ = try office.store.signIn.attempt(clerk.id, secret: "111111", at: now) }
    let window = try LocalStore(folder: office.folder, access: .readOnly)
    #expect(window.lookingOn == .anotherWindowWrites)
    let until = Instant(milliseconds: now.milliseconds + 5000)
    #expect(try window.signIn.attempt(clerk.id, secret: "111111", at: now) == .wrong(triesSoFar: 3, waitUntil: until))
    #expect(try window.signIn.attempt(clerk.id, secret: "246813", at: now) == .mustWait(until: until))
    #expect(try window.signIn.attempt(clerk.id, secret: "246813", at: until) == .accepted(clerk))
    // A PIN cannot be chosen in a read-only window.
    #expect(throws: StoreError.readOnly) { try window.signIn.attempt(office.head.id, secret: "1", at: now) }
    #expect(throws: StoreError.readOnly) {
      try window.signIn.setPIN(of: office.head.id, secret: "246813", replacing: nil, at: now)
    }
    // Failures count from zero for a PIN that was changed meanwhile.
    try office.store.signIn.forgetPIN(of: clerk.id, at: now)
    _ = try office.store.signIn.setPIN(of: clerk.id, secret: "135792", replacing: nil, at: now)
    #expect(try window.signIn.attempt(clerk.id, secret: "246813", at: until) == .wrong(triesSoFar: 1, waitUntil: nil))
    #expect(try window.signIn.attempt(clerk.id, secret: "135792", at: until) == .accepted(clerk))
    #expect(
      try office.store.signIn.attempt(clerk.id, secret: "111111", at: now) == .wrong(triesSoFar: 1, waitUntil: nil))
  }

  /// Two read-only processes and the window that writes count as one.
  @Test func triesCountWhoeverMakesThem() throws {
    let office = try OfficeFixture()
    let clerk = office.reception
    _ = try office.store.signIn.setPIN(of: clerk.id, secret: "246813", replacing: nil, at: now)
    func looking() throws -> LocalStore { try LocalStore(folder: office.folder, access: .readOnly) }
    func wrong(_ store: LocalStore, at now: Instant) throws -> SignInOutcome {
      try store.signIn.attempt(clerk.id, secret: "111111", at: now)
    }
    #expect(try wrong(looking(), at: now) == .wrong(triesSoFar: 1, waitUntil: nil))
    #expect(try wrong(looking(), at: now) == .wrong(triesSoFar: 2, waitUntil: nil))
    var until = Instant(milliseconds: now.milliseconds + 5000)
    #expect(try wrong(office.store, at: now) == .wrong(triesSoFar: 3, waitUntil: until))
    #expect(try looking().signIn.attempt(clerk.id, secret: "246813", at: now) == .mustWait(until: until))
    let later = Instant(milliseconds: until.milliseconds + 15_000)
    #expect(try wrong(looking(), at: until) == .wrong(triesSoFar: 4, waitUntil: later))
    #expect(try office.store.signIn.attempt(clerk.id, secret: "246813", at: until) == .mustWait(until: later))
    #expect(try office.store.signIn.confirm(clerk.id, secret: "246813", at: until) == .mustWait(until: later))
    until = later
    // The right PIN, in whichever process, ends the count for all.
    #expect(try looking().signIn.attempt(clerk.id, secret: "246813", at: until) == .accepted(clerk))
    #expect(try wrong(office.store, at: until) == .wrong(triesSoFar: 1, waitUntil: nil))
    #expect(try wrong(looking(), at: until) == .wrong(triesSoFar: 2, waitUntil: nil))
    #expect(try office.store.signIn.attempt(clerk.id, secret: "246813", at: until) == .accepted(clerk))
    #expect(try wrong(looking(), at: until) == .wrong(triesSoFar: 1, waitUntil: nil))
    let file = office.folder + "/" + TriesBesideData.fileName
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
  }

  /// A file that is damaged keeps nobody from the data.
  @Test func aDamagedFileOfTriesBeginsAnew() throws {
    let office = try OfficeFixture()
    let clerk = office.reception
    _ = try office.store.signIn.setPIN(of: clerk.id, secret: "246813", replacing: nil, at: now)
    let file = office.folder + "/" + TriesBesideData.fileName
    try Data("không phải cơ sở dữ liệu, mà là chữ".utf8).write(to: URL(fileURLWithPath: file))
    #expect(try office.store.signIn.attempt(clerk.id, secret: "246813", at: now) == .accepted(clerk))
    let window = try LocalStore(folder: office.folder, access: .readOnly)
    #expect(
      try window.signIn.attempt(clerk.id, secret: "111111", at: now) == .wrong(triesSoFar: 1, waitUntil: nil))
  }

  /// It looks whole until the tries themselves are read.
  @Test func aDamagedPageOfTriesBeginsAnew() throws {
    let office = try OfficeFixture()
    let clerk = office.reception
    _ = try office.store.signIn.setPIN(of: clerk.id, secret: "246813", replacing: nil, at: now)
    func wrongByWhoLooksOn() throws -> SignInOutcome {
      try LocalStore(folder: office.folder, access: .readOnly).signIn.attempt(clerk.id, secret: "111111", at: now)
    }
    #expect(try wrongByWhoLooksOn() == .wrong(triesSoFar: 1, waitUntil: nil))
    let file = URL(fileURLWithPath: office.folder + "/" + TriesBesideData.fileName)
    var bytes = try Data(contentsOf: file)
    try #require(bytes.count > 4096)
    bytes.replaceSubrange(4096..., with: Data(repeating: 0x55, count: bytes.count - 4096))
    try bytes.write(to: file)
    #expect(try office.store.signIn.attempt(clerk.id, secret: "246813", at: now) == .accepted(clerk))
    #expect(try wrongByWhoLooksOn() == .wrong(triesSoFar: 1, waitUntil: nil))
    #expect(try wrongByWhoLooksOn() == .wrong(triesSoFar: 2, waitUntil: nil))
    let until = Instant(milliseconds: now.milliseconds + 5000)
    #expect(
      try office.store.signIn.attempt(clerk.id, secret: "111111", at: now) == .wrong(triesSoFar: 3, waitUntil: until))
  }

  /// A PIN that the province's administrator has chosen is hers only after the first sign-in.
  @Test func aPINChosenByOthersIsNotTakenByWhoOnlyReads() throws {
    let office = try OfficeFixture()
    try office.enrol()
    let head = office.head
    let verifier = try PINVerifier.make(secret: "111222")
    var credential = ClerkCredential(clerk: head.id, salt: verifier.salt, digest: verifier.digest)
    credential.isInitial = true
    try office.store.write { try SignIn.take($0, credential) }
    let window = try LocalStore(folder: office.folder, access: .readOnly)
    #expect(try window.signIn.attempt(head.id, secret: "111222", at: now) == .mustChangePIN(head, .chosenByOthers))
  }
}
