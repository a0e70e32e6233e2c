/// The clerks who may sign in at a machine. The province decides it: entries in other clerks' names do not count there,
/// and the machine never receives other clerks' PINs and keys.
public enum MachineClerks: Hashable, Sendable {
  /// All clerks of the office, including future ones.
  case everybody
  /// Only these clerks, identified by their own ids or by those that the province has given them.
  case only(Set<ClerkID>)

  public func contains(_ clerk: ClerkID) -> Bool {
    switch self {
    case .everybody: true
    case .only(let clerks): clerks.contains(clerk)
    }
  }

  /// The clerks who are named; none if everybody is meant.
  public var named: Set<ClerkID> {
    switch self {
    case .everybody: []
    case .only(let clerks): clerks
    }
  }
}
