import DossierDomain
import JournalFormat
import Testing

@testable import ProvincialServer

/// The dossiers of a commune are for the office that an administrator of the province has named for it, whatever desks
/// claim.
@Suite struct UnitCodeContractTests {
  private static let unit = "19600"
  private let dossier = TestDesk.dossier(1)

  private func office(_ number: UInt64, unit: String) -> Office {
    var office = TestProvince.office(number, "000.\(number)0.45.H50")
    office.unitCode = unit
    return office
  }

  /// A dossier that the first office receives for a commune.
  private func receive(
    _ number: UInt64 = 1, for unit: String = unit, at desk: inout TestDesk, _ province: TestProvince
  ) throws -> EntryReference {
    let reception = try desk.receive(
      TestDesk.dossier(number), code: "A-\(number)", deciding: OfficeID.ofUnit(unit))
    try desk.exchange(province)
    return reception
  }

  @Test(arguments: StoreKind.allCases) func aCodeThatNobodyHasIsNotForWhoClaimsItFirst(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    var greedy = office(3, unit: Self.unit)
    // It brings the code with its first settings, and claims it once more later.
    var claiming = try province.adopted(greedy, unitCodes: ["19603"])
    try claiming.exchange(province)
    greedy.name = "xã khác"
    let claim = try claiming.write(.office(.setOffice(greedy)), clerk: TestProvince.head)
    try claiming.exchange(province)
    #expect(claiming.verdict(of: claim) == .accepted)
    let reception = try receive(at: &desk, province)
    try claiming.exchange(province)
    #expect(claiming.entries(of: dossier).isEmpty)
    var there = try province.adopted(office(2, unit: Self.unit))
    try there.exchange(province)
    #expect(there.entries(of: dossier) == [reception])
    // The code that was named is its own, although its settings have never had it.
    let own = try receive(2, for: "19603", at: &desk, province)
    try claiming.exchange(province)
    #expect(claiming.entries(of: TestDesk.dossier(2)) == [own])
  }

  @Test(arguments: StoreKind.allCases) func anIdIsNoWayToAnotherCommunesDossiers(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var greedy = office(3, unit: "19603")
    greedy.id = try #require(OfficeID.ofUnit(Self.unit))
    #expect(throws: ExchangeError.wrongCode) { try province.adopted(greedy) }
    // With the code that was named for it, it may be so.
    _ = try province.adopted(greedy, unitCodes: [Self.unit])
  }

