import Crypto

/// Returns the next `count` bytes of a file; fewer only at its end.
public typealias BundleSource = (_ count: Int) throws -> [UInt8]

/// Reads a bundle of any size with little memory. It also reads bundles of version 1.
///
/// Each item is verified before it is returned, but an incomplete file is noticed only at its end. A caller that must
/// take all of a file or nothing therefore reads it to the end first, and then once more.
public struct BundleReader {
  public let header: BundleHeader
  private let source: BundleSource
  private let content: Content

  private static let ephemeralKeySize = 65

  private enum Content {
    case earlier(EarlierBundle)
    /// The signed bytes, which end with the ephemeral key and its check, and the signature.
    case sealed(signed: [UInt8], signature: [UInt8])
  }

  /// Reads the header. The signature on it is verified only by `open`.
  /// - Throws: `BundleError`, and errors of `source`.
  public init(_ source: @escaping BundleSource) throws {
    func take(_ count: Int) throws -> [UInt8] {
      let bytes = try source(count)
      guard bytes.count == count else { throw BundleError.cutShort }
      return bytes
    }
    var head = try source(BundleHeader.magic.count + 1)
    guard head.starts(with: BundleHeader.magic) else {
      throw BundleHeader.magic.starts(with: head) ? BundleError.cutShort : BundleError.notABundle
    }
    guard let version = head.dropFirst(BundleHeader.magic.count).first else { throw BundleError.cutShort }
    self.source = source
    switch version {
    case EarlierBundle.version:
      let earlier = try EarlierBundle(reading: head + source(EarlierBundle.largest))
      header = earlier.header
      content = .earlier(earlier)
    case BundleHeader.version:
      head += try take(BundleHeader.sizeUpToCertificate - head.count)
      head += try take(head.suffix(2).reduce(0) { $0 << 8 | Int($1) })
      var reader = ByteReader(head)
      header = try BundleHeader(behindVersion: &reader)
      head += try take(Self.ephemeralKeySize + BundleKey.checkSize)
      let length = try take(1)
      content = .sealed(signed: head, signature: try take(length.reduce(0) { Int($1) + $0 }))
    default: throw BundleError.newerVersion
    }
  }

  /// Verifies the signer and derives the key of the content.
  /// - Throws: `BundleError`.
  public func open(
    signedBy signer: P256.Signing.PublicKey, with key: P256.KeyAgreement.PrivateKey
  ) throws -> BundleItems {
    switch content {
    case .earlier(let earlier):
      return BundleItems(messages: try earlier.open(signedBy: signer, with: key))
    case .sealed(let signed, let signature):
      guard let valid = try? P256.Signing.ECDSASignature(derRepresentation: signature),
        signer.isValidSignature(valid, for: signed)
      else { throw BundleError.changed }
      let ends = signed.suffix(Self.ephemeralKeySize + BundleKey.checkSize)
      guard
        let key = BundleKey.opening(Array(ends.prefix(Self.ephemeralKeySize)), with: key, BundleWriter.information),
        key.check == Array(ends.suffix(BundleKey.checkSize))
      else { throw BundleError.otherRecipient }
      var head = signed
      head.append(number: UInt64(signature.count), bytes: 1)
      return BundleItems(BundleChunks(key: key.key, head: head + signature), source)
    }
  }
}

/// The items of an opened bundle, in order.
public struct BundleItems {
  private var messages: ArraySlice<[UInt8]> = []
  private var chunks: BundleChunks?
  private var source: BundleSource?
  private var plain: [UInt8] = []
  private var position = 0

  init(messages: [[UInt8]]) { self.messages = messages[...] }

  init(_ chunks: BundleChunks, _ source: @escaping BundleSource) {
    self.chunks = chunks
    self.source = source
  }

  /// Returns nil at the end of a complete file.
  /// - Throws: `BundleError`, and errors of the source.
  public mutating func next() throws -> BundleItem? {
    if let message = messages.popFirst() { return .message(message) }
    // An item may begin with the next chunk, and the last chunk may be empty.
    while position == plain.count, chunks != nil { try load() }
    guard position < plain.count else { return nil }
    let (kind, length) = try BundleItem.length(take(BundleItem.prefixSize))
    return try BundleItem(kind, take(length))
  }

  private mutating func take(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      if position == plain.count {
        guard chunks != nil else { throw BundleError.changed }
        try load()
      }
      let part = plain[position..<min(plain.count, position + count - bytes.count)]
      bytes += part
      position += part.count
    }
    return bytes
  }

  /// Loads the next chunk. After the last one, `chunks` is nil.
  private mutating func load() throws {
    guard let source else { return }
    let prefix = try source(4)
    guard prefix.count == 4 else { throw BundleError.cutShort }
    let (count, isLast) = try BundleChunks.length(prefix)
    let sealed = try source(count)
    guard sealed.count == count else { throw BundleError.cutShort }
    guard let opened = chunks?.open(sealed, isLast: isLast) else { throw BundleError.changed }
    (plain, position) = (opened, 0)
    guard isLast else { return }
    chunks = nil
    guard try source(1).isEmpty else { throw BundleError.changed }
  }
}
