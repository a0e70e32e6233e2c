import DossierDomain

/// The person who reads: only the assignee and the head of desk see names and contents of confidential dossiers.
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
