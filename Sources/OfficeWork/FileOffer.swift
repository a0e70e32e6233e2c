import DossierDomain

/// A file or folder that a typed path can mean.
public struct FileOffer: Hashable, Sendable {
  public var path: String
  public var isFolder: Bool
  public var modifiedAt: Instant

  public init(path: String, isFolder: Bool, modifiedAt: Instant) {
    self.path = path
    self.isFolder = isFolder
    self.modifiedAt = modifiedAt
  }
}
