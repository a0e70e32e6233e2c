import DossierDomain

/// Sign-in and sign-out; answered by `signIn`, except for `confirm` and `leave`.
public enum SignInEffect: Hashable, Sendable {
  /// The secret is empty if the office has switched PINs off.
  case check(ClerkID, secret: String)
  /// Sets the PIN that a clerk has chosen: her first one, or one that replaces the PIN that she has just given.
  case setPIN(ClerkID, secret: String, replacing: String?)
  /// Checks the PIN of the signed-in clerk once more, for an act of weight; answered by `confirmed`.
  case confirm(ClerkID, secret: String)
  /// The clerk has left: her key is erased from memory. No answer is given.
  case leave(ClerkID)
}
