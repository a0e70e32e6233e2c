import Crypto

/// Writes the exchange of an office without a network connection into a file, item by item. The file is encrypted for
/// its recipient (ECDH P-256 with an ephemeral key, HKDF-SHA-256, ChaCha20-Poly1305) and signed by its sender.
///
/// ```text
/// DOSSIERB  2  direction  id 16  office 16  device 16  made-at 8  certificate 2+n
/// ephemeral key 65  check 16  signature 1+n  chunks of items: kind 1, length 4, content
/// ```
/// Numbers are big endian. The signature covers everything before it, so the signer vouches for the ephemeral key. Only
/// sender and recipient know the key that is derived from it, so only they can have sealed the chunks.
public struct BundleWriter {
  static let information = Array("dossier bundle 2".utf8)

  private let write: ([UInt8]) throws -> Void
  private var chunks: BundleChunks
  private var waiting: [UInt8] = []

  /// - Parameters:
  ///   - sign: ECDSA P-256 with SHA-256, DER.
  ///   - write: appends to the file.
  /// - Throws: `BundleError.badKey`, and errors of `write`.
  public init(
    _ header: BundleHeader, for recipient: P256.KeyAgreement.PublicKey, sign: ([UInt8]) throws -> [UInt8],
    writing write: @escaping ([UInt8]) throws -> Void
  ) throws {
    let ephemeral = P256.KeyAgreement.PrivateKey()
    var head = header.encoded(version: BundleHeader.version) + Array(ephemeral.publicKey.x963Representation)
    guard let key = BundleKey.sealing(ephemeral, for: recipient, Self.information) else { throw BundleError.badKey }
    head += key.check
    guard let signature = try? sign(head) else { throw BundleError.badKey }
    head.append(number: UInt64(signature.count), bytes: 1)
    head += signature
    chunks = BundleChunks(key: key.key, head: head)
    self.write = write
    try write(head)
  }

  public mutating func put(_ item: BundleItem) throws {
    for piece in item.encoded {
      var rest = piece[...]
      while !rest.isEmpty {
        // A full chunk is sealed only when more bytes follow, because the last chunk is marked.
        if waiting.count == BundleChunks.size { try flush(isLast: false) }
        let part = rest.prefix(BundleChunks.size - waiting.count)
        waiting += part
        rest = rest.dropFirst(part.count)
      }
    }
  }

  /// Writes the last chunk. A file without it counts as incomplete.
  public mutating func finish() throws { try flush(isLast: true) }

  private mutating func flush(isLast: Bool) throws {
    guard let sealed = try? chunks.seal(waiting, isLast: isLast) else { throw BundleError.badKey }
    try write(sealed)
    waiting.removeAll(keepingCapacity: true)
  }
}
