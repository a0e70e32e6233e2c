/// Where commands live: the name of a screen of the catalogue. Each screen declares its own in its folder.
public struct Context: Hashable, Sendable {
  /// Kept places and drafts are known by it.
  public let name: String

  init(_ name: String) {
    self.name = name
  }
}

extension Context {
  /// In the order of the catalogue.
  public static let allCases: [Context] = ScreenCatalogue.standard.screens.map { $0.context }
  public static let everywhere = Set(allCases)
  /// Where it is asked who sits here.
  static let entrance = ScreenCatalogue.standard.entrance.context
  /// The screen at the bottom of a clerk's stack.
  static let home = ScreenCatalogue.standard.home.context
  /// Everywhere but before a clerk is chosen.
  public static let signedIn = everywhere.subtracting([entrance])
  /// Where actions have dossiers to work on.
  static let withDossiers = Set(ScreenCatalogue.standard.screens.filter { $0.dossiers != .none }.map { $0.context })
  static let ofOneDossier = Set(ScreenCatalogue.standard.screens.filter { $0.dossiers == .one }.map { $0.context })
}
