import DossierDomain
import JournalFormat

/// A row of the list of offices.
public struct OfficeSummary: Hashable, Sendable {
  public var id: OfficeID
  public var name: String
  public var agencyCode: String
  /// The number of entries in its order.
  public var head: Int64
  public var devices: Int
}

extension Administration {
  /// Creates an office that has not worked before. The province writes its settings and clerks as the beginning of its
  /// order. Open dossiers that other offices received for it follow.
  ///
  /// - Throws: also `AdministrationError.unitCodeTaken`.
  public func createOffice(_ office: Office, clerks: [Clerk], at now: Instant) throws {
    let epoch: DeviceEpoch = newIdentifier(at: now)
    let code = try UnitCodes.name(of: office.unitCode)
    try store.transaction { transaction in
      guard try OfficeRecord.find(agencyCode: office.agencyCode, in: transaction) == nil,
        try OfficeRecord.find(office.id, in: transaction) == nil
      else { throw AdministrationError.officeExists }
      let names: Set = [office.id, code]
      for name in names.sorted() { try OfficeAliases.hold(name, in: transaction) }
      try UnitCodes.set([code], of: office.agencyCode, at: now, in: transaction)
      let awaited = try AwaitedDossiers(for: names, in: transaction)
      try OfficeRecord.insert(
        office.id, name: office.name, agencyCode: office.agencyCode, epoch: epoch, in: transaction)
      for id in awaited.homes.sorted() { _ = try OfficeRecord.lock(id, in: transaction) }
      guard let record = try OfficeRecord.find(office.id, in: transaction) else { return }
      let order = try OfficeOrder(record, dossiers: Set(awaited.dossiers.keys), in: transaction)
      try order.appendOwn(.office(.setOffice(office)), dossier: nil, at: now)
      for clerk in [ProvinceClerk.clerk] + clerks {
        try order.appendOwn(.office(.setClerk(clerk)), dossier: nil, at: now)
      }
      try awaited.enter(order, in: transaction)
      try order.finish()
    }
  }

  public func offices() throws -> [OfficeSummary] {
    try store.read { transaction in
      try OfficeRecord.all(in: transaction).map { office in
        let devices = try transaction.rows(
          "SELECT count(*) FROM device WHERE office = $1", [.blob(office.id.bytes)]
        ).first?.integer(0)
        return OfficeSummary(
          id: office.id, name: office.name, agencyCode: office.agencyCode, head: office.head,
          devices: Int(devices ?? 0))
      }
    }
  }

  /// Finds an office by its agency code, which is how people name it.
  public func office(agencyCode: String) throws -> OfficeID {
    try store.read { transaction in
      guard let office = try OfficeRecord.find(agencyCode: agencyCode, in: transaction) else {
        throw AdministrationError.officeUnknown
      }
      return office.id
    }
  }
}
