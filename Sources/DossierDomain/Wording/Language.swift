/// The languages a clerk can choose. Vietnamese is the default; both are complete by construction,
/// because every sentence is built by a function that switches over this type.
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

/// English: `1 dossier`, `2 dossiers`; nouns that only take an s.
public func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
