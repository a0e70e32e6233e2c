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

  private func bundle(_ frames: [[UInt8]]) throws -> [UInt8] {
    try Bundle.seal(frames, header, for: province.publicKey) { Array(try desk.signature(for: $0).derRepresentation) }
  }

  @Test func comesOutAsItWentIn() throws {
    for frames in [[], [[]], [[1], [], [UInt8](repeating: 3, count: 70_000)]] as [[[UInt8]]] {
      let read = try Bundle(reading: bundle(frames))
      #expect(read.header == header)
      #expect(try read.open(signedBy: desk.publicKey, with: province) == frames)
    }
  }

  @Test func noByteCanBeChanged() throws {
    let file = try bundle([[1, 2, 3]])
    for index in file.indices {
      var changed = file
      changed[index] ^= 0x40
      #expect(throws: BundleError.self, "byte \(index)") {
        _ = try Bundle(reading: changed).open(signedBy: desk.publicKey, with: province)
      }
    }
  }

  @Test func noByteCanBeMissingOrAdded() throws {
    let file = try bundle([[1, 2, 3]])
    for length in 0..<file.count {
      #expect(throws: BundleError.self, "length \(length)") {
        _ = try Bundle(reading: Array(file.prefix(length))).open(signedBy: desk.publicKey, with: province)
      }
    }
    #expect(throws: BundleError.changed) { _ = try Bundle(reading: file + [0]) }
  }

  @Test func itsFaultsAreToldApart() throws {
    let file = try bundle([[1]])
    #expect(throws: BundleError.notABundle) { _ = try Bundle(reading: Array("PK\u{3}\u{4} something".utf8)) }
    var newer = file
    newer[8] = 2
    #expect(throws: BundleError.newerVersion) { _ = try Bundle(reading: newer) }
    #expect(throws: BundleError.cutShort) { _ = try Bundle(reading: Array(file.dropLast())) }
    #expect(throws: BundleError.changed) {
      _ = try Bundle(reading: file).open(signedBy: P256.Signing.PrivateKey().publicKey, with: province)
    }
    #expect(throws: BundleError.otherRecipient) {
      _ = try Bundle(reading: file).open(signedBy: desk.publicKey, with: P256.KeyAgreement.PrivateKey())
    }
  }

  @Test func twoBundlesOfTheSameContentDiffer() throws {
    #expect(try bundle([[1]]).dropFirst(90) != bundle([[1]]).dropFirst(90))
  }
}
