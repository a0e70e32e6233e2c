import DossierDomain
import VietnameseText

/// Procedures as a table that people edit, one per row. Columns are found by their headings, in the words of the program
/// or in other common ones. `read` can read the output of `csv`.
public enum ProcedureTable {
  public enum Reason: TableReason {
    case columnsMissing
    case aboveHeadings
    case codeMissing
    case columnTwice(first: String, second: String)
    case dateUnreadable(String)
    case limitUnreadable(String)
    case levelUnknown(String)
    case standingUnknown(String)
    case feeUnreadable(String)
    case boundUnreadable(String)
    case answerUnreadable(String)
    case twice(code: String)
    case fault(ProcedureVersion.Fault)
  }

  public typealias ReadError = TableReadError<Reason>

  public static func csv(_ versions: [ProcedureVersion], _ language: Language) -> String {
    DelimitedTextWriter.byteOrderMark + rows(versions, language).map(DelimitedTextWriter.line).joined()
  }

  /// The row of headings, and one for each version.
  static func rows(_ versions: [ProcedureVersion], _ language: Language) -> [[String]] {
    [Column.allCases.map { language.pick($0.heading.vi, $0.heading.en) }]
      + versions.map { version in Column.allCases.map { $0.text(of: version, .cell(language)) } }
  }

  // MARK: Reading

  /// What a table says.
  public struct Contents: TableContents {
    public internal(set) var remarks = TableRemarks()
    /// As the rows say it. What has no column is unknown; `completed` adds what is known of it.
    public var versions: [ProcedureVersion] { rows.map(\.version) }
    var rows: [(line: Int, version: ProcedureVersion)] = []
    /// The columns that the table has.
    var columns: Set<Column> = []
    /// The codes of rows that cannot be read.
    var damagedCodes: Set<String> = []
    var cellCount = 0
  }

  /// What makes a row one of its own.
  struct VersionKey: Hashable {
    var code: String
    var from: Known<CivilDate>
  }

  /// The first row with a heading for code and name names the columns; all other columns may be missing. Titles above
  /// it, and totals and signatures below the table, are left out and named.
  public static func read(_ bytes: [UInt8]) throws(ReadError) -> Contents {
    let (contents, problems) = try readable(bytes)
    guard problems.isEmpty else { throw .problems(problems) }
    guard !contents.rows.isEmpty else { throw .empty }
    return contents
  }

  /// The rows that can be read, and what is wrong with the others.
  static func readable(
    _ bytes: [UInt8], mostCells: Int = EditedTableLimits.cells
  ) throws(ReadError) -> (Contents, [TableProblem<Reason>]) {
    let table = try EditedTable<Reason>(bytes, Column.self, mostCells: mostCells)
    var problems = table.problems
    guard let first = table.rows.first else {
      if problems.isEmpty { throw .empty }
      throw .problems(problems)
    }
    guard let (place, heading) = table.heading(with: [Column.code, .name]) else {
      throw .problems([TableProblem(line: first.line, .columnsMissing)])
    }
    let headings = table.rows[place]
    if let rivals = heading.rivals {
      throw .problems([TableProblem(line: headings.line, .columnTwice(first: rivals.first, second: rivals.second))])
    }
    var contents = Contents()
    contents.cellCount = table.cellCount
    contents.remarks.headingsNotUnderstood = heading.notUnderstood
    contents.columns = Set(heading.places.keys)
    for row in table.rows.prefix(place) {
      if row.fields.contains(where: ProcedureVersion.isCode) {
        problems.append(TableProblem(line: row.line, .aboveHeadings))
      } else {
        contents.remarks.linesAround.append(row.line)
      }
    }
    var around = TextAroundTable()
    var seen: Set<VersionKey> = []
    for row in table.rows.dropFirst(place + 1) {
      let cells = Cells(row: row, places: heading.places)
      if isAround(cells, heading, &around) {
        contents.remarks.linesAround.append(row.line)
        continue
      }
      do throws(CellFault) {
        let version = try version(cells)
        guard seen.insert(VersionKey(code: version.code, from: version.validFrom)).inserted else {
          throw CellFault(reason: .twice(code: version.code))
        }
        contents.rows.append((row.line, version))
      } catch {
        let column = error.column.flatMap { heading.places[$0] }.map(headings.field)
        problems.append(TableProblem(line: row.line, column: column, error.reason))
        contents.damagedCodes.insert(cells.text(.code))
      }
    }
    return (contents, problems)
  }

