import Console
import Documents
import DossierDomain
import Foundation

/// Reads a table that people edit: says what of it was not understood, or throws a line for each row that cannot be read.
func table<Contents: TableContents, Reason: TableReason>(
  _ file: String, _ read: ([UInt8]) throws(TableReadError<Reason>) -> Contents
) throws -> Contents {
  guard let bytes = FileManager.default.contents(atPath: file) else { throw Failure(.notFound, "Cannot read \(file).") }
  do throws(TableReadError<Reason>) {
    let contents = try read(Array(bytes))
    for sentence in contents.remarks.sentences(.en, file: file) { Output.message(sentence) }
    return contents
  } catch {
    throw refused(error, file)
  }
}

/// Why nothing of a table was taken in.
func refused<Reason: TableReason>(_ error: TableReadError<Reason>, _ file: String) -> Failure {
  Failure(.notDone, error.sentences(.en, file: file).joined(separator: "\n"))
}
