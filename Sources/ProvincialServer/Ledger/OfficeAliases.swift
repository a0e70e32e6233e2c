import DossierDomain

/// Desks name an office that they do not know otherwise by the code of its commune. An office that worked alone before has
/// an id of its own: its settings say whose code that is.
enum OfficeAliases {
  static func keep(_ settings: Office, of office: OfficeID, in transaction: any ServerTransaction) throws {
    guard let alias = OfficeID.ofUnit(settings.unitCode), alias != office else { return }
    try transaction.run(
      """
      INSERT INTO office_alias (alias, office) VALUES ($1, $2) ON CONFLICT (alias) DO UPDATE SET office = excluded.office
      """, [.blob(alias.bytes), .blob(office.bytes)])
  }

  /// All names by which desks may mean an office.
  static func names(of office: OfficeID, _ settings: Office) -> Set<OfficeID> {
    Set([office, OfficeID.ofUnit(settings.unitCode)].compactMap { $0 })
  }

  /// The office that is meant; the id itself when nothing more is known.
  static func resolve(_ id: OfficeID, in transaction: any ServerTransaction) throws -> OfficeID {
    guard id.unitCode != nil else { return id }
    return try office(behind: id, in: transaction) ?? id
  }

  /// Nil while there is no office behind a name.
  static func office(behind name: OfficeID, in transaction: any ServerTransaction) throws -> OfficeID? {
    if try OfficeRecord.find(name, in: transaction) != nil { return name }
    let office = try transaction.rows("SELECT office FROM office_alias WHERE alias = $1", [.blob(name.bytes)]).first
      .flatMap { OfficeID(bytes: try $0.blob(0)) }
    return office == name ? nil : office
  }

  /// Holds a name until the end of the transaction. Who finds nobody behind it holds it, and who comes to be behind it
  /// does: so they wait for each other, and no dossier falls between them. Several are held in the order of their ids,
  /// before any order is locked.
  static func hold(_ name: OfficeID, in transaction: any ServerTransaction) throws {
    // A row that names itself: nobody yet.
    try transaction.run(
      "INSERT INTO office_alias (alias, office) VALUES ($1, $2) ON CONFLICT (alias) DO NOTHING",
      [.blob(name.bytes), .blob(name.bytes)])
    _ = try transaction.rows(
      "SELECT office FROM office_alias WHERE alias = $1\(transaction.lockingClause)", [.blob(name.bytes)])
  }
}
