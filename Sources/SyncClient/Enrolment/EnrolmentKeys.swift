import Crypto
import DossierStore
import Foundation
import SwiftASN1
import X509

/// The two keys of a desk: one identifies it and signs, the other opens the bundles that come back.
struct EnrolmentKeys: Sendable {
  /// The setting that stores the keys until the province has answered; empty afterwards.
  static let setting = "enrolment-keys"

  var signing: P256.Signing.PrivateKey
  var agreement: P256.KeyAgreement.PrivateKey

  /// The keys of an enrolment that was not answered yet, or new ones.
  static func kept(in store: LocalStore) throws(StoreError) -> EnrolmentKeys {
    if let text = try store.office.setting(setting), let keys = EnrolmentKeys(text) { return keys }
    let keys = EnrolmentKeys(signing: .init(), agreement: .init())
    try store.office.set(setting, to: keys.text)
    return keys
  }

  private init(signing: P256.Signing.PrivateKey, agreement: P256.KeyAgreement.PrivateKey) {
    self.signing = signing
    self.agreement = agreement
  }

  private init?(_ text: String) {
    let parts = text.split(separator: " ").map { Data(base64Encoded: String($0)) }
    guard parts.count == 2, let first = parts[0], let second = parts[1],
      let signing = try? P256.Signing.PrivateKey(rawRepresentation: first),
      let agreement = try? P256.KeyAgreement.PrivateKey(rawRepresentation: second)
    else { return nil }
    self.init(signing: signing, agreement: agreement)
  }

  private var text: String {
    signing.rawRepresentation.base64EncodedString() + " " + agreement.rawRepresentation.base64EncodedString()
  }

  /// PKCS #10, DER; nil if the library cannot create it. The province uses only the key in it.
  var certificateRequest: [UInt8]? {
    guard let subject = try? DistinguishedName(builder: { CommonName("dossier desk") }),
      let request = try? CertificateSigningRequest(
        version: .v1, subject: subject, privateKey: .init(signing), attributes: .init())
    else { return nil }
    var serializer = DER.Serializer()
    guard (try? serializer.serialize(request)) != nil else { return nil }
    return serializer.serializedBytes
  }
}
