import Foundation
import Terminal
import Testing

struct ShippedThemesTests {
  private func read(_ name: String) throws -> Theme {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "themes/\(name).toml")
    return try ThemeFile.parse(String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
  }

  @Test(
    "Every shipped theme reads and marks the focused row without colours",
    arguments: ["default", "dark", "light", "high-contrast", "mono"])
  func reads(name: String) throws {
    let theme = try read(name)
    #expect(theme.resolve(Style(.text, on: .focused), tier: .mono).attributes.contains(.reverse))
  }

  @Test("The compiled-in theme is themes/default.toml")
  func compiledIn() throws {
    #expect(try read("default") == Theme.standard)
  }
}
