import DossierDomain
import Synchronization
import Testing

/// Several versions of a procedure, each with its own period (domain facts: versions with valid-from, valid-to,
/// replaced-by).
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

  // MARK: Versions read from the store

  @Test func oneProcedureIsReadByItsCodeAndAllOnlyToSearch() throws {
    let changes = [
      try version("mới", from: "01/01/2026"), ProcedureVersion(code: "1.999999", name: "Cấp thẻ", field: ""),
    ]
    let asked = Mutex<[String]>([])
    let catalogue = Catalogue(
      reading: KeptVersions(
        ofCode: { code in
          asked.withLock { $0.append(code) }
          return changes.filter { $0.code == code }
        },
        all: {
          asked.withLock { $0.append("all") }
          return changes
        }))
    let listed = Catalogue(changes: changes)
    #expect(asked.withLock { $0 } == [])
    for date in [try day("31/12/2025"), try day("02/02/2026")] {
      #expect(catalogue.version(of: Self.code, on: date) == listed.version(of: Self.code, on: date))
    }
    #expect(catalogue.version(of: "2.000815") == Catalogue.starter.version(of: "2.000815"))
    #expect(asked.withLock { $0 } == [Self.code, "2.000815"])
    catalogue.makeReady()
    #expect(catalogue.find("cap the", on: Catalogue.day) == listed.find("cap the", on: Catalogue.day))
    #expect(catalogue.version(of: Self.code) == listed.version(of: Self.code))
    #expect(asked.withLock { $0 } == [Self.code, "2.000815", "all"])
  }

  /// A dossier's version is found by what the dossier names, whatever holds on its day; a row of a register names none.
  @Test func whatADossierNamesIsReadOnce() throws {
    let replaced = try version("cũ", from: "01/01/2026")
    let holding = try version("mới", from: "01/01/2026")
    let asked = Mutex<[String]>([])
    let catalogue = Catalogue(
      reading: KeptVersions(
        ofCode: { _ in [holding] }, all: { [holding] },
        named: { procedure in
          asked.withLock { $0.append(procedure.versionHash) }
          return procedure.versionHash == "cũ" ? replaced : nil
        }))
    func named(_ hash: String) -> ProcedureVersion? {
      catalogue.version(of: ProcedureReference(code: Self.code, name: "", versionHash: hash))
    }
    #expect(named("cũ") == replaced && named("cũ") == replaced)
    #expect(named("") == nil && named("lạ") == nil)
    #expect(asked.withLock { $0 } == ["cũ", "lạ"])
    #expect(catalogue.version(of: Self.code, on: try day("02/02/2026")) == holding)
  }

  /// If the decided versions cannot be read, the starter catalogue's version must not be used, because it may be
  /// outdated.
  @Test func whatCannotBeReadIsNotKnown() throws {
    let isBroken = Mutex(true)
    let kept = KeptVersions(
      ofCode: { _ in isBroken.withLock { $0 } ? nil : [] }, all: { isBroken.withLock { $0 } ? nil : [] })
    let catalogue = Catalogue(reading: kept)
    #expect(catalogue.version(of: Self.code) == nil)
    #expect(catalogue.find("tinh trang hon nhan", on: Catalogue.day) == [])
    #expect(catalogue.changes == [] && catalogue.versions == [])
    isBroken.withLock { $0 = false }
    #expect(catalogue.version(of: Self.code) == Catalogue.starter.version(of: Self.code))
    #expect(catalogue.find("tinh trang hon nhan", on: Catalogue.day).isEmpty == false)
    #expect(catalogue == catalogue && catalogue != Catalogue(reading: kept) && catalogue != .starter)
    #expect(Set([catalogue, .starter, Catalogue(reading: kept)]).count == 3)
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
