import DossierDomain
import OfficeWork
import Testing

@testable import DossierStore

/// Names and numbers as citizens say and clerks type them.
@Suite struct NameSearchTests {
  @Test func namesWithApostrophesAndNumbersInGroupsAreFound() throws {
    let office = try OfficeFixture()
    let people = [
      ("H'Len Niê", "045098001231", "0912345671"), ("Hồ Thị K’Rông", "045098001232", "0912345672"),
      ("Đăk P'loong", "045098001233", "0912345673"), ("Bùi Thị Hơ-Mai", "045098001234", "0912345678"),
    ]
    let rows = people.enumerated().map { place, person in
      ImportedDossier(
        code: DossierCode("000.19.45.H50-261005-900\(place)", origin: .imported),
        procedure: ProcedureReference(code: "", name: ""),
        owner: Person(name: person.0, identityNumber: person.1, phone: person.2), status: .inProgress, receivedAt: nil,
        dueAt: nil, resolvedAt: nil, handedBackAt: nil, office: office.office.id)
    }
    _ = try office.store.decisions.importRegister(
      rows.map { RowToImport($0) }, by: office.head.id, at: OfficeFixture.morning)
    for settled in [false, true] {
      if settled { try office.store.upkeep.settleSearch() }
      for (typed, place) in [
        ("hlen", 0), ("h'len", 0), ("H’Len", 0), ("krong", 1), ("k'rong", 1), ("ploong", 2), ("homai", 3),
        ("ho mai", 3),
        ("hơ-mai", 3), ("045 098 001 234", 3), ("0912 345 678", 3), ("+84 912 345 678", 3), ("84912345678", 3),
      ] {
        let found = try office.store.search.find(SearchQuery(text: typed, limit: 10, viewer: office.headViewer))
        #expect(
          found.rows.map(\.ownerName) == [people[place].0] && found.people.map(\.name) == [people[place].0],
          "\(typed), settled \(settled)")
      }
    }
  }
}
