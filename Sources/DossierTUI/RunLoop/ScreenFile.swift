import Foundation

/// A screen as a text file: one line a row, blanks at the ends cut.
enum ScreenFile {
  static func write(_ lines: [String], to path: String) -> Bool {
    let text =
      lines.map { line in
        var line = Substring(line)
        while line.last == " " { line.removeLast() }
        return String(line)
      }.joined(separator: "\n") + "\n"
    return FileManager.default.createFile(
      atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
  }
}
