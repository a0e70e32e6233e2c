import DossierDomain
import Terminal
import VietnameseText

/// Every command of the program, exactly once.
public struct CommandRegistry: Sendable {
  public let commands: [Command]
  /// In the same order. The table exists because commands are looked up at each key and each paint.
  private let byContext: [Context: [Command]]

  init(commands: [Command]) {
    self.commands = commands
    var byContext: [Context: [Command]] = [:]
    for command in commands {
      for context in command.contexts { byContext[context, default: []].append(command) }
    }
    self.byContext = byContext
  }

  public static let standard = CommandRegistry(
    commands: ScreenCatalogue.standard.screens.flatMap { $0.commands } + ScreenCatalogue.standard.commonCommands())

  public func commands(in context: Context) -> [Command] { byContext[context] ?? [] }

  func command(for key: Key, in context: Context) -> Command? {
    let meant = key.commandKey
    return commands(in: context).first { $0.keys.contains(meant) }
  }

  func command(_ id: some StringProtocol, in context: Context) -> Command? {
    commands(in: context).first { $0.id == id }
  }

  /// Commands whose title or id has a word beginning with each word of `text`; all commands if it is empty. A command
  /// whose id begins with the text comes first.
  func matches(_ text: String, in context: Context, _ language: Language) -> [Command] {
    let wanted = text.folded.words
    let found = commands(in: context).filter { command in
      let present = (command.title(language).folded + " " + command.id).words
      return wanted.allSatisfy { word in present.contains { $0.hasPrefix(word) } }
    }
    guard let first = wanted.first else { return found }
    return found.filter { $0.id.hasPrefix(first) } + found.filter { !$0.id.hasPrefix(first) }
  }

  /// The first word of a line of the palette, and the rest if there is one.
  static func parts(of line: String) -> (name: String, argument: String?) {
    let words = line.split(separator: " ", maxSplits: 1)
    return (words.first.map { String($0) } ?? "", words.count > 1 ? String(words[1]) : nil)
  }

  /// The commands that a line of the palette may mean.
  func matches(line: String, in context: Context, _ language: Language) -> [Command] {
    let (name, argument) = Self.parts(of: line)
    if let exact = command(name, in: context), argument != nil { return [exact] }
    return matches(line, in: context, language)
  }

  /// The keys as text for the manual: one command per line, under the heading of its group.
  public func manual(_ language: Language) -> String {
    var text = ""
    for group in Command.Group.allCases {
      text += ".SS \(group.title(language))\n"
      for command in commands where command.group == group {
        let keys = command.keyLabels.joined(separator: ", ")
        text += ".TP\n\\fB\(keys.isEmpty ? ":" + command.id : keys)\\fR\n\(command.title(language)) (:\(command.id))\n"
      }
    }
    return text
  }
}

extension Key {
  /// J and K move in every list, so that the hands can stay on the letters.
  var arrow: Key? {
    switch commandKey {
    case .character("j"): .down
    case .character("k"): .up
    default: nil
    }
  }

  /// The key as commands define it: in lower case, and with the base letter if an input method produced a Vietnamese
  /// one.
  var commandKey: Key {
    guard case .character(let character) = self else { return self }
    return .character(Character((character.baseKey ?? character).lowercased()))
  }
}
