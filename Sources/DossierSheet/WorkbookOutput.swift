import Glibc
import Workbook

/// Writes the CSV of standard input as a workbook.
struct WorkbookOutput {
  /// A reason, and its place in the input. Row and column count from 1.
  struct Fault: Error {
    var name: String
    var row: Int?
    var column: Int?
  }

  private let interruptions = Interruptions()
  private static let pieceBytes = 64 << 10
  /// Of a field in UTF-8, three for each UTF-16 unit, and an apostrophe.
  private static let fieldBytes = 3 * WorkbookWriter.cellCharacters + 1

  /// The records of the input that belong to one sheet.
  struct Sheet {
    var name: String
    var rows: Int
  }

  /// - Parameters:
  ///   - path: must not exist; appears when the workbook is complete.
  ///   - sheets: divide the records among them, one sheet after another; empty for one sheet of all records.
  ///   - progress: called after each piece of work that takes a moment.
  func write(to path: String, sheets: [Sheet], progress: @escaping () -> Void) throws(Fault) {
    var waiting = (sheets.isEmpty ? [Sheet(name: "Sheet1", rows: .max)] : sheets)[...]
    guard var sheet = waiting.popFirst() else { return }
    let writer = try written { [sheet] () throws(WorkbookWritingError) in
      try WorkbookWriter(path: path, sheet: sheet.name)
    }
    var input = DelimitedInput(maximumColumns: WorkbookWriter.columns, maximumBytes: Self.fieldBytes) {
      () throws(DelimitedInput.Fault) in
      progress()
      guard let piece = interruptions.read(upTo: Self.pieceBytes) else { throw .stopped }
      return piece
    }
    var count = 0
    while true {
      let row: [String]?
      do throws(DelimitedInput.Fault) { row = try input.next() } catch { throw Fault(error) }
      guard let row else { break }
      count += 1
      if sheet.rows == 0 {
        guard let next = waiting.popFirst() else { throw Fault(name: "malformed", row: count) }
        sheet = next
        try written { [sheet] () throws(WorkbookWritingError) in try writer.begin(sheet: sheet.name) }
      }
      sheet.rows -= 1
      try written { () throws(WorkbookWritingError) in try writer.add(row) }
    }
    guard waiting.isEmpty, sheets.isEmpty || sheet.rows == 0 else { throw Fault(name: "malformed", row: count + 1) }
    try written { () throws(WorkbookWritingError) in
      try writer.finish {
        progress()
        return !interruptions.hasCome
      }
    }
  }

  private func written<Value>(_ body: () throws(WorkbookWritingError) -> Value) throws(Fault) -> Value {
    do throws(WorkbookWritingError) { return try body() } catch { throw Fault(error) }
  }
}

extension WorkbookOutput.Fault {
  fileprivate init(_ error: WorkbookWritingError) {
    name = error.name
    switch error {
    case .cellTooLong(let row, let column): (self.row, self.column) = (row, column)
    case .tooManyColumns(let row): self.row = row
    case .exists, .noSpace, .tooLarge, .notWritable, .tooManyRows, .empty, .interrupted: break
    }
  }

  fileprivate init(_ fault: DelimitedInput.Fault) {
    switch fault {
    case .malformed(let row): self.init(name: "malformed", row: row)
    case .tooManyColumns(let row): self.init(WorkbookWritingError.tooManyColumns(row: row))
    case .cellTooLong(let row, let column): self.init(WorkbookWritingError.cellTooLong(row: row, column: column))
    case .stopped: self.init(WorkbookWritingError.interrupted)
    }
  }
}
