import DossierDomain
import JournalFormat

/// The province's signed statement about an office's order at one moment. Every desk stores it, so that neither side
/// can later claim a different past.
public struct Checkpoint: Hashable, Sendable {
  public var office: OfficeID
  public var position: LogPosition
  public var at: Instant
  /// ECDSA P-256 with SHA-256 over `signedBytes`, by the province's authority key.
  public var signature: [UInt8]

  public init(office: OfficeID, position: LogPosition, at: Instant, signature: [UInt8]) {
    self.office = office
    self.position = position
    self.at = at
    self.signature = signature
  }

  public var signedBytes: [UInt8] {
    func bytes(_ number: Int64) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) } }
    return Array("dossier checkpoint 1".utf8) + office.bytes + [UInt8(truncatingIfNeeded: position.logEpoch.count)]
      + position.logEpoch + bytes(position.sequence) + position.rolling.bytes + bytes(at.milliseconds)
  }
}
