/// A machine that seals papers, as whoever checks a seal knows it.
public struct SealingMachine: Hashable, Sendable {
  public var name: String
  public var office: String
  /// Nil while it belongs to its office, and where nobody tells of it.
  public var revokedAt: Instant?

  public init(name: String, office: String, revokedAt: Instant? = nil) {
    (self.name, self.office, self.revokedAt) = (name, office, revokedAt)
  }
}
