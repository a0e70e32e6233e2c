import Crypto

/// The key of one file, derived from the ephemeral key of this file and the key of the recipient.
struct BundleKey {
  static let checkSize = 16

  let key: SymmetricKey
  /// Shows whether the key is the right one, before anything is decrypted.
  let check: [UInt8]

  static func sealing(
    _ ephemeral: P256.KeyAgreement.PrivateKey, for recipient: P256.KeyAgreement.PublicKey, _ information: [UInt8]
  ) -> BundleKey? {
    guard let secret = try? ephemeral.sharedSecretFromKeyAgreement(with: recipient) else { return nil }
    return BundleKey(secret, Array(ephemeral.publicKey.x963Representation), recipient, information)
  }

  static func opening(
    _ ephemeralKey: [UInt8], with key: P256.KeyAgreement.PrivateKey, _ information: [UInt8]
  ) -> BundleKey? {
    guard let other = try? P256.KeyAgreement.PublicKey(x963Representation: ephemeralKey),
      let secret = try? key.sharedSecretFromKeyAgreement(with: other)
    else { return nil }
    return BundleKey(secret, ephemeralKey, key.publicKey, information)
  }

  private init(
    _ secret: SharedSecret, _ ephemeralKey: [UInt8], _ recipient: P256.KeyAgreement.PublicKey, _ information: [UInt8]
  ) {
    let bytes = secret.hkdfDerivedSymmetricKey(
      using: SHA256.self, salt: ephemeralKey + Array(recipient.x963Representation), sharedInfo: information,
      outputByteCount: 32 + Self.checkSize
    ).withUnsafeBytes { Array($0) }
    key = SymmetricKey(data: bytes.prefix(32))
    check = Array(bytes.suffix(Self.checkSize))
  }
}

/// The content of a bundle in sealed chunks, so that a file of any size can be written and read with little memory.
///
/// Each chunk is preceded by its length (4 bytes; the highest bit marks the last chunk). The nonce contains a counter
/// and the mark of the last chunk, and the hash of the file's head is authenticated with each chunk. Chunks therefore
/// cannot be changed, moved, left out or cut off unnoticed.
struct BundleChunks {
  static let size = 256 << 10
  static let tagSize = 16
  private static let last: UInt64 = 1 << 31

  let key: SymmetricKey
  /// SHA-256 of everything before the first chunk.
  let head: [UInt8]
  private(set) var index: UInt64 = 0

  init(key: SymmetricKey, head: [UInt8]) {
    self.key = key
    self.head = Array(SHA256.hash(data: head))
  }

  mutating func seal(_ plain: some Collection<UInt8>, isLast: Bool) throws -> [UInt8] {
    let box = try ChaChaPoly.seal(
      Array(plain), using: key, nonce: ChaChaPoly.Nonce(data: nonce(isLast)), authenticating: head)
    index += 1
    var bytes: [UInt8] = []
    bytes.append(number: UInt64(plain.count + Self.tagSize) | (isLast ? Self.last : 0), bytes: 4)
    return bytes + Array(box.ciphertext) + Array(box.tag)
  }

  /// The length of the next chunk, and whether it is the last.
  static func length(_ prefix: [UInt8]) throws(BundleError) -> (count: Int, isLast: Bool) {
    var reader = ByteReader(prefix)
    let number = try reader.number(bytes: 4)
    let count = Int(number & ~last)
    guard (tagSize...size + tagSize).contains(count) else { throw .changed }
    return (count, number & last != 0)
  }

  /// Nil if the chunk differs from the one that was sealed here.
  mutating func open(_ sealed: [UInt8], isLast: Bool) -> [UInt8]? {
    guard let nonce = try? ChaChaPoly.Nonce(data: nonce(isLast)),
      let box = try? ChaChaPoly.SealedBox(
        nonce: nonce, ciphertext: sealed.dropLast(Self.tagSize), tag: sealed.suffix(Self.tagSize)),
      let plain = try? ChaChaPoly.open(box, using: key, authenticating: head)
    else { return nil }
    index += 1
    return Array(plain)
  }

  /// Three zero bytes, the mark of the last chunk, and the counter. Each file has its own key, so no nonce is used
  /// twice.
  private func nonce(_ isLast: Bool) -> [UInt8] {
    var bytes: [UInt8] = [0, 0, 0, isLast ? 1 : 0]
    bytes.append(number: index, bytes: 8)
    return bytes
  }
}
