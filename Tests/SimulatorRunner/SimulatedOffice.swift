import DossierDomain

/// An office of the province with its clerks.
struct SimulatedOffice {
  let office: Office
  let clerks: [Clerk]

  static let laLay = SimulatedOffice(
    number: 1,
    Office(
      id: OfficeID(high: 9, low: 9), name: "Trung tâm PVHCC xã La Lay", agencyCode: "000.19.45.H50", unitCode: "19594",
      requiresPIN: false), names: ["Hồ Thị Kăn", "Lê Văn Sơn", "Trần Thị Hòa"])

  /// Decides some of the dossiers that La Lay receives, and the other way round.
  static let huongHiep = SimulatedOffice(
    number: 2,
    Office(
      id: OfficeID(high: 9, low: 8), name: "Trung tâm PVHCC xã Hướng Hiệp", agencyCode: "000.20.45.H50",
      unitCode: "19555", requiresPIN: false), names: ["Hồ Văn Thơ", "Nguyễn Thị Lý", "Phan Công Đức"])

  private init(number: UInt64, _ office: Office, names: [String]) {
    self.office = office
    let roles: [Set<Clerk.Role>] = [
      [.headOfDesk, .reception, .administrator], [.reception, .specialist], [.specialist, .signingLeader],
    ]
    clerks = zip(names, roles).enumerated().map { index, clerk in
      Clerk(id: ClerkID(high: number, low: UInt64(index + 1)), name: clerk.0, roles: clerk.1)
    }
  }
}
