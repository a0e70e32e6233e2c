/// What is taken of an import only after somebody has agreed.
public struct ImportAgreement: OptionSet, Hashable, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Rows that differ from the data by their reading only.
  public static let readings = ImportAgreement(rawValue: 1)
  /// Rows of dossiers that were received here: the row's code is added to the dossier.
  public static let sameDossiers = ImportAgreement(rawValue: 2)
}
