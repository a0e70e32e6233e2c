import Glibc

/// Why a workbook is not written.
public enum WorkbookWritingError: Error, Hashable, Sendable {
  /// There is something with its name, or with the temporary name beside it, already.
  case exists
  /// The disk or the quota is full.
  case noSpace
  /// A file became larger than the process may write (`RLIMIT_FSIZE`).
  case tooLarge
  /// The folder is missing, nothing may be written there, or the disk reports an error.
  case notWritable
  case tooManyRows
  /// The row counts from 1.
  case tooManyColumns(row: Int)
  /// Row and column count from 1. A spreadsheet would cut the text at `WorkbookWriter.cellCharacters`.
  case cellTooLong(row: Int, column: Int)
  /// There is no row with a cell.
  case empty
  /// The caller did not want it to go on.
  case interrupted

  /// - Parameter code: the `errno` of a system call that failed.
  init(code: Int32) {
    self =
      switch code {
      case EEXIST: .exists
      case ENOSPC, EDQUOT: .noSpace
      case EFBIG: .tooLarge
      default: .notWritable
      }
  }

  /// What the helper process writes for its caller, as `WorkbookError.rawValue` for reading.
  public var name: String {
    switch self {
    case .exists: "exists"
    case .noSpace: "noSpace"
    case .tooLarge: "tooLarge"
    case .notWritable: "notWritable"
    case .tooManyRows: "tooManyRows"
    case .tooManyColumns: "tooManyColumns"
    case .cellTooLong: "cellTooLong"
    case .empty: "empty"
    case .interrupted: "interrupted"
    }
  }
}
