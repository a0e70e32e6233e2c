import Documents
import DossierDomain
import Foundation
import Glibc

/// The rows that were rejected. Each is written as it comes, because there may be as many as the file has lines.
final class RejectsFile {
  private(set) var path: String
  private let headings: [String]
  private let writer: RejectsWriter
  /// Nil before the first row, so that a file without faults leaves no rejects file.
  private var file: FileHandle?
  private var waiting = ""
  private var hasFailed = false

  init(path: String, headings: [String], language: Language) {
    self.path = path
    self.headings = headings
    writer = RejectsWriter(language: language)
  }

  func add(_ problem: RegisterProblem) {
    if file == nil, !hasFailed { open() }
    waiting += writer.row(problem)
    if waiting.utf8.count > 64 << 10 { write() }
  }

  /// - Returns: false if rows could not be written.
  func finish() -> Bool {
    write()
    try? file?.close()
    return !hasFailed
  }

  /// Another file of that name may be one that is being corrected, so it stays, and this one gets a number.
  private func open() {
    let wanted = path
    for number in 1...99 where file == nil {
      path = number == 1 ? wanted : Self.numbered(wanted, number)
      let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor >= 0 {
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      } else if errno != EEXIST {
        break
      }
    }
    hasFailed = file == nil
    waiting = writer.header(headings: headings)
  }

  private static func numbered(_ path: String, _ number: Int) -> String {
    path.hasSuffix(".csv") ? "\(path.dropLast(4))-\(number).csv" : "\(path)-\(number)"
  }

  private func write() {
    if let file, !hasFailed {
      do { try file.write(contentsOf: Data(waiting.utf8)) } catch { hasFailed = true }
    }
    waiting = ""
  }
}
