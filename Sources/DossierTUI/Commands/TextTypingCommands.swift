import ArgumentParser
import Console
import Foundation
import VietnameseText

extension TypingMethod: ExpressibleByArgument {}
extension TypingRules.TonePlace: ExpressibleByArgument {}

extension TextCommand {
  /// Shows what the program's own typing makes of keys.
  struct Compose: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Mỗi dòng phím thành chữ như khi gõ vào một ô; \\b là phím xóa lùi.",
          "Makes of each line of keys what would stand in a field; \\b is Backspace."))
    }

    @Option(name: .long, help: said("Kiểu gõ: telex hoặc vni.", "The method: telex or vni.", value: "kiểu"))
    var method: TypingMethod

    @Option(
      name: .long,
      help: said(
        "Chỗ đặt dấu: old (hòa, thúy) hoặc new (hoà, thuý).", "Where the tone stands: old (hòa) or new (hoà).",
        value: "kiểu"))
    var tone = TypingRules.TonePlace.old

    @Flag(
      name: .long,
      help: said("Như trong ô họ tên: từ lạ vẫn giữ dấu.", "As in a field of names: foreign words keep their marks."))
    var names = false

    func run() {
      let rules = TypingRules(method, tonePlace: tone, givesBack: !names)
      while let line = readLine() { Output.data(rules.composed(line.replacing("\\b", with: "\u{8}"))) }
    }
  }

  /// Turns text of older software into today's.
  struct Convert: ParsableCommand {
    /// More than any list of an office has.
    private static let mostBytes = 64 << 20

    /// What the input is in.
    enum Source: String, CaseIterable, ExpressibleByArgument {
      case tcvn3, vni, nfd, mojibake, auto
    }

    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Chuyển văn bản mã cũ (TCVN3, VNI…) của đầu vào chuẩn sang Unicode dựng sẵn.",
          "Converts standard input from an older encoding to composed Unicode."))
    }

    @Option(
      name: .long,
      help: said(
        "Mã của đầu vào: tcvn3, vni, nfd (dấu rời), mojibake (UTF-8 đọc nhầm), auto (tự nhận).",
        "tcvn3, vni, nfd (marks apart), mojibake (UTF-8 that was misread), or auto.", value: "mã"))
    var from = Source.auto

    /// Composed text; nil if it is not in that encoding, or if no encoding makes sense of it.
    static func text(_ bytes: [UInt8], _ source: Source) -> String? {
      // Bytes of an older encoding that were saved once more are valid UTF-8.
      let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
      let encoding: TextEncoding? =
        switch source {
        case .tcvn3: isUTF8 ? .tcvn3InUTF8 : .tcvn3
        case .vni: isUTF8 ? .vniInUTF8 : .vni
        case .nfd: .utf8
        case .mojibake: .utf8Twice
        case .auto: .detect(bytes)
        }
      return encoding.flatMap { try? $0.decode(bytes).normalisedVietnamese }
    }

    func run() throws {
      let bytes = try FileHandle.standardInput.read(upToCount: Self.mostBytes + 1) ?? Data()
      guard bytes.count <= Self.mostBytes else {
        Output.message(said("Đầu vào quá 64 MB.", "The input has more than 64 MB."))
        throw ExitCode.faultsFound
      }
      guard let text = Self.text([UInt8](bytes), from) else {
        Output.message(
          said(
            "Không nhận ra mã của văn bản. Hãy nói rõ bằng --from.", "The encoding is not clear. Say it with --from."))
        throw ExitCode.faultsFound
      }
      Output.data(text, terminator: "")
    }
  }
}
