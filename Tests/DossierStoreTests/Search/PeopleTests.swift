import DossierDomain
import OfficeWork
import Testing

@testable import DossierStore

@Suite("People among the hits") struct PeopleHitTests {
  private func search(_ office: OfficeFixture, _ text: String) throws -> SearchResults {
    try office.store.search.find(SearchQuery(text: text, limit: 50, viewer: office.headViewer))
  }

  @Test(arguments: ["045191176943", "045 191 176 943", "0924461030", "0924.461.030", "0924 461 030"])
  func aPersonIsFoundByHerNumbersHoweverTheyAreWritten(text: String) throws {
    let office = try OfficeFixture()
    let form = ReceptionForm(
      procedureCode: OfficeFixture.certifiedCopy,
      owner: Person(name: "Trần Thị Mơ", identityNumber: "045191176943", phone: "0924461030"), components: [])
    _ = try office.store.decisions.perform(
      [Act(dossier: DossierID(high: 5, low: 5), commands: [.receive(form)])], by: office.head.id,
      at: OfficeFixture.morning)
    #expect(try search(office, text).people.map(\.name) == ["Trần Thị Mơ"])
  }

  /// Her dossiers are not counted for who is only related to a matter, also if she is the owner of another dossier.
  @Test func aParentLeadsToTheDossierAndIsNoPersonOfTheList() throws {
    let office = try OfficeFixture()
    let own = try office.receive("Kray Thị Mẹ")
    var form = ReceptionForm(
      procedureCode: OfficeFixture.certifiedCopy, owner: Person(name: "Hồ Thị Mới"), components: [])
    var mother = Person(name: "Kray Thị Mẹ")
    mother.relation = Relation(.mother)
    form.related = [mother]
    let other = DossierID(high: 5, low: 5)
    _ = try office.store.decisions.perform(
      [Act(dossier: other, commands: [.receive(form)])], by: office.head.id, at: OfficeFixture.morning)
    let found = try search(office, "kray thi me")
    #expect(Set(found.rows.map(\.id)) == [own.id, other])
    #expect(found.people.map(\.name) == ["Kray Thị Mẹ"] && found.people.first?.newest == own.id)
    #expect(found.people.first?.dossierCount == 1)
  }

  @Test func moreThanAreShownIsSaid() throws {
    let office = try OfficeFixture()
    for number in 1...14 { _ = try office.receive("Trần Văn \(number)") }
    let many = try search(office, "tran van")
    #expect(many.people.count == 12 && many.hasMorePeople)
    let all = try office.store.search.find(
      SearchQuery(text: "tran van", limit: 50, people: 50, viewer: office.headViewer))
    #expect(all.people.count == 14 && !all.hasMorePeople)
    #expect(try !search(office, "tran van 3").hasMorePeople)
  }

  /// The list of dossiers keeps its length, and every bearer of a name is reached.
  @Test func allPeopleOfANameAreListedPageAfterPage() throws {
    let office = try OfficeFixture()
    for number in 1...120 { _ = try office.receive("Trần Văn \(number)") }
    var read = SearchQuery.fewPeople
    var counts: [Int] = []
    while true {
      let found = try office.store.search.find(
        SearchQuery(text: "tran van", limit: 50, people: read, viewer: office.headViewer))
      #expect(found.rows.count == 50 && found.hasMore)
      #expect(Set(found.people.map(\.name)).count == found.people.count)
      counts.append(found.people.count)
      guard found.hasMorePeople, let more = SearchQuery.people(after: read) else { break }
      read = more
    }
    #expect(counts == [12, 50, 100, 120])
  }

  /// The last four digits do not contain the day, so the newest dossier comes first, whatever the order of arrival.
  @Test func theNewestOfACodesEndComesFirst() throws {
    let office = try OfficeFixture()
    let today = try office.receive("Lê A")
    let row = ImportedDossier(
      code: DossierCode("000.19.45.H50-261001-\(today.code.text.suffix(4))", origin: .imported),
      procedure: ProcedureReference(code: "2.000815", name: "Chứng thực"), owner: Person(name: "Lê B"),
      status: .inProgress, receivedAt: OfficeFixture.morning.adding(minutes: -60_000), dueAt: nil, resolvedAt: nil,
      handedBackAt: nil, office: office.office.id)
    _ = try office.store.decisions.importRegister([RowToImport(row)], by: office.head.id, at: OfficeFixture.morning)
    let found = try office.store.queue.findByCode(String(today.code.text.suffix(4)), viewer: office.headViewer)
    #expect(found.map(\.ownerName) == ["Lê A", "Lê B"])
  }
}
