import ArgumentParser
import DossierDomain

/// The language in which the command line explains itself: in its help, and in errors about what was typed.
///
/// ArgumentParser makes commands and options without passing anything to their declarations, where these texts stand.
/// The language is therefore a scope around parsing, and no argument.
enum CommandLanguage {
  /// Nil outside of such a scope.
  @TaskLocal static var chosen: Language?

  static var current: Language { chosen ?? .vi }

  /// The language that a command line asks for. It must be known before parsing, because parsing may fail.
  static func asked(by arguments: [String]) -> Language {
    let (name, joined) = ("--language", "--language=")
    let value =
      arguments.firstIndex(of: name).flatMap { arguments.dropFirst($0 + 1).first }
      ?? arguments.first { $0.hasPrefix(joined) }.map { String($0.dropFirst(joined.count)) }
    return value.flatMap(Language.init(rawValue:)) ?? .vi
  }
}

/// The text in the language of the command line.
func said(_ vi: String, _ en: String) -> String { CommandLanguage.current.pick(vi, en) }

/// The help of an argument in the language of the command line.
/// - Parameter value: what stands for the argument in Vietnamese, as in `<tệp>`; in English it is the property's name.
func said(_ vi: String, _ en: String, value: String? = nil) -> ArgumentHelp {
  switch CommandLanguage.current {
  case .vi: ArgumentHelp(vi, valueName: value)
  case .en: ArgumentHelp(en)
  }
}
