import DossierDomain

/// The options of the command line that concern the opened data and the screen.
struct WorkplaceOptions: Sendable {
  /// Nil means the XDG data folder.
  var data: String?
  var theme: String?
  var language: Language?
  /// The time that a demo office uses as the present.
  var now: Instant?
  var isASCII = false
  var isPlain = false
}

extension WorkplaceOptions {
  /// Parses the usual start of the full-screen program: no arguments, or only the data folder and the appearance. It is
  /// parsed by hand, because ArgumentParser would take a quarter of the time to the sign-in. Nil for all other
  /// arguments.
  init?(everyMorning arguments: [String]) {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
      switch name {
      case "--data": data = value
      case "--theme": theme = value
      case "--language":
        guard let known = Language(rawValue: value) else { return nil }
        language = known
      default: return nil
      }
    }
  }
}
