import DossierDomain
import VietnameseText

/// A fault in a row of one kind of table.
public protocol TableReason: Error, Hashable, Sendable {
  func wording(_ language: Language) -> String
}

/// Why nothing of an edited table was imported.
public enum TableReadError<Reason: TableReason>: Error, Hashable, Sendable {
  case tooLarge(maximum: Int)
  /// More cells than any table of this kind has, of all sheets together.
  case tooManyCells(maximum: Int)
  case file(TableFileError)
  /// The table has no rows.
  case empty
  /// Some rows cannot be read. Nothing is imported, because half a table would be a wrong one.
  case problems([TableProblem<Reason>])
}

public struct TableProblem<Reason: TableReason>: Hashable, Sendable {
  public enum Cause: Hashable, Sendable {
    case quoteNotClosed
    case fieldTooLong
    case rowTooLong
    case row(Reason)
  }

  /// From 1; nil if the problem concerns more than one row.
  public var line: Int?
  /// The heading of the cell as the table has it; nil if the problem concerns a row.
  public var column: String?
  public var cause: Cause

  public init(line: Int?, column: String? = nil, _ reason: Reason) {
    self.line = line
    self.column = column
    cause = .row(reason)
  }

  fileprivate init(line: Int?, column: String? = nil, _ cause: Cause) {
    self.line = line
    self.column = column
    self.cause = cause
  }

  /// The same problem of a table that several kinds of rows stand in.
  func map<Other: TableReason>(_ change: (Reason) -> Other) -> TableProblem<Other> {
    let cause: TableProblem<Other>.Cause =
      switch cause {
      case .quoteNotClosed: .quoteNotClosed
      case .fieldTooLong: .fieldTooLong
      case .rowTooLong: .rowTooLong
      case .row(let reason): .row(change(reason))
      }
    return TableProblem<Other>(line: line, column: column, cause)
  }

  func sentence(_ language: Language, file: String) -> String {
    let column = column.map { language.pick("cột \"\($0)\": ", "column \"\($0)\": ") } ?? ""
    return "\(file)\(line.map { ":\($0)" } ?? ""): \(column)\(cause.wording(language))"
  }
}

/// Bounds of the tables that people edit.
enum EditedTableLimits {
  /// More than twice what 2,057 procedures with six papers have in all sheets.
  static let cells = 1_000_000
  static let bytes = 50 << 20
}

/// The cleaned rows of a small table, in any encoding and with any separator that spreadsheets write.
struct EditedTable<Reason: TableReason> {
  struct Row {
    var line: Int
    var fields: [String]
    /// The lines of the cells that have several.
    var lines: [Int: [String]] = [:]

    /// Empty if the row is shorter.
    func field(_ place: Int?) -> String { place.flatMap { $0 < fields.count ? fields[$0] : nil } ?? "" }

    /// The cell's lines; a cell without line breaks is one.
    func lines(_ place: Int?) -> [String] { place.flatMap { lines[$0] } ?? [field(place)] }
  }

  private(set) var rows: [Row] = []
  private(set) var problems: [TableProblem<Reason>] = []
  /// Of all rows, without the empty ones at their ends.
  private(set) var cellCount = 0

  /// - Parameters:
  ///   - columns: those whose headings tell the right delimiter.
  ///   - mostCells: reading ends with the row that has more.
  init<Column: TableColumn>(
    _ bytes: [UInt8], _ columns: Column.Type, mostCells: Int = EditedTableLimits.cells
  ) throws(TableReadError<Reason>) {
    guard bytes.count <= EditedTableLimits.bytes else { throw .tooLarge(maximum: EditedTableLimits.bytes) }
    let file: DelimitedFile
    do throws(TableFileError) {
      file = try DelimitedFile(bytes, encoding: nil) { TableHeading<Column>($0).places.count }
    } catch { throw .file(error) }
    for record in file.records {
      var fields = record.fields.map { Self.cleaned(DelimitedTextWriter.unquoted($0)) }
      while fields.last?.isEmpty == true { fields.removeLast() }
      cellCount += fields.count
      guard cellCount <= mostCells else { throw .tooManyCells(maximum: EditedTableLimits.cells) }
      switch record.problem {
      case .quoteNotClosed: problems.append(TableProblem(line: record.line, .quoteNotClosed))
      case .fieldTooLong: problems.append(TableProblem(line: record.line, .fieldTooLong))
      case .recordTooLong: problems.append(TableProblem(line: record.line, .rowTooLong))
      case nil where fields.isEmpty: break
      case nil:
        var row = Row(line: record.line, fields: fields)
        for (place, field) in record.fields.enumerated() where field.contains(where: \.isNewline) {
          row.lines[place] = DelimitedTextWriter.unquoted(field).split(whereSeparator: \.isNewline).map {
            Self.cleaned(String($0))
          }
        }
        rows.append(row)
      }
    }
  }

  private static func cleaned(_ text: String) -> String {
    Substring(text.cleaned(maxLength: 20_000)).trimmingBlanks
  }
}

extension TableProblem.Cause {
  fileprivate func wording(_ language: Language) -> String {
    switch self {
    case .quoteNotClosed:
      language.pick("Dấu ngoặc kép mở mà không đóng", "A quote is opened and never closed")
    case .fieldTooLong: language.pick("Ô dài quá 64 KB", "The cell is longer than 64 KB")
    case .rowTooLong:
      language.pick(
        "Dòng quá dài (hơn 256 KB, 60 dòng chữ hoặc 1.000 ô)",
        "The row is too long (over 256 KB, 60 lines or 1,000 cells)")
    case .row(let reason): reason.wording(language)
    }
  }
}

extension TableReadError {
  func map<Other: TableReason>(_ change: (Reason) -> Other) -> TableReadError<Other> {
    switch self {
    case .tooLarge(let maximum): .tooLarge(maximum: maximum)
    case .tooManyCells(let maximum): .tooManyCells(maximum: maximum)
    case .file(let error): .file(error)
    case .empty: .empty
    case .problems(let problems): .problems(problems.map { $0.map(change) })
    }
  }

  /// The problems, one line each. Nothing was changed.
  public func sentences(_ language: Language, file: String) -> [String] {
    switch self {
    case .tooLarge(let maximum):
      [language.pick("\(file): tệp lớn quá \(maximum >> 20) MB.", "\(file): larger than \(maximum >> 20) MB.")]
    case .tooManyCells(let maximum):
      [
        language.pick(
          "\(file): quá \(maximum / 1_000_000) triệu ô có chữ (tính cả các trang khác). Hãy chia thành nhiều lần.",
          "\(file): over \(maximum / 1_000_000) million cells, other sheets included. Take it in in parts.")
      ]
    case .file(let error): ["\(file): \(error.wording(language))"]
    case .empty: [language.pick("\(file): không có dòng nào.", "\(file): there is no row in it.")]
    case .problems(let problems):
      problems.prefix(20).map { $0.sentence(language, file: file) } + [Self.nothingTaken(language)]
    }
  }

  static func nothingTaken(_ language: Language) -> String {
    language.pick("Chưa ghi gì: mọi thứ giữ như cũ.", "Nothing was taken in: all stays as it was.")
  }
}
