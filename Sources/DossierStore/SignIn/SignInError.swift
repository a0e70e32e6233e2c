/// Why a PIN could not be checked or set. A wrong PIN is not an error: see `SignIn.Outcome`.
public enum SignInError: Error, Hashable, Sendable {
  /// The secret is neither 6 to 12 digits nor a passphrase of 8 to 128 characters.
  case tooWeak
  /// The derivation failed, for example for lack of memory.
  case derivationFailed
  /// SQLite returned this result code.
  case database(code: Int32)
}
