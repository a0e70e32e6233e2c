/// Names an entry: the device's epoch and its gapless sequence, from 1.
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

/// An entry as the fold sees it: who decided what about a dossier, when.
public struct RecordedAction: Hashable, Sendable {
  public var reference: EntryReference
  public var clerk: ClerkID
  public var at: Instant
  public var group: GroupID?
  public var action: DossierAction
  /// What the province said of it; `.accepted` until it has.
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
