import DossierDomain
import JournalFormat

/// The province's decisions about procedures, beyond the starter catalogue.
enum ProcedureDecisions {
  /// `valid_from` is a day number, the least one if the day is not known. `number` counts all decisions and is unique.
  static let tables = [
    """
    CREATE TABLE procedure_version (
      code TEXT NOT NULL, valid_from NUMBER NOT NULL, number NUMBER NOT NULL, payload BYTES NOT NULL,
      PRIMARY KEY (code, valid_from))
    """,
    "CREATE TABLE office_procedures (office BYTES PRIMARY KEY, number NUMBER NOT NULL)",
  ]

  /// Replaces the earlier decision with the same code and first day; an equal decision changes nothing.
  static func keep(_ version: ProcedureVersion, in transaction: any ServerTransaction) throws {
    let payload = try EntryFormat.payload(of: version)
    let key: [ServerValue] = [
      .text(version.code), .integer(version.validFrom.value.map { Int64($0.dayNumber) } ?? Int64(Int32.min)),
    ]
    let kept = try transaction.rows("SELECT payload FROM procedure_version WHERE code = $1 AND valid_from = $2", key)
    guard try kept.first?.blob(0) != payload else { return }
    try transaction.run(
      """
      INSERT INTO procedure_version (code, valid_from, number, payload)
      VALUES ($1, $2, (SELECT coalesce(max(number), 0) + 1 FROM procedure_version), $3)
      ON CONFLICT (code, valid_from) DO UPDATE SET number = excluded.number, payload = excluded.payload
      """, key + [.blob(payload)])
  }

  /// In the order in which they were made.
  static func all(in transaction: any ServerTransaction) throws -> [ProcedureVersion] {
    try rows(after: 0, in: transaction).map(\.version)
  }

  static func catalogue(in transaction: any ServerTransaction) throws -> Catalogue {
    let changes = try all(in: transaction)
    return changes.isEmpty ? .starter : Catalogue(changes: changes)
  }

  static func missing(
    _ office: OfficeID, in transaction: any ServerTransaction
  ) throws -> [ProvinceDecisions.Missing] {
    let known = try transaction.rows("SELECT number FROM office_procedures WHERE office = $1", [.blob(office.bytes)])
    return try rows(after: try known.first?.integer(0) ?? 0, in: transaction).map { number, version in
      ProvinceDecisions.Missing(action: .setProcedure(version)) {
        try transaction.run(
          """
          INSERT INTO office_procedures (office, number) VALUES ($1, $2)
          ON CONFLICT (office) DO UPDATE SET number = excluded.number
          """, [.blob(office.bytes), .integer(number)])
      }
    }
  }

  private static func rows(
    after number: Int64, in transaction: any ServerTransaction
  ) throws -> [(number: Int64, version: ProcedureVersion)] {
    try transaction.rows(
      "SELECT number, payload FROM procedure_version WHERE number > $1 ORDER BY number", [.integer(number)]
    ).map { (try $0.integer(0), try EntryFormat.procedure(ofPayload: try $0.blob(1))) }
  }
}
