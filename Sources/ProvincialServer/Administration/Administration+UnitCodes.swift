import DossierDomain

extension Administration {
  /// The codes of the communes whose dossiers are for an office.
  public func unitCodes(of agencyCode: String) throws -> [String] {
    try store.read { transaction in
      let names = try UnitCodes.names(of: agencyCode, in: transaction)
      guard try !names.isEmpty || OfficeRecord.find(agencyCode: agencyCode, in: transaction) != nil else {
        throw AdministrationError.officeUnknown
      }
      return names.compactMap(\.unitCode).sorted()
    }
  }

  /// Names one more code for an office, for example after a merger. Open dossiers that wait for the office of this commune
  /// follow.
  public func addUnitCode(_ code: String, to agencyCode: String, at now: Instant) throws {
    let name = try UnitCodes.name(of: code)
    try store.transaction { transaction in
      guard let id = try OfficeRecord.find(agencyCode: agencyCode, in: transaction)?.id else {
        throw AdministrationError.officeUnknown
      }
      // An exchange that brings the office's settings holds this name too, so that one of both gives it the dossiers.
      try OfficeAliases.hold(id, in: transaction)
      try UnitCodes.add(name, to: agencyCode, at: now, in: transaction)
      let awaited = try AwaitedDossiers(for: [name], in: transaction)
      for office in awaited.homes.union([id]).sorted() { _ = try OfficeRecord.lock(office, in: transaction) }
      // An office that has brought nothing yet gets them with its settings.
      guard let record = try OfficeRecord.find(id, in: transaction), record.head > 0 else { return }
      let order = try OfficeOrder(record, dossiers: Set(awaited.dossiers.keys), in: transaction)
      try OfficeAliases.keep(of: record, in: transaction)
      try awaited.enter(order, in: transaction)
      try order.finish()
    }
  }

  /// Takes a code away from an office, or from one that is awaited. What was received for this commune stays where it is;
  /// what is received from now on waits for the office that gets the code.
  public func removeUnitCode(_ code: String, from agencyCode: String) throws {
    let name = try UnitCodes.name(of: code)
    try store.transaction { transaction in
      let office = try OfficeRecord.find(agencyCode: agencyCode, in: transaction)
      if let office { try OfficeAliases.hold(office.id, in: transaction) }
      try OfficeAliases.hold(name, in: transaction)
      // An office that was made with its code is found by its id, whatever else is said.
      guard office?.id != name, try UnitCodes.holder(of: name, in: transaction) == agencyCode else {
        throw AdministrationError.unitCodeNotRemovable(code)
      }
      try transaction.run("DELETE FROM unit_code WHERE alias = $1", [.blob(name.bytes)])
      try transaction.run("UPDATE office_alias SET office = alias WHERE alias = $1", [.blob(name.bytes)])
    }
  }
}
