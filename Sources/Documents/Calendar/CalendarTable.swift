import DossierDomain
import VietnameseText

/// The days of a calendar as a table that people edit: date, kind, name, source. What `csv` writes, `read` reads again.
public enum CalendarTable {
  public struct Problem: Hashable, Sendable {
    /// From 1; nil when it is about a whole year.
    public var line: Int?
    public var reason: Reason
  }

  public enum Reason: Hashable, Sendable {
    case dateUnreadable(String)
    case kindUnknown(String)
    case quoteNotClosed
    case fieldTooLong
    case fault(YearlyDecision.Fault)
  }

  public enum ReadError: Error, Hashable, Sendable {
    case tooLarge(maximum: Int)
    case encodingUnreadable(String)
    case empty
    /// Nothing was taken: half a decision would be a wrong calendar.
    case problems([Problem])
  }

  public static let maximumBytes = 1 << 20

  public static func csv(_ rows: [CalendarRow], _ language: Language) -> String {
    let heading = language.pick("Ngày,Loại,Tên,Căn cứ", "Date,Kind,Name,Source").split(separator: ",").map(String.init)
    let lines = rows.map { [$0.date.slashed, $0.kind.wording(language), $0.name, $0.source] }
    return DelimitedTextWriter.byteOrderMark + ([heading] + lines).map(DelimitedTextWriter.line).joined()
  }

  /// - Returns: a decision for each year that the table has days of, by year.
  public static func read(_ bytes: [UInt8]) throws(ReadError) -> [YearlyDecision] {
    guard bytes.count <= maximumBytes else { throw .tooLarge(maximum: maximumBytes) }
    let encoding = TextEncoding.detect(bytes)
    let text: [UInt8]
    do { text = Array(try encoding.decode(bytes).normalisedVietnamese.utf8) } catch {
      throw .encodingUnreadable(encoding.rawValue)
    }
    var problems: [Problem] = []
    var rows: [CalendarRow] = []
    let reader = DelimitedTextReader(bytes: text, delimiter: DelimitedTextReader.detectDelimiter(in: text))
    for (place, record) in reader.enumerated() {
      let fields = record.fields.map { Substring($0.cleaned(maxLength: 1000)).trimmingBlanks }
      // Titles and headings have no digits where dates have them.
      if fields.allSatisfy(\.isEmpty) || place == 0 && isHeading(fields[0]) { continue }
      do throws(Reason) { rows.append(try row(record, fields)) } catch {
        problems.append(Problem(line: record.line, reason: error))
      }
    }
    var decisions: [YearlyDecision] = []
    for year in Set(rows.map(\.date.year)).sorted() {
      do throws(YearlyDecision.Fault) {
        decisions.append(try .entered(year: year, rows: rows.filter { $0.date.year == year }))
      } catch {
        problems.append(Problem(line: nil, reason: .fault(error)))
      }
    }
    guard problems.isEmpty else { throw .problems(problems) }
    guard !decisions.isEmpty else { throw .empty }
    return decisions
  }

  private static func isHeading(_ field: String) -> Bool { !field.isEmpty && !field.contains(where: \.isNumber) }

  private static func row(
    _ record: DelimitedTextReader.Record, _ fields: [String]
  ) throws(Reason) -> CalendarRow {
    switch record.problem {
    case .quoteNotClosed: throw .quoteNotClosed
    case .fieldTooLong: throw .fieldTooLong
    case nil: break
    }
    func field(_ place: Int) -> String { place < fields.count ? fields[place] : "" }
    guard let date = CivilDate(text: field(0)) else { throw .dateUnreadable(field(0)) }
    let word = field(1).folded
    let kind = CalendarRow.Kind.allCases.first { kind in
      ([kind.rawValue] + Language.allCases.map { kind.wording($0) }).contains { $0.folded == word }
    }
    guard let kind else { throw .kindUnknown(field(1)) }
    return CalendarRow(date: date, kind: kind, name: field(2), source: field(3))
  }
}

extension CalendarTable.Reason: Error {}

extension CalendarTable.Reason {
  public func wording(_ language: Language) -> String {
    switch self {
    case .dateUnreadable(let text):
      language.pick("Không đọc được ngày \"\(text)\" (cần dd/mm/yyyy)", "Cannot read the date \"\(text)\" (dd/mm/yyyy)")
    case .kindUnknown(let text):
      language.pick(
        "Không rõ loại \"\(text)\" (\(Self.kinds(.vi)))", "Unknown kind \"\(text)\" (\(Self.kinds(.en)))")
    case .quoteNotClosed:
      language.pick("Dấu ngoặc kép mở mà không đóng", "A quote is opened and never closed")
    case .fieldTooLong: language.pick("Ô dài quá 64 KB", "The cell is longer than 64 KB")
    case .fault(let fault): fault.wording(language)
    }
  }

  private static func kinds(_ language: Language) -> String {
    CalendarRow.Kind.allCases.map { $0.wording(language) }.joined(separator: ", ")
  }
}

extension CalendarTable.ReadError {
  /// What is wrong, a line each; nothing was changed.
  public func sentences(_ language: Language, file: String) -> [String] {
    switch self {
    case .tooLarge(let maximum):
      [language.pick("\(file): tệp lớn quá \(maximum >> 20) MB.", "\(file): larger than \(maximum >> 20) MB.")]
    case .encodingUnreadable(let name):
      [language.pick("\(file): không đọc được bảng mã (\(name)).", "\(file): cannot decode (\(name)).")]
    case .empty: [language.pick("\(file): không có ngày nào.", "\(file): there is no day in it.")]
    case .problems(let problems):
      problems.prefix(20).map { problem in
        "\(file)\(problem.line.map { ":\($0)" } ?? ""): \(problem.reason.wording(language))"
      } + [language.pick("Lịch làm việc giữ như cũ.", "The calendar stays as it was.")]
    }
  }
}
