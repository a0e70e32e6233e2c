import Crypto
import DossierDomain
import JournalFormat
import SyncProtocol
import Testing
import X509

@testable import ProvincialServer

@Suite struct BundleContractTests {
  private func file(_ desk: TestDesk, _ province: TestProvince) throws -> [UInt8] {
    try SyncProtocol.Bundle.seal(
      [SyncFrame.pack(desk.request().encoded())],
      BundleHeader(
        direction: .up, id: [UInt8](repeating: 5, count: 16), office: desk.office.id, device: desk.device,
        madeAt: province.now, certificate: desk.certificate), for: province.authority.agreementKey.publicKey
    ) { Array(try desk.key.signature(for: $0).derRepresentation) }
  }

  @Test(arguments: StoreKind.allCases) func aFileIsAnExchange(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    let file = try file(desk, province)
    let desks = BundleDesk(store: province.store, authority: province.authority)
    let first = try desks.answer(file, at: province.now)
    let again = try desks.answer(file, at: province.now)
    #expect(first.entries == 1)
    #expect(try province.administration.offices().map(\.head) == [6])
    let authority = try #require(P256.Signing.PublicKey(province.authority.certificate.publicKey))
    for outcome in [first, again] {
      var copy = desk
      let frames = try SyncProtocol.Bundle(reading: outcome.answer).open(signedBy: authority, with: copy.agreement)
      for frame in frames { try copy.take(ExchangeResponse(decoding: SyncFrame.unpack(frame))) }
      #expect(copy.waiting.isEmpty)
      #expect(copy.position.sequence == 6)
    }
    #expect(throws: BundleDesk.Fault.noQuestion) { try desks.answer(first.answer, at: province.now) }
  }

  @Test(arguments: StoreKind.allCases) func aFileThatIsNotTheDesksIsRefused(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let elsewhere = try TestProvince(.sqlite)
    let desks = BundleDesk(store: province.store, authority: province.authority)
    var desk = try province.desk()
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    let good = try file(desk, province)
    for place in [20, good.count / 2, good.count - 1] {
      var changed = good
      changed[place] ^= 1
      #expect(throws: (any Error).self, "byte \(place)") { try desks.answer(changed, at: province.now) }
    }
    #expect(throws: (any Error).self) { try desks.answer(Array(good.dropLast(9)), at: province.now) }
    let foreign = try file(elsewhere.desk(), province)
    #expect(throws: BundleDesk.Fault.otherProvince) { try desks.answer(foreign, at: province.now) }
    #expect(try province.administration.offices().map(\.head) == [5])
  }
}
