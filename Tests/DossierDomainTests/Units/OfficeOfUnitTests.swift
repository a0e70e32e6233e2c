import DossierDomain
import Testing

@Suite struct OfficeOfUnitTests {
  @Test func everyUnitHasAnOfficeOfItsOwnThatNamesIt() {
    let units = AdministrativeUnits.quangTri.units.filter { $0.era == .twoLevels }
    let ids = units.compactMap { OfficeID.ofUnit($0.code) }
    #expect(ids.count == units.count)
    #expect(Set(ids).count == units.count)
    for (unit, id) in zip(units, ids) {
      #expect(AdministrativeUnits.quangTri.unit(of: id) == unit)
      // UUID version 8, variant 10.
      #expect(id.bytes[6] >> 4 == 8)
      #expect(id.bytes[8] >> 6 == 2)
    }
  }

  @Test(arguments: ["", "x", "12345678", "1959a"])
  func whatIsNoCodeHasNoOffice(code: String) {
    #expect(OfficeID.ofUnit(code) == nil)
  }

  @Test func anotherIdIsOfNoUnit() {
    #expect(OfficeID(high: 9, low: 9).unitCode == nil)
  }

  @Test func ownUnitMeansThisOffice() throws {
    var bench = DecisionBench()
    var form = DecisionBench.form()
    form.decidingOffice = OfficeID.ofUnit(DecisionBench.office.unitCode)
    try bench.decide(.receive(form))
    #expect(bench.dossier?.decidingOffice == DecisionBench.office.id)
    var other = DecisionBench()
    form.decidingOffice = OfficeID.ofUnit("19429")
    try other.decide(.receive(form))
    #expect(other.dossier?.decidingOffice.unitCode == "19429")
    #expect(other.dossier?.receivingOffice == DecisionBench.office.id)
  }
}
