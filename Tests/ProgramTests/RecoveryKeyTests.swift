import Foundation
import Testing

@testable import DossierStore
@testable import DossierTUI

/// Another program reads the key from an image of the drawing of `backup --show-key`.
@Suite struct RecoveryKeyTests {
  @Test func whatIsDrawnForPaperIsReadAsTheKey() throws {
    let program = Program()
    defer { program.remove() }
    try program.run("demo", "create", "--dossiers", "5", "--seed", "1")
    let shown = try program.run("backup", "--show-key").output.split(
      separator: "\n", omittingEmptySubsequences: false)
    let key = try RecoveryKey(text: String(shown[0]))
    let lines = shown.dropFirst(2).map { line in
      stride(from: 0, to: line.count - 1, by: 2).map { Array(line)[$0] == "█" }
    }
    let read = try read(Array(lines), program)
    #expect(try RecoveryKey(text: read).text == key.text)
  }

  @Test func whatIsDrawnOnATerminalIsDarkOnLightAndFitsEightyColumns() throws {
    let key = RecoveryKey.random().text.filter { $0 != "-" }
    let picture = try #require(QRPicture(key))
    let lines = picture.lines(.terminal).map { line in
      // Interprets the colours like a terminal: 47 is a light background, 40 a dark one.
      var isDark = false
      var cells: [Bool] = []
      var rest = Substring(line)
      while let next = rest.first {
        if next == "\u{1B}" {
          let end = rest.firstIndex(of: "m") ?? rest.startIndex
          switch rest[rest.index(rest.startIndex, offsetBy: 2)..<end] {
          case "40": isDark = true
          case "47": isDark = false
          default: break
          }
          rest = rest[rest.index(after: end)...]
        } else {
          cells.append(isDark)
          rest = rest.dropFirst()
        }
      }
      return cells
    }
    #expect(lines.allSatisfy { $0.count <= 80 })
    let program = Program()
    defer { program.remove() }
    let modules = lines.map { line in stride(from: 0, to: line.count, by: 2).map { line[$0] } }
    #expect(try read(modules, program) == key)
  }

  /// Draws an image with eight pixels per module and has it read. The margin is part of the drawing.
  private func read(_ modules: [[Bool]], _ program: Program) throws -> String {
    let width = modules.map(\.count).max() ?? 0
    var image = Array("P5\n\(width * 8) \(modules.count * 8)\n255\n".utf8)
    for row in modules {
      let padded = row + [Bool](repeating: false, count: width - row.count)
      let pixels = padded.flatMap { [UInt8](repeating: $0 ? 0 : 255, count: 8) }
      for _ in 0..<8 { image += pixels }
    }
    let path = try program.file("key.pgm", image)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/ZXingReader")
    process.arguments = ["-bytes", "-format", "QRCode", path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
