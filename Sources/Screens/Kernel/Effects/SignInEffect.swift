import DossierDomain

/// Who sits at the desk; answered by `signIn`.
public enum SignInEffect: Hashable, Sendable {
  /// An empty secret where the office has switched PINs off.
  case check(ClerkID, secret: String)
  /// The first PIN of a clerk who has none.
  case setPIN(ClerkID, secret: String)
  /// She has left the desk: her key is forgotten. No answer comes.
  case leave(ClerkID)
}
