/// Why an exchange was refused as a whole. Nothing of it was kept.
public enum ExchangeError: Error, Hashable, Sendable {
  /// No device with this key.
  case notEnrolled
  case malformed(String)
  /// The device is revoked: it may hand in and gets nothing.
  case revoked
  /// The enrolment code is wrong, was used, or is too old.
  case wrongCode
  /// The device knows more of the order, or other things, than this server has: the server was restored and has not
  /// been told so.
  case positionUnknown
  /// The store is behind what this server has seen of it, and nobody has said why.
  case restored
}
