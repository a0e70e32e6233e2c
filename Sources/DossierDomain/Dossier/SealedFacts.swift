/// A sealed record of what was asked for a citizen's declarations, as an entry names it.
///
/// The hash is salted, as that of the page with these facts is, because the facts of a birth are few and known to many: without the salt,
/// which lies in the record, whoever reads the entry could try them out, also after the record was destroyed.
public struct SealedFacts: Hashable, Sendable {
  /// The length of `saltedHash` in bytes.
  public static let hashLength = 16
  /// The length of the salt at the beginning of the record in bytes.
  public static let saltLength = 16

  /// The name of the sealed record: SHA-256 of the sealed bytes, 64 lower-case hexadecimal digits.
  public let sealed: String
  /// The first 16 bytes of SHA-256 over the record, which is the salt and the facts.
  public let saltedHash: [UInt8]

  /// Nil for a value beyond the bounds.
  public init?(sealed: String, saltedHash: [UInt8]) {
    guard Self.isName(sealed), saltedHash.count == Self.hashLength else { return nil }
    self.sealed = sealed
    self.saltedHash = saltedHash
  }

  /// Whether a text can be the name of a sealed record.
  static func isName(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
