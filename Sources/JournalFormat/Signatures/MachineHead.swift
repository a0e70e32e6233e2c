import Crypto
import DossierDomain

/// A machine's word on how far its chain went at one moment: each entry up to there is bound to it by the hashes. Signed
/// once an exchange, with the key that the machine proves to have on the line.
public struct MachineHead: Hashable, Sendable {
  /// As which the province signs the chains that it writes itself, with its authority's key.
  public static let province = DeviceID(high: 0, low: 1)

  public var device: DeviceID
  public var epoch: DeviceEpoch
  public var sequence: Int64
  /// Of that entry.
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

  /// - Throws: what the library says; it does not for a key in memory.
  public mutating func sign(with key: P256.Signing.PrivateKey, office: OfficeID) throws {
    signature = Array(try key.signature(for: signedBytes(office: office)).rawRepresentation)
  }
}

/// A desk's machine as others need to know it: what it is called and whose signature is its own.
public struct Machine: Hashable, Sendable {
  public var device: DeviceID
  public var name: String
  public var key: SigningPublicKey

  public init(device: DeviceID, name: String, key: SigningPublicKey) {
    self.device = device
    self.name = name
    self.key = key
  }
}

/// What shows who wrote entries: rows beside them, told in pages.
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
