import Crypto
import DossierDomain
import Foundation

/// The messages of an exchange in a file, for a place without a link: sealed for whom it is meant (ECDH P-256 with a key
/// for this file alone, HKDF-SHA-256, ChaCha20-Poly1305) and signed by whom it is from.
///
/// ```text
/// DOSSIERB  version  direction  id 16  office 16  device 16  made-at 8  certificate 2+n
/// ephemeral key 65  sealed 4+n  signature 1+n
/// ```
/// Numbers are big endian. Everything before the sealed part is bound to it; the signature is over everything before it.
public struct Bundle: Hashable, Sendable {
  /// Of a whole file.
  public static let largest = 128 << 20
  private static let information = Array("dossier bundle 1".utf8)

  public let header: BundleHeader
  private let head: [UInt8]
  private let ephemeralKey: [UInt8]
  private let sealed: [UInt8]
  private let signed: [UInt8]
  private let signature: [UInt8]

  // MARK: Making

  /// - Parameters:
  ///   - frames: as they would go over the line.
  ///   - sign: ECDSA P-256 with SHA-256, DER.
  public static func seal(
    _ frames: [[UInt8]], _ header: BundleHeader, for recipient: P256.KeyAgreement.PublicKey,
    sign: ([UInt8]) throws -> [UInt8]
  ) throws(BundleError) -> [UInt8] {
    let ephemeral = P256.KeyAgreement.PrivateKey()
    let ephemeralKey = Array(ephemeral.publicKey.x963Representation)
    var content: [UInt8] = []
    for frame in frames {
      content.append(number: UInt64(frame.count), bytes: 4)
      content += frame
    }
    var bytes = encode(header)
    do {
      let secret = try ephemeral.sharedSecretFromKeyAgreement(with: recipient)
      let key = key(secret, ephemeralKey, recipient)
      let sealed = try ChaChaPoly.seal(content, using: key, authenticating: bytes).combined
      bytes += ephemeralKey
      bytes.append(number: UInt64(sealed.count), bytes: 4)
      bytes += sealed
      let signature = try sign(bytes)
      bytes.append(number: UInt64(signature.count), bytes: 1)
      bytes += signature
    } catch {
      throw .badKey
    }
    guard bytes.count <= largest else { throw .tooLarge(bytes.count) }
    return bytes
  }

  private static func encode(_ header: BundleHeader) -> [UInt8] {
    var bytes = BundleHeader.magic + [BundleHeader.version, header.direction.rawValue]
    bytes += header.id + header.office.bytes + header.device.bytes
    bytes.append(number: UInt64(bitPattern: header.madeAt.milliseconds), bytes: 8)
    bytes.append(number: UInt64(header.certificate.count), bytes: 2)
    return bytes + header.certificate
  }

  private static func key(
    _ secret: SharedSecret, _ ephemeralKey: [UInt8], _ recipient: P256.KeyAgreement.PublicKey
  ) -> SymmetricKey {
    secret.hkdfDerivedSymmetricKey(
      using: SHA256.self, salt: ephemeralKey + Array(recipient.x963Representation), sharedInfo: information,
      outputByteCount: 32)
  }

  // MARK: Reading

  /// Reads what stands in front; whether it is genuine shows only when it is opened.
  public init(reading file: [UInt8]) throws(BundleError) {
    guard file.count <= Self.largest else { throw .tooLarge(file.count) }
    guard file.starts(with: BundleHeader.magic) else { throw .notABundle }
    var reader = ByteReader(file)
    _ = try reader.take(BundleHeader.magic.count)
    guard try reader.number(bytes: 1) == UInt64(BundleHeader.version) else { throw .newerVersion }
    guard let direction = BundleHeader.Direction(rawValue: UInt8(try reader.number(bytes: 1))) else { throw .changed }
    let id = try reader.take(16)
    guard let office = OfficeID(bytes: try reader.take(16)), let device = DeviceID(bytes: try reader.take(16)) else {
      throw .changed
    }
    let madeAt = Instant(milliseconds: Int64(bitPattern: try reader.number(bytes: 8)))
    let certificate = try reader.take(Int(try reader.number(bytes: 2)))
    header = BundleHeader(
      direction: direction, id: id, office: office, device: device, madeAt: madeAt, certificate: certificate)
    head = Array(file.prefix(reader.position))
    ephemeralKey = try reader.take(65)
    sealed = try reader.take(Int(try reader.number(bytes: 4)))
    signed = Array(file.prefix(reader.position))
    signature = try reader.take(Int(try reader.number(bytes: 1)))
    guard reader.left == 0 else { throw .changed }
  }

  /// Proves who made it, then unseals it.
  public func open(
    signedBy signer: P256.Signing.PublicKey, with key: P256.KeyAgreement.PrivateKey
  ) throws(BundleError) -> [[UInt8]] {
    guard let signature = try? P256.Signing.ECDSASignature(derRepresentation: signature),
      signer.isValidSignature(signature, for: signed)
    else { throw .changed }
    guard let other = try? P256.KeyAgreement.PublicKey(x963Representation: ephemeralKey),
      let secret = try? key.sharedSecretFromKeyAgreement(with: other),
      let box = try? ChaChaPoly.SealedBox(combined: sealed),
      let content = try? ChaChaPoly.open(
        box, using: Self.key(secret, ephemeralKey, key.publicKey), authenticating: head)
    else { throw .otherRecipient }
    var reader = ByteReader(Array(content))
    var frames: [[UInt8]] = []
    while reader.left > 0 {
      let length = Int(try reader.number(bytes: 4))
      guard length <= SyncLimits.standard.frameBytes else { throw .tooLarge(length) }
      frames.append(try reader.take(length))
    }
    return frames
  }
}
