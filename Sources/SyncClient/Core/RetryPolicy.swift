import DossierDomain
import OfficeWork

/// How long to wait before the next try of an exchange: a random time below a limit that doubles each time ("full
/// jitter"), so that the desks of a province do not all return at once. It is never shorter than the server asked for.
public struct RetryPolicy: Sendable {
  /// The number of failed tries after which an exchange ends; nil for no limit.
  public var mostTries: Int?
  private static let first = 2_000
  private static let longest = 120_000

  private var tries = 0
  private let random: @Sendable () -> UInt64

  /// - Parameter random: returns 64 random bits.
  public init(mostTries: Int?, random: @escaping @Sendable () -> UInt64) {
    self.mostTries = mostTries
    self.random = random
  }

  /// Begins again with the shortest wait, because the clerk asked for an exchange or an answer came.
  public mutating func reset() { tries = 0 }

  /// - Returns: the wait in milliseconds; nil if there are no more tries.
  mutating func next(after failure: SyncFailure) -> Int? {
    tries += 1
    if let mostTries, tries >= mostTries { return nil }
    let limit = min(Self.longest, Self.first << min(tries - 1, 10))
    let jitter = Int(random() % UInt64(limit)) + 1
    guard case .serverBusy(let seconds) = failure else { return jitter }
    return min(max(seconds, 0), 3600) * 1000 + jitter
  }
}
