import DossierDomain
import VietnameseText

/// The days of a calendar as a table that people edit: date, kind, name, source. `read` can read the output of `csv`.
public enum CalendarTable {
  public enum Reason: TableReason {
    case kindMissing
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

  /// Columns are found by their headings. A table without headings has them in the order of `csv`.
  public static func read(_ bytes: [UInt8]) throws(ReadError) -> Contents {
    let table = try EditedTable<Reason>(bytes, Column.self)
    var problems = table.problems
    var contents = Contents()
    var places = Dictionary(uniqueKeysWithValues: zip(Column.allCases, 0...))
    if let first = table.rows.first {
      let heading = TableHeading<Column>(first.fields)
      if heading.places[.date] != nil, heading.places.count > 1 {
        guard heading.places[.kind] != nil else { throw .problems([TableProblem(line: first.line, .kindMissing)]) }
        if let rivals = heading.rivals {
          throw .problems([TableProblem(line: first.line, .columnTwice(first: rivals.first, second: rivals.second))])
        }
        places = heading.places
        contents.remarks.headingsNotUnderstood = heading.notUnderstood
      }
    }
    var rows: [CalendarRow] = []
    for (place, record) in table.rows.enumerated() where place > 0 || !isHeading(record.field(places[.date])) {
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

  /// A field without digits is a title or heading, because dates have digits.
  private static func isHeading(_ field: String) -> Bool { !field.isEmpty && !field.contains(where: \.isNumber) }

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
