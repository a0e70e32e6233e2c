import DossierDomain
import DossierStore
import JournalFormat
import Testing

@testable import ProvincialServer

/// The province checks the seals of papers by its machines' keys.
@Suite struct SealContractTests {
  private static let text = "A-261124-0007||||dossier|2026-11-24T08:45:00+07:00|12/2026-7K3QZ0|receipt"

  @Test(arguments: StoreKind.allCases) func aSealIsKnownOnceItsMachineHasExchanged(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let administration = province.administration
    let desk = try StoredDesk(province, number: 1)
    defer { desk.remove() }
    // Whoever does not know the key cannot say that the signature is wrong.
    let seal = try #require(try desk.store.papers.sealer()?.seal([1, 2, 3], Self.text))
    #expect(try administration.verdict(onSeal: seal, over: Self.text) == .unknownMachine)
    #expect(try desk.exchange(province) == nil)
    _ = try desk.receive(province)
    #expect(try desk.exchange(province) == nil)
    let machine = SealingMachine(name: "Bàn", office: province.office.name)
    #expect(try administration.verdict(onSeal: seal, over: Self.text) == .signed(machine))
    #expect(try administration.verdict(onSeal: seal, over: Self.text + "x") == .wrong)
    #expect(try administration.verdict(onSeal: "", over: Self.text) == .unsealed)
    let published = try administration.publishedSealKeys()
    #expect(published.map(\.machine) == [machine])
    #expect(published.map(\.office) == [province.office.id])
    #expect(published.map { $0.key.count } == [66] && published.map { $0.name.count } == [8])

    // What a revoked machine has sealed is told with the moment of its revocation.
    try administration.revoke(desk.enrolment.device, of: province.office.id, at: province.now)
    #expect(
      try administration.verdict(onSeal: seal, over: Self.text)
        == .signed(SealingMachine(name: "Bàn", office: province.office.name, revokedAt: province.now)))
  }

  /// The desks of the office know the keys of their machines already, so they are told once more.
  @Test(arguments: StoreKind.allCases) func theOtherDesksLearnOfARevocation(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let (desk, other) = (try StoredDesk(province, number: 1), try StoredDesk(province, number: 2))
    defer {
      desk.remove()
      other.remove()
    }
    let seal = try #require(try desk.store.papers.sealer()?.seal([1, 2, 3], Self.text))
    #expect(try desk.exchange(province) == nil)
    _ = try desk.receive(province)
    #expect(try desk.exchange(province) == nil && other.exchange(province) == nil)
    func revokedAt() throws -> Instant? {
      guard case .signed(let machine) = try other.store.papers.verdict(onSeal: seal, over: Self.text) else {
        Issue.record("the machine is not known")
        return nil
      }
      return machine.revokedAt
    }
    #expect(try revokedAt() == nil)
    try province.administration.revoke(desk.enrolment.device, of: province.office.id, at: province.now)
    #expect(try other.exchange(province) == nil)
    #expect(try revokedAt() == province.now)
  }
}
