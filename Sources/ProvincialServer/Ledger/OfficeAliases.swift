import DossierDomain
import JournalFormat

/// Maps names of offices to offices. Desks identify an office that they do not know otherwise by the code of its
/// commune. An office that worked alone before has an id of its own, and its settings contain the code.
enum OfficeAliases {
  /// Does nothing if the settings of another office have this code: the dossiers of its commune are not for anybody who
  /// merely claims the code. An office that has corrected a wrong code no longer holds the wrong one.
  static func keep(_ settings: Office, of office: OfficeID, in transaction: any ServerTransaction) throws {
    guard let alias = OfficeID.ofUnit(settings.unitCode), alias != office else { return }
    if let holder = try self.office(behind: alias, in: transaction), holder != office,
      try holder == alias || isNamed(alias, by: holder, in: transaction)
    {
      return
    }
    try transaction.run(
      """
      INSERT INTO office_alias (alias, office) VALUES ($1, $2) ON CONFLICT (alias) DO UPDATE SET office = excluded.office
      """, [.blob(alias.bytes), .blob(office.bytes)])
  }

  /// Whether the latest settings of an office have this code. Only the few entries without a dossier are read.
  private static func isNamed(
    _ alias: OfficeID, by office: OfficeID, in transaction: any ServerTransaction
  ) throws -> Bool {
    var before = Int64.max
    while true {
      let rows = try transaction.rows(
        """
        SELECT sequence, bytes, verdict FROM entry WHERE office = $1 AND dossier IS NULL AND sequence < $2
        ORDER BY sequence DESC LIMIT 200
        """, [.blob(office.bytes), .integer(before)])
      for row in rows where try Verdicts.read(row, 2).counts {
        guard case .office(.setOffice(let settings))? = OrderCandidate(try row.blob(1))?.content else { continue }
        return OfficeID.ofUnit(settings.unitCode) == alias
      }
      guard let last = rows.last else { return false }
      before = try last.integer(0)
    }
  }

  /// All names that desks may use for an office.
  static func names(of office: OfficeID, _ settings: Office) -> Set<OfficeID> {
    Set([office, OfficeID.ofUnit(settings.unitCode)].compactMap { $0 })
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
