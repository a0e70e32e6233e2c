import DossierDomain
import Foundation
import PageDescription
import Testing

@testable import Documents

/// Each paper as text, as approved. `UPDATE_GOLDEN=1` writes the files again.
@Suite("Papers as text") struct PaperGoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Golden")

  /// These are looked at in a narrow window and read aloud, too.
  private static let alsoNarrow: Set<String> = [
    "receipt-one", "receipt-longest", "supplement-one", "control-slip-two", "appointment-slip-one",
    "guide-sheet-1.001193",
  ]

  static var looks: [(name: String, text: PageText)] {
    FormSamples.pages.flatMap { sample -> [(name: String, text: PageText)] in
      let wide = [(name: sample.name + "-80", text: PageText(width: 80))]
      guard alsoNarrow.contains(sample.name) else { return wide }
      return wide + [
        (name: sample.name + "-60", text: PageText(width: 60)),
        (name: sample.name + "-plain", text: PageText(width: 80, isPlain: true)),
      ]
    }
  }

  @Test("A paper reads as approved", arguments: looks.map(\.name)) func golden(name: String) throws {
    let look = try #require(Self.looks.first { $0.name == name })
    let sample = try #require(FormSamples.pages.first { name.hasPrefix($0.name + "-") })
    let text = look.text.lines(of: sample.page).joined(separator: "\n") + "\n"
    let file = Self.folder.appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let approved = try String(contentsOf: file, encoding: .utf8)
    #expect(text == approved, "\(name) reads otherwise now:\n\(text)")
  }

  @Test("There is a sample of each kind of paper") func complete() {
    for kind in FormKind.allCases {
      #expect(FormSamples.pages.contains { $0.name.hasPrefix(kind.rawValue + "-") }, "\(kind)")
      #expect(FormSamples.pages.contains { $0.name == kind.rawValue + "-unknown" }, "\(kind)")
    }
  }
}
