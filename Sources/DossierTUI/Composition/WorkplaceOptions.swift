import DossierDomain

/// What the command line may say about the desk that is opened.
struct WorkplaceOptions: Sendable {
  /// Nil for the XDG data folder.
  var data: String?
  var theme: String?
  var language: Language?
  /// The time that a demo office takes for now.
  var now: Instant?
  var isASCII = false
  var isPlain = false
}

extension WorkplaceOptions {
  /// What a desk's own start says: nothing, or where its data is, and how it looks. Read by hand, because the library takes
  /// a quarter of the time to the sign-in for it. Nil for everything else.
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
