/// Why a request was refused as a whole. Nothing of it was stored.
public enum ExchangeError: Error, Hashable, Sendable {
  /// There is no device with this key, or the request names another device or office.
  case notEnrolled
  case malformed(String)
  /// The device is revoked. It may hand in entries and scans up to a limit, and receives nothing.
  case revoked
  /// The enrolment code is wrong, was used, or is too old.
  case wrongCode
  /// The device has places that this server does not have, or other places: the server was restored, and no operator
  /// has reported it.
  case positionUnknown
  /// The store is behind the state that this server has seen, and no operator has reported why.
  case restored
}
