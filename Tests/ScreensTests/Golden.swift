import Foundation
import Terminal
import Testing

/// Compares a screen with the approved one. `UPDATE_GOLDEN=1` writes the files again.
enum Golden {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Golden")

  static func check(_ surface: Surface, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let lines = surface.lines.map { line in
      line.replacingOccurrences(of: " +$", with: "", options: .regularExpression)
    }
    let text = lines.joined(separator: "\n") + "\n"
    let file = folder.appendingPathComponent(name + ".txt")
    #expect(surface.disallowedGlyphs.isEmpty, "glyphs that a console lacks", sourceLocation: sourceLocation)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let approved = try String(contentsOf: file, encoding: .utf8)
    #expect(text == approved, "\(name) looks otherwise now:\n\(text)", sourceLocation: sourceLocation)
  }
}
