import Glibc

/// The environment variables that the program reads.
enum ProcessEnvironment {
  enum Variable: String, CaseIterable {
    case home = "HOME"
    case dataHome = "XDG_DATA_HOME"
    case configurationHome = "XDG_CONFIG_HOME"
    case term = "TERM"
    case colourTerm = "COLORTERM"
    case noColour = "NO_COLOR"
    case columns = "COLUMNS"
    case escapeDelay = "ESCDELAY"
    case language = "LANG"
    case allLocale = "LC_ALL"
    case characterLocale = "LC_CTYPE"
  }

  static var values: [Variable: String] {
    var values: [Variable: String] = [:]
    for variable in Variable.allCases { values[variable] = value(of: variable) }
    return values
  }

  static func value(of variable: Variable) -> String? { getenv(variable.rawValue).map { String(cString: $0) } }
}
