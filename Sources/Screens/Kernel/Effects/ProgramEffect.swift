import DossierDomain

/// What concerns the program itself and not the office; there is no answer but a sentence where it fails.
public enum ProgramEffect: Hashable, Sendable {
  case setLanguage(Language)
  case setTheme(String)
  /// Writes the screen as text to a file.
  case saveScreen(path: String)
  case redraw
  case suspend
  case quit
}
