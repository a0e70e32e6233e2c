import DossierDomain

/// What is kept so that it outlives a crash or the machine; no entry comes of it.
public enum KeepEffect: Hashable, Sendable {
  /// Drafts and places of a clerk; at most a second of typing is lost in a crash. Answered only where it fails.
  case seat(ClerkID, SeatState)
  /// What stands on paper as the day's last number, 0 for none; the next code goes on after it. Answered only where it fails.
  case lastNumber(Int, on: CivilDate)
  /// A backup to the second place; answered by `backup` while it runs and by `backedUp` at its end.
  case backup
}
