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

  /// The colours of xterm, from 16 on.
  private static func luminance(_ number: Int) -> Double {
    let steps = [0, 95, 135, 175, 215, 255]
    let grey = 8 + 10 * (number - 232)
    let cube = number - 16
    let parts = number >= 232 ? [grey, grey, grey] : [steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]]
    let linear = parts.map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// WCAG 2.1: 4.5 to 1 is readable; lines may be paler.
  @Test("Every role of the default theme is readable on its ground", arguments: [false, true], Role.allCases)
  func readable(isLight: Bool, role: Role) {
    let theme = isLight ? Theme.standardOnLight : .standard
    let number = theme.resolve(Style(role), tier: .indexed).foreground
    // The terminal's own colour is readable on its own ground.
    guard number >= 16, role != .border else { return #expect(number == -1 || role == .border) }
    let (text, ground) = (Self.luminance(number), isLight ? 1.0 : 0.0)
    let ratio = (max(text, ground) + 0.05) / (min(text, ground) + 0.05)
    #expect(ratio >= 4.5, "\(role) \(number): \(ratio)")
  }
}
