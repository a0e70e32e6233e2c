import DossierDomain
import Foundation
import Screens
import Terminal
import Testing

/// The pages in docs/manual agree with the programs. `make manual` writes their tables.
@Suite struct ManualTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func page(_ name: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent("docs/manual/" + name), encoding: .utf8)
  }

  private func check(_ text: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = Self.root.appendingPathComponent(path)
    if ProcessInfo.processInfo.environment["UPDATE_MANUAL"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(written == text, "\(path) is not what the program has: make manual", sourceLocation: sourceLocation)
  }

  @Test func theCommandsOfTheDeskAreThoseOfTheProgram() throws {
    try check(
      CommandReference(path: Program.path, program: "dossier", language: "en").page, "docs/manual/dossier-commands.md")
  }

  @Test func theCommandsOfTheServerAreThoseOfTheProgram() throws {
    let path = (Program.path as NSString).deletingLastPathComponent + "/provincial-server"
    try check(
      CommandReference(path: path, program: "provincial-server").page, "docs/manual/provincial-server-commands.md")
  }

  @Test func theKeysAreThoseOfTheProgram() throws {
    var text = """
      # Keys of `dossier`

      <!-- Made by `make manual` from the commands that the program has. -->

      A command without a key is called by its name: `:` and the name.

      """
    for group in Command.Group.allCases {
      text += "\n## \(group.title(.en)) · \(group.title(.vi))\n\n| key | name | does | làm gì |\n|---|---|---|---|\n"
      for command in CommandRegistry.standard.commands where command.group == group {
        let keys = command.keys.map { "`\($0.label)`" }.joined(separator: ", ")
        text += "| \(keys) | `:\(command.id)` | \(command.title(.en)) | \(command.title(.vi)) |\n"
      }
    }
    try check(text, "docs/manual/dossier-keys.md")
  }

  /// The program contains the pages; docs/manual is their only source.
  @Test func theProgramCarriesThePagesOfTheManual() throws {
    let quotes = "##\"\"\""
    let pages = [("vietnamese", "dossier.vi.md"), ("english", "dossier.md"), ("commands", "dossier-commands.md")]
    let constants = try pages.map { name, file in
      "  static let \(name) = \(quotes)\n\(try Self.page(file))\"\"\"##\n"
    }
    try check(
      """
      // Made by `make manual` from docs/manual; a test compares them. Change the text there.
      // swift-format-ignore-file

      enum ManualPages {
      \(constants.joined(separator: "\n"))}

      """, "Sources/DossierTUI/Manual/ManualPages.swift")
  }
}
