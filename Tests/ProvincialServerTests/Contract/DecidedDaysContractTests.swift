import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol
import Testing

@testable import ProvincialServer

/// The yearly decision of the province reaches every office once, through its order.
@Suite struct DecidedDaysContractTests {
  private func decision(_ text: String) throws -> YearlyDecision {
    let date = try #require(CivilDate(text: text))
    return try YearlyDecision(
      year: date.year, rows: [CalendarRow(date: date, kind: .holiday, name: "Quốc khánh", source: "QĐ")])
  }

  private func decisions(at desk: TestDesk) -> [YearlyDecision] {
    desk.places.compactMap { place in
      guard case .bytes(let bytes) = place.content, let entry = try? EntryFormat.decodeTrusted(bytes),
        case .office(.setDays(let decision)) = entry.content
      else { return nil }
      return decision
    }
  }

  @Test(arguments: StoreKind.allCases) func itTakesOnePlaceInEachOrder(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (first, second) = (try province.desk(), try province.desk("Bàn 2"))
    let (early, late) = (try decision("03/09/2026"), try decision("01/09/2026"))
    try province.administration.setDays([early])
    for _ in 0..<2 {
      try first.exchange(province)
      try second.exchange(province)
    }
    #expect(decisions(at: first) == [early])
    #expect(decisions(at: second) == [early])
    try province.administration.setDays([late])
    try second.exchange(province)
    try first.exchange(province)
    #expect(decisions(at: first) == [early, late])
    #expect(decisions(at: second) == [early, late])
    #expect(try province.administration.decidedDays() == [late])
  }

  @Test(arguments: StoreKind.allCases) func anOfficeThatIsMadeLaterHasTheLastOnly(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    try province.administration.setDays([decision("03/09/2026")])
    let last = try decision("01/09/2026")
    try province.administration.setDays([last])
    var office = TestProvince.office(2, "000.20.45.H50")
    office.unitCode = "19600"
    try province.administration.createOffice(office, clerks: TestProvince.clerks, at: province.now)
    var desk = try province.desk(of: office)
    try desk.exchange(province)
    #expect(decisions(at: desk) == [last])
  }

  /// The office's own earlier decision comes first, even if it takes several requests.
  @Test(arguments: StoreKind.allCases) func itComesBehindWhatAnOfficeThatWorkedAloneHadDecided(
    _ kind: StoreKind
  ) throws {
    let province = try TestProvince(kind)
    let (own, provinces) = (try decision("03/09/2026"), try decision("01/09/2026"))
    try province.administration.setDays([provinces])
    var office = TestProvince.office(2, "000.20.45.H50")
    office.unitCode = "19600"
    var desk = TestDesk(office: office)
    try desk.write(.office(.setOffice(office)), clerk: TestProvince.head, base: 0)
    for clerk in TestProvince.clerks { try desk.write(.office(.setClerk(clerk)), clerk: TestProvince.head, base: 0) }
    for number in 1...5 { try desk.receive(TestDesk.dossier(UInt64(number)), code: "B-\(number)") }
    try desk.write(.office(.setDays(own)), clerk: TestProvince.head, base: 0)
    let code = try province.administration.adoptionCode(
      agencyCode: office.agencyCode, unitCodes: [office.unitCode], name: office.name, deviceName: "Bàn 1",
      clerks: .everybody, at: province.now)
    // A second desk may connect before the first one has sent anything.
    try desk.enrol(province, code: code.text, office: office.id, agencyCode: office.agencyCode)
    var second = try province.desk("Bàn 2", of: office)
    try second.exchange(province)
    #expect(second.places.isEmpty)
    while !desk.waiting.isEmpty { try desk.exchange(province) { $0.entries = Array($0.entries.prefix(3)) } }
    while try desk.exchange(province).head > desk.position.sequence {}
    try second.exchange(province)
    #expect(decisions(at: second) == [own, provinces])
  }

  @Test func theSameAgainIsNothingNew() throws {
    let province = try TestProvince(.sqlite)
    var desk = try province.desk()
    for _ in 0..<2 {
      try province.administration.setDays([decision("03/09/2026")])
      try desk.exchange(province)
    }
    #expect(decisions(at: desk).count == 1)
  }
}
