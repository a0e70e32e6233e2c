import DossierDomain

/// Maps names of offices to offices. Desks identify an office that they do not know otherwise by the code of its
/// commune. An office that worked alone before has an id of its own, and the province's administrators name its codes.
enum OfficeAliases {
  /// Called when the settings of an office are accepted: from now on what is received under the codes that were named for
  /// it has places in its order. The code in its settings does not matter, because any desk may claim one.
  static func keep(of office: OfficeRecord, in transaction: any ServerTransaction) throws {
    for alias in try UnitCodes.names(of: office.agencyCode, in: transaction).sorted() where alias != office.id {
      try transaction.run(
        """
        INSERT INTO office_alias (alias, office) VALUES ($1, $2)
        ON CONFLICT (alias) DO UPDATE SET office = excluded.office
        """, [.blob(alias.bytes), .blob(office.id.bytes)])
    }
  }

  /// All names that desks may use for an office.
  static func names(of office: OfficeID, in transaction: any ServerTransaction) throws -> Set<OfficeID> {
    guard let record = try OfficeRecord.find(office, in: transaction) else { return [office] }
    return try UnitCodes.names(of: record.agencyCode, in: transaction).union([office])
  }

  /// The office behind a name; the id itself if nothing more is known.
  static func resolve(_ id: OfficeID, in transaction: any ServerTransaction) throws -> OfficeID {
    guard id.unitCode != nil else { return id }
    return try office(behind: id, in: transaction) ?? id
  }

  /// Nil if there is no office behind the name yet.
  static func office(behind name: OfficeID, in transaction: any ServerTransaction) throws -> OfficeID? {
    if try OfficeRecord.find(name, in: transaction) != nil { return name }
    let office = try transaction.rows("SELECT office FROM office_alias WHERE alias = $1", [.blob(name.bytes)]).first
      .flatMap { OfficeID(bytes: try $0.blob(0)) }
    return office == name ? nil : office
  }

  /// Locks a name until the end of the transaction. A transaction that finds no office behind a name locks it, and so
  /// does one that creates this office. They therefore wait for each other, and no dossier is missed. Several names are
  /// locked in the order of their ids, before any order is locked.
  static func hold(_ name: OfficeID, in transaction: any ServerTransaction) throws {
    // A row that refers to itself means that there is no office yet.
    try transaction.run(
      "INSERT INTO office_alias (alias, office) VALUES ($1, $2) ON CONFLICT (alias) DO NOTHING",
      [.blob(name.bytes), .blob(name.bytes)])
    _ = try transaction.rows(
      "SELECT office FROM office_alias WHERE alias = $1\(transaction.lockingClause)", [.blob(name.bytes)])
  }
}
