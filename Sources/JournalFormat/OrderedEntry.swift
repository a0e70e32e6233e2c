import Crypto
import DossierDomain

/// One place of an office's order, as the province sends it.
public struct OrderedEntry: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    /// The entry's canonical bytes.
    case bytes([UInt8])
    /// The receiver wrote the entry and has its bytes.
    case own(EntryReference)
    /// The receiver may not hold the entry. It gets only the hash, so that it can check the order and the rolling hash.
    case withheld(hash: [UInt8])
  }

  /// From 1, without gaps.
  public var officeSequence: Int64
  public var verdict: Verdict
  /// The entry belongs to another office's order, and this place refers to it.
  public var isReference: Bool
  public var content: Content
  /// The province's proof that the entry counts, for a desk that has to hand the entry in again after a restore; empty
  /// if none is needed.
  public var seal: [UInt8]

  public init(
    officeSequence: Int64, verdict: Verdict, isReference: Bool = false, content: Content, seal: [UInt8] = []
  ) {
    self.officeSequence = officeSequence
    self.verdict = verdict
    self.isReference = isReference
    self.content = content
    self.seal = seal
  }
}

/// The known part of an office's order: the log, the last known place, and the hash over all places up to it.
public struct LogPosition: Hashable, Sendable {
  /// The epoch of the province's log; a restored server begins a new one.
  public var logEpoch: [UInt8]
  public var sequence: Int64
  public var rolling: RollingHash

  public init(logEpoch: [UInt8], sequence: Int64, rolling: RollingHash) {
    self.logEpoch = logEpoch
    self.sequence = sequence
    self.rolling = rolling
  }

  /// The position of a desk that knows no log yet.
  public static let beginning = LogPosition(logEpoch: [], sequence: 0, rolling: .zero)
}

/// SHA-256 over the previous value, the hash of an entry and its verdict. Equal values prove that two orders are equal,
/// entry by entry.
public struct RollingHash: Hashable, Sendable {
  public let bytes: [UInt8]

  public static let zero = RollingHash(unchecked: [UInt8](repeating: 0, count: 32))

  private init(unchecked bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Nil for another number of bytes than 32.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    self.bytes = Array(bytes)
  }

  public func adding(entryHash: [UInt8], verdict: Verdict) -> RollingHash {
    var hash = SHA256()
    hash.update(data: bytes)
    hash.update(data: entryHash)
    hash.update(data: verdict.bytes)
    return RollingHash(unchecked: Array(hash.finalize()))
  }
}

/// SHA-256 of an entry's canonical bytes.
public func entryHash(_ bytes: [UInt8]) -> [UInt8] {
  Array(SHA256.hash(data: bytes))
}

/// A place of an office's order, and the hash over all places up to it.
public struct OrderPoint: Hashable, Sendable {
  public var sequence: Int64
  public var rolling: RollingHash

  public init(sequence: Int64, rolling: RollingHash) {
    self.sequence = sequence
    self.rolling = rolling
  }
}
