import DossierDomain

/// Who sits at the desk; answered by `signIn`, but for `confirm`.
public enum SignInEffect: Hashable, Sendable {
  /// An empty secret where the office has switched PINs off.
  case check(ClerkID, secret: String)
  /// The PIN that a clerk has chosen: in place of the one that she has just given, or her first one.
  case setPIN(ClerkID, secret: String, replacing: String?)
  /// The PIN of the clerk who sits here once more, for an act of weight; answered by `confirmed`.
  case confirm(ClerkID, secret: String)
  /// She has left the desk: her key is forgotten. No answer comes.
  case leave(ClerkID)
}
