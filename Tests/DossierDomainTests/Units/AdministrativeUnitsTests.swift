import DossierDomain
import Testing

@Suite struct AdministrativeUnitsTests {
  private let units = AdministrativeUnits.quangTri

  private func names(_ query: String) -> [String] { units.find(query).map(\.fullName) }

  @Test func theProvinceHas78UnitsAndFollowed265() {
    let current = units.units.filter { $0.era == .twoLevels }
    #expect(current.count == 78)
    #expect(units.units.count == 78 + 265)
    #expect(current.filter { $0.kind == .commune }.count == 69)
    #expect(current.filter { $0.kind == .ward }.count == 8)
    #expect(current.filter { $0.kind == .specialZone }.map(\.name) == ["Cồn Cỏ"])
  }

  /// Every former unit became part of exactly one present unit, and every present unit has a former one.
  @Test func everyFormerUnitBelongsToOneUnitOfToday() throws {
    var followed: Set<String> = []
    for unit in units.units {
      let today = try #require(units.today(of: unit), "\(unit.fullName)")
      #expect(today.era == .twoLevels)
      if unit.era == .threeLevels { followed.insert(today.code) }
    }
    #expect(followed.count == 78)
  }

  /// Code 44 meant Quảng Bình before 1 July 2025 and means Quảng Trị since.
  @Test func aProvinceCodeIsReadWithItsEra() {
    let names = Set(units.units.filter { $0.province.code == "44" }.map { "\($0.era) \($0.province.name)" })
    #expect(names == ["threeLevels Quảng Bình", "twoLevels Quảng Trị"])
  }

  @Test func aCommuneCodeIsReadWithItsEra() {
    #expect(units.unit(code: "19594", era: .threeLevels)?.name == "A Ngo")
    #expect(units.unit(code: "19594", era: .twoLevels)?.name == "La Lay")
  }

  @Test(arguments: [
    ("19591", "Xã La Lay, Quảng Trị"), ("19594", "Xã La Lay, Quảng Trị"), ("19555", "Xã Hướng Hiệp, Quảng Trị"),
    ("19579", "Xã Đakrông, Quảng Trị"), ("19585", "Xã Tà Rụt, Quảng Trị"), ("19567", "Xã Ba Lòng, Quảng Trị"),
  ])
  func communesOfTheFormerDakrongDistrictAreFoundToday(code: String, name: String) throws {
    let former = try #require(units.unit(code: code, era: .threeLevels))
    #expect(units.today(of: former)?.fullName == name)
  }

  @Test(arguments: ["Đakrông", "Đa Krông", "dakrong", "da krong", "ĐA KRÔNG", "đak"])
  func bothSpellingsOfDakrongFindTheCommuneFirst(query: String) {
    #expect(names(query).first == "Xã Đakrông, Quảng Trị")
    #expect(names(query).contains("Xã Đa Krông, Huyện Đa Krông, Quảng Trị"))
  }

  @Test func anOldAddressIsFoundWithItsDistrict() {
    #expect(names("a ngo da krong") == ["Xã A Ngo, Huyện Đa Krông, Quảng Trị"])
    #expect(names("huc nghi") == ["Xã Húc Nghì, Huyện Đa Krông, Quảng Trị"])
    #expect(names("con co").first == "Đặc khu Cồn Cỏ, Quảng Trị")
  }

  @Test func marksThatWereTypedBringTheirUnitForward() throws {
    let found = units.find("hải lăng").filter { $0.era == .twoLevels }.map(\.name)
    #expect(found == ["Hải Lăng", "Nam Hải Lăng"])
  }

  @Test(arguments: ["", " ", ",", "không có đâu"])
  func whatNamesNoUnitFindsNothing(query: String) {
    #expect(units.find(query).isEmpty)
  }
}