  /// Whether a row is no procedure but text between the procedures or below them. A fee tells nothing: a total has one.
  private static func isAround(
    _ cells: Cells, _ heading: TableHeading<Column>, _ around: inout TextAroundTable
  ) -> Bool {
    let code = cells.text(.code)
    if ProcedureVersion.isCode(code) { return false }
    // Printed pages repeat the headings.
    if TableHeading<Column>(cells.row.fields).places == heading.places { return true }
    let limit = try? Self.limit(cells.text(.limit))
    let days = [Column.from, .through].contains { CivilDate(text: cells.text($0)) != nil }
    let isDamagedCode = code.contains(where: \.isNumber) && !RowKind.isTotal(code) && !TextAroundTable.endsTable(code)
    return around.includes(
      cells.row.fields, hasFacts: isDamagedCode || days || limit.map { $0 != .unknown } ?? false)
  }

  private struct CellFault: Error {
    /// Nil if the fault concerns the whole row.
    var column: Column?
    var reason: Reason
  }

  private struct Cells {
    var row: EditedTable<Reason>.Row
    var places: [Column: Int]

    func text(_ column: Column) -> String { row.field(places[column]) }
    func lines(_ column: Column) -> [String] { row.lines(places[column]) }
    func list(_ column: Column, _ list: CellList) -> [String] {
      list.texts(text(column), lines: places[column].flatMap { row.lines[$0] })
    }

    func read<Value>(_ column: Column, _ reading: (String) throws(Reason) -> Value) throws(CellFault) -> Value {
      do throws(Reason) { return try reading(text(column)) } catch { throw CellFault(column: column, reason: error) }
    }
  }

  private static func version(_ cells: Cells) throws(CellFault) -> ProcedureVersion {
    guard !cells.text(.code).isEmpty else { throw CellFault(reason: .codeMissing) }
    let standing = try cells.read(.standing) { (text: String) throws(Reason) in
      try Self.standing(text, replacedBy: cells.text(.replacedBy))
    }
    var version = ProcedureVersion(
      code: cells.text(.code), name: cells.text(.name), field: cells.text(.field), standing: standing,
      validFrom: try cells.read(.from, day), validTo: try cells.read(.through, day),
      onlineLevel: try cells.read(.level, level), timeLimit: try cells.read(.limit, limit),
      components: cells.lines(.components).flatMap { $0.split(separator: ";") }.map(\.trimmingBlanks)
        .filter { !$0.isEmpty },
      fee: try cells.read(.fee, fee), isChecked: try cells.read(.checked, answer), note: cells.text(.note),
      isConfidential: try cells.read(.confidential, answer))
    version.bounds.supplements = try cells.read(.supplements, bound)
    version.bounds.waitingDays = try cells.read(.waitingDays, bound)
    version.bounds.extensions = try cells.read(.extensions, bound)
    version.bounds.extensionDays = try cells.read(.extensionDays, bound)
    if !cells.text(.paperResult).isEmpty { version.hasPaperResult = try cells.read(.paperResult, answer) }
    version.rules.names = ProcedureNames(
      short: cells.text(.shortName), initials: cells.list(.initials, .initials),
      phrases: cells.list(.phrases, .phrases), sectorCode: cells.text(.sectorCode), portalID: cells.text(.portalID))
    do throws(ProcedureVersion.Fault) { return try version.checked() } catch {
      throw CellFault(reason: .fault(error))
    }
  }
}
