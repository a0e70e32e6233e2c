import DossierDomain
import JournalFormat
import SyncProtocol
import Testing

@testable import ProvincialServer

@Suite struct PortalContractTests {
  private func submission(_ code: String, _ province: TestProvince, deciding: String? = nil) -> PortalSubmission {
    PortalSubmission(
      portalCode: code, agencyCode: province.office.agencyCode, decidingAgencyCode: deciding,
      procedureCode: "1.001193", owner: PortalSubmission.Party(name: "Hồ Thị Hai", identityNumber: "045190001234"),
      submittedAt: province.now.iso8601)
  }

  @Test(arguments: StoreKind.allCases) func aSubmissionTakesAPlaceOnce(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let desk = PortalDesk(administration: province.administration)
    let first = try desk.submit(submission("G22.99-261124-000001", province), at: province.now)
    let again = try desk.submit(submission("G22.99-261124-000001", province), at: province.now)
    #expect(first.isNew && !again.isNew)
    #expect(first.dossier == again.dossier)
    // The usual case: a birth in time, answered on the same day and free of charge.
    for receipt in [first, again] {
      #expect(receipt.papers == ["Giấy chứng sinh"] && receipt.fee == 0)
      #expect(receipt.timeLimit == [PortalReceipt.Stage(unit: .sameDay, count: nil)])
    }
    var machine = try province.desk()
    try machine.exchange(province)
    guard case .bytes(let bytes) = try #require(machine.places.last).content,
      case .dossier(.submitOnline(let taken)) = try EntryFormat.decode(bytes).content
    else {
      Issue.record("the submission is not the last entry")
      return
    }
    #expect(taken.owner.name == "Hồ Thị Hai")
    #expect(taken.portalCode.origin == .portal)
    // Nothing about an abandoned child, and no other proof of the birth, none of which anybody sent.
    #expect(
      taken.components == [
        Component(number: 1, name: "Giấy chứng sinh", form: .electronic, digitisation: .digitised)
      ])
    // A clerk accepts it like any other submission.
    let dossier = try #require(try EntryFormat.decode(bytes).dossier)
    let accepted = try machine.write(
      .dossier(
        .acceptOnline(
          Acceptance(code: DossierCode("A-1", origin: .office), receivedAt: province.now, appointment: nil))),
      dossier: dossier)
    try machine.exchange(province)
    #expect(machine.verdict(of: accepted) == .accepted)
  }

  @Test(arguments: StoreKind.allCases) func aSubmissionForAnotherOfficeStandsInBothOrders(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let other = TestProvince.office(2, "000.20.45.H50")
    try province.administration.createOffice(other, clerks: TestProvince.clerks, at: province.now)
    var there = try province.desk(of: other)
    _ = try PortalDesk(administration: province.administration).submit(
      submission("G22.99-261124-000002", province, deciding: other.agencyCode), at: province.now)
    try there.exchange(province)
    #expect(there.places.last?.isReference == true)
  }

  @Test(arguments: StoreKind.allCases) func whatCannotBeUsedIsNamed(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let desk = PortalDesk(administration: province.administration)
    let changes: [(String, (inout PortalSubmission) -> Void)] = [
      ("portalCode", { $0.portalCode = "x" }), ("portalCode", { $0.portalCode = "a\u{1B}[31mbcd" }),
      ("procedureCode", { $0.procedureCode = "9.999999" }), ("owner.name", { $0.owner.name = " " }),
      ("submittedAt", { $0.submittedAt = "yesterday" }), ("submittedAt", { $0.submittedAt = "2999-01-01T00:00:00Z" }),
      ("agencyCode", { $0.agencyCode = "?" }), ("decidingAgencyCode", { $0.decidingAgencyCode = "?" }),
    ]
    for (field, change) in changes {
      var wrong = submission("G22.99-261124-000003", province)
      change(&wrong)
      #expect(throws: ExchangeError.malformed(field)) { try desk.submit(wrong, at: province.now) }
    }
  }

  @Test(arguments: StoreKind.allCases) func aPortalClaimsNoCodeOfAnOffice(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let portal = PortalDesk(administration: province.administration)
    let agency = province.office.agencyCode
    let own = DossierCode.office(agency: agency, date: province.now.civilDate, number: 1).text
    // Codes of this office, of an office that may be created later, and of a desk that had no numbers.
    for code in [own, "000.99.99.H50-261130-0001", "P-A1B2C3-261130-0001"] {
      #expect(throws: ExchangeError.malformed("portalCode")) {
        try portal.submit(submission(code, province), at: province.now)
      }
    }
    for code in ["G22.99-261130-000001", "H50-2611-0001", "261130-00011"] {
      #expect(try portal.submit(submission(code, province), at: province.now).isNew)
    }
    var desk = try province.desk()
    let reference = try desk.receive(TestDesk.dossier(1), code: own)
    try desk.exchange(province)
    #expect(desk.verdict(of: reference) == .accepted)
  }

  /// The procedure's rules of the usual case say who receives it; if they name nobody, nothing is refused.
  @Test(arguments: StoreKind.allCases) func whatAnotherOfficeReceivesIsRefused(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let desk = PortalDesk(administration: province.administration)
    let own = province.office.unitCode
    let receivers: [(OfficeRule.Who, isRefused: Bool)] = [
      (.named("Sở Tư pháp"), true), (.unit("19429"), true), (.unit(own), false), (.communeOfResidence, false),
    ]
    for (number, (who, isRefused)) in receivers.enumerated() {
      var version = try #require(Catalogue.starter.version(of: "1.001193", on: province.now.civilDate))
      version.rules.offices = [OfficeRule(task: .receives, who: who), OfficeRule(task: .decides, who: .named("Sở"))]
      try province.administration.setProcedures([version], at: province.now)
      let submission = submission("G22.99-261124-00001\(number)", province)
      if isRefused {
        #expect(throws: ExchangeError.receivedElsewhere([who])) { try desk.submit(submission, at: province.now) }
      } else {
        #expect(try desk.submit(submission, at: province.now).isNew)
      }
    }
    let refusal = Refusal.of(ExchangeError.receivedElsewhere([.named("Sở Tư pháp")])).refusal
    #expect(refusal.problem.code == .receivedElsewhere)
    #expect(refusal.problem.detail.contains("Sở Tư pháp"))
  }

  /// The decisions are decoded once for the same rows, whatever numbers they have.
  @Test func theCatalogueIsMadeOnceForTheSameDecisions() throws {
    let memory = CatalogueMemory()
    var made = 0
    func ask(_ payloads: [[UInt8]]) throws {
      let rows = payloads.enumerated().map {
        ServerRow([.integer(Int64($0.offset + 1)), .integer(1), .blob($0.element)])
      }
      _ = try memory.catalogue(of: rows) { _ in
        made += 1
        return .starter
      }
    }
    let expected: [(payloads: [[UInt8]], made: Int)] = [
      ([], 1), ([], 1), ([[1], [2]], 2), ([[1], [2]], 2),
      // The same number and last decision after a restore, and the same bytes divided in another way.
      ([[3], [2]], 3), ([[3], [2]], 3), ([[3, 2], []], 4),
    ]
    for (payloads, count) in expected {
      try ask(payloads)
      #expect(made == count, "\(payloads)")
    }
  }

  /// Another process decides, or the decisions are lost with a restore: the next submission is judged by what is there.
  @Test(arguments: StoreKind.allCases) func whatAnotherProcessDecidesCountsAtOnce(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let desk = PortalDesk(administration: province.administration)
    #expect(try desk.submit(submission("G22.99-261124-000021", province), at: province.now).isNew)
    var version = try #require(Catalogue.starter.version(of: "1.001193", on: province.now.civilDate))
    version.rules.offices = [OfficeRule(task: .receives, who: .named("Sở"))]
    try Administration(store: province.store).setProcedures([version], at: province.now)
    let next = submission("G22.99-261124-000022", province)
    for _ in 0..<2 {
      #expect(throws: ExchangeError.receivedElsewhere([.named("Sở")])) { try desk.submit(next, at: province.now) }
    }
    _ = try province.store.transaction { try $0.run("DELETE FROM procedure_decision", []) }
    #expect(try desk.submit(next, at: province.now).isNew)
  }

  @Test(arguments: StoreKind.allCases) func aTokenIsKnownByItsHashOnly(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    let token = try province.administration.makePortalToken(named: "portal", at: province.now)
    #expect(try province.administration.isPortalToken(token))
    #expect(try !province.administration.isPortalToken(token + "x"))
  }
}
