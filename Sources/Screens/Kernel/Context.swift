/// The name of a screen in the catalogue. Each screen declares its own in its folder.
public struct Context: Hashable, Sendable {
  /// Stored seats and drafts use this name, so it must not change between versions.
  public let name: String

  init(_ name: String) {
    self.name = name
  }
}

extension Context {
  /// In the order of the catalogue.
  public static let allCases: [Context] = ScreenCatalogue.standard.screens.map { $0.context }
  public static let everywhere = Set(allCases)
  /// The sign-in screen.
  static let entrance = ScreenCatalogue.standard.entrance.context
  /// The screen at the bottom of a clerk's stack.
  static let home = ScreenCatalogue.standard.home.context
  /// Every screen except the sign-in.
  public static let signedIn = everywhere.subtracting([entrance])
  /// The screens that show dossiers for actions.
  static let withDossiers = Set(ScreenCatalogue.standard.screens.filter { $0.dossiers != .none }.map { $0.context })
  static let ofOneDossier = Set(ScreenCatalogue.standard.screens.filter { $0.dossiers == .one }.map { $0.context })
}
