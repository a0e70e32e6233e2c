import Documents
import DossierDomain
import Foundation

/// The rows that were rejected. Each is written as it comes, because there may be as many as the file has lines.
final class RejectsFile {
  private let path: String
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

  private func open() {
    _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    file = FileHandle(forWritingAtPath: path)
    hasFailed = file == nil
    waiting = writer.header(headings: headings)
  }

  private func write() {
    if let file, !hasFailed {
      do { try file.write(contentsOf: Data(waiting.utf8)) } catch { hasFailed = true }
    }
    waiting = ""
  }
}
