import Crypto
import DossierDomain
import GRDB
import JournalFormat

/// Seals papers with the key that the machine signs its chain with.
public struct PaperSealer: Sendable {
  let office: OfficeID
  let key: P256.Signing.PrivateKey

  /// - Parameters:
  ///   - page: the bytes of the page description without its seal.
  ///   - text: what of the code's text is signed.
  /// - Returns: the text of the seal; nil if the crypto library fails, which it does not with a key in memory.
  public func seal(_ page: [UInt8], _ text: String) -> String? {
    try? PaperSeal(of: page, text: text, office: office, key: key).text
  }
}

extension PaperStore {
  /// Nil in an office that works alone: its papers have no seal. So it is where the key is unusable, of which the exchange tells;
  /// a citizen waits for her receipt.
  public func sealer() throws(StoreError) -> PaperSealer? {
    try read { db in
      guard let enrolment = try EnrolmentTable.row(db),
        let key = try? P256.Signing.PrivateKey(rawRepresentation: enrolment.privateKey)
      else { return nil }
      return PaperSealer(office: enrolment.office, key: key)
    }
  }

  /// What a seal proves here, where the keys of the office's own machines are known.
  /// - Parameters:
  ///   - seal: empty if there is none.
  ///   - text: what of the code's text is signed.
  public func verdict(onSeal seal: String, over text: String) throws(StoreError) -> SealVerdict {
    try read { db in try Self.sealKeys(db).verdict(on: seal, over: text) }
  }

  private static func sealKeys(_ db: Database) throws -> [SealKey] {
    guard let enrolment = try EnrolmentTable.row(db) else { return [] }
    func key(_ key: SigningPublicKey, _ name: String, revokedAt: Instant?) -> SealKey {
      SealKey(
        key, office: enrolment.office,
        machine: SealingMachine(name: name, office: enrolment.officeName, revokedAt: revokedAt))
    }
    let own = (try? P256.Signing.PrivateKey(rawRepresentation: enrolment.privateKey)).map {
      key(SigningPublicKey($0.publicKey), enrolment.deviceName, revokedAt: nil)
    }
    let others = try KeyRows.machines(db).values.map { key($0.key, $0.name, revokedAt: $0.revokedAt) }
    return [own].compactMap(\.self) + others
  }
}
