import DossierDomain

/// The clerks in an office's order, with the ids that an office had given them before it was enrolled.
struct ClerkList {
  private var clerks: [ClerkID: Clerk] = [:]
  private var provincial: [ClerkID: ClerkID] = [:]

  init(of office: OfficeID, in transaction: any ServerTransaction) throws {
    for row in try transaction.rows(
      "SELECT id, provincial, roles, is_active FROM clerk WHERE office = $1", [.blob(office.bytes)])
    {
      guard let id = ClerkID(bytes: try row.blob(0)), let other = ClerkID(bytes: try row.blob(1)) else { continue }
      let mask = try row.integer(2)
      clerks[id] = Clerk(
        id: id, name: "", roles: Set(Clerk.Role.allCases.filter { mask & 1 << Int64($0.rawValue) != 0 }),
        isActive: try row.integer(3) != 0)
      provincial[id] = other
    }
  }

  var isEmpty: Bool { clerks.isEmpty }

  /// The clerk with this id, either the provincial or the earlier one. The roles are those of the provincial id.
  func clerk(_ id: ClerkID) -> Clerk? {
    guard let own = clerks[id] else { return nil }
    guard let other = provincial[id], other != id, var mapped = clerks[other] else { return own }
    mapped.id = id
    return mapped
  }

  /// Whether one of the clerk's ids is permitted.
  func mayWrite(_ id: ClerkID, at clerks: MachineClerks) -> Bool {
    clerks.contains(id) || provincial[id].map { clerks.contains($0) } ?? false
  }

  /// Clerks that an office can have, those who have left included.
  static let most = 500

  var count: Int { clerks.count }

  func mayWrite(at machine: MachineClerks) -> Set<ClerkID> { Set(clerks.keys.filter { mayWrite($0, at: machine) }) }

  func heads() -> Set<ClerkID> { Set(clerks.keys.filter { clerk($0)?.has(.headOfDesk) == true }) }

  mutating func apply(_ action: OfficeAction, office: OfficeID, in transaction: any ServerTransaction) throws {
    switch action {
    case .setClerk(let clerk):
      clerks[clerk.id] = clerk
      provincial[clerk.id] = provincial[clerk.id] ?? clerk.id
      try keep(clerk.id, office, transaction)
    case .mapClerk(let local, let other):
      guard clerks[local] != nil, clerks[other] != nil else { return }
      provincial[local] = other
      try keep(local, office, transaction)
    case .setOffice, .setAbsence, .clearAbsence, .confirmClock, .setDays, .setProcedure, .setOpeningWeek,
      .setOpeningDay, .recordReading, .announce, .retractAnnouncement, .printBlanks, .strikeBlanks,
      .openBook:
      break
    }
  }

  private func keep(_ id: ClerkID, _ office: OfficeID, _ transaction: any ServerTransaction) throws {
    guard let clerk = clerks[id] else { return }
    let roles = clerk.roles.reduce(Int64(0)) { $0 | 1 << Int64($1.rawValue) }
    try transaction.run(
      """
      INSERT INTO clerk (office, id, provincial, roles, is_active) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (office, id) DO UPDATE SET provincial = excluded.provincial, roles = excluded.roles,
      is_active = excluded.is_active
      """,
      [
        .blob(office.bytes), .blob(id.bytes), .blob((provincial[id] ?? id).bytes), .integer(roles),
        .integer(clerk.isActive ? 1 : 0),
      ])
  }
}
