import DossierDomain
import JournalFormat

/// A machine's public key as it is published, so that others can check papers.
public struct PublishedSealKey: Hashable, Sendable {
  public var machine: SealingMachine
  public var office: OfficeID
  /// Hexadecimal: 8 digits that a seal names the key by, and the 66 of the compressed key.
  public var name: String
  public var key: String
}

/// A machine with its key.
struct SealingDevice {
  var device: DeviceID
  var key: SealKey
  var office: OfficeID { key.office }
}

extension Administration {
  /// What a seal proves, by the keys of all machines, also of those that were revoked: what they sealed before still stands.
  /// - Parameters:
  ///   - seal: empty if there is none.
  ///   - text: what of the code's text is signed.
  public func verdict(onSeal seal: String, over text: String) throws -> SealVerdict {
    try sealingDevices().map(\.key).verdict(on: seal, over: text)
  }

  /// By office and machine.
  public func publishedSealKeys() throws -> [PublishedSealKey] {
    try sealingDevices().map(\.key).map {
      PublishedSealKey(
        machine: $0.machine, office: $0.office, name: hexadecimal(PaperSeal.name(of: $0.key)),
        key: hexadecimal($0.key.bytes))
    }
  }

  /// Those whose key a seal names; none if it is no seal.
  func sealingDevices(named seal: String) throws -> [SealingDevice] {
    guard let name = PaperSeal(text: seal)?.machine else { return [] }
    return try sealingDevices().filter { PaperSeal.name(of: $0.key.key) == name }
  }

  /// Of machines that have not exchanged yet no key is known here.
  private func sealingDevices() throws -> [SealingDevice] {
    try store.read { transaction in
      try transaction.rows(
        """
        SELECT d.public_key, d.office, d.name, o.name, d.revoked_at, d.id FROM device d JOIN office o ON o.id = d.office
        WHERE d.public_key IS NOT NULL ORDER BY o.name, d.name, d.id
        """, []
      ).compactMap { row in
        guard let key = SigningPublicKey(bytes: try row.blob(0)), let office = OfficeID(bytes: try row.blob(1)),
          let device = DeviceID(bytes: try row.blob(5))
        else { return nil }
        let machine = SealingMachine(
          name: try row.text(2), office: try row.text(3),
          revokedAt: try row.optionalInteger(4).map { Instant(milliseconds: $0) })
        return SealingDevice(device: device, key: SealKey(key, office: office, machine: machine))
      }
    }
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
