import DossierDomain

/// Effects that concern the program and not the office. The only answer is a sentence if one fails.
public enum ProgramEffect: Hashable, Sendable {
  case setLanguage(Language)
  case setTheme(String)
  /// Writes the screen as text to a file.
  case saveScreen(path: String)
  case redraw
  case suspend
  case quit
}
