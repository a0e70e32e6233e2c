import DossierDomain
import GRDB
import OfficeWork
import Testing

@testable import DossierStore

@Suite("Search over dossiers")
struct SearchIndexTests {
  /// Every rule holds for rows that wait to be folded and for rows in the folded lists.
  @Test(arguments: [false, true])
  func everyWordMustBeginAWordOfTheDossierInAnyOrder(isFolded: Bool) throws {
    let fixture = try SearchFixture()
    try fixture.add(
      1, fixture.dossier(7, owner: "Hồ Thị Kăn Tưm", identity: "045199001234", phone: "0912345678", applicant: "Lê Hoà")
    )
    try fixture.add(2, fixture.dossier(450, owner: "Nguyễn Văn Đạt", identity: "045099005555"))
    if isFolded { try fixture.fold() }
    let cases: [(String, [Int64])] = [
      ("hồ kăn tưm", [1]), ("tum ho", [1]), ("KĂN", [1]), ("k t h", [1]), ("lê hòa", [1]), ("le hoà", [1]),
      ("dat", [2]), ("đạt nguyễn", [2]), ("dat kan", []), ("khai sinh", [2, 1]), ("khai sinh hồ", [1]),
      ("0912", [1]), ("0912345678", [1]), ("09123456789", []), ("345678", []), ("045199001234", [1]),
      ("000.19.45.H50-241004-0007", [1]), ("0007", [1]), ("h50", [2, 1]), ("1.001193", [2, 1]), ("zz", []), ("", []),
      ("  ... -- ", []),
    ]
    for (typed, expected) in cases {
      #expect(try fixture.find(typed).rids == expected, "\(typed)")
    }
  }

  @Test(arguments: [false, true])
  func exactComesBeforeToneFoldedBeforeMarkFreeAndNewerBeforeOlder(isFolded: Bool) throws {
    let fixture = try SearchFixture()
    for (rid, name) in [
      (1, "Trần Hòa"), (2, "Trần Hoả"), (3, "Trần Hoa"), (4, "Trần Hơa"), (5, "Trần Hoà"), (6, "Trần Hoa"),
    ] {
      try fixture.add(Int64(rid), fixture.dossier(rid, owner: name))
    }
    if isFolded { try fixture.fold() }
    #expect(try fixture.find("hòa").rids == [5, 1, 6, 3, 2, 4])
    #expect(try fixture.find("hoa").rids == [6, 3, 5, 2, 1, 4])
    #expect(try fixture.find("hoa", limit: 2) == SearchIndex.Hits(rids: [6, 3], hasMore: true))
    #expect(try fixture.find("hoa", limit: 6).hasMore == false)
  }

  @Test func lastFourDigitsOfACodeComeBeforeNumbersThatBeginSo() throws {
    let fixture = try SearchFixture()
    try fixture.add(1, fixture.dossier(451, owner: "Lê A"))
    try fixture.add(2, fixture.dossier(8, owner: "Lê B", identity: "045199001234", phone: "0451000000"))
    try fixture.fold()
    #expect(try fixture.find("0451").rids == [1, 2])
  }

  @Test func aCorrectedNameIsFoundByTheNewOneOnly() throws {
    let fixture = try SearchFixture()
    try fixture.add(1, fixture.dossier(7, owner: "Nguyễn Văn Nghiêngg"))
    try fixture.fold()
    try fixture.add(1, fixture.dossier(7, owner: "Phạm Thị Yến", phone: "0912345678"))
    #expect(try fixture.find("nghiêngg").rids == [])
    #expect(try fixture.find("yến").rids == [1])
    try fixture.fold()
    #expect(try fixture.find("nguyen").rids == [])
    #expect(try fixture.find("nghiengg").rids == [])
    #expect(try fixture.find("pham 0912345678").rids == [1])
    #expect(try fixture.faults().isEmpty)
  }

