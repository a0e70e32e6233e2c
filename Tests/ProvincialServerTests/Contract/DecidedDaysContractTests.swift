import DossierDomain
import JournalFormat
import Testing

@testable import ProvincialServer

/// The yearly decision of the province reaches every office once, by its order.
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
    try province.administration.setDays(early)
    for _ in 0..<2 {
      try first.exchange(province)
      try second.exchange(province)
    }
    #expect(decisions(at: first) == [early])
    #expect(decisions(at: second) == [early])
    try province.administration.setDays(late)
    try second.exchange(province)
    try first.exchange(province)
    #expect(decisions(at: first) == [early, late])
    #expect(decisions(at: second) == [early, late])
    #expect(try province.administration.decidedDays() == [late])
  }

  @Test(arguments: StoreKind.allCases) func anOfficeThatIsMadeLaterHasTheLastOnly(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    try province.administration.setDays(decision("03/09/2026"))
    let last = try decision("01/09/2026")
    try province.administration.setDays(last)
    var office = TestProvince.office(2, "000.20.45.H50")
    office.unitCode = "19600"
    try province.administration.createOffice(office, clerks: TestProvince.clerks, at: province.now)
    var desk = try province.desk(of: office)
    try desk.exchange(province)
    #expect(decisions(at: desk) == [last])
  }
}
