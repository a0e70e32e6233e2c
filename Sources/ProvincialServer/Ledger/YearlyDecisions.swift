import DossierDomain

/// The province's decisions about the days of a year.
enum YearlyDecisions {
  static let tables = [
    "CREATE TABLE yearly_decision (year NUMBER PRIMARY KEY, number NUMBER NOT NULL)",
    """
    CREATE TABLE decided_day (
      year NUMBER NOT NULL, date NUMBER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, source TEXT NOT NULL,
      PRIMARY KEY (year, date))
    """,
    """
    CREATE TABLE office_decision (
      office BYTES NOT NULL, year NUMBER NOT NULL, number NUMBER NOT NULL, PRIMARY KEY (office, year))
    """,
  ]

  /// Replaces the earlier decision about that year; an equal decision changes nothing.
  static func keep(_ decision: YearlyDecision, in transaction: any ServerTransaction) throws {
    guard try !all(in: transaction).contains(decision) else { return }
    let year = ServerValue.integer(Int64(decision.year))
    try transaction.run(
      """
      INSERT INTO yearly_decision (year, number) VALUES ($1, 1)
      ON CONFLICT (year) DO UPDATE SET number = yearly_decision.number + 1
      """, [year])
    try transaction.run("DELETE FROM decided_day WHERE year = $1", [year])
    for row in decision.rows {
      try transaction.run(
        "INSERT INTO decided_day (year, date, kind, name, source) VALUES ($1, $2, $3, $4, $5)",
        [year, .integer(Int64(row.date.dayNumber)), .text(row.kind.rawValue), .text(row.name), .text(row.source)])
    }
  }

  /// By year, including those that revoked a decision.
  static func all(in transaction: any ServerTransaction) throws -> [YearlyDecision] {
    try transaction.rows("SELECT year FROM yearly_decision ORDER BY year", []).map {
      try decision(of: try $0.integer(0), in: transaction)
    }
  }

  static func missing(
    _ office: OfficeID, in transaction: any ServerTransaction
  ) throws -> [ProvinceDecisions.Missing] {
    try transaction.rows(
      """
      SELECT d.year, d.number FROM yearly_decision d
      LEFT JOIN office_decision o ON o.office = $1 AND o.year = d.year
      WHERE o.number IS NULL OR o.number < d.number ORDER BY d.year
      """, [.blob(office.bytes)]
    ).map { row in
      let (year, number) = (try row.integer(0), try row.integer(1))
      return ProvinceDecisions.Missing(action: .setDays(try decision(of: year, in: transaction))) {
        try transaction.run(
          """
          INSERT INTO office_decision (office, year, number) VALUES ($1, $2, $3)
          ON CONFLICT (office, year) DO UPDATE SET number = excluded.number
          """, [.blob(office.bytes), .integer(year), .integer(number)])
      }
    }
  }

  private static func decision(of year: Int64, in transaction: any ServerTransaction) throws -> YearlyDecision {
    let rows = try transaction.rows(
      "SELECT date, kind, name, source FROM decided_day WHERE year = $1 ORDER BY date", [.integer(year)])
    return try YearlyDecision(
      year: Int(year),
      rows: rows.map { row in
        guard let kind = CalendarRow.Kind(rawValue: try row.text(1)) else {
          throw ServerStoreError.refused("kind of day")
        }
        return CalendarRow(
          date: CivilDate(dayNumber: Int(try row.integer(0))), kind: kind, name: try row.text(2),
          source: try row.text(3))
      })
  }
}
