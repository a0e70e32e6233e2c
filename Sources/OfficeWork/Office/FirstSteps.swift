import DossierDomain

/// What a new office has already done of the steps with which it begins, as far as its settings do not say it.
public struct FirstSteps: Hashable, Sendable {
  /// The register of the time before was taken in.
  public var hasImported: Bool
  /// There is a backup at the second place.
  public var hasBackup: Bool

  public init(hasImported: Bool, hasBackup: Bool) {
    self.hasImported = hasImported
    self.hasBackup = hasBackup
  }
}
