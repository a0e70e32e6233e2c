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
    #expect(registry.commands.allSatisfy { !$0.keys.contains(.control("c")) })
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
