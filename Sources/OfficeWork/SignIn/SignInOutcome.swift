import DossierDomain

/// What came of a sign-in.
public enum SignInOutcome: Hashable, Sendable {
  case accepted(Clerk)
  case wrong(triesSoFar: Int, waitUntil: Instant?)
  case mustWait(until: Instant)
  /// The clerk has no PIN yet and must choose one.
  case needsNewPIN(Clerk)
  /// The PIN was right, and she has to choose another one before she goes in.
  case mustChangePIN(Clerk, PINChangeReason)
  case pinTooWeak
}

/// What came of a PIN that was given once more, for an act of weight.
public enum ConfirmOutcome: Hashable, Sendable {
  case right
  case wrong(triesSoFar: Int, waitUntil: Instant?)
  case mustWait(until: Instant)
  /// It was taken away since she signed in.
  case needsNewPIN
}

/// Why a PIN that was right does not stay.
public enum PINChangeReason: Hashable, Sendable {
  /// It is from a time when four digits were enough.
  case tooShort
  /// The province's administrator has set it, and so knows it.
  case chosenByOthers
}
