import Crypto
import DossierDomain
import Testing

@testable import JournalFormat

/// The seal of papers, as docs/PAPER-SEAL.md describes it.
@Suite struct PaperSealTests {
  /// The example of docs/PAPER-SEAL.md, made by another program after that description.
  private static let office: [UInt8] = [
    0x01, 0x90, 0xA1, 0xB2, 0xC3, 0xD4, 0x7E, 0x5F, 0x8A, 0x9B, 0x0C, 0x1D, 0x2E, 0x3F, 0x4A, 0x5B,
  ]
  private static let key = bytes("024946142347ae987aa3173f07fed0fc05bed39c3a729d1d446417f805e812d0e7")
  private static let text =
    "000.19.45.H50-261124-0007|1.004873|045198000001|||2026-11-24T08:45:00+07:00|2026-11-27T17:00:00+07:00"
    + "|12/2026-7K3QZ0|RECEIPT"
  private static let seal =
    "1381504063625483463370924737306473457202552025444421381772919772057733493172752472763116237601331559977"
    + "207753955431335732498368799665364333988424834036327244343759138381033331090192820917246207650466041218"

  private static func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = Array(hexadecimal)
    return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
  }

  private static func keys(revokedAt: Instant? = nil) throws -> [SealKey] {
    let machine = SealingMachine(name: "Bàn 1", office: "xã La Lay", revokedAt: revokedAt)
    return [
      SealKey(
        try #require(SigningPublicKey(bytes: key)), office: try #require(OfficeID(bytes: office)), machine: machine)
    ]
  }

  @Test func theExampleOfTheDescriptionIsSigned() throws {
    let seal = try #require(PaperSeal(text: Self.seal))
    #expect(seal.pageHash == Self.bytes("46c87a77c261c3513a1ecb396b01b8f0"))
    #expect(seal.text == Self.seal && Self.seal.utf8.count == PaperSeal.digits && PaperSeal.digits == 205)
    let keys = try Self.keys()
    #expect(keys.verdict(on: Self.seal, over: Self.text) == .signed(keys[0].machine))
  }

  @Test func whatWasRevokedIsSignedAndSaysSo() throws {
    let since = Instant(milliseconds: 1_795_600_000_000)
    let verdict = try Self.keys(revokedAt: since).verdict(on: Self.seal, over: Self.text)
    #expect(verdict == .signed(SealingMachine(name: "Bàn 1", office: "xã La Lay", revokedAt: since)))
    #expect(verdict.wording(.vi).contains(since.clockAndDate) && verdict.wording(.en).contains(since.clockAndDate))
  }

  /// Whatever letter of what is signed is another one.
  @Test func aChangedFieldIsFound() throws {
    let keys = try Self.keys()
    for place in Self.text.indices {
      var changed = Self.text
      changed.replaceSubrange(place...place, with: changed[place] == "9" ? "8" : "9")
      #expect(keys.verdict(on: Self.seal, over: changed) == .wrong, "\(changed)")
    }
  }

  /// Whatever digit of the seal is another one: no change of it is signed, and no two texts are one seal.
  @Test func aChangedDigitIsFound() throws {
    let keys = try Self.keys()
    for place in Self.seal.indices {
      var changed = Self.seal
      changed.replaceSubrange(place...place, with: changed[place] == "9" ? "0" : "9")
      let verdict = keys.verdict(on: changed, over: Self.text)
      #expect(verdict == .wrong || verdict == .unknownMachine, "\(changed)")
      if let seal = PaperSeal(text: changed) { #expect(seal.text == changed) }
    }
  }

  @Test func onlyTheMachinesOfThisOfficeAreTaken() throws {
    var keys = try Self.keys()
    keys[0].office = OfficeID(high: 1, low: 1)
    #expect(keys.verdict(on: Self.seal, over: Self.text) == .wrong)
    let other = SealKey(
      SigningPublicKey(P256.Signing.PrivateKey().publicKey), office: keys[0].office, machine: keys[0].machine)
    #expect([other].verdict(on: Self.seal, over: Self.text) == .unknownMachine)
    #expect([SealKey]().verdict(on: Self.seal, over: Self.text) == .unknownMachine)
  }

  @Test func digitsThatAreNoSealAreWrong() throws {
    let text = String(repeating: "9", count: PaperSeal.digits)
    #expect(PaperSeal(text: text) == nil)
    #expect(try Self.keys().verdict(on: text, over: Self.text) == .wrong)
  }

  @Test(arguments: ["1", "12345", "seal", String(seal.dropLast()), seal + seal, String(repeating: "١", count: 205)])
  func aSealThatWasNotSentWholeIsUnreadable(text: String) throws {
    #expect(PaperSeal(text: text) == nil)
    #expect(try Self.keys().verdict(on: text, over: Self.text) == .unreadable)
  }

  @Test func withoutASealNothingIsProved() throws {
    #expect(try Self.keys().verdict(on: "", over: Self.text) == .unsealed)
  }

  @Test func aSealIsOfItsPageOnly() throws {
    let (key, office) = (P256.Signing.PrivateKey(), OfficeID(high: 1, low: 1))
    let seal = try PaperSeal(of: [1, 2, 3], text: "a|b", office: office, key: key)
    #expect(seal.isOf([1, 2, 3]) && !seal.isOf([1, 2, 4]))
    #expect(PaperSeal(text: seal.text) == seal)
    #expect(seal.isSigned(by: SigningPublicKey(key.publicKey), text: "a|b", office: office))
    #expect(!seal.isSigned(by: SigningPublicKey(key.publicKey), text: "a|c", office: office))
  }
}
