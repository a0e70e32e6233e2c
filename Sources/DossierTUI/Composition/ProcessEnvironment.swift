import Glibc

/// The environment variables that the program reads.
enum ProcessEnvironment {
  private static let names = [
    "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE",
    "COLUMNS",
  ]

  static var values: [String: String] {
    var values: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    return values
  }
}
