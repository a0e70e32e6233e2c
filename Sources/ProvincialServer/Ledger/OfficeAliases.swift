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

  /// The office that is meant; the id itself when nothing more is known.
  static func resolve(_ id: OfficeID, in transaction: any ServerTransaction) throws -> OfficeID {
    guard id.unitCode != nil, try OfficeRecord.find(id, in: transaction) == nil else { return id }
    return try transaction.rows("SELECT office FROM office_alias WHERE alias = $1", [.blob(id.bytes)]).first
      .flatMap { OfficeID(bytes: try $0.blob(0)) } ?? id
  }
}
