import DossierDomain

/// The codes of communes that the province's administrators have named for offices. What desks send says nothing about
/// them, because the dossiers of a commune are not for anybody who merely claims its code.
///
/// They are stored by agency code: an office that worked alone is known by nothing else before it comes.
enum UnitCodes {
  static let tables = [
    "CREATE TABLE unit_code (alias BYTES PRIMARY KEY, agency_code TEXT NOT NULL)",
    // An office that was made with its code has it as its id.
    "INSERT INTO unit_code (alias, agency_code) SELECT id, agency_code FROM office",
    // In earlier versions an office had the code of its settings, unless another one had it.
    """
    INSERT INTO unit_code (alias, agency_code) SELECT a.alias, o.agency_code FROM office_alias a
    JOIN office o ON o.id = a.office WHERE a.alias <> a.office ON CONFLICT (alias) DO NOTHING
    """,
  ]

  /// The name by which desks identify the office of a commune.
  static func name(of code: String) throws(AdministrationError) -> OfficeID {
    guard let name = OfficeID.ofUnit(code) else { throw .unitCodeMalformed(code) }
    return name
  }

  /// Names the codes of an office that is made or awaited, in place of those that were named for it before.
  static func set(
    _ names: Set<OfficeID>, of agencyCode: String, at now: Instant, in transaction: any ServerTransaction
  ) throws {
    try transaction.run("DELETE FROM unit_code WHERE agency_code = $1", [.text(agencyCode)])
    for name in names.sorted() { try add(name, to: agencyCode, at: now, in: transaction) }
  }

  /// - Throws: `AdministrationError.unitCodeTaken` if another office has the code, or is awaited with it.
  static func add(
    _ name: OfficeID, to agencyCode: String, at now: Instant, in transaction: any ServerTransaction
  ) throws {
    try OfficeAliases.hold(name, in: transaction)
    if let holder = try holder(of: name, in: transaction), holder != agencyCode,
      try isOffice(holder, at: now, in: transaction)
    {
      throw AdministrationError.unitCodeTaken(name.unitCode ?? "", by: holder)
    }
    try transaction.run(
      """
      INSERT INTO unit_code (alias, agency_code) VALUES ($1, $2)
      ON CONFLICT (alias) DO UPDATE SET agency_code = excluded.agency_code
      """, [.blob(name.bytes), .text(agencyCode)])
  }

  /// The agency code of the office that a code was named for.
  static func holder(of name: OfficeID, in transaction: any ServerTransaction) throws -> String? {
    try transaction.rows("SELECT agency_code FROM unit_code WHERE alias = $1", [.blob(name.bytes)]).first?.text(0)
  }

  static func names(of agencyCode: String, in transaction: any ServerTransaction) throws -> Set<OfficeID> {
    let rows = try transaction.rows("SELECT alias FROM unit_code WHERE agency_code = $1", [.text(agencyCode)])
    return Set(try rows.compactMap { OfficeID(bytes: try $0.blob(0)) })
  }

  /// Whether there is such an office, or a code with which it may still come. Otherwise its codes are free.
  private static func isOffice(
    _ agencyCode: String, at now: Instant, in transaction: any ServerTransaction
  ) throws -> Bool {
    if try OfficeRecord.find(agencyCode: agencyCode, in: transaction) != nil { return true }
    return try !transaction.rows(
      "SELECT hash FROM adoption WHERE agency_code = $1 AND used_at IS NULL AND expires_at > $2",
      [.text(agencyCode), .integer(now.milliseconds)]
    ).isEmpty
  }
}
