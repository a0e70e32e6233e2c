/// Why an exchange was refused as a whole. Nothing of it was kept.
public enum ExchangeError: Error, Hashable, Sendable {
  /// No device with this key.
  case notEnrolled
  case malformed(String)
  /// The device knows more of the order, or other things, than this server has: the server was restored and has not
  /// been told so.
  case positionUnknown
}
