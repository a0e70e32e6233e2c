import Console
import DossierDomain
import DossierStore
import Foundation
import OfficeWork
import Screens
import Terminal

/// Runs the program without a terminal, with the keys and commands of a script.
///
/// A line that begins with `:` is a command of the palette; `:save-screen FILE` saves the screen. Every other line
/// holds keys: single characters, or names such as `<enter>`, `<F3>`, `<C-s>`, `<down>`. A line that begins with `#` is
/// a comment. After each key the session waits until all effects of the key have been answered, so that a script always
/// gives the same screens.
struct ScriptSession {
  private let workplace: Workplace
  private let size: Size
  private let mailbox: Mailbox
  private let runner: EffectRunner
  private var composer: Composer
  private var isLeaving = false
  /// Milliseconds that pass before each key, so that a script is never taken for a scanner.
  private var clock: Int64 = 0

  private static let saveScreen = ":save-screen "

  enum ScriptError: Error {
    case unknownKey(line: Int, name: String)
  }

  init(workplace: Workplace, office: OfficeSnapshot, size: Size) {
    self.workplace = workplace
    self.size = size
    mailbox = Mailbox {}
    runner = EffectRunner(workplace: workplace, mailbox: mailbox, mostTries: 1)
    let app = App(
      office: office, language: workplace.language, isPlain: workplace.settings.isPlain, size: size,
      now: workplace.clock.now)
    composer = Composer(app: app, inputMethod: .none)
  }

  mutating func run(_ script: String) throws(ScriptError) {
    perform(composer.start())
    for (index, line) in script.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !isLeaving {
      if line.hasPrefix("#") || line.isEmpty { continue }
      if line.hasPrefix(Self.saveScreen) {
        // The screen is saved directly, because the palette would hide the messages and questions on it.
        run(.saveScreen(path: String(line.dropFirst(Self.saveScreen.count))))
        continue
      }
      if line.hasPrefix(":") {
        perform(composer.run(line: String(line.dropFirst()), now: workplace.clock.now))
        continue
      }
      for key in try keys(line, number: index + 1) where !isLeaving {
        clock += 1000
        perform(composer.receive(.key(key), at: clock, now: workplace.clock.now))
        perform(composer.settle(at: clock + 500, now: workplace.clock.now))
      }
    }
    perform(composer.app.parting())
    if let complaint = runner.finish() { Output.message(complaint) }
    workplace.store.close()
  }

  /// The rows of the present screen.
  var lines: [String] {
    var surface = composer.app.view(size: size, now: workplace.clock.now)
    if workplace.settings.isASCII { surface = surface.asciiSymbols }
    if workplace.settings.isPlain { surface = surface.withoutBoxes }
    return surface.lines
  }

  private func saveScreen(to path: String) {
    do throws(ScreenFile.Fault) {
      try ScreenFile(closedFolder: workplace.locations.data).write(lines, to: path)
    } catch {
      Output.message(error.wording(path, workplace.language))
    }
  }

  private func keys(_ line: Substring, number: Int) throws(ScriptError) -> [Key] {
    var keys: [Key] = []
    var rest = line
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">") {
        let name = rest[...end]
        guard let key = Key(name: name) else { throw .unknownKey(line: number, name: String(name)) }
        keys.append(key)
        rest = rest[rest.index(after: end)...]
      } else {
        keys.append(.character(first))
        rest.removeFirst()
      }
    }
    return keys
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      if let own = runner.run(effect) { run(own) }
    }
    runner.settle()
    for answer in mailbox.collect() { perform(composer.receive(answer, now: workplace.clock.now)) }
  }

  private mutating func run(_ effect: ProgramEffect) {
    switch effect {
    case .quit: isLeaving = true
    case .saveScreen(let path): saveScreen(to: path)
    case .setLanguage(let language): workplace.spoken.current = language
    case .redraw, .copy, .suspend, .setTheme: break  // There is no terminal.
    }
  }
}
