import DossierDomain
import Foundation
import GRDB
import OfficeWork
import Testing

@testable import DossierStore

@Suite("Signing in")
struct SignInTests {
  let clerk = ClerkID(high: 0, low: 7)

  func database(at path: String = ":memory:") throws -> DatabaseQueue {
    let database = try DatabaseQueue(path: path)
    try database.write { if try !$0.tableExists("sign_in") { try Self.createSchema($0) } }
    return database
  }

  private static func createSchema(_ db: Database) throws {
    try SignIn.createSchema(db)
    try db.execute(sql: SignIn.keyColumns)
  }

  private func setPIN(_ db: Database, _ clerk: ClerkID, _ secret: String) throws {
    _ = try SignIn.setPIN(db, clerk: clerk, secret: secret, office: OfficeID(high: 9, low: 9), now: at(0))
  }

  func at(_ second: Int64) -> Instant { Instant(milliseconds: 1_800_000_000_000 + second * 1000) }

  /// RFC 7914 has no test vector for these parameters, so this one is from Python's hashlib.scrypt.
  @Test func theDigestIsScrypt() throws {
    let verifier = try PINVerifier.make(secret: "246813", salt: Array(0..<16))
    #expect(
      verifier.digest.map { String(format: "%02x", $0) }.joined()
        == "a8717cacd5321264f9df34bb330e943ead01150981b74be9caa69803ea757a6e")
  }

  /// The PIN was chosen under an earlier version. It has to be changed, but it is accepted until then.
  @Test func anEarlierPINOf4DigitsIsRecognised() throws {
    let salt = [UInt8](repeating: 3, count: 16)
    let digest = try EarlierPIN.digest("2468", salt: salt)
    let verifier = PINVerifier(salt: salt, digest: digest)
    #expect(try verifier.matches("2468"))
    #expect(try !verifier.matches("2469"))
    #expect(throws: SignInError.tooWeak) { try PINVerifier.make(secret: "2468", salt: salt) }
  }

  @Test func digestsThatDifferInAnyOneBitDoNotAgree() {
    let digest = (0..<32).map { UInt8($0 * 7) }
    #expect(PINVerifier.agree(digest, digest))
    #expect(!PINVerifier.agree(digest, Array(digest.dropLast())))
    for place in digest.indices {
      for bit in 0..<8 {
        var other = digest
        other[place] ^= 1 << UInt8(bit)
        #expect(!PINVerifier.agree(digest, other))
        other[(place + 1) % 32] = 0xFF
        #expect(!PINVerifier.agree(digest, other))
      }
    }
  }

  @Test func composedAndDecomposedLettersAreOnePassphrase() throws {
    let verifier = try PINVerifier.make(secret: "Tiếng Việt")
    #expect(try verifier.matches("Tiếng Việt".decomposedStringWithCanonicalMapping))
    #expect(try !verifier.matches("Tieng Viet"))
  }

  @Test func waitsGrowWithFailuresAndEndWithTheRightPIN() throws {
    let database = try database()
    try database.write { db in
      #expect(try SignIn.status(db, clerk: clerk, now: at(0)) == .needsPIN)
      #expect(try SignIn.attempt(db, clerk: clerk, secret: "1234", now: at(0)) == .needsPIN)
      #expect(throws: SignInError.tooWeak) { try setPIN(db, clerk, "12") }
      try setPIN(db, clerk, "246813")
      #expect(try SignIn.attempt(db, clerk: clerk, secret: "1", now: at(1)) == .wrong(failures: 1, waitUntil: nil))
      #expect(try SignIn.attempt(db, clerk: clerk, secret: "1", now: at(2)) == .wrong(failures: 2, waitUntil: nil))
      #expect(try SignIn.attempt(db, clerk: clerk, secret: "1", now: at(3)) == .wrong(failures: 3, waitUntil: at(8)))
      #expect(try SignIn.attempt(db, clerk: clerk, secret: "246813", now: at(7)) == .mustWait(until: at(8)))
      #expect(
        try SignIn.attempt(db, clerk: clerk, secret: "9999", now: at(8)) == .wrong(failures: 4, waitUntil: at(23)))
      #expect(try SignIn.attempt(db, clerk: clerk, secret: "246813", now: at(23)) == .accepted)
      #expect(try SignIn.status(db, clerk: clerk, now: at(24)) == .ready(failures: 0))
    }
  }

  @Test func aWaitSurvivesARestartAndAClockSetBack() throws {
    let path = NSTemporaryDirectory() + "sign-in-\(UUID().uuidString).sqlite"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let first = try database(at: path)
    try first.write { db in
      try setPIN(db, clerk, "246813")
      for second in 1...3 { _ = try SignIn.attempt(db, clerk: clerk, secret: "1", now: at(Int64(second))) }
    }
    try first.close()
    let second = try database(at: path)
    try second.write { db in
      try #expect(SignIn.status(db, clerk: clerk, now: at(4)) == .mustWait(until: at(8), failures: 3))
      try #expect(SignIn.status(db, clerk: clerk, now: at(-5_000)) == .mustWait(until: at(-4_995), failures: 3))
      try #expect(SignIn.attempt(db, clerk: clerk, secret: "246813", now: at(-4_995)) == .accepted)
    }
    try second.close()
  }

  @Test func clerksWaitForThemselvesOnly() throws {
    let other = ClerkID(high: 0, low: 8)
    try database().write { db in
      try setPIN(db, clerk, "246813")
      try setPIN(db, other, "135724")
      for second in 1...3 { _ = try SignIn.attempt(db, clerk: clerk, secret: "1", now: at(Int64(second))) }
      #expect(try SignIn.attempt(db, clerk: other, secret: "135724", now: at(4)) == .accepted)
    }
  }
}
