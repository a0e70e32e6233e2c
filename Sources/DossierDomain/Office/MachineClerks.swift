/// Who may sign in at a machine. Decided at the province: an entry in the name of anybody else does not count there, and her
/// PIN and key never come to it.
public enum MachineClerks: Hashable, Sendable {
  /// All of the office, also those who will join it.
  case everybody
  /// By their own ids, or those that the province has given them.
  case only(Set<ClerkID>)

  public func contains(_ clerk: ClerkID) -> Bool {
    switch self {
    case .everybody: true
    case .only(let clerks): clerks.contains(clerk)
    }
  }
}
