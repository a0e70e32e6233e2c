import Terminal
import Testing

struct ThemeFileTests {
  @Test(
    "A mistake is told with its line",
    arguments: [
      ("[role.muted]\nfg = \"cyan\"\n\n[role.nosuch]\nbold = true\n", 4),
      ("[role.muted]\nfg = \"cyan\"\n[ground.bar]\nfg = \"pink\"\n", 3),
      ("[role.muted]\nfg = = 1\n", 2),
      // Each of these inputs would make the parser end the program.
      ("\n[.muted]\n", 2), ("[", 1), ("[role.muted]\r\n [[ = ]]\r\n", 2), ("[\u{1}", 1), ("\u{FEFF}[#", 1),
      ("a = \"\"\"\n[.\n\"\"\"\nfg = # none yet\n", 4), ("fg = ]", 1), ("mono = [\n }", 2), ("fg = , ", 1),
    ])
  func mistakes(text: String, line: Int) {
    #expect { try ThemeFile.parse(text, file: "x.toml") } throws: { ($0 as? FileFault)?.line == line }
  }

  @Test("Where there are no colours, the focused row is still told apart")
  func mono() {
    let plain = Theme.standard.resolve(Style(.text, on: .plain), tier: .mono)
    let focused = Theme.standard.resolve(Style(.text, on: .focused), tier: .mono)
    #expect(focused.attributes.contains(.reverse))
    #expect(!plain.attributes.contains(.reverse))
  }

  /// A ground with a background replaces bold and underline of other roles.
  @Test("What was found is marked on the focused row too", arguments: [Theme.Tier.mono, .eight, .direct])
  func found(tier: Theme.Tier) {
    #expect(Theme.standard.resolve(Style(.match, on: .focused), tier: tier).attributes.contains(.underline))
    #expect(!Theme.standard.resolve(Style(.strong, on: .focused), tier: .eight).attributes.contains(.bold))
  }
}
