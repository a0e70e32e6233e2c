import DossierDomain
import Foundation
import Testing

/// The output of `dossier manual`, which `man` reads.
@Suite struct ManualPageTests {
  private func manual(_ language: String) throws -> String {
    let outcome = try Program().run("manual", "--language", language)
    #expect(outcome.code == 0)
    return outcome.output
  }

  @Test(arguments: [("en", "dossier.md"), ("vi", "dossier.vi.md")])
  func itHasEverySectionOfItsPage(language: String, file: String) throws {
    let text = try manual(language)
    #expect(text.split(separator: "\n").dropFirst().first == (language == "vi" ? ".SH TÊN" : ".SH NAME"))
    for line in try ManualTests.page(file).split(separator: "\n") where line.hasPrefix("## ") {
      #expect(text.contains(".SH " + line.dropFirst(3).uppercased()), "\(line)")
    }
  }

  @Test(arguments: ["en", "vi"])
  func itNamesEveryCommandAndOption(language: String) throws {
    let text = try manual(language)
    // The commands are in English on both pages.
    for (name, command) in try CommandReference(path: Program.path, program: "dossier", language: "en").leaves {
      #expect(text.contains(".SS " + name.replacingOccurrences(of: "-", with: "\\-") + "\n"), "\(name)")
      for argument in command.arguments ?? [] where argument.names?.contains(where: { $0.name == "help" }) != true {
        let label = argument.label.replacingOccurrences(of: "-", with: "\\-")
        #expect(argument.label == "--version" || text.contains(label), "\(name) \(argument.label)")
      }
    }
  }

  /// The page uses only macros that `man` knows, and no Markdown signs.
  @Test(arguments: ["en", "vi"])
  func itIsWrittenForMan(language: String) throws {
    let known: Set<Substring> = ["TH", "SH", "SS", "PP", "TP", "IP", "RS", "RE", "nf", "fi"]
    for line in try manual(language).split(separator: "\n") {
      if line.hasPrefix(".") { #expect(known.contains(line.dropFirst().prefix { $0 != " " }), "\(line)") }
      #expect(
        !line.contains("```") && !line.hasPrefix("|") && !line.hasPrefix("<!--") && !line.contains("**"), "\(line)")
    }
  }

  /// A reader of one language gets the same sections as a reader of the other.
  @Test func bothLanguagesHaveTheSameSections() throws {
    func shape(_ file: String) throws -> [Int] {
      try ManualTests.page(file).split(separator: "\n").compactMap { line in
        line.hasPrefix("#") ? line.prefix { $0 == "#" }.count : line.hasPrefix("|") ? 9 : nil
      }
    }
    #expect(try shape("dossier.md") == shape("dossier.vi.md"))
  }

  @Test(arguments: ["dossier.md", "dossier.vi.md"])
  func everySettingAndExitCodeIsExplained(file: String) throws {
    let page = try ManualTests.page(file)
    let sources = ManualTests.root.appendingPathComponent("Sources/DossierTUI")
    let settings = try String(contentsOf: sources.appendingPathComponent("Composition/Settings.swift"), encoding: .utf8)
    for line in settings.matches(of: /case\ ((?:"[a-z-]+",?\ ?)+):/) {
      for key in line.1.matches(of: /[a-z-]+/) { #expect(page.contains("| `\(key.0)` |"), "\(key.0)") }
    }
    let codes = try String(contentsOf: sources.appendingPathComponent("Output/ExitCodes.swift"), encoding: .utf8)
    for code in codes.matches(of: /ExitCode\((\d+)\)/) { #expect(page.contains("| \(code.1) |"), "\(code.1)") }
  }
}
