import Crypto
import DossierDomain
import Testing

@testable import SyncProtocol

@Suite("A bundle on a stick")
struct BundleTests {
  private let desk = P256.Signing.PrivateKey()
  private let province = P256.KeyAgreement.PrivateKey()
  private let header = BundleHeader(
    direction: .up, id: [UInt8](repeating: 7, count: 16), office: OfficeID(high: 1, low: 2),
    device: DeviceID(high: 3, low: 4), madeAt: Instant(milliseconds: 1_790_000_000_000), certificate: [1, 2, 3])

  private static func scan(_ number: UInt8, size: Int) -> BundleItem {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ Int(number)) }
    return .scan(
      BundleScan(hash: Array(SHA256.hash(data: bytes)), key: [UInt8](repeating: number, count: 32), bytes: bytes))
  }

  private func bundle(_ items: [BundleItem]) throws -> [UInt8] {
    let file = Bytes()
    var writer = try BundleWriter(
      header, for: province.publicKey, sign: { Array(try desk.signature(for: $0).derRepresentation) },
      writing: { file.all += $0 })
    for item in items { try writer.put(item) }
    try writer.finish()
    return file.all
  }

  private func read(
    _ file: [UInt8], signedBy signer: P256.Signing.PublicKey? = nil, with key: P256.KeyAgreement.PrivateKey? = nil
  ) throws -> [BundleItem] {
    var items = try BundleReader(Bytes(file).source).open(signedBy: signer ?? desk.publicKey, with: key ?? province)
    var all: [BundleItem] = []
    while let item = try items.next() { all.append(item) }
    return all
  }

  @Test func comesOutAsItWentIn() throws {
    let hashes = (0..<3).map { [UInt8](repeating: $0, count: 32) }
    let chunk = BundleChunks.size - BundleItem.prefixSize
    let contents: [[BundleItem]] = [
      [], [.message([])], [.message([1]), .message([]), .message([UInt8](repeating: 3, count: 70_000))],
      [.message([9]), .wanted(hashes), .held(hashes), Self.scan(1, size: 1), Self.scan(2, size: 900_001)],
      // Exactly one chunk, one byte more, and one byte less.
      [.message([UInt8](repeating: 1, count: chunk))], [.message([UInt8](repeating: 1, count: chunk + 1))],
      [.message([UInt8](repeating: 1, count: chunk - 1)), .message([2])],
    ]
    for items in contents {
      let file = try bundle(items)
      #expect(try BundleReader(Bytes(file).source).header == header)
      #expect(try read(file) == items)
    }
  }

  @Test func noByteCanBeChanged() throws {
    let file = try bundle([.message([1, 2, 3]), Self.scan(1, size: 40)])
    for index in file.indices {
      var changed = file
      changed[index] ^= 0x40
      #expect(throws: BundleError.self, "byte \(index)") { _ = try read(changed) }
    }
  }

  @Test func noByteCanBeMissingOrAdded() throws {
    let file = try bundle([.message([1, 2, 3])])
    for length in 0..<file.count {
      #expect(throws: BundleError.cutShort, "length \(length)") { _ = try read(Array(file.prefix(length))) }
    }
    #expect(throws: BundleError.changed) { _ = try read(file + [0]) }
  }

  /// Whole chunks are left out, doubled or reordered.
  @Test func noChunkCanBeMoved() throws {
    let file = try bundle([Self.scan(5, size: 3 * BundleChunks.size)])
    let size = BundleChunks.size + BundleChunks.tagSize + 4
    // After the three full chunks comes the rest, as long as the item's prefix, hash and key together.
    let last = Array(file.suffix(4 + BundleItem.prefixSize + 64 + BundleChunks.tagSize))
    let first = file.count - last.count - 3 * size
    let head = Array(file[..<first])
    let chunks = (0..<3).map { Array(file[(first + $0 * size)..<(first + ($0 + 1) * size)]) }
    #expect(try read(head + chunks.joined() + last).count == 1)
    #expect(throws: BundleError.changed) { _ = try read(head + chunks[1] + chunks[0] + chunks[2] + last) }
    #expect(throws: BundleError.changed) { _ = try read(head + chunks[0] + chunks[2] + last) }
    #expect(throws: BundleError.changed) { _ = try read(head + chunks[0] + chunks[0] + chunks[2] + last) }
    #expect(throws: BundleError.cutShort) { _ = try read(head + chunks.joined()) }
  }

  @Test func itsFaultsAreToldApart() throws {
    let file = try bundle([.message([1])])
    #expect(throws: BundleError.notABundle) { _ = try read(Array("PK\u{3}\u{4} something".utf8)) }
    var newer = file
    newer[8] = BundleHeader.version + 1
    #expect(throws: BundleError.newerVersion) { _ = try read(newer) }
    #expect(throws: BundleError.cutShort) { _ = try read(Array(file.dropLast())) }
    #expect(throws: BundleError.changed) { _ = try read(file, signedBy: P256.Signing.PrivateKey().publicKey) }
    #expect(throws: BundleError.otherRecipient) { _ = try read(file, with: P256.KeyAgreement.PrivateKey()) }
  }

  @Test func aScanThatIsNotWhatItsNameSaysIsNotTaken() throws {
    let other = BundleScan(hash: [UInt8](repeating: 1, count: 32), key: [UInt8](repeating: 2, count: 32), bytes: [3])
    #expect(throws: BundleError.changed) { _ = try read(bundle([.scan(other)])) }
  }

  @Test func twoBundlesOfTheSameContentDiffer() throws {
    #expect(try bundle([.message([1])]).dropFirst(90) != bundle([.message([1])]).dropFirst(90))
  }

  @Test func oneOfVersion1IsStillRead() throws {
    let messages: [[UInt8]] = [[1], [], [UInt8](repeating: 3, count: 70_000)]
    let file = try earlier(messages)
    #expect(try read(file) == messages.map { .message($0) })
    #expect(throws: BundleError.cutShort) { _ = try read(Array(file.dropLast())) }
    #expect(throws: BundleError.otherRecipient) { _ = try read(file, with: P256.KeyAgreement.PrivateKey()) }
    var changed = file
    changed[file.count / 2] ^= 1
    #expect(throws: BundleError.changed) { _ = try read(changed) }
  }

  /// A bundle in the form of programs before version 2.
  private func earlier(_ messages: [[UInt8]]) throws -> [UInt8] {
    let ephemeral = P256.KeyAgreement.PrivateKey()
    let key = try #require(BundleKey.sealing(ephemeral, for: province.publicKey, EarlierBundle.information)?.key)
    var content: [UInt8] = []
    for message in messages {
      content.append(number: UInt64(message.count), bytes: 4)
      content += message
    }
    var file = header.encoded(version: EarlierBundle.version)
    let sealed = try ChaChaPoly.seal(content, using: key, authenticating: file).combined
    file += Array(ephemeral.publicKey.x963Representation)
    file.append(number: UInt64(sealed.count), bytes: 4)
    file += Array(sealed)
    let signature = Array(try desk.signature(for: file).derRepresentation)
    file.append(number: UInt64(signature.count), bytes: 1)
    return file + signature
  }
}

/// A file in memory.
private final class Bytes {
  var all: [UInt8]
  private var position = 0

  init(_ all: [UInt8] = []) { self.all = all }

  var source: BundleSource {
    { [self] count in
      let part = all[position..<min(all.count, position + count)]
      position += part.count
      return Array(part)
    }
  }
}