  @Test(arguments: [
    "\"", "'", "*", "NEAR(", "a AND", "OR", "^", "name:x", "-", "(((", "\u{0}", "%_", "\u{1F600}", "é́́", "nguyễn OR *",
    String(repeating: "a ", count: 9_000), String(repeating: "9", count: 9_000),
  ])
  func whateverIsTypedIsAQuestion(typed: String) throws {
    let fixture = try SearchFixture()
    try fixture.add(1, fixture.dossier(7, owner: "Hồ Thị Lan"))
    #expect(try fixture.find(typed).rids.count <= 1)
    try fixture.fold()
    #expect(try fixture.find(typed).rids.count <= 1)
  }

  @Test(arguments: [false, true])
  func confidentialNamesAreFoundByAssigneeAndHeadOnly(isFolded: Bool) throws {
    let fixture = try SearchFixture()
    let assignee = ClerkID(high: 0, low: 9)
    try fixture.add(
      1, fixture.dossier(7, owner: "Nguyễn Bí Mật", phone: "0912345678", assignee: assignee, isConfidential: true))
    try fixture.add(2, fixture.dossier(8, owner: "Nguyễn Lan", assignee: fixture.clerk, isConfidential: true))
    if isFolded { try fixture.fold() }
    let head = Viewer(clerk: ClerkID(high: 0, low: 1), seesConfidential: true)
    #expect(try fixture.find("bí mật").rids == [])
    #expect(try fixture.find("0912345678").rids == [])
    #expect(try fixture.find("nguyen").rids == [2])
    #expect(try fixture.find("0007").rids == [1])
    #expect(try fixture.find("bí mật", as: Viewer(clerk: assignee, seesConfidential: false)).rids == [1])
    #expect(try fixture.find("nguyen", as: head).rids == [2, 1])
    let visible = try fixture.database.read {
      try SearchIndex.matches($0, text: "nguyen", viewer: Viewer(clerk: fixture.clerk, seesConfidential: false))
    }
    #expect(visible?.rids == [2])
  }

  @Test func aPersonIsKnownByNameAndNumberAcrossRoles() throws {
    let fixture = try SearchFixture()
    let she = "Hồ Thị Lan"
    try fixture.add(1, fixture.dossier(1, owner: she, identity: "045199001234"))
    try fixture.add(2, fixture.dossier(2, owner: "HỒ THỊ LAN", identity: "045199001234"))
    try fixture.add(3, fixture.dossier(3, owner: she, identity: "045199009999"))
    try fixture.add(4, fixture.dossier(4, owner: she, identity: "045199001234", isConfidential: true))
    let person = Person(name: she, identityNumber: "045199001234")
    let record = try fixture.database.read { try SearchIndex.person($0, person) }
    #expect(record == SearchIndex.PersonRecord(dossierCount: 2, newestRid: 2))
    let rids = try fixture.database.read {
      try SearchIndex.rids($0, name: she, identityNumber: "045199001234", birth: "", limit: 10)
    }
    #expect(rids == [2, 1])
  }

  @Test func aDamagedListIsNamedAndRebuildingMendsIt() throws {
    let fixture = try SearchFixture()
    for rid in 1...40 { try fixture.add(Int64(rid), fixture.dossier(rid, owner: "Hồ Thị Lan")) }
    try fixture.fold()
    #expect(try fixture.faults().isEmpty)
    try fixture.database.write {
      try $0.execute(
        sql: "UPDATE search_posting SET rows = x'FFFFFFFF' WHERE place = (SELECT min(place) FROM search_posting)")
    }
    #expect(try !fixture.faults().isEmpty)
    try fixture.database.write { db in
      try SearchIndex.clear(db)
      for rid in 1...40 {
        try SearchIndex.replace(db, rid: Int64(rid), dossier: fixture.dossier(rid, owner: "Hồ Thị Lan"))
      }
      try SearchIndex.fold(db)
    }
    #expect(try fixture.faults().isEmpty)
  }
}
