/// Why a PIN could not be checked or set. Wrong PINs are no errors: see `SignIn.Outcome`.
public enum SignInError: Error, Hashable, Sendable {
  /// Neither 6 to 12 digits nor a passphrase of 8 to 128 characters.
  case tooWeak
  /// The machine could not do the work, e.g. for want of memory.
  case derivationFailed
  /// The database refused: SQLite's result code.
  case database(code: Int32)
}