  @Test(arguments: StoreKind.allCases) func aCodeIsOneOffices(_ kind: StoreKind) throws {
    var province = try TestProvince(kind)
    let administration = province.administration
    let (mine, other) = (office(2, unit: Self.unit), office(3, unit: Self.unit))
    func adopt(_ office: Office, _ codes: [String]) throws -> EnrolmentCode {
      try administration.adoptionCode(
        agencyCode: office.agencyCode, unitCodes: codes, name: office.name, deviceName: "", clerks: .everybody,
        at: province.now)
    }
    #expect(throws: AdministrationError.unitCodeMalformed("1959a")) { try adopt(mine, ["1959a"]) }
    // It is its office's before that has come.
    _ = try adopt(mine, ["19601"])
    _ = try adopt(mine, [Self.unit, "19603"])
    #expect(try administration.unitCodes(of: mine.agencyCode) == [Self.unit, "19603"])
    let taken = AdministrationError.unitCodeTaken(Self.unit, by: mine.agencyCode)
    #expect(throws: taken) { try adopt(other, ["19601", Self.unit]) }
    #expect(throws: taken) { try administration.createOffice(other, clerks: TestProvince.clerks, at: province.now) }
    #expect(throws: taken) {
      try administration.addUnitCode(Self.unit, to: province.office.agencyCode, at: province.now)
    }
    // Nothing of what was refused has stayed.
    #expect(throws: AdministrationError.officeUnknown) { try administration.unitCodes(of: other.agencyCode) }
    // Nobody has used the adoption code, so the codes are free again.
    province.now = Instant(milliseconds: province.now.milliseconds + Administration.codeLifetime + 1)
    try administration.createOffice(other, clerks: TestProvince.clerks, at: province.now)
    #expect(throws: AdministrationError.unitCodeTaken(Self.unit, by: other.agencyCode)) {
      try adopt(mine, [Self.unit])
    }
  }

  @Test(arguments: StoreKind.allCases) func anOfficeThatGrewHasTheCodesOfItsParts(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let administration = province.administration
    var desk = try province.desk()
    let mine = office(2, unit: Self.unit)
    var there = try province.adopted(mine)
    let waiting = try receive(1, for: "19603", at: &desk, province)
    let later = try receive(2, for: "19606", at: &desk, province)
    // Before it has come, its dossiers wait for its settings; afterwards they follow at once.
    try administration.addUnitCode("19603", to: mine.agencyCode, at: province.now)
    try there.exchange(province)
    #expect(there.places.first.map { if case .own = $0.content { true } else { false } } == true)
    #expect(there.entries(of: dossier) == [waiting])
    try administration.addUnitCode("19606", to: mine.agencyCode, at: province.now)
    let note = try desk.write(.dossier(.note("n")), dossier: TestDesk.dossier(2))
    let third = try receive(3, for: "19606", at: &desk, province)
    try there.exchange(province)
    #expect(there.entries(of: TestDesk.dossier(2)) == [later, note])
    #expect(there.entries(of: TestDesk.dossier(3)) == [third])
    #expect(try administration.unitCodes(of: mine.agencyCode) == [Self.unit, "19603", "19606"])
    #expect(throws: AdministrationError.officeUnknown) {
      try administration.addUnitCode("19609", to: "none", at: province.now)
    }
  }

  /// A wrong code must not keep the dossiers from the right office for ever.
  @Test(arguments: StoreKind.allCases) func aCodeThatWasNamedWronglyIsFreedForTheRightOffice(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let administration = province.administration
    var desk = try province.desk()
    let mistaken = office(3, unit: Self.unit)
    var other = try province.adopted(mistaken)
    try other.exchange(province)
    let mine = office(2, unit: Self.unit)
    #expect(throws: AdministrationError.unitCodeTaken(Self.unit, by: mistaken.agencyCode)) {
      try province.adopted(mine)
    }
    try administration.removeUnitCode(Self.unit, from: mistaken.agencyCode)
    #expect(throws: AdministrationError.unitCodeNotRemovable(Self.unit)) {
      try administration.removeUnitCode(Self.unit, from: mistaken.agencyCode)
    }
    // Received while nobody has it.
    let first = try receive(1, at: &desk, province)
    var there = try province.adopted(mine)
    let second = try receive(2, at: &desk, province)
    for _ in 0..<2 {
      try there.exchange(province)
      try other.exchange(province)
    }
    #expect(there.entries(of: TestDesk.dossier(1)) == [first])
    #expect(there.entries(of: TestDesk.dossier(2)) == [second])
    #expect(other.entries(of: TestDesk.dossier(1)).isEmpty && other.entries(of: TestDesk.dossier(2)).isEmpty)
    // An office that was made with its code keeps it.
    var made = office(4, unit: "19606")
    made.id = try #require(OfficeID.ofUnit("19606"))
    try administration.createOffice(made, clerks: TestProvince.clerks, at: province.now)
    #expect(throws: AdministrationError.unitCodeNotRemovable("19606")) {
      try administration.removeUnitCode("19606", from: made.agencyCode)
    }
  }

  @Test(arguments: StoreKind.allCases) func afterAnUpgradeEachOfficeHasTheCodesThatItHad(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let administration = province.administration
    var made = office(4, unit: "19606")
    made.id = try #require(OfficeID.ofUnit("19606"))
    try administration.createOffice(made, clerks: TestProvince.clerks, at: province.now)
    let late = office(2, unit: Self.unit)
    var there = try province.adopted(late)
    try there.exchange(province)
    var desk = try province.desk()
    // A name under which a dossier waits is nobody's code.
    _ = try receive(2, for: "19999", at: &desk, province)
    try province.store.transaction { transaction in
      try transaction.run("DROP TABLE unit_code", [])
      for statement in UnitCodes.tables {
        try transaction.run(statement.replacing("BYTES", with: kind == .sqlite ? "BLOB" : "BYTEA"), [])
      }
    }
    for (agencyCode, codes) in [
      (province.office.agencyCode, ["19594"]), (made.agencyCode, ["19606"]), (late.agencyCode, [Self.unit]),
    ] {
      #expect(try administration.unitCodes(of: agencyCode) == codes)
    }
    #expect(throws: AdministrationError.unitCodeTaken(Self.unit, by: late.agencyCode)) {
      try administration.createOffice(office(3, unit: Self.unit), clerks: TestProvince.clerks, at: province.now)
    }
    try administration.createOffice(office(3, unit: "19999"), clerks: TestProvince.clerks, at: province.now)
    let reception = try receive(at: &desk, province)
    try there.exchange(province)
    #expect(there.entries(of: dossier) == [reception])
  }
}
