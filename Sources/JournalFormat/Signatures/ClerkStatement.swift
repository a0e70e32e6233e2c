import Crypto
import DossierDomain

/// A clerk's signed statement that she wrote the entries of one session at one machine: her own entries from the first
/// to the last, without those that others wrote between them. It is signed with her key at lock, at hand-over and
/// before an exchange.
///
/// It is stored beside the entries and does not change them: the office's order decides whether an entry counts, and
/// the statement proves who wrote it.
public struct ClerkStatement: Hashable, Sendable {
  public var clerk: ClerkID
  public var epoch: DeviceEpoch
  /// The clerk's first and last entry of the session, by sequence in the epoch.
  public var first: Int64
  public var last: Int64
  /// The entries for which the PIN was asked again, ascending.
  public var confirmed: [Int64]
  /// ECDSA P-256 with SHA-256 over `signedBytes`, raw: 64 bytes.
  public var signature: [UInt8]

  public init(
    clerk: ClerkID, epoch: DeviceEpoch, first: Int64, last: Int64, confirmed: [Int64] = [], signature: [UInt8] = []
  ) {
    self.clerk = clerk
    self.epoch = epoch
    self.first = first
    self.last = last
    self.confirmed = confirmed
    self.signature = signature
  }

  /// The longest span in entries. A session lasts a day at most, and checking a statement reads all its entries.
  public static let longestSpan: Int64 = 10_000

  /// The limit for the confirmed entries of all statements in one message. A single statement fits always, because it
  /// cannot confirm more entries than it spans.
  public static let mostConfirmed = Int(longestSpan)

  /// Whether the confirmed entries ascend and are among the clerk's own ones.
  /// - Parameter sequences: the clerk's entries from the first to the last.
  public func confirms(onlyOf sequences: Set<Int64>) -> Bool {
    confirmed.allSatisfy(sequences.contains) && zip(confirmed, confirmed.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// `confirmed` as desks and province store it: eight bytes for each number, the most significant one first.
  public var confirmedBytes: [UInt8] { confirmed.flatMap(bigEndian) }

  /// Incomplete bytes at the end are ignored.
  public static func confirmed(_ bytes: [UInt8]) -> [Int64] {
    stride(from: 0, to: bytes.count - bytes.count % 8, by: 8).map { start in
      bytes[start..<start + 8].reduce(Int64(0)) { $0 << 8 | Int64($1) }
    }
  }

  public var range: ClosedRange<Int64>? { first > 0 && first <= last ? first...last : nil }

  /// - Parameters:
  ///   - office: the office of the journal.
  ///   - hashes: the hashes of the clerk's entries from the first to the last, in order.
  public func signedBytes(office: OfficeID, hashes: some Sequence<[UInt8]>) -> [UInt8] {
    var digest = SHA256()
    for hash in hashes { digest.update(data: hash) }
    return Array("dossier statement 1".utf8) + office.bytes + clerk.bytes + epoch.bytes + bigEndian(first)
      + bigEndian(last) + digest.finalize() + bigEndian(Int64(confirmed.count)) + confirmed.flatMap(bigEndian)
  }

  /// - Parameter hashes: the hashes of the clerk's entries from the first to the last, in order.
  public func isSigned(by key: SigningPublicKey, office: OfficeID, hashes: some Sequence<[UInt8]>) -> Bool {
    key.verifies(signature, for: signedBytes(office: office, hashes: hashes))
  }

  /// - Throws: errors of the crypto library, which do not occur for a key in memory.
  public mutating func sign(
    with key: P256.Signing.PrivateKey, office: OfficeID, hashes: some Sequence<[UInt8]>
  ) throws {
    signature = Array(try key.signature(for: signedBytes(office: office, hashes: hashes)).rawRepresentation)
  }
}

/// Eight bytes, the most significant one first.
func bigEndian(_ number: Int64) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) } }
