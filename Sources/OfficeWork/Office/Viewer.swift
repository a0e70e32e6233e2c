import DossierDomain

/// Who is looking: confidential dossiers show names and content only to their assignee and the head of desk.
public struct Viewer: Hashable, Sendable {
  public var clerk: ClerkID
  public var seesConfidential: Bool

  public init(clerk: ClerkID, seesConfidential: Bool) {
    self.clerk = clerk
    self.seesConfidential = seesConfidential
  }

  public init(_ clerk: Clerk) {
    self.init(clerk: clerk.id, seesConfidential: clerk.has(.headOfDesk))
  }
}
