import DossierDomain
import GRDB
import OfficeWork
import Testing

@testable import DossierStore

/// Search in data that an earlier version has indexed.
@Suite struct SearchRenewalTests {
  private func find(_ text: String, _ office: OfficeFixture) throws -> [String?] {
    try office.store.search.find(SearchQuery(text: text, limit: 10, viewer: office.headViewer)).rows.map(\.ownerName)
  }

  /// The index as the first version made it: without joined and whole names, and without a note of its revision.
  private func makeOld(_ office: OfficeFixture) throws {
    try office.store.upkeep.settleSearch()
    try office.store.write { db in
      let joined = ["hlen", "hơmai"]
      for row in try Row.fetchAll(db, sql: "SELECT rid, words FROM search_doc") {
        let words = (row[1] as String).split(separator: " ").map { String($0) }
        let old = words.filter { !SearchWords.isWholeName($0) && !joined.contains($0) }.joined(separator: " ")
        try db.execute(sql: "UPDATE search_doc SET words = ? WHERE rid = ?", arguments: [old, row[0] as Int64])
      }
      for table in ["token", "posting", "long"] { try db.execute(sql: "DELETE FROM search_\(table)") }
      try db.execute(sql: "INSERT INTO search_fresh SELECT rid, '', NULL, NULL FROM search_doc")
      try SearchIndex.fold(db)
      try db.execute(sql: "UPDATE setting SET value = '\(FoldedDossier.revision)' WHERE name = 'fold-rules'")
    }
    _ = try office.store.begin(at: OfficeFixture.morning)
  }

  @Test func anOlderIndexIsRenewedInSlicesAndOnlyOnce() throws {
    let office = try OfficeFixture()
    _ = try office.store.begin(at: OfficeFixture.morning)
    for name in ["H'Len Niê", "Hồ Văn Nam", "Bùi Thị Hơ-Mai", "Hồ Thị Lan", "Lê Văn Nam"] { try office.receive(name) }
    let before = try office.dump().filter { $0.hasPrefix("search_doc") }
    try makeOld(office)
    #expect(try find("hlen", office) == [] && find("homai", office) == [])
    // The newest come first.
    #expect(try office.store.upkeep.refold(slice: 3))
    #expect(try find("hlen", office) == [] && find("homai", office) == ["Bùi Thị Hơ-Mai"])
    // A change between two slices is indexed by the words of this version at once, and stays so.
    try office.receive("Nay H'Ƀŏ")
    while try office.store.upkeep.refold(slice: 2) {}
    #expect(try find("hlen", office) == ["H'Len Niê"] && find("hbo", office) == ["Nay H'Ƀŏ"])
    #expect(try Set(before).isSubset(of: office.dump()))
    try office.store.upkeep.settleSearch()
    #expect(try office.store.upkeep.verify().faults.isEmpty)
    #expect(try !office.store.begin(at: OfficeFixture.morning).isRefolding)
  }

  @Test func whoOnlyReadsRenewsNothing() throws {
    let office = try OfficeFixture()
    _ = try office.store.begin(at: OfficeFixture.morning)
    try office.receive("H'Len Niê")
    try makeOld(office)
    let other = try LocalStore(folder: office.folder, access: .readOnly)
    #expect(try !other.upkeep.refold())
    #expect(try find("hlen", office) == [])
  }
}
