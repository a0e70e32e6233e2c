import Crypto
import DossierDomain

/// Version 1 of a bundle. It contains only messages and is read as a whole:
///
/// ```text
/// DOSSIERB  1  direction  id 16  office 16  device 16  made-at 8  certificate 2+n
/// ephemeral key 65  sealed 4+n  signature 1+n
/// ```
/// The signature covers everything before it. Each message is preceded by its length in four bytes.
struct EarlierBundle {
  static let version: UInt8 = 1
  /// The limit for a whole file, in bytes.
  static let largest = 128 << 20
  static let information = Array("dossier bundle 1".utf8)

  let header: BundleHeader
  private let head: [UInt8]
  private let ephemeralKey: [UInt8]
  private let sealed: [UInt8]
  private let signed: [UInt8]
  private let signature: [UInt8]

  init(reading file: [UInt8]) throws(BundleError) {
    guard file.count <= Self.largest else { throw .tooLarge(file.count) }
    var reader = ByteReader(file)
    header = try BundleHeader(behindVersion: &reader)
    head = Array(file.prefix(reader.position))
    ephemeralKey = try reader.take(65)
    sealed = try reader.take(Int(try reader.number(bytes: 4)))
    signed = Array(file.prefix(reader.position))
    signature = try reader.take(Int(try reader.number(bytes: 1)))
    guard reader.left == 0 else { throw .changed }
  }

  func open(
    signedBy signer: P256.Signing.PublicKey, with key: P256.KeyAgreement.PrivateKey
  ) throws(BundleError) -> [[UInt8]] {
    guard let signature = try? P256.Signing.ECDSASignature(derRepresentation: signature),
      signer.isValidSignature(signature, for: signed)
    else { throw .changed }
    guard let key = BundleKey.opening(ephemeralKey, with: key, Self.information)?.key,
      let box = try? ChaChaPoly.SealedBox(combined: sealed),
      let content = try? ChaChaPoly.open(box, using: key, authenticating: head)
    else { throw .otherRecipient }
    var reader = ByteReader(Array(content))
    var messages: [[UInt8]] = []
    while reader.left > 0 {
      let length = Int(try reader.number(bytes: 4))
      guard length <= SyncLimits.standard.frameBytes else { throw .tooLarge(length) }
      messages.append(try reader.take(length))
    }
    return messages
  }
}
