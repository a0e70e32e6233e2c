import DossierDomain

/// Why an exchange came to nothing. Nothing recorded was lost; its sentences are in `Sync+Wording.swift`.
public enum SyncFailure: Error, Hashable, Sendable {
  case notEnrolled
  /// No route, no name, refused, timed out without progress.
  case unreachable
  /// The link broke in the middle.
  case interrupted
  /// The other end is not the province's server: another certificate.
  case wrongServer
  /// Something on the way answered in its place, e.g. a sign-in page of the network.
  case captivePortal
  case certificateExpired
  /// The province declared this machine lost. What waits was taken in, kept aside there, and has no effect.
  case deviceRevoked
  /// The server asks to come again later.
  case serverBusy(retryAfterSeconds: Int)
  /// The server cannot do its work, e.g. its disk is full.
  case serverFailed
  /// What came cannot be read: cut off, too large, of another kind. The reason is for the technician.
  case answerDamaged(String)
  /// What came does not fit to what is here: a place is missing or the hash over the order differs.
  case orderDiffers(String)
  /// The province was put back to an earlier state, and its operators have not said so.
  case provinceRestored
  /// This database is also in use on another machine.
  case copyInUse
  case newerProtocol
  /// The machine's own disk.
  case diskFull
  case storeFailed(String)
  case cancelled
}
