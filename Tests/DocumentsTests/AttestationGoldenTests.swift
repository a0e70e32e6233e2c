import DossierDomain
import Foundation
import PageDescription
import Testing

@testable import Documents

/// Each attestation as text, as approved. `UPDATE_GOLDEN=1` writes the files again.
@Suite("Attestations as text") struct AttestationGoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden/Attestations")

  @Test("An attestation reads as approved", arguments: AttestationSamples.pages.map(\.name))
  func golden(name: String) throws {
    let sample = try #require(AttestationSamples.pages.first { $0.name == name })
    let text = PageText(width: 80).lines(of: sample.page).joined(separator: "\n") + "\n"
    let file = Self.folder.appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let approved = try String(contentsOf: file, encoding: .utf8)
    #expect(text == approved, "\(name) reads otherwise now:\n\(text)")
  }
}
