import DossierDomain

/// The outcome of a sign-in.
public enum SignInOutcome: Hashable, Sendable {
  case accepted(Clerk)
  case wrong(triesSoFar: Int, waitUntil: Instant?)
  case mustWait(until: Instant)
  /// The clerk has no PIN yet and must choose one.
  case needsNewPIN(Clerk)
  /// The PIN was correct, and the clerk has to choose another one before she is signed in.
  case mustChangePIN(Clerk, PINChangeReason)
  case pinTooWeak
}

/// The outcome of a PIN that was given once more, for an act of weight.
public enum ConfirmOutcome: Hashable, Sendable {
  case right
  case wrong(triesSoFar: Int, waitUntil: Instant?)
  case mustWait(until: Instant)
  /// The PIN was removed after the clerk signed in.
  case needsNewPIN
}

/// Why a correct PIN has to be changed.
public enum PINChangeReason: Hashable, Sendable {
  /// It was set when four digits were allowed.
  case tooShort
  /// The province's administrator has chosen it and therefore knows it.
  case chosenByOthers
}
