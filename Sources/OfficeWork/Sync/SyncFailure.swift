import DossierDomain

/// Why an exchange failed. Nothing recorded was lost. The sentences are in `SyncFailure+Wording.swift`.
public enum SyncFailure: Error, Hashable, Sendable {
  case notEnrolled
  /// There is no route or no such name, the connection was refused, or it timed out without progress.
  case unreachable
  /// The connection broke during the exchange.
  case interrupted
  /// The certificate shows that the other side is not the province's server.
  case wrongServer
  /// Another system on the way answered, such as a sign-in page of the network.
  case captivePortal
  case certificateExpired
  /// The province has revoked this machine. It kept the entries that were sent back, and they have no effect.
  case deviceRevoked
  /// The server asks the machine to try again later.
  case serverBusy(retryAfterSeconds: Int)
  /// The server cannot work, for example because its disk is full.
  case serverFailed
  /// The answer cannot be read: it is cut off, too large or of another kind. The reason is for technicians.
  case answerDamaged(String)
  /// The answer does not fit the stored order: a place is missing or the rolling hash differs.
  case orderDiffers(String)
  /// The province was restored to an earlier state, and its operators have not confirmed it.
  case provinceRestored
  /// The province named only clerks for this machine whom the office does not have. Nothing has changed here.
  case clerksUnknown([ClerkID])
  /// This database is also in use on another machine.
  case copyInUse
  case newerProtocol
  /// The disk of this machine is full.
  case diskFull
  case storeFailed(String)
  case cancelled
}
