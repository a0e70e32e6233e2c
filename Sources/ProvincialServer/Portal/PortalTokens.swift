import Crypto
import DossierDomain

extension Administration {
  /// Creates a token for a portal. It is shown once; the store has only its hash.
  public func makePortalToken(named name: String, at now: Instant) throws -> String {
    let token = Hexadecimal.text(randomBytes(32))
    _ = try store.transaction { transaction in
      try transaction.run(
        "INSERT INTO portal_token (hash, name, made_at) VALUES ($1, $2, $3)",
        [.blob(Self.hash(ofToken: token)), .text(name), .integer(now.milliseconds)])
    }
    return token
  }

  func isPortalToken(_ token: String) throws -> Bool {
    try store.read { transaction in
      try !transaction.rows("SELECT name FROM portal_token WHERE hash = $1", [.blob(Self.hash(ofToken: token))]).isEmpty
    }
  }

  private static func hash(ofToken token: String) -> [UInt8] { Array(SHA256.hash(data: Array(token.utf8))) }
}
