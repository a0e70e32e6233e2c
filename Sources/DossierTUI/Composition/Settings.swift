import DossierDomain
import Foundation
import OfficeWork
import Screens
import TOMLKit
import Terminal
import VietnameseText

/// The machine's settings from `settings.toml`; the office's own settings are entries of the journal.
///
/// A file that cannot be read never stops the program: it starts with the defaults and reports where the file is wrong.
struct Settings: Sendable {
  var language = Language.vi
  var theme = "default"
  var isASCII = false
  var isPlain = false
  /// If true, ^Z suspends the program; otherwise it undoes, as clerks expect.
  var suspends = false
  /// The input method outside the program.
  var inputMethod = InputMethodSetting.none
  /// The program's own typing of Vietnamese.
  var typing = TypingSetting.auto
  var tone = TypingRules.TonePlace.old
  /// The second place for backups, such as a USB disk; nil if none is set.
  var backupFolder: String?

  /// Whether a reception prints its paper by itself; nil for an office's own data only.
  var printsAtReception: Bool?
  /// What citizens find on papers; empty for a dotted line.
  var officePhone = ""
  var officeWebsite = ""
  /// The queue that papers are given to; nil for the print server's default.
  var printer: String?
  /// By form: where its papers go, if not there.
  var printWays: [String: PrintWay] = [:]
  /// The socket of the print server; nil for the one that this machine is set up for.
  var printerServer: String?

  enum InputMethodSetting: String, CaseIterable, Sendable {
    case none
    case telex
    case vni
  }

  enum TypingSetting: String, CaseIterable, Sendable {
    /// Telex on a console, which has no input method; off everywhere else.
    case auto
    case telex
    case vni
    case off
  }

  var ownTyping: OwnTyping { ownTyping(term: ProcessEnvironment.values[.term] ?? "") }

  /// How the program's own typing is when it starts; F9 turns it on and off.
  func ownTyping(term: String) -> OwnTyping {
    switch typing {
    case .auto: OwnTyping(inputMethod == .vni ? .vni : .telex, tonePlace: tone, isOn: term == "linux")
    case .telex: OwnTyping(.telex, tonePlace: tone, isOn: true)
    case .vni: OwnTyping(.vni, tonePlace: tone, isOn: true)
    case .off: OwnTyping(inputMethod == .vni ? .vni : .telex, tonePlace: tone, isOn: false)
    }
  }

  /// Reads the file if there is one. A value that cannot be understood keeps its default and is reported.
  static func load(from path: String) -> (settings: Settings, problems: [FileFault]) {
    guard let bytes = FileManager.default.contents(atPath: path) else { return (Settings(), []) }
    guard bytes.count <= 64 << 10, let text = String(validating: bytes, as: UTF8.self) else {
      return (Settings(), [FileFault(file: path, line: nil, .notText)])
    }
    do throws(FileFault) {
      return parse(try TOMLFile.table(text, file: path), file: path, text: text)
    } catch {
      return (Settings(), [error])
    }
  }

  private static func parse(
    _ table: TOMLTable, file: String, text: String
  ) -> (settings: Settings, problems: [FileFault]) {
    var settings = Settings()
    var problems: [FileFault] = []
    func complain(_ key: String, _ reason: FileFault.Reason) {
      problems.append(FileFault(file: file, line: lineNumber(of: key, in: text), reason))
    }
    func complain(_ key: String, vi: String, en: String) { complain(key, .expected(key, vi: vi, en: en)) }
    func choose<Choice: RawRepresentable & CaseIterable>(
      _ key: String, _ value: String?, into target: inout Choice
    ) where Choice.RawValue == String {
      if let choice = value.flatMap(Choice.init(rawValue:)) {
        target = choice
      } else {
        let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        complain(key, vi: "một trong: \(choices)", en: "one of: \(choices)")
      }
    }
    for key in table.keys {
      let value = table[key]
      switch key {
      case "language": choose(key, value?.string, into: &settings.language)
      case "input-method": choose(key, value?.string, into: &settings.inputMethod)
      case "typing": choose(key, value?.string, into: &settings.typing)
      case "tone": choose(key, value?.string, into: &settings.tone)
      case "theme", "printer", "office-phone", "office-website":
        guard let name = value?.string, !name.isEmpty, name.utf8.count <= 200 else {
          complain(key, vi: "tên trong ngoặc kép", en: "a name in quotes")
          continue
        }
        if key == "theme" { settings.theme = name }
        if key == "printer" { settings.printer = name }
        if key == "office-phone" { settings.officePhone = name.cleaned(maxLength: 60) }
        if key == "office-website" { settings.officeWebsite = name.cleaned(maxLength: 100) }
      case "backup-folder", "printer-server":
        guard let path = value?.string, path.hasPrefix("/") else {
          complain(key, vi: "đường dẫn đầy đủ trong ngoặc kép", en: "an absolute path in quotes")
          continue
        }
        if key == "backup-folder" { settings.backupFolder = path } else { settings.printerServer = path }
      case "ascii", "plain", "suspend", "print-at-reception":
        guard let isOn = value?.bool else {
          complain(key, vi: "true hoặc false", en: "true or false")
          continue
        }
        if key == "ascii" { settings.isASCII = isOn }
        if key == "plain" { settings.isPlain = isOn }
        if key == "suspend" { settings.suspends = isOn }
        if key == "print-at-reception" { settings.printsAtReception = isOn }
      case "print": settings.readPrintWays(value) { complain($0, vi: $1, en: $2) }
      default:
        complain(key, .unknown(key))
      }
    }
    return (settings, problems)
  }

  /// TOMLKit does not keep the position of a value, so the key is searched at the beginning of a line.
  private static func lineNumber(of key: String, in text: String) -> Int? {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.drop { $0 == " " || $0 == "\t" }.hasPrefix(key) }
      .map { $0 + 1 }
  }
}
