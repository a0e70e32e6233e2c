import Documents
import DossierDomain
import Foundation

/// Reads a table that people edit: returns all rows, or prints a line for each row that cannot be read.
func table<Row, Reason: TableReason>(
  _ file: String, _ read: ([UInt8]) throws(TableReadError<Reason>) -> [Row]
) throws -> [Row] {
  guard let bytes = FileManager.default.contents(atPath: file) else { throw Failure(.notFound, "Cannot read \(file).") }
  do throws(TableReadError<Reason>) {
    return try read(Array(bytes))
  } catch {
    throw Failure(.notDone, error.sentences(.en, file: file).joined(separator: "\n"))
  }
}
