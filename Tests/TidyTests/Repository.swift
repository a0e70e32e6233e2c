import Foundation

/// The files of this repository as they lie beside the tests.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Source files that people wrote; what `make proto` makes is left out.
  static let everything = swiftFiles(in: ["Sources", "Tests", "Benchmarks"])
  static let product = everything.filter { $0.path.hasPrefix("Sources/") }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// Paths of the files in `folder`, from the root, in order.
  static func files(in folder: String, endingIn ending: String = "") -> [String] {
    let names = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
    let found = (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(ending) }.map { folder + "/" + $0 }
    return found.filter { !$0.contains("__pycache__") }.filter { path in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path, isDirectory: &isFolder)
      return !isFolder.boolValue
    }.sorted()
  }

  /// Everything that is written for people to read: documents, comments and the scripts.
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
  /// The text with blanks in the place of comments and strings, so that only code is looked at. Lines stay where they are.
  let code: SwiftCode

  init(path: String, text: String) {
    self.path = path
    self.text = text
    code = SwiftCode(text)
  }
}
