import Crypto
import DossierDomain

/// A machine's signed statement about the last entry of its chain at one moment. Through the hashes it covers all
/// earlier entries too. It is signed once per exchange, with the key that the machine authenticates its connection
/// with.
public struct MachineHead: Hashable, Sendable {
  /// As which the province signs the chains that it writes itself, with its authority's key.
  public static let province = DeviceID(high: 0, low: 1)

  public var device: DeviceID
  public var epoch: DeviceEpoch
  public var sequence: Int64
  /// The hash of that entry.
  public var hash: [UInt8]
  /// By the machine's clock.
  public var at: Instant
  /// ECDSA P-256 with SHA-256 over `signedBytes`, raw: 64 bytes.
  public var signature: [UInt8]

  public init(
    device: DeviceID, epoch: DeviceEpoch, sequence: Int64, hash: [UInt8], at: Instant, signature: [UInt8] = []
  ) {
    self.device = device
    self.epoch = epoch
    self.sequence = sequence
    self.hash = hash
    self.at = at
    self.signature = signature
  }

  public func signedBytes(office: OfficeID) -> [UInt8] {
    Array("dossier machine head 1".utf8) + office.bytes + device.bytes + epoch.bytes + bigEndian(sequence) + hash
      + bigEndian(at.milliseconds)
  }

  public func isSigned(by key: SigningPublicKey, office: OfficeID) -> Bool {
    key.verifies(signature, for: signedBytes(office: office))
  }

  /// - Throws: errors of the crypto library, which do not occur for a key in memory.
  public mutating func sign(with key: P256.Signing.PrivateKey, office: OfficeID) throws {
    signature = Array(try key.signature(for: signedBytes(office: office)).rawRepresentation)
  }
}

/// The machine of a desk, as other desks know it: its name and its key.
public struct Machine: Hashable, Sendable {
  public var device: DeviceID
  public var name: String
  public var key: SigningPublicKey
  /// Nil while it belongs to its office.
  public var revokedAt: Instant?

  public init(device: DeviceID, name: String, key: SigningPublicKey, revokedAt: Instant? = nil) {
    self.device = device
    self.name = name
    self.key = key
    self.revokedAt = revokedAt
  }
}

/// The proofs of authorship, stored beside the entries and sent in pages.
public struct Signatures: Hashable, Sendable {
  public var statements: [ClerkStatement]
  public var heads: [MachineHead]
  public var keys: [ClerkKey]
  public var machines: [Machine]

  public init(
    statements: [ClerkStatement] = [], heads: [MachineHead] = [], keys: [ClerkKey] = [], machines: [Machine] = []
  ) {
    self.statements = statements
    self.heads = heads
    self.keys = keys
    self.machines = machines
  }

  public var isEmpty: Bool { statements.isEmpty && heads.isEmpty && keys.isEmpty && machines.isEmpty }
}
