/// What a clerk does at the keyboard.
public enum Pressed: Sendable {
  /// Keys by their names in a script. She thinks before each of them.
  case keys([String])
  /// Keys that she knows to be one step, such as three Tabs to a field: she thinks once.
  case step([String])
  /// Data that she types, written with its marks.
  case text(String)
  /// A card at the scanner, with the text of its code.
  case scan(String)

  public static func keys(_ names: String...) -> Pressed { .keys(names) }
  public static func step(_ names: String...) -> Pressed { .step(names) }
}

/// How letters with marks are written.
public enum WritingMethod: CaseIterable, Sendable {
  /// One key a letter.
  case plain
  /// A method outside the program, which takes letters back with backspaces and sends them again.
  case telex

  func keys(of text: String) -> Int {
    switch self {
    case .plain: text.count
    case .telex: telexKeys(text)
    }
  }
}
