import DossierDomain

/// A series of entries of one clerk at one machine, with the proof of their author: one signed session, or the unsigned
/// entries of one day.
public struct AuthoredSpan: Hashable, Sendable {
  public var clerk: ClerkID
  public var epoch: DeviceEpoch
  /// The first and the last entry, by sequence.
  public var first: Int64
  public var last: Int64
  /// The times of the first and last entry, by the machine's clock.
  public var from: Instant
  public var to: Instant
  /// The number of the clerk's entries in the series. It is lower than the number that she signed if some are missing
  /// here.
  public var entries: Int
  /// The number of entries for which the PIN was asked again.
  public var confirmed: Int
  public var proof: Proof

  public init(
    clerk: ClerkID, epoch: DeviceEpoch, first: Int64, last: Int64, from: Instant, to: Instant, entries: Int,
    confirmed: Int, proof: Proof
  ) {
    self.clerk = clerk
    self.epoch = epoch
    self.first = first
    self.last = last
    self.from = from
    self.to = to
    self.entries = entries
    self.confirmed = confirmed
    self.proof = proof
  }

  public enum Proof: Hashable, Sendable {
    /// The clerk's own key has signed them.
    case clerk
    /// The clerk has signed more entries than are stored here, so the signature cannot be checked here. The province
    /// checked it before it sent the statement.
    case incomplete
    /// Only the machine's key has signed them: they come from an earlier version, an office without PINs, or an
    /// unsigned session.
    case machine
    /// The province wrote them.
    case province
    /// Nobody has signed them yet, or the key of the machine is not known here.
    case none
  }
}
