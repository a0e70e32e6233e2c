import DossierDomain
import OfficeWork
import Testing

@testable import DossierStore

@Suite struct KnownPersonStoreTests {
  @Test func aPersonIsFoundByNumberOrByHerWholeName() throws {
    let fixture = try OfficeFixture()
    for (name, number) in [("Hồ Thị Lan", "045190001234"), ("Hồ Thị Lan Anh", ""), ("Lê Văn Sơn", "045190001299")] {
      var form = fixture.form(name, days: 5)
      form.owner.identityNumber = number
      _ = try fixture.performConfirming(
        Act(dossier: fixture.newID(), commands: [.receive(form)]), by: fixture.reception, at: OfficeFixture.morning)
    }
    func names(_ name: String, _ number: String) throws -> [String] {
      try fixture.store.search.known(KnownQuery(name: name, number: number, viewer: fixture.headViewer))
        .map(\.person.name)
    }
    #expect(try names("", "045190001234") == ["Hồ Thị Lan"])
    #expect(try names("Hồ Thị Lan", "") == ["Hồ Thị Lan"])
    #expect(try names("Hồ Thị Lan", "045190009999") == [])
    #expect(try names("", "") == [])
  }

  @Test func aPersonIsFoundByTheNumberOfAnEarlierCard() throws {
    let fixture = try OfficeFixture()
    for (name, number, old) in [
      ("Hồ Thị Lan", "191234567", ""), ("Hồ Thị Lan", "045190001234", "191234567"), ("Lê Văn Sơn", "191234568", ""),
    ] {
      var form = fixture.form(name, days: 5)
      (form.owner.identityNumber, form.owner.oldNumber) = (number, old)
      _ = try fixture.performConfirming(
        Act(dossier: fixture.newID(), commands: [.receive(form)]), by: fixture.reception, at: OfficeFixture.morning)
    }
    for query in [
      KnownQuery(name: "", number: "045190001234", oldNumber: "191234567", viewer: fixture.headViewer),
      KnownQuery(name: "", number: "191234567", viewer: fixture.headViewer),
    ] {
      let known = try fixture.store.search.known(query)
      #expect(known.map(\.dossiers.count) == [2])
    }
  }

  /// Two numbers are looked for, and each could fill the list.
  @Test func noMoreDossiersThanAreShownAreRead() throws {
    let fixture = try OfficeFixture()
    for number in ["191234567", "045190001234"] {
      for _ in 0..<(KnownPerson.mostDossiers - 5) {
        var form = fixture.form("Hồ Thị Lan", days: 5)
        form.owner.identityNumber = number
        _ = try fixture.performConfirming(
          Act(dossier: fixture.newID(), commands: [.receive(form)]), by: fixture.reception, at: OfficeFixture.morning)
      }
    }
    let known = try fixture.store.search.known(
      KnownQuery(name: "", number: "045190001234", oldNumber: "191234567", viewer: fixture.headViewer))
    #expect(known.map(\.dossiers.count) == [KnownPerson.mostDossiers])
  }

  /// Whoever is named beside the owner is found by her name; a confidential dossier shows nobody.
  @Test func aParentIsFoundByHerName() throws {
    let fixture = try OfficeFixture()
    var form = fixture.form("Hồ Thị Mới", days: 5)
    var mother = Person(name: "Kray Thị Mẹ")
    mother.relation = Relation(.mother)
    form.related = [mother]
    _ = try fixture.performConfirming(
      Act(dossier: fixture.newID(), commands: [.receive(form)]), by: fixture.reception, at: OfficeFixture.morning)
    let query = KnownQuery(name: "Kray Thị Mẹ", number: "", viewer: fixture.headViewer)
    #expect(try fixture.store.search.known(query).map(\.person.name) == ["Kray Thị Mẹ"])
  }

  @Test func aConfidentialDossierMakesNobodyKnownToOthers() throws {
    let fixture = try OfficeFixture()
    let code = try #require(Catalogue.starter.versions.first { $0.isConfidential && $0.isReceivable }?.code)
    let id = try fixture.receive("Nguyễn Thị Kín", procedure: code).id
    try fixture.perform(.assign(to: fixture.specialist.id), on: id)
    for (clerk, count) in [(fixture.reception, 0), (fixture.specialist, 1)] {
      let known = try fixture.store.search.known(
        KnownQuery(name: "Nguyễn Thị Kín", number: "", viewer: Viewer(clerk)))
      #expect(known.count == count)
    }
  }
}
