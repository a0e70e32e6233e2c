import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol
import Testing

@testable import ProvincialServer

/// The province's procedures reach every office once, through its order.
@Suite struct DecidedProceduresContractTests {
  private func version(_ name: String, _ code: String = "1.999999") -> ProcedureVersion {
    ProcedureVersion(code: code, name: name, field: "Thử", timeLimit: .sameDay)
  }

  private func versions(at desk: TestDesk) -> [ProcedureVersion] {
    desk.places.compactMap { place in
      guard case .bytes(let bytes) = place.content, let entry = try? EntryFormat.decodeTrusted(bytes),
        case .office(.setProcedure(let version)) = entry.content
      else { return nil }
      return version
    }
  }

  @Test(arguments: StoreKind.allCases) func theyTakeOnePlaceEachInEveryOrder(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (first, second) = (try province.desk(), try province.desk("Bàn 2"))
    let (early, other, late) = (version("một"), version("khác", "1.999998"), version("hai"))
    try province.administration.setProcedures([early, other])
    try province.administration.setProcedures([other])
    for _ in 0..<2 {
      try first.exchange(province)
      try second.exchange(province)
    }
    #expect(versions(at: first) == [early, other])
    #expect(versions(at: second) == [early, other])
    try province.administration.setProcedures([late])
    try second.exchange(province)
    try first.exchange(province)
    #expect(versions(at: first) == [early, other, late])
    #expect(try province.administration.decidedProcedures() == [other, late])
  }

  @Test(arguments: StoreKind.allCases) func anOfficeThatIsMadeLaterHasWhatHolds(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    try province.administration.setProcedures([version("một")])
    try province.administration.setProcedures([version("hai")])
    var office = TestProvince.office(2, "000.20.45.H50")
    office.unitCode = "19600"
    try province.administration.createOffice(office, clerks: TestProvince.clerks, at: province.now)
    var desk = try province.desk(of: office)
    try desk.exchange(province)
    #expect(versions(at: desk) == [version("hai")])
  }
}
