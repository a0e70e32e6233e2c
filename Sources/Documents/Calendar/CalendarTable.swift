import DossierDomain
import VietnameseText

/// The days of a calendar as a table that people edit: date, kind, name, source. `read` can read the output of `csv`.
public enum CalendarTable {
  public enum Reason: TableReason {
    case dateUnreadable(String)
    case kindUnknown(String)
    case fault(YearlyDecision.Fault)
  }

  public typealias ReadError = TableReadError<Reason>

  public static func csv(_ rows: [CalendarRow], _ language: Language) -> String {
    let heading = language.pick("Ngày,Loại,Tên,Căn cứ", "Date,Kind,Name,Source").split(separator: ",").map(String.init)
    let lines = rows.map { [$0.date.slashed, $0.kind.wording(language), $0.name, $0.source] }
    return DelimitedTextWriter.byteOrderMark + ([heading] + lines).map(DelimitedTextWriter.line).joined()
  }

  /// - Returns: one decision for each year that occurs in the table, ordered by year.
  public static func read(_ bytes: [UInt8]) throws(ReadError) -> [YearlyDecision] {
    let table = try EditedTable<Reason>(bytes)
    var problems = table.problems
    var rows: [CalendarRow] = []
    for (place, record) in table.rows.enumerated() where place > 0 || !isHeading(record.field(0)) {
      do throws(Reason) { rows.append(try row(record)) } catch {
        problems.append(TableProblem(line: record.line, error))
      }
    }
    var decisions: [YearlyDecision] = []
    for year in Set(rows.map(\.date.year)).sorted() {
      do throws(YearlyDecision.Fault) {
        decisions.append(try .entered(year: year, rows: rows.filter { $0.date.year == year }))
      } catch {
        problems.append(TableProblem(line: nil, .fault(error)))
      }
    }
    guard problems.isEmpty else { throw .problems(problems) }
    guard !decisions.isEmpty else { throw .empty }
    return decisions
  }

  /// A field without digits is a title or heading, because dates have digits.
  private static func isHeading(_ field: String) -> Bool { !field.isEmpty && !field.contains(where: \.isNumber) }

  private static func row(_ record: EditedTable<Reason>.Row) throws(Reason) -> CalendarRow {
    guard let date = CivilDate(text: record.field(0)) else { throw .dateUnreadable(record.field(0)) }
    let word = record.field(1).folded
    let kind = CalendarRow.Kind.allCases.first { kind in
      ([kind.rawValue] + Language.allCases.map { kind.wording($0) }).contains { $0.folded == word }
    }
    guard let kind else { throw .kindUnknown(record.field(1)) }
    return CalendarRow(date: date, kind: kind, name: record.field(2), source: record.field(3))
  }
}

extension CalendarTable.Reason {
  public func wording(_ language: Language) -> String {
    switch self {
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
