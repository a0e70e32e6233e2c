import Foundation
import Testing

@Suite struct DocumentTests {
  private static let documents =
    ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"] + Repository.files(in: "docs", endingIn: ".md")

  /// A comment or a document may only refer to documents that exist here.
  @Test func everyDocumentThatIsNamedExists() throws {
    for path in Repository.prose where Repository.exists(path) {
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      // The pattern is slow, and few lines name a document.
      let lines = try Repository.text(path).split(separator: "\n").filter { $0.contains(".md") }
      for match in lines.joined(separator: "\n").matches(of: /[A-Za-z0-9_\/.-]+\.md\b/) {
        let name = String(match.output)
        #expect(
          [name, folder + "/" + name, "docs/" + name, "docs/manual/" + name].contains(where: Repository.exists),
          "\(path) names \(name)")
      }
    }
  }

  /// `Sources/…`, `Tests/…`, `scripts/…` in a document are files or folders of this tree; `*` stands for the rest of a name.
  @Test func everyPathInADocumentExists() throws {
    for path in Self.documents where path != "CHANGELOG.md" {
      let text = try Repository.text(path)
      for match in text.matches(of: /(Sources|Tests|Benchmarks|scripts|themes|docs)\/[A-Za-z0-9_+\/.@*-]*[A-Za-z0-9*]/)
      {
        let name = String(text[match.range])
        let start = name.prefix { $0 != "*" }
        let parent = start.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let exists =
          name.contains("*") ? Repository.files(in: parent).contains { $0.hasPrefix(start) } : Repository.exists(name)
        #expect(exists, "\(path) names \(name)")
      }
    }
  }

  /// `make …` in a document and in the check of each change is a target of the Makefile.
  @Test func everyMakeTargetThatIsNamedExists() throws {
    let makefile = try Repository.text("Makefile")
    let targets = Set(makefile.matches(of: /(?m)^([a-z-]+):/).map { String($0.1) })
    for path in Self.documents + [".ci/run"] {
      for match in try Repository.text(path).matches(of: /(?:`|(?m:^))make ([a-z-]+)/) {
        #expect(targets.contains(String(match.1)), "\(path) names make \(match.1)")
      }
    }
  }

  /// The command that checks each change is the one that people are told to run.
  @Test func theCheckOfEachChangeIsTheReadmesTestCommand() throws {
    #expect(try Repository.text(".ci/run").contains("\nmake test\n"))
    #expect(try Repository.text("README.md").contains("\nmake test "))
  }

  @Test func theReadmeFitsOnTwoScreens() throws {
    let lines = try Repository.text("README.md").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 80)
    #expect(lines.allSatisfy { $0.hasPrefix("|") || $0.count <= 140 })
  }

  /// The screen at the top of the README is a golden screen, so it shows the present program.
  @Test func theReadmeShowsTheProgramAsItIs() throws {
    var readme = try Repository.text("README.md")
    let screen = try Repository.text("Tests/ScreensTests/Golden/queue-80x24-vi.txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      readme.replace(/```text\n[^`]*```\n/, maxReplacements: 1) { _ in "```text\n" + screen + "```\n" }
      try readme.write(to: Repository.root.appendingPathComponent("README.md"), atomically: true, encoding: .utf8)
    }
    #expect(readme.contains("```text\n" + screen + "```\n"), "make golden")
  }

  /// The changelog has a section for each version; unreleased changes stand above them.
  @Test func theChangelogIsByVersion() throws {
    let headings = try Repository.text("CHANGELOG.md").split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(headings.allSatisfy { $0.wholeMatch(of: /## (Unreleased \(\d+\.\d+\)|\d+\.\d+\.\d+)/) != nil })
    let version = try Repository.text("Sources/Version/ProgramVersion.swift").firstMatch(of: /"(\d+\.\d+)\.\d+"/)
    let current = try #require(version).1
    #expect(headings.first?.contains(current) == true)
  }

  /// Every legal text that code cites is explained in docs/DOMAIN.md.
  @Test func everyLegalTextThatCodeCitesIsInTheDomainFacts() throws {
    let facts = try Repository.text("docs/DOMAIN.md")
    for file in Repository.product where !file.path.contains("Procedures/Starter") {
      for match in file.text.matches(
        of: /(?:NĐ|TT|QĐ|NQ)\ ?\d+\/\d{4}|Luật Hộ tịch|Labour Code|BLLĐ|BLDS 2015|Civil Code 2015|RFC \d+/)
      {
        #expect(facts.contains(file.text[match.range]), "\(file.path) cites \(file.text[match.range])")
      }
    }
  }
}
