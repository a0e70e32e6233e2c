import Crypto
import DossierDomain
import JournalFormat
import Testing

@testable import DossierStore

@Suite("Seals of papers") struct PaperSealStoreTests {
  private static let text = "A-261124-0007||||dossier|2026-11-24T08:45:00+07:00|12/2026-7K3QZ0|receipt"

  private func enrol(_ office: OfficeFixture, _ key: [UInt8]) throws {
    try office.store.exchange.enrol(
      Enrolment(
        server: "https://tinh.example:8443", office: OfficeID(high: 1, low: 1), officeName: "xã La Lay",
        device: DeviceID(high: 5, low: 5),
        deviceName: "Bàn 1", certificate: [1], authority: [2], privateKey: key, agreementKey: [4], provinceKey: [5],
        certificateEndsAt: OfficeFixture.morning), at: OfficeFixture.morning)
  }

  @Test func anOfficeThatWorksAloneHasNoSeal() throws {
    let office = try OfficeFixture()
    #expect(try office.store.papers.sealer() == nil)
    #expect(try office.store.papers.verdict(onSeal: "", over: "") == .unsealed)
  }

  @Test func aMachineKnowsItsOwnSeal() throws {
    let office = try OfficeFixture()
    try enrol(office, Array(P256.Signing.PrivateKey().rawRepresentation))
    let seal = try #require(try office.store.papers.sealer()?.seal([1, 2, 3], Self.text))
    let machine = SealingMachine(name: "Bàn 1", office: "xã La Lay")
    #expect(try office.store.papers.verdict(onSeal: seal, over: Self.text) == .signed(machine))
    #expect(try office.store.papers.verdict(onSeal: seal, over: Self.text + "x") == .wrong)
  }

  @Test func theOfficesOtherMachinesAreKnownAndNobodyElse() throws {
    let office = try OfficeFixture()
    try enrol(office, Array(P256.Signing.PrivateKey().rawRepresentation))
    let key = P256.Signing.PrivateKey()
    let seal = try PaperSeal(of: [1], text: Self.text, office: OfficeID(high: 1, low: 1), key: key).text
    #expect(try office.store.papers.verdict(onSeal: seal, over: Self.text) == .unknownMachine)
    let other = Machine(device: DeviceID(high: 5, low: 6), name: "Bàn 2", key: SigningPublicKey(key.publicKey))
    try office.store.papers.write { try KeyRows.take($0, Signatures(machines: [other])) }
    #expect(
      try office.store.papers.verdict(onSeal: seal, over: Self.text)
        == .signed(SealingMachine(name: "Bàn 2", office: "xã La Lay")))
    // The province tells of it once more when it revokes it.
    var revoked = other
    revoked.revokedAt = OfficeFixture.morning
    try office.store.papers.write { try KeyRows.take($0, Signatures(machines: [revoked])) }
    #expect(
      try office.store.papers.verdict(onSeal: seal, over: Self.text)
        == .signed(SealingMachine(name: "Bàn 2", office: "xã La Lay", revokedAt: OfficeFixture.morning)))
  }

  /// The exchange tells of it; a citizen waits for her receipt.
  @Test func anUnusableKeyKeepsNoPaperBack() throws {
    let office = try OfficeFixture()
    try enrol(office, [3])
    #expect(try office.store.papers.sealer() == nil)
  }
}
