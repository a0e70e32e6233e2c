/// Identifies an entry by the epoch of its machine and a sequence number, which starts at 1 and has no gaps.
public struct EntryReference: Hashable, Sendable, Comparable {
  public var epoch: DeviceEpoch
  public var sequence: Int64

  public init(epoch: DeviceEpoch, sequence: Int64) {
    self.epoch = epoch
    self.sequence = sequence
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.epoch, left.sequence) < (right.epoch, right.sequence)
  }
}

/// An entry in the form that the fold reads: who decided what about a dossier, and when.
public struct RecordedAction: Hashable, Sendable {
  public var reference: EntryReference
  public var clerk: ClerkID
  public var at: Instant
  public var group: GroupID?
  public var action: DossierAction
  /// The province's verdict; `.accepted` until it has given one.
  public var verdict: Verdict

  public init(
    reference: EntryReference, clerk: ClerkID, at: Instant, group: GroupID? = nil,
    action: DossierAction, verdict: Verdict = .accepted
  ) {
    self.reference = reference
    self.clerk = clerk
    self.at = at
    self.group = group
    self.action = action
    self.verdict = verdict
  }
}
