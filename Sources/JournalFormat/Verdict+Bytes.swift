import DossierDomain

extension Verdict {
  /// The bytes that are stored and hashed: one byte for the kind, then the entry or reason that the verdict names.
  public var bytes: [UInt8] {
    switch self {
    case .accepted: [0]
    case .conflicted(let winner, let matter): [1] + Self.bytes(winner) + Self.bytes(UInt64(matter.number))
    case .quarantined(let reason): [2, reason.rawValue]
    case .repeated(let first): [3] + Self.bytes(first)
    }
  }

  /// Nil for bytes that `bytes` cannot give.
  public init?(bytes: some Collection<UInt8>) {
    let bytes = Array(bytes)
    switch (bytes.first, bytes.count) {
    case (0, 1): self = .accepted
    case (1, 33):
      guard let winner = Self.reference(bytes[1..<25]), let matter = UInt32(exactly: Self.number(bytes[25...])) else {
        return nil
      }
      self = .conflicted(with: winner, over: Matter(number: matter))
    case (2, 2): self = .quarantined(QuarantineReason(rawValue: bytes[1]))
    case (3, 25):
      guard let first = Self.reference(bytes[1...]) else { return nil }
      self = .repeated(of: first)
    default: return nil
    }
  }

  private static func bytes(_ reference: EntryReference) -> [UInt8] {
    reference.epoch.bytes + bytes(UInt64(bitPattern: reference.sequence))
  }

  private static func bytes(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
  }

  private static func reference(_ bytes: ArraySlice<UInt8>) -> EntryReference? {
    guard let epoch = DeviceEpoch(bytes: bytes.prefix(16)) else { return nil }
    return EntryReference(epoch: epoch, sequence: Int64(bitPattern: number(bytes.dropFirst(16))))
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
}
