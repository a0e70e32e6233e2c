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

  /// A person who was named as the father is never lost to an applicant who is said to be him, and nobody is both parents.
  @Test func nobodyIsBothParents() throws {
    func person(_ name: String, _ number: String, _ kind: Relation.Kind) -> Person {
      var person = Person(name: name, identityNumber: number)
      person.relation = Relation(kind)
      return person
    }
    func parents(_ applicant: Person, _ related: [Person]) throws -> [String?] {
      let sources = try Self.sources("1.001193") { ($0.applicant, $0.related) = (applicant, related) }
      let birth = try #require(sources["birth"])
      return [birth.people[.father]?.person.name, birth.people[.mother]?.person.name]
    }
    let father = person("Hồ Văn Cưới", "045088000001", .father)
    #expect(try parents(person("Trần Thị Mẫu", "045190001234", .mother), [father]) == ["Hồ Văn Cưới", "Trần Thị Mẫu"])
    #expect(try parents(person("Trần Thị Mẫu", "045190001234", .father), [father]) == ["Hồ Văn Cưới", nil])
    #expect(try parents(person("Trần Thị Mẫu", "045190001234", .father), []) == [nil, nil])
    #expect(try parents(person("Hồ Văn Khác", "", .father), [father]) == ["Hồ Văn Cưới", nil])
    let mother = person("Trần Thị Mẫu", "191234567", .mother)
    #expect(try parents(mother, [person("Hồ Văn Cưới", "191234567", .father)]) == [nil, nil])
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
