import DossierDomain
import Foundation
import TOMLKit

/// The machine's settings from `settings.toml`; the office's own settings are entries of the journal.
///
/// A file that cannot be read never stops the program: it starts with the defaults and says where the file is wrong.
struct Settings: Sendable {
  var language = Language.vi
  var theme = "default"
  var isASCII = false
  var isPlain = false
  /// ^Z suspends only where this is on; otherwise it undoes, as clerks expect.
  var suspends = false
  var inputMethod = InputMethodSetting.none
  /// The second place for backups, e.g. a USB disk; nil when none is set.
  var backupFolder: String?

  enum InputMethodSetting: String, CaseIterable, Sendable {
    case none
    case telex
    case vni
  }

  /// What is wrong with the file, for people: file, line and reason.
  struct Problem: Error, Equatable, Sendable {
    var file: String
    var line: Int?
    var reason: String

    var sentence: String { line.map { "\(file):\($0): \(reason)" } ?? "\(file): \(reason)" }
  }

  /// Reads the file if there is one; whatever is not understood keeps its default and is reported.
  static func load(from path: String) -> (settings: Settings, problems: [Problem]) {
    guard let bytes = FileManager.default.contents(atPath: path) else { return (Settings(), []) }
    guard bytes.count <= 64 << 10, let text = String(validating: bytes, as: UTF8.self) else {
      return (Settings(), [Problem(file: path, line: nil, reason: "not a text file of at most 64 KB")])
    }
    do {
      return parse(try TOMLTable(string: text), file: path, text: text)
    } catch let error as TOMLParseError {
      return (Settings(), [Problem(file: path, line: error.source.begin.line, reason: error.description)])
    } catch {
      return (Settings(), [Problem(file: path, line: nil, reason: "\(error)")])
    }
  }

  private static func parse(
    _ table: TOMLTable, file: String, text: String
  ) -> (settings: Settings, problems: [Problem]) {
    var settings = Settings()
    var problems: [Problem] = []
    func complain(_ key: String, _ reason: String) {
      problems.append(Problem(file: file, line: lineNumber(of: key, in: text), reason: reason))
    }
    func choose<Choice: RawRepresentable & CaseIterable>(
      _ key: String, _ value: String?, into target: inout Choice
    ) where Choice.RawValue == String {
      if let choice = value.flatMap(Choice.init(rawValue:)) {
        target = choice
      } else {
        complain(key, "\(key) must be one of: \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
      }
    }
    for key in table.keys {
      let value = table[key]
      switch key {
      case "language": choose(key, value?.string, into: &settings.language)
      case "input-method": choose(key, value?.string, into: &settings.inputMethod)
      case "theme":
        if let name = value?.string { settings.theme = name } else { complain(key, "theme must be a name in quotes") }
      case "backup-folder":
        if let folder = value?.string, folder.hasPrefix("/") {
          settings.backupFolder = folder
        } else {
          complain(key, "backup-folder must be an absolute path in quotes")
        }
      case "ascii", "plain", "suspend":
        guard let isOn = value?.bool else {
          complain(key, "\(key) must be true or false")
          continue
        }
        if key == "ascii" { settings.isASCII = isOn }
        if key == "plain" { settings.isPlain = isOn }
        if key == "suspend" { settings.suspends = isOn }
      default:
        complain(key, "unknown setting: \(key)")
      }
    }
    return (settings, problems)
  }

  /// TOMLKit does not keep the place of a value, so the key is looked for at the beginning of a line.
  private static func lineNumber(of key: String, in text: String) -> Int? {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.drop { $0 == " " || $0 == "\t" }.hasPrefix(key) }
      .map { $0 + 1 }
  }
}
