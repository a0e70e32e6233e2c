import DossierDomain
import Testing

/// Several versions of a procedure, each for its time (domain facts: versions with valid-from, valid-to, replaced-by).
@Suite struct CatalogueVersionTests {
  private static let code = "1.004873"

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text: text)) }

  private func version(_ name: String, from: String? = nil, through: String? = nil) throws -> ProcedureVersion {
    ProcedureVersion(
      code: Self.code, name: name, field: "Hộ tịch", validFrom: try from.map { .known(try day($0)) } ?? .unknown,
      validTo: try through.map { .known(try day($0)) } ?? .unknown, timeLimit: .workingDays(2))
  }

  @Test func theVersionOfTheDayHolds() throws {
    let catalogue = Catalogue(changes: [try version("mới", from: "01/01/2027"), try version("sau", from: "01/07/2027")])
    let starter = try #require(Catalogue.starter.version(of: Self.code))
    #expect(catalogue.version(of: Self.code, on: try day("31/12/2026")) == starter)
    #expect(catalogue.version(of: Self.code, on: try day("01/01/2027"))?.name == "mới")
    #expect(catalogue.version(of: Self.code, on: try day("30/06/2027"))?.name == "mới")
    #expect(catalogue.version(of: Self.code, on: try day("02/09/2030"))?.name == "sau")
  }

  @Test func whatIsDecidedAgainForTheSameDayTakesItsPlace() throws {
    let catalogue = Catalogue(changes: [try version("một"), try version("hai")])
    #expect(catalogue.version(of: Self.code)?.name == "hai")
    #expect(catalogue.versions.count { $0.code == Self.code } == 1)
  }

  @Test func aProcedureHasEndedAfterItsLastDay() throws {
    let catalogue = Catalogue(changes: [try version("một", from: "01/01/2026", through: "30/11/2026")])
    #expect(catalogue.version(of: Self.code, on: try day("30/11/2026"))?.isReceivable == true)
    #expect(
      catalogue.version(of: Self.code, on: try day("01/12/2026"))?.denial
        == .procedureEnded(code: Self.code, replacedBy: nil))
  }

  @Test func aNewProcedureIsFoundBeforeItsDayAndNotReceived() throws {
    let start = try day("01/01/2027")
    let new = ProcedureVersion(
      code: "1.999999", name: "Cấp thẻ thử nghiệm", field: "Thử", validFrom: .known(start), timeLimit: .sameDay)
    let catalogue = Catalogue(changes: [new])
    let found = try #require(catalogue.find("the thu nghiem", on: try day("25/11/2026")).first?.version)
    #expect(found.denial == .procedureNotYet(code: "1.999999", from: start))
    #expect(catalogue.version(of: "1.999999", on: start) == new)
  }

  @Test func itIsFoundOnceByTheWordsOfAnyVersion() throws {
    let catalogue = Catalogue(changes: [try version("Xác nhận độc thân mới", from: "01/01/2026")])
    for words in ["tinh trang hon nhan", "xac nhan doc than moi"] {
      let hits = catalogue.find(words, on: Catalogue.day).filter { $0.version.code == Self.code }
      #expect(hits.map(\.version.name) == ["Xác nhận độc thân mới"], "\(words)")
    }
  }

  @Test(arguments: [
    (ProcedureVersion(code: "1001193", name: "a", field: ""), ProcedureVersion.Fault.codeMalformed("1001193")),
    (ProcedureVersion(code: "1.001193", name: " ", field: ""), .nameMissing),
    (
      ProcedureVersion(code: "1.001193", name: String(repeating: "a", count: 501), field: ""),
      .textTooLong(String(repeating: "a", count: 40), maximum: 500)
    ),
    (ProcedureVersion(code: "1.001193", name: "a", field: "", timeLimit: .workingDays(0)), .timeLimitOutOfRange(0)),
    (ProcedureVersion(code: "1.001193", name: "a", field: "", fee: .known(-1)), .feeOutOfRange),
    (
      ProcedureVersion(
        code: "1.001193", name: "a", field: "", validFrom: .known(CivilDate(dayNumber: 2)),
        validTo: .known(CivilDate(dayNumber: 1))), .endsBeforeItBegins
    ),
  ]) func whatCannotBeIsRefused(version: ProcedureVersion, fault: ProcedureVersion.Fault) {
    #expect(throws: fault) { try version.checked() }
  }

  @Test(arguments: ["1.001193", "2.000815", "3.000722", "1.014027.H50"]) func codesOfTheCountryAndOfTheProvince(
    code: String
  ) {
    #expect(ProcedureVersion.isCode(code))
  }
}
