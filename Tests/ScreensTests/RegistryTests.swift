import DossierDomain
import Terminal
import Testing

@testable import Screens

@Suite struct RegistryTests {
  let registry = CommandRegistry.standard

  @Test(arguments: Context.allCases)
  func noTwoCommandsShareAKey(context: Context) {
    var owners: [Key: String] = [:]
    for command in registry.commands(in: context) {
      for key in command.keys {
        #expect(owners[key] == nil, "\(key.label) is \(owners[key] ?? "") and \(command.id) in \(context)")
        owners[key] = command.id
      }
    }
  }

  /// Keys with one meaning but different titles on some screens, and that meaning.
  private static let oneMeaning: [Key: String] = [
    .enter: "opens or does what is chosen", .escape: "goes one step back",
    .pageDown: "on by a page: of a list, of dossiers, or to the list below a form",
    .pageUp: "back by a page", .home: "to the first line", .end: "to the last line",
    .character("1"): "takes what has this number on the screen", .character("2"): "takes what has this number",
    .character("3"): "takes what has this number", .character("4"): "takes what has this number",
    .character("5"): "takes what has this number", .character("6"): "takes what has this number",
    .character("7"): "takes what has this number", .character("8"): "takes what has this number",
    .character("9"): "takes what has this number",
    .control("r"): "shows what else is known: of the person of the form, or of the chosen procedure",
    .character("."): "does it once more: the last action, or a reception for the same person",
    .character("c"): "hands over: what is marked, or all of a clerk's", .character("/"): "searches in the list",
    .character("n"): "goes on to a new reception", .function(2): "takes a reception on: opens it, issues its code",
    .function(4): "hands the result back at once: of the form, or of the dossier that was found",
    .control("b"): "fills in what is known: of a person, or the place that was declared last",
    .control("p"): "prints: a dossier's papers, all that are not printed, or blank receipts",
    .control("g"): "goes on although something is not there: a clerk, or what the printer asks for",
    .control("x"): "takes off: an absence, a paper that waits for a printer, or a blank receipt",
    .character("*"): "marks all: of the filter, or of what is unused",
    .controlEnter: "receives: what the form says, or a batch",
    .character(","): "certified copies: a batch, or one more of the same person",
    .character("q"): "leaves", .function(10): "leaves",
    .character("!"): "the appointments that a corrected calendar moves: shows them, then computes them",
  ]

  @Test func aKeyMeansOneThingOnAllScreens() {
    var titles: [Key: Set<String>] = [:]
    for command in registry.commands {
      for key in command.keys { titles[key, default: []].insert(command.title(.vi)) }
    }
    let several = titles.filter { $0.value.count > 1 }
    for (key, titles) in several where Self.oneMeaning[key] == nil {
      Issue.record("\(key.label) is \(titles.sorted().joined(separator: " and "))")
    }
    #expect(Set(Self.oneMeaning.keys).subtracting(several.keys).isEmpty, "an exception that nothing needs")
  }

  @Test func theLettersOfActionsAreFreeOfLists() {
    let lists = registry.commands.filter { [.move, .view, .mark].contains($0.group) }.flatMap(\.keys)
    let verbs = registry.commands.filter { $0.group == .act }.flatMap(\.keys).filter { key in
      if case .character(let character) = key { character.isLetter } else { false }
    }
    #expect(verbs.count > 10)
    #expect(Set(lists).isDisjoint(with: verbs))
  }

  /// The letters J and K move on every screen that has lines, so that the hands can stay on the letters.
  @Test func jAndKMoveOnEveryScreen() {
    var byLetters = TestDriver.signedIn()
    var byArrows = byLetters
    for place in [["7", "<enter>", "2"], ["i"], ["<F8>"], ["h"]] {
      for key in ["<esc>", "<esc>"] + place {
        byLetters.press(key)
        byArrows.press(key)
      }
      byLetters.press("j", "j", "k")
      byArrows.press("<down>", "<down>", "<up>")
      #expect(byLetters.screen == byArrows.screen)
      #expect(byLetters.app.context != .queue)
    }
  }

  @Test(arguments: Context.allCases)
  func idsAreUniqueInAContext(context: Context) {
    let ids = registry.commands(in: context).map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func backspaceIsNoCommandBecauseInputMethodsSendIt() {
    #expect(registry.commands.allSatisfy { !$0.keys.contains(.backspace) })
  }

  @Test func lettersAreLowerCaseAsTheyAreLookedUp() {
    for command in registry.commands {
      for key in command.keys { #expect(key == key.commandKey, "\(command.id)") }
    }
  }

  /// An input method may swallow a letter; the palette then finds the command by its id and by its title.
  @Test(arguments: Language.allCases)
  func everyCommandHasAPathWithoutItsLetter(language: Language) {
    for command in registry.commands {
      guard let context = command.contexts.first else { continue }
      #expect(registry.matches(command.id, in: context, language).contains { $0.id == command.id }, "\(command.id)")
      #expect(
        registry.matches(command.title(language), in: context, language).contains { $0.id == command.id },
        "\(command.id)")
    }
  }

  @Test func controlCNeverLeaves() {
    #expect(registry.commands.filter { $0.keys.contains(.control("c")) }.map(\.id) == ["copy-code"])
  }

  @Test(arguments: [("Đ", "d"), ("ú", "u"), ("Ớ", "o"), ("N", "n")])
  func aLoneVietnameseLetterMeansItsKey(typed: String, meant: String) {
    let key = Key(name: typed).map(\.commandKey)
    #expect(key == Key(name: meant))
  }

  @Test func theManualNamesEveryCommand() {
    let manual = registry.manual(.vi)
    for command in registry.commands { #expect(manual.contains(":" + command.id)) }
  }
}
