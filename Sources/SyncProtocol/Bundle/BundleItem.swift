import Crypto

/// One item of a bundle. Messages come first, so that the reader knows about the scans before they come.
public enum BundleItem: Hashable, Sendable {
  /// A message in the form in which it is sent over the network.
  case message([UInt8])
  /// Hashes of scans that the desk lacks, the most wanted first.
  case wanted([[UInt8]])
  /// Hashes of scans that the province has whole.
  case held([[UInt8]])
  case scan(BundleScan)
}

/// A sealed scan as it is stored on the disk, with the key to its content. Only the encryption of the bundle protects
/// this key.
public struct BundleScan: Hashable, Sendable {
  /// The limit for its sealed bytes.
  public static let largest = 52 << 20

  /// SHA-256 of the sealed bytes.
  public var hash: [UInt8]
  /// 32 bytes.
  public var key: [UInt8]
  public var bytes: [UInt8]

  public init(hash: [UInt8], key: [UInt8], bytes: [UInt8]) {
    self.hash = hash
    self.key = key
    self.bytes = bytes
  }
}

extension BundleItem {
  private static let hashSize = 32
  private static let mostHashes = 32_768
  /// The size in bytes of the item's kind and length.
  static let prefixSize = 5

  /// The encoded item in pieces, so that the bytes of a scan are not copied.
  var encoded: [[UInt8]] {
    let (kind, content): (UInt8, [[UInt8]]) =
      switch self {
      case .message(let bytes): (1, [bytes])
      case .wanted(let hashes): (2, [Array(hashes.prefix(Self.mostHashes).joined())])
      case .held(let hashes): (3, [Array(hashes.prefix(Self.mostHashes).joined())])
      case .scan(let scan): (4, [scan.hash + scan.key, scan.bytes])
      }
    var prefix = [kind]
    prefix.append(number: UInt64(content.reduce(0) { $0 + $1.count }), bytes: 4)
    return [prefix] + content
  }

  /// Reads the kind and the length of an item, and checks the length against the limit for this kind.
  static func length(_ prefix: [UInt8]) throws(BundleError) -> (kind: UInt8, length: Int) {
    var reader = ByteReader(prefix)
    let kind = UInt8(try reader.number(bytes: 1))
    let length = Int(try reader.number(bytes: 4))
    let most =
      switch kind {
      case 1: SyncLimits.standard.frameBytes
      case 2, 3: mostHashes * hashSize
      case 4: 2 * hashSize + BundleScan.largest
      default: throw .newerVersion
      }
    guard length <= most else { throw .tooLarge(length) }
    return (kind, length)
  }

  init(_ kind: UInt8, _ content: [UInt8]) throws(BundleError) {
    switch kind {
    case 1: self = .message(content)
    case 2: self = .wanted(try Self.hashes(content))
    case 3: self = .held(try Self.hashes(content))
    default:
      var reader = ByteReader(content)
      let (hash, key) = (try reader.take(Self.hashSize), try reader.take(Self.hashSize))
      let bytes = try reader.take(reader.left)
      guard Array(SHA256.hash(data: bytes)) == hash else { throw .changed }
      self = .scan(BundleScan(hash: hash, key: key, bytes: bytes))
    }
  }

  private static func hashes(_ content: [UInt8]) throws(BundleError) -> [[UInt8]] {
    var reader = ByteReader(content)
    var hashes: [[UInt8]] = []
    while reader.left > 0 { hashes.append(try reader.take(hashSize)) }
    return hashes
  }
}
