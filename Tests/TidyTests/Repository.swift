import Foundation

/// The files of this repository, read from the folder that contains the tests.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Source files that people wrote, without the output of `make proto`.
  static let everything = swiftFiles(in: ["Sources", "Tests", "Benchmarks"])
  static let product = everything.filter { $0.path.hasPrefix("Sources/") }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// The sorted paths of the files in `folder`, relative to the root.
  static func files(in folder: String, endingIn ending: String = "") -> [String] {
    let names = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
    let found = (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(ending) }.map { folder + "/" + $0 }
    return found.filter { !$0.contains("__pycache__") }.filter { path in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path, isDirectory: &isFolder)
      return !isFolder.boolValue
    }.sorted()
  }

  /// All texts written for people: documents, comments and scripts.
  static let prose: [String] =
    ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "Makefile", "Package.swift", "openapi.yaml", ".ci/run"]
    + files(in: "docs", endingIn: ".md") + files(in: "scripts") + files(in: "Benchmarks") + everything.map(\.path)

  private static func swiftFiles(in folders: [String]) -> [SourceFile] {
    folders.flatMap { files(in: $0, endingIn: ".swift") }.filter { !$0.hasSuffix(".pb.swift") }
      .compactMap { path in (try? text(path)).map { SourceFile(path: path, text: $0) } }
  }
}

struct SourceFile: Sendable {
  let path: String
  let text: String
  /// The text with blanks in place of comments and strings, so that only code is searched. Line numbers stay the same.
  let code: SwiftCode

  init(path: String, text: String) {
    self.path = path
    self.text = text
    code = SwiftCode(text)
  }
}
