import DossierDomain
import DossierStore
import Foundation
import Glibc

/// A screen as a text file: one line for each row, without trailing blanks.
///
/// Any person at the machine may choose the path, so only a new file is written: an existing file is never changed, not
/// even through a symbolic link, and the data folder is refused.
struct ScreenFile {
  /// The folder of the office's data, in which no screen may be saved.
  var closedFolder: String

  enum Fault: Error, Equatable {
    case exists
    case closed
    case notWritable
  }

  func write(_ lines: [String], to path: String) throws(Fault) {
    guard let place = Self.real(PathText.folder(of: path)) else { throw .notWritable }
    // The real paths are compared, because a link or a mount can give one folder two names.
    if let closed = Self.real(closedFolder), (place + "/").hasPrefix(closed + "/") { throw .closed }
    // The file is created in the folder that was checked; exclusive creation does not follow links either.
    let name = place + "/" + PathText.name(of: path)
    let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw errno == EEXIST ? .exists : .notWritable }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do { try file.write(contentsOf: Data(Self.text(lines).utf8)) } catch {
      unlink(name)
      throw .notWritable
    }
  }

  private static func text(_ lines: [String]) -> String {
    lines.map { line in
      var line = Substring(line)
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n") + "\n"
  }

  private static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

extension ScreenFile.Fault {
  func wording(_ path: String, _ language: Language) -> String {
    switch self {
    case .exists:
      language.pick(
        "\(path) đã có; không ghi đè. Chọn tên khác.", "\(path) is there already and stays. Choose another name.")
    case .closed:
      language.pick(
        "Không ghi màn hình vào thư mục dữ liệu. Chọn nơi khác.",
        "No screen is written into the data folder. Choose another place.")
    case .notWritable:
      language.pick("Không ghi được \(path). Chọn nơi khác.", "Cannot write \(path). Choose another place.")
    }
  }
}
