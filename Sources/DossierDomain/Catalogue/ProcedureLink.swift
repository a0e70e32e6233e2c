/// How a procedure belongs to another one.
public struct ProcedureLink: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// This procedure is a group (liên thông) that is handed in at once, and the other one is a part of it.
    case contains
    /// The result of this procedure is a paper of the other one, by its name there.
    case resultIsPaper(String)
    /// What the citizen usually needs after this one.
    case usuallyFollowedBy
  }

  public var kind: Kind
  /// Of the other procedure.
  public var code: String
  public var applies: Applicability

  public init(kind: Kind, code: String, applies: Applicability = .always) {
    self.kind = kind
    self.code = code
    self.applies = applies
  }
}
