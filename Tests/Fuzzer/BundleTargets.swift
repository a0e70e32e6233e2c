import Crypto
import DossierDomain

@testable import SyncProtocol

extension FuzzTarget {
  static var bundles: [FuzzTarget] {
    [
      decoder("bundle", seeds: { [try bundle(), earlier] }) { bytes in
        var items = try BundleReader(source(bytes)).open(signedBy: desk.publicKey, with: province)
        while try items.next() != nil {}
      },
      // The items are sealed here, because a changed byte would not pass the seal.
      decoder("bundle-items", seeds: { items.map { Array($0.encoded.joined()) } }) { bytes in
        let key = SymmetricKey(size: .bits256)
        var chunks = BundleChunks(key: key, head: [1])
        var sealed: [UInt8] = []
        for start in stride(from: 0, to: max(1, bytes.count), by: 1000) {
          let end = min(bytes.count, start + 1000)
          sealed += try chunks.seal(bytes[start..<end], isLast: end == bytes.count)
        }
        var items = BundleItems(BundleChunks(key: key, head: [1]), source(sealed))
        var read: [UInt8] = []
        while let item = try items.next() { read += item.encoded.joined() }
        guard read == bytes else { broken("items that were written otherwise") }
      },
    ]
  }

  private static let desk = P256.Signing.PrivateKey()
  private static let province = P256.KeyAgreement.PrivateKey()

  private static let items: [BundleItem] = [
    .message([1, 2, 3]), .wanted([[UInt8](repeating: 1, count: 32)]), .held([[UInt8](repeating: 2, count: 32)]),
    .scan(
      BundleScan(hash: Array(SHA256.hash(data: [7, 7])), key: [UInt8](repeating: 3, count: 32), bytes: [7, 7])),
  ]

  private static let header = BundleHeader(
    direction: .up, id: [UInt8](repeating: 7, count: 16), office: OfficeID(high: 1, low: 2),
    device: DeviceID(high: 3, low: 4), madeAt: Instant(milliseconds: 1_790_000_000_000), certificate: [1, 2, 3])

  private static func bundle() throws -> [UInt8] {
    var file: [UInt8] = []
    var writer = try BundleWriter(
      header, for: province.publicKey, sign: { Array(try desk.signature(for: $0).derRepresentation) },
      writing: { file += $0 })
    for item in items { try writer.put(item) }
    try writer.finish()
    return file
  }

  /// A header of version 1, which has no signature.
  private static var earlier: [UInt8] {
    header.encoded(version: EarlierBundle.version) + [UInt8](repeating: 4, count: 65) + [0, 0, 0, 3, 1, 2, 3, 2, 9, 9]
  }

  private static func source(_ bytes: [UInt8]) -> BundleSource {
    var rest = bytes[...]
    return { count in
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
  }
}
