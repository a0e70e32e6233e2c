import Crypto
import DossierDomain

/// What is sealed of answers, and of a page with answers: a salt, and behind it the contents. The entry has the hash over both, so
/// that whoever reads it cannot try out the few values that a declaration may have.
struct SaltedRecord {
  /// The salt and the contents.
  let bytes: [UInt8]
  let contents: [UInt8]

  init(of contents: [UInt8]) {
    let salt = SymmetricKey(size: SymmetricKeySize(bitCount: SealedFacts.saltLength * 8)).withUnsafeBytes { Array($0) }
    self.contents = contents
    bytes = salt + contents
  }

  /// Nil for bytes that have nothing behind a salt.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > SealedFacts.saltLength else { return nil }
    self.bytes = bytes
    contents = Array(bytes.dropFirst(SealedFacts.saltLength))
  }

  var hash: [UInt8] { PaperStore.hash(of: bytes) }
}
