import DossierDomain
import ExchangeModel
import JournalFormat
import Testing

@testable import ProvincialServer

/// The ids of the clerks of an office that worked alone are typed before the province knows them. A wrong one must not
/// keep everybody out of the office's only desk.
@Suite struct FounderClerksContractTests {
  private static let nobody = ClerkID(high: 0x0190_0000_0000_7000, low: 0x9999)
  private let office = TestProvince.office(2, "000.20.45.H50")

  private func refusal(of desk: TestDesk) -> ExchangeError {
    .clerksUnknown([Self.nobody], device: desk.device, agencyCode: office.agencyCode)
  }

  @Test(arguments: StoreKind.allCases) func aDeskThatWouldBeNobodysGetsNoAnswer(_ kind: StoreKind) throws {
    var province = try TestProvince(kind)
    let administration = province.administration
    var desk = try province.adopted(office, clerks: .only([Self.nobody]))
    #expect(throws: refusal(of: desk)) { try desk.exchange(province) }
    // What came is kept, so that the operator finds the clerks.
    #expect(Set(try administration.clerks(of: office.id).map(\.id)).isSuperset(of: TestProvince.clerks.map(\.id)))
    #expect(try administration.devices(of: office.id).map(\.unknownClerks) == [[Self.nobody]])
    // The desk works on, days long and whoever writes, and hands in everything again.
    let before = try desk.receive(TestDesk.dossier(1), code: "A-1", clerk: TestProvince.specialist)
    province.now = Instant(milliseconds: province.now.milliseconds + 3 * 86_400_000)
    #expect(throws: refusal(of: desk)) { try desk.exchange(province) }
    #expect(desk.places.isEmpty && desk.lastAnswer == nil)
    let named = MachineClerks.only([TestProvince.head])
    try administration.setClerks(named, of: desk.device, in: office.id, at: province.now)
    let again = try desk.receive(TestDesk.dossier(2), code: "A-2", clerk: TestProvince.specialist)
    #expect(try desk.exchange(province).machineClerks == named)
    #expect(desk.verdict(of: before) == .accepted && desk.verdict(of: again) == .accepted)
    #expect(try administration.devices(of: office.id).map(\.unknownClerks) == [[]])
    // From now on who may write is the list's.
    let later = try desk.receive(TestDesk.dossier(3), code: "A-3", clerk: TestProvince.specialist)
    try desk.exchange(province)
    #expect(desk.verdict(of: later) == .quarantined(.clerkUnknown))
  }

  @Test(arguments: StoreKind.allCases) func oneRightClerkIsEnoughAndTheOthersAreNamed(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.adopted(office, clerks: .only([Self.nobody, TestProvince.head]))
    #expect(try province.administration.devices(of: office.id).map(\.unknownClerks) == [[]])
    let settled = try province.exchange().settle(desk.request(), keyHash: desk.keyHash, now: province.now)
    #expect(settled.unknownClerks == [Self.nobody])
    #expect(settled.response.machineClerks == .only([TestProvince.head]))
    try desk.take(settled.response)
    #expect(desk.waiting.isEmpty)
    #expect(try province.administration.devices(of: office.id).map(\.unknownClerks) == [[Self.nobody]])
  }

  /// A clerk who joined the office after years comes with its last entries.
  @Test(arguments: StoreKind.allCases) func nothingIsSaidBeforeAllHasCome(_ kind: StoreKind) throws {
    var province = try TestProvince(kind)
    let late = Clerk(id: ClerkID(high: 0x0190_0000_0000_7000, low: 0x77), name: "Kray Thị Mơi", roles: [.reception])
    var desk = try province.adopted(office, clerks: .only([late.id]))
    for number in 1...4 { try desk.receive(TestDesk.dossier(UInt64(number)), code: "A-\(number)") }
    try desk.write(.office(.setClerk(late)), clerk: TestProvince.head)
    var told: [MachineClerks?] = []
    while !desk.waiting.isEmpty {
      told.append(try desk.exchange(province) { $0.entries = Array($0.entries.prefix(3)) }.machineClerks)
      // On a bad connection it takes a while.
      province.now = Instant(milliseconds: province.now.milliseconds + 3_600_000)
    }
    #expect(told == [nil, nil, .only([late.id])])
  }

  @Test(arguments: StoreKind.allCases) func aStickOfSuchADeskIsNotAnswered(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.adopted(office, clerks: .only([Self.nobody]))
    var exchange = BundleExchange(province.exchange(), with: desk.keyHash, at: province.now)
    #expect(throws: refusal(of: desk)) { try exchange.take(desk.request()) }
    #expect(refusal(of: desk).advice?.contains("device clerks --office \(office.agencyCode)") == true)
    try province.administration.setClerks(.everybody, of: desk.device, in: office.id, at: province.now)
    #expect(try desk.exchange(province).machineClerks == .everybody)
  }
}
