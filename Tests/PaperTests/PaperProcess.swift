import Foundation
import PageDescription
import Version

/// The process as `dossier` starts it, and the tools of poppler and zxing that look at what it has drawn.
enum PaperProcess {
  struct Outcome {
    var output: Data
    /// Of standard error.
    var lines: [String]
    var code: Int32
  }

  struct MissingTool: Error, CustomStringConvertible {
    var name: String
    var description: String {
      "The tool \(name) is not installed, and without it papers are not tested; scripts/setup installs it."
    }
  }

  static func render(
    _ bytes: [UInt8], faces: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(
      URL(fileURLWithPath: HandshakeTests.program),
      ["--for", ProgramVersion.text, "render"] + (faces.map { [$0] } ?? []),
      Data(bytes), environment)
  }

  /// The PDF of a description.
  static func pdf(_ page: PageDescription) throws -> Data {
    let outcome = try render(page.bytes)
    guard outcome.code == 0, outcome.output.starts(with: Data("%PDF-".utf8)) else {
      throw Refused(lines: outcome.lines)
    }
    return outcome.output
  }

  struct Refused: Error {
    var lines: [String]
  }

  /// The last line of standard error, if the process refused and wrote nothing.
  static func fault(_ bytes: [UInt8], faces: String? = nil) throws -> [String]? {
    let outcome = try render(bytes, faces: faces)
    return outcome.code == 65 && outcome.output.isEmpty ? outcome.lines : nil
  }

  static func fault(_ page: PageDescription) throws -> [String]? { try fault(page.bytes) }

  // MARK: What was drawn

  /// The text of each page as it stands on it, without spaces at the ends of lines.
  static func pages(_ pdf: Data) throws -> [String] {
    let text = String(decoding: try tool("pdftotext", ["-layout", "-", "-"], pdf).output, as: UTF8.self)
    return text.split(separator: "\u{C}", omittingEmptySubsequences: false).dropLast().map { page in
      page.split(separator: "\n", omittingEmptySubsequences: false)
        .map { line in String(line.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
    }
  }

  struct Word: Hashable {
    var text: String
    /// Points from the upper left corner.
    var left, top, right, bottom: Double
  }

  /// In the order of the file, page after page.
  static func words(_ pdf: Data) throws -> [Word] {
    let text = String(decoding: try tool("pdftotext", ["-bbox", "-", "-"], pdf).output, as: UTF8.self)
    let pattern = #/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>/#
    return text.matches(of: pattern).compactMap { match in
      guard let left = Double(match.1), let top = Double(match.2), let right = Double(match.3),
        let bottom = Double(match.4)
      else {
        return nil
      }
      return Word(text: String(match.5), left: left, top: top, right: right, bottom: bottom)
    }
  }

  /// Of each page, in points.
  static func sizes(_ pdf: Data) throws -> [(width: Double, height: Double)] {
    let text = String(decoding: try tool("pdftotext", ["-bbox", "-", "-"], pdf).output, as: UTF8.self)
    return text.matches(of: #/<page width="([\d.]+)" height="([\d.]+)">/#).compactMap { match in
      guard let width = Double(match.1), let height = Double(match.2) else { return nil }
      return (width, height)
    }
  }

  /// The names of the faces in the file, each with whether it is embedded.
  static func faces(_ pdf: Data) throws -> [(name: String, isEmbedded: Bool)] {
    let lines = String(decoding: try tool("pdffonts", ["-"], pdf).output, as: UTF8.self).split(separator: "\n")
      .dropFirst(2)
    return lines.map { line in
      let columns = line.split(separator: " ")
      return (String(columns[0]), columns.suffix(5).first == "yes")
    }
  }

  /// What the codes of the first page say, as a reader sees them on a printout of 150 dots an inch.
  static func codes(_ pdf: Data) throws -> [String] {
    let picture = FileManager.default.temporaryDirectory.appendingPathComponent("paper-" + UUID().uuidString + ".png")
    defer { try? FileManager.default.removeItem(at: picture) }
    try tool("pdftoppm", ["-r", "150", "-png", "-f", "1", "-l", "1", "-"], pdf).output.write(to: picture)
    let text = String(decoding: try tool("ZXingReader", [picture.path], Data()).output, as: UTF8.self)
    return text.matches(of: #/(?m)^Text: +"(.*)"\s*$/#).map { String($0.1) }
  }

  private static func tool(_ name: String, _ arguments: [String], _ input: Data) throws -> Outcome {
    let path = "/usr/bin/" + name
    guard FileManager.default.isExecutableFile(atPath: path) else { throw MissingTool(name: name) }
    return try run(URL(fileURLWithPath: path), arguments, input, [:])
  }

  private static func run(
    _ program: URL, _ arguments: [String], _ input: Data, _ environment: [String: String]
  ) throws -> Outcome {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("paper-" + UUID().uuidString)
    try input.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = program
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    let lines = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Outcome(
      output: bytes, lines: lines.split(separator: "\n").map(String.init), code: process.terminationStatus)
  }
}
