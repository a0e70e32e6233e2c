/// The languages that a clerk can choose. Vietnamese is the default. Both are complete, because every sentence is built
/// by a function that switches over this type.
public enum Language: String, CaseIterable, Sendable {
  case vi
  case en

  /// Picks the text of this language.
  @inlinable
  public func pick(_ vi: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
    switch self {
    case .vi: vi()
    case .en: en()
    }
  }
}

/// English plural for nouns that take an s: `1 dossier`, `2 dossiers`.
public func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
