/// Why a workbook cannot be read. The raw value is what the helper process writes for its caller.
public enum WorkbookError: String, Error, CaseIterable, Sendable {
  /// It is no ZIP archive, or not one of an XLSX workbook.
  case notAWorkbook
  case encrypted
  case damaged
  /// Its parts would become too large when they are unpacked.
  case tooLarge
  case tooManyRows
  case tooManyColumns
  /// No sheet that can be seen has a cell.
  case empty
  /// There is no sheet with the wanted name.
  case sheetMissing
}

/// The limits within which a workbook is read, whatever it says of itself.
enum WorkbookLimits {
  static let rows = 200_000
  static let columns = 1000
  static let unpackedBytes: UInt64 = 1 << 30
  /// How much larger a part may be than its packed form; below a megabyte nobody asks.
  static let ratio: UInt64 = 200
  static let entries: Int64 = 10_000
  static let cellBytes = 64 << 10
  static let textBytes = 256 << 20
}
