import Crypto
import DossierDomain

/// One place in an office's order, as the province hands it down.
public struct OrderedEntry: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    /// The entry's canonical bytes.
    case bytes([UInt8])
    /// The receiver wrote it and has the bytes.
    case own(EntryReference)
    /// The receiver may not hold it: only its hash, so that order and rolling hash stay whole.
    case withheld(hash: [UInt8])
  }

  /// From 1, without gaps.
  public var officeSequence: Int64
  public var verdict: Verdict
  /// It lives in another office's order; this place refers to it.
  public var isReference: Bool
  public var content: Content
  /// The province's word that the entry counts, for whoever has to hand it in once more after a restore; empty where none
  /// is needed.
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

/// How far an office's order is known: which log, up to where, and the hash over everything up to there.
public struct LogPosition: Hashable, Sendable {
  /// One life of the province's log; a restored server begins a new one.
  public var logEpoch: [UInt8]
  public var sequence: Int64
  public var rolling: RollingHash

  public init(logEpoch: [UInt8], sequence: Int64, rolling: RollingHash) {
    self.logEpoch = logEpoch
    self.sequence = sequence
    self.rolling = rolling
  }

  /// Nothing known of any log.
  public static let beginning = LogPosition(logEpoch: [], sequence: 0, rolling: .zero)
}

/// SHA-256 over the previous value, an entry's hash and its verdict: equal values mean equal orders, entry by entry.
public struct RollingHash: Hashable, Sendable {
  public let bytes: [UInt8]

  public static let zero = RollingHash(unchecked: [UInt8](repeating: 0, count: 32))

  private init(unchecked bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Nil unless there are 32 bytes.
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

/// A place of an office's order and the hash over everything up to there.
public struct OrderPoint: Hashable, Sendable {
  public var sequence: Int64
  public var rolling: RollingHash

  public init(sequence: Int64, rolling: RollingHash) {
    self.sequence = sequence
    self.rolling = rolling
  }
}
