import DossierDomain

/// Entries of one clerk at one machine, and what shows that they are hers: one session that she signed, or what she did not
/// sign of one day.
public struct AuthoredSpan: Hashable, Sendable {
  public var clerk: ClerkID
  public var epoch: DeviceEpoch
  /// Her first and last entry.
  public var first: Int64
  public var last: Int64
  /// Their moments, by the machine's clock.
  public var from: Instant
  public var to: Instant
  /// How many of hers there are; fewer than she signed when not all of them are here.
  public var entries: Int
  /// Those for which her PIN was asked again.
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
    /// Her own key.
    case clerk
    /// She signed more than is here, so that it cannot be checked here; the province did before it told so.
    case incomplete
    /// The machine's key alone: an earlier version, an office without PINs, a session that has not been signed.
    case machine
    /// The province's own word.
    case province
    /// Not signed by anybody yet, or by a machine whose key is not here.
    case none
  }
}
