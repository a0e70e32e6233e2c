import DossierDomain
import Foundation
import Screens
import Terminal
import Testing
import VietnameseText

@testable import DossierTUI

@Suite struct TypingSettingsTests {
  private static func settings(_ text: String) throws -> (settings: Settings, problems: [FileFault]) {
    let path = NSTemporaryDirectory() + "settings-" + UUID().uuidString + ".toml"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return Settings.load(from: path)
  }

  @Test(
    arguments: [
      ("", "linux", TypingMethod.telex, true), ("", "xterm-256color", .telex, false),
      ("typing = \"off\"", "linux", .telex, false), ("typing = \"vni\"", "xterm", .vni, true),
      ("typing = \"telex\"", "xterm", .telex, true), ("input-method = \"vni\"", "linux", .vni, true),
    ] as [(String, String, TypingMethod, Bool)])
  func aConsoleTypesByItselfAndTheSettingDecides(text: String, term: String, method: TypingMethod, isOn: Bool) throws {
    let loaded = try Self.settings(text)
    #expect(loaded.problems.isEmpty)
    #expect(loaded.settings.ownTyping(term: term) == OwnTyping(method, isOn: isOn))
  }

  @Test func theTonesStandWhereTheSettingSays() throws {
    let loaded = try Self.settings("tone = \"new\"\ntyping = \"telex\"")
    #expect(loaded.settings.ownTyping(term: "").tonePlace == .new)
  }

  @Test(arguments: ["typing = \"viqr\"", "typing = true", "tone = \"other\""])
  func aWrongValueIsToldAndTheDefaultHolds(text: String) throws {
    let loaded = try Self.settings("\n" + text)
    #expect(loaded.problems.map(\.line) == [2])
    #expect(loaded.settings.ownTyping(term: "linux") == OwnTyping(isOn: true))
  }
}
