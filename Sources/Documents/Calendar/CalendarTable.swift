import DossierDomain
import VietnameseText

/// The days of a calendar as a table that people edit: date, kind, name, source. `read` can read the output of `csv`.
public enum CalendarTable {
  public enum Reason: TableReason {
    case kindMissing
    case aboveHeadings
    case columnTwice(first: String, second: String)
    case dateUnreadable(String)
    case kindUnknown(String)
    case fault(YearlyDecision.Fault)
  }

  public typealias ReadError = TableReadError<Reason>

  enum Column: TableColumn {
    case date, kind, name, source

    static let names = collectedNames()

    var heading: (vi: String, en: String) {
      switch self {
      case .date: ("Ngày", "Date")
      case .kind: ("Loại", "Kind")
      case .name: ("Tên", "Name")
      case .source: ("Căn cứ", "Source")
      }
    }

    var otherNames: String {
      switch self {
      case .date: "ngay thang, ngay thang nam, ngay nghi"
      case .kind: "loai ngay, hinh thuc"
      case .name: "ten ngay, ten ngay nghi, ten ngay le, ngay le, noi dung, dip"
      case .source: "nguon, van ban, so van ban"
      }
    }
  }

  public static func csv(_ rows: [CalendarRow], _ language: Language) -> String {
    let heading = Column.allCases.map { language.pick($0.heading.vi, $0.heading.en) }
    let lines = rows.map { [$0.date.slashed, $0.kind.wording(language), $0.name, $0.source] }
    return DelimitedTextWriter.byteOrderMark + ([heading] + lines).map(DelimitedTextWriter.line).joined()
  }

  /// What a table says.
  public struct Contents: TableContents {
    public internal(set) var remarks = TableRemarks()
    /// One for each year that occurs in the table, ordered by year.
    public internal(set) var decisions: [YearlyDecision] = []
  }

  /// Columns are found by their headings; a table without headings has them in the order of `csv`. Titles above the
  /// table, and totals and signatures below it, are left out and named.
  public static func read(_ bytes: [UInt8]) throws(ReadError) -> Contents {
    let table = try EditedTable<Reason>(bytes, Column.self)
    var contents = Contents()
    var rows: [CalendarRow] = []
    var problems = table.problems
    let (start, places) = try heading(of: table, &contents.remarks)
    for row in table.rows.prefix(max(0, start - 1)) {
      if row.fields.contains(where: { CivilDate(text: $0) != nil }), row.fields.contains(where: { kind($0) != nil }) {
        problems.append(TableProblem(line: row.line, .aboveHeadings))
      } else {
        contents.remarks.linesAround.append(row.line)
      }
    }
    var around = TextAroundTable()
    var isTitle = start == 0
    for record in table.rows.dropFirst(start) {
      let (date, kind) = (record.field(places[.date]), kind(record.field(places[.kind])))
      let hasDay = isNumberOrDate(date) || CivilDate(text: date) != nil || kind != nil
      if hasDay && !RegisterLayout.isRowOfColumnNumbers(record.fields) {
        isTitle = false
      } else if isTitle && Self.isTitle(record.fields, date: date) || around.includes(record.fields, hasFacts: false) {
        contents.remarks.linesAround.append(record.line)
        continue
      }
      do throws(Reason) { rows.append(try row(record, places)) } catch {
        problems.append(TableProblem(line: record.line, error))
      }
    }
    for year in Set(rows.map(\.date.year)).sorted() {
      do throws(YearlyDecision.Fault) {
        contents.decisions.append(try .entered(year: year, rows: rows.filter { $0.date.year == year }))
      } catch {
        problems.append(TableProblem(line: nil, .fault(error)))
      }
    }
    guard problems.isEmpty else { throw .problems(problems) }
    guard !contents.decisions.isEmpty else { throw .empty }
    return contents
  }

  /// The place of the first row below the headings, 0 without headings, and the columns.
  private static func heading(
    of table: EditedTable<Reason>, _ remarks: inout TableRemarks
  ) throws(ReadError) -> (start: Int, places: [Column: Int]) {
    let named = table.rows.prefix(30).map { TableHeading<Column>($0.fields) }
    let place = named.firstIndex { $0.places[.date] != nil && $0.places.count > 1 }
    guard let place else { return (0, Dictionary(uniqueKeysWithValues: zip(Column.allCases, 0...))) }
    let (heading, line) = (named[place], table.rows[place].line)
    guard heading.places[.kind] != nil else { throw .problems([TableProblem(line: line, .kindMissing)]) }
    if let rivals = heading.rivals {
      throw .problems([TableProblem(line: line, .columnTwice(first: rivals.first, second: rivals.second))])
    }
    remarks.headingsNotUnderstood = heading.notUnderstood
    return (place + 1, heading.places)
  }

  /// A damaged date is still a date, and is told.
  private static func isNumberOrDate(_ text: String) -> Bool {
    text.contains(where: \.isNumber) && text.allSatisfy { $0.isNumber || "/.- ".contains($0) }
  }

  /// Whether a row above the first day is no day: it is one text, or has no number where days have their date.
  private static func isTitle(_ cells: [String], date: String) -> Bool {
    cells.count { !$0.isEmpty } == 1 || !date.contains(where: \.isNumber)
      || cells.contains(where: TextAroundTable.endsTable)
  }

  private static func row(
    _ record: EditedTable<Reason>.Row, _ places: [Column: Int]
  ) throws(Reason) -> CalendarRow {
    let written = record.field(places[.date])
    guard let date = CivilDate(text: written) else { throw .dateUnreadable(written) }
    guard let kind = kind(record.field(places[.kind])) else { throw .kindUnknown(record.field(places[.kind])) }
    return CalendarRow(
      date: date, kind: kind, name: record.field(places[.name]), source: record.field(places[.source]))
  }

  private static func kind(_ text: String) -> CalendarRow.Kind? {
    let word = text.folded
    return CalendarRow.Kind.allCases.first { kind in
      ([kind.rawValue] + Language.allCases.map { kind.wording($0) }).contains { $0.folded == word }
    }
  }
}

extension CalendarTable.Reason {
  public func wording(_ language: Language) -> String {
    switch self {
    case .kindMissing:
      language.pick(
        "Thiếu cột \"Loại\" (\(Self.kinds(.vi)))", "The column \"Kind\" is missing (\(Self.kinds(.en)))")
    case .aboveHeadings:
      language.pick(
        "Ngày đứng trên dòng tên cột: chuyển xuống dưới dòng ấy",
        "A day stands above the row of headings: move it below that row")
    case .columnTwice(let first, let second): TableRemarks.columnTwice(first, second, language)
    case .dateUnreadable(let text):
      language.pick("Không đọc được ngày \"\(text)\" (cần dd/mm/yyyy)", "Cannot read the date \"\(text)\" (dd/mm/yyyy)")
    case .kindUnknown(let text):
      language.pick(
        "Không rõ loại \"\(text)\" (\(Self.kinds(.vi)))", "Unknown kind \"\(text)\" (\(Self.kinds(.en)))")
    case .fault(let fault): fault.wording(language)
    }
  }

  private static func kinds(_ language: Language) -> String {
    CalendarRow.Kind.allCases.map { $0.wording(language) }.joined(separator: ", ")
  }
}
