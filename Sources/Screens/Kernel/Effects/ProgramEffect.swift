import DossierDomain

/// Effects that concern the program and not the office. The only answer is a sentence if one fails.
public enum ProgramEffect: Hashable, Sendable {
  case setLanguage(Language)
  case setTheme(String)
  /// Writes the screen as text to a file.
  case saveScreen(path: String)
  /// Puts a dossier's code into the clipboard; never anything about a person.
  case copy(String)
  case redraw
  case suspend
  case quit
}
