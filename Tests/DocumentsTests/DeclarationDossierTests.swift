import DossierDomain
import Testing

@testable import Documents

/// Who stands where in a declaration that is made of a dossier.
@Suite("Declarations of a dossier") struct DeclarationDossierTests {
  private static func templates(_ procedure: String) throws -> [DeclarationTemplate] {
    try Declarations.of(procedure: procedure, on: FormSamples.at("2026-11-24").civilDate).templates
  }

  private static func sources(
    _ procedure: String, _ change: (inout Dossier) -> Void = { _ in }
  ) throws -> [String: DeclarationSources] {
    var dossier = FormSamples.dossier()
    dossier.procedure = ProcedureReference(code: procedure, name: "x")
    change(&dossier)
    let templates = try templates(procedure)
    try #require(!templates.isEmpty)
    return Dictionary(
      uniqueKeysWithValues: templates.map {
        (
          $0.id,
          DeclarationSources(
            of: dossier, in: $0, among: templates, office: FormSamples.office,
            on: FormSamples.at("2026-11-24").civilDate)
        )
      })
  }

  /// Birth and recognition in one: the second declaration does not say that the dossier's owner is the child.
  @Test(arguments: ["1.000689", "1.001193", "3.000722"])
  func aNewbornAsksForNothingInAnyOfThem(procedure: String) throws {
    for (id, sources) in try Self.sources(procedure) { #expect(sources.people[.requester] == nil, "\(id)") }
    var mother = Person(name: "Hồ Thị Kăn Tưm")
    mother.relation = Relation(.mother)
    for (id, sources) in try Self.sources(procedure, { $0.applicant = mother }) {
      #expect(sources.people[.requester]?.person.name == mother.name, "\(id)")
    }
  }

  @Test func whoComesForHerselfAsksForHerself() throws {
    for (id, sources) in try Self.sources("1.004873") {
      #expect(sources.people[.requester]?.person == FormSamples.dossier().owner, "\(id)")
    }
  }

  @Test func itIsAddressedToTheOfficeThatDecides() throws {
    let other = try #require(AdministrativeUnits.quangTri.unit(code: "19429", era: .twoLevels))
    let deciding = try #require(OfficeID.ofUnit(other.code))
    for (_, sources) in try Self.sources("1.004873") {
      #expect(sources.office == "Ủy ban nhân dân xã La Lay, tỉnh Quảng Trị")
    }
    for (_, sources) in try Self.sources("1.004873", { $0.decidingOffice = deciding }) {
      #expect(sources.office == DeclarationSources.officeName(of: other))
      #expect(sources.place == "La Lay")
    }
    for (_, sources) in try Self.sources("1.004873", { $0.decidingOffice = OfficeID(high: 7, low: 7) }) {
      #expect(sources.office.isEmpty)
    }
    for (_, sources) in try Self.sources("1.004873", { $0.decidingOfficeName = "Sở Tư pháp" }) {
      #expect(sources.office == "Sở Tư pháp")
    }
  }
}
