import Foundation
import Terminal

/// Finds themes by name; the user's own take precedence over those that came with the program.
struct ThemeLibrary {
  let locations: Locations

  /// - Throws: a `FileFault` that says where a file is wrong, or that there is no such theme.
  func theme(_ name: String) throws(FileFault) -> Theme {
    // The default theme is compiled in, so that a start reads no file; the user's default.toml takes precedence.
    let own = locations.configuration + "/themes/\(name).toml"
    if name == "default", !FileManager.default.fileExists(atPath: own) { return .standard }
    guard !name.contains("/"), !name.isEmpty, name.count <= 64 else {
      throw FileFault(file: name, line: nil, .expected(name, vi: "một tên", en: "a name"))
    }
    for folder in locations.themeFolders {
      let path = "\(folder)/\(name).toml"
      guard let bytes = FileManager.default.contents(atPath: path) else { continue }
      guard bytes.count <= 64 << 10, let text = String(validating: bytes, as: UTF8.self) else {
        throw FileFault(file: path, line: nil, .notText)
      }
      return try ThemeFile.parse(text, file: path)
    }
    throw FileFault(file: "\(name).toml", line: nil, .notFound(folders: locations.themeFolders))
  }
}
