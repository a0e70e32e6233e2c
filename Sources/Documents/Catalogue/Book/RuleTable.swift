import DossierDomain

/// A sheet of rules: its rows by procedure, without the text around them.
struct RuleTable<Column: RuleColumn> {
  typealias Reason = ProcedureBook.Reason

  private(set) var rows: [RuleCells<Column>] = []
  private(set) var remarks = TableRemarks()
  private(set) var problems: [TableProblem<Reason>] = []
  /// As the sheet has them.
  private(set) var headings: [Column: String] = [:]
  private(set) var cellCount = 0

  /// The columns that would say facts and are not there.
  var missing: [Column] { Column.allCases.filter { $0 != .code && $0 != .from && headings[$0] == nil } }

  /// - Throws: `.empty` if no cell is filled in. Headings alone say that there are no such rules.
  init(_ bytes: [UInt8], mostCells: Int, _ hours: WorkingHours?) throws(TableReadError<Reason>) {
    guard !bytes.isEmpty else { throw .empty }
    let table = try EditedTable<Reason>(bytes, Column.self, mostCells: mostCells)
    cellCount = table.cellCount
    problems = table.problems
    guard let first = table.rows.first else {
      if problems.isEmpty { throw .empty }
      throw .problems(problems)
    }
    guard let (place, heading) = table.heading(with: [Column.code] + Column.required) else {
      throw .problems([TableProblem(line: first.line, .columnsMissing(Self.names(Column.required)))])
    }
    let named = table.rows[place]
    if let rivals = heading.rivals {
      throw .problems([
        TableProblem(line: named.line, .procedure(.columnTwice(first: rivals.first, second: rivals.second)))
      ])
    }
    headings = heading.places.mapValues { named.field($0) }
    remarks.headingsNotUnderstood = heading.notUnderstood
    for row in table.rows.prefix(place) {
      if row.fields.contains(where: ProcedureVersion.isCode) {
        problems.append(TableProblem(line: row.line, .procedure(.aboveHeadings)))
      } else {
        remarks.linesAround.append(row.line)
      }
    }
    var around = TextAroundTable()
    for row in table.rows.dropFirst(place + 1) {
      let cells = RuleCells<Column>(row: row, places: heading.places, hours: hours)
      if Self.isAround(cells, heading, &around) {
        remarks.linesAround.append(row.line)
      } else {
        rows.append(cells)
      }
    }
  }

  private static func isAround(
    _ cells: RuleCells<Column>, _ heading: TableHeading<Column>, _ around: inout TextAroundTable
  ) -> Bool {
    let code = cells.text(.code)
    if ProcedureVersion.isCode(code) { return false }
    // Printed pages repeat the headings.
    if TableHeading<Column>(cells.row.fields).places == heading.places { return true }
    // A row with all that a rule needs has only lost its code.
    let isRule = Column.required.allSatisfy { !cells.text($0).isEmpty }
    let isDamagedCode = code.contains(where: \.isNumber) && !RowKind.isTotal(code) && !TextAroundTable.endsTable(code)
    return around.includes(cells.row.fields, hasFacts: isRule || isDamagedCode)
  }

  private static func names(_ columns: [Column]) -> [ProcedureBook.HeadingName] {
    ([Column.code] + columns).map(\.headingName)
  }
}

extension RuleColumn {
  var headingName: ProcedureBook.HeadingName { ProcedureBook.HeadingName(vi: heading.vi, en: heading.en) }
}
