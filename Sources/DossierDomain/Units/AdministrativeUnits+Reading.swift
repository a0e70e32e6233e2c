import ReferenceData

extension AdministrativeUnits {
  static func currentUnits() -> [AdministrativeUnit] {
    lines(of: CurrentUnits.rows).compactMap { cells in
      guard cells.count == 3, let kind = AdministrativeUnit.Kind(rawValue: cells[1]) else { return nil }
      return AdministrativeUnit(
        era: .twoLevels, code: cells[0], kind: kind, name: cells[2],
        province: AdministrativeUnit.Upper(code: "44", name: "Quảng Trị"))
    }
  }

  static func formerUnits() -> [AdministrativeUnit] {
    var units: [AdministrativeUnit] = []
    var province = AdministrativeUnit.Upper(code: "", name: "")
    var district = province
    for cells in lines(of: FormerUnits.rows) where cells.count == 4 {
      if cells[0].hasPrefix("# ") {
        province = AdministrativeUnit.Upper(code: String(cells[0].dropFirst(2)), name: cells[1])
        district = AdministrativeUnit.Upper(code: cells[2], name: cells[3])
      } else if let kind = AdministrativeUnit.Kind(rawValue: cells[1]) {
        units.append(
          AdministrativeUnit(
            era: .threeLevels, code: cells[0], kind: kind, name: cells[2], province: province, district: district,
            successorCode: cells[3]))
      }
    }
    return units
  }

  private static func lines(of rows: String) -> [[String]] {
    rows.utf8.split(separator: UInt8(ascii: "\n")).map { row in
      row.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { String(Substring($0)) }
    }
  }
}
