import ArgumentParser
import DossierDomain
import OfficeWork
import VietnameseText

/// A choice among cases that are stored as numbers. On the command line it is the name of a case, which scripts use, or
/// the words by which the program calls it; capitals and marks do not matter.
protocol WordedChoice: CaseIterable {
  func wording(_ language: Language) -> String
}

extension WordedChoice {
  /// The case with this name, or with these words in either language.
  static func typed(_ text: String) -> Self? {
    let key = text.folded
    return allCases.first { choice in
      "\(choice)".folded == key || Language.allCases.contains { choice.wording($0).folded == key }
    }
  }

  static var names: [String] { allCases.map { "\($0)" } }

  /// Each name with its words, such as `reception = tiếp nhận`.
  static var explained: [String] { allCases.map { "\($0) = \($0.wording(CommandLanguage.current))" } }
}

extension Clerk.Role: WordedChoice, ExpressibleByArgument {
  public init?(argument: String) {
    guard let role = Self.typed(argument) else { return nil }
    self = role
  }

  public static var allValueStrings: [String] { explained }
  public static var defaultCompletionKind: CompletionKind { .list(names) }
}

extension PausePolicy: WordedChoice, ExpressibleByArgument {
  public init?(argument: String) {
    guard let policy = Self.typed(argument) else { return nil }
    self = policy
  }

  public static var allValueStrings: [String] { explained }
  public static var defaultCompletionKind: CompletionKind { .list(names) }

  func wording(_ language: Language) -> String {
    switch self {
    case .prolonged: language.pick("cộng thời gian đã chờ", "waiting time added")
    case .wholePeriod: language.pick("tính lại cả thời hạn", "whole period again")
    }
  }
}

extension EntryDelivery: WordedChoice, ExpressibleByArgument {
  public init?(argument: String) {
    guard let state = Self.typed(argument) else { return nil }
    self = state
  }

  public static var allValueStrings: [String] { explained }
  public static var defaultCompletionKind: CompletionKind { .list(names) }
}
