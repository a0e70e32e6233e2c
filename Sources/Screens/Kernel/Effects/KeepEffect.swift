import DossierDomain

/// What is kept so that it outlives a crash or the machine; no entry comes of it.
public enum KeepEffect: Hashable, Sendable {
  /// Drafts and places of a clerk; at most a second of typing is lost in a crash. Answered only where it fails.
  case desk(ClerkID, DeskState)
  /// A backup to the second place; answered by `backup` while it runs and by `backedUp` at its end.
  case backup
}
