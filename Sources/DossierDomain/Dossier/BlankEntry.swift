/// What a clerk copies from a filled-in blank receipt.
public struct BlankEntry: Hashable, Sendable {
  public var code: String
  /// The time on the paper, to the minute.
  public var receivedAt: Instant
  /// Why the reception was not recorded at once.
  public var reason: String

  public init(code: String, receivedAt: Instant, reason: String) {
    self.code = code
    self.receivedAt = receivedAt
    self.reason = reason
  }
}
