import DossierDomain
import OfficeWork

/// How long to wait before an exchange is tried again: anything up to a limit that doubles ("full jitter"), so that a
/// province's desks do not come back at once; never earlier than the server asked for.
public struct RetryPolicy: Sendable {
  /// Tries of one exchange that come to nothing; nil for as long as the program runs.
  public var mostTries: Int?
  private static let first = 2_000
  private static let longest = 120_000

  private var tries = 0
  private let random: @Sendable () -> UInt64

  /// - Parameter random: any 64 bits.
  public init(mostTries: Int?, random: @escaping @Sendable () -> UInt64) {
    self.mostTries = mostTries
    self.random = random
  }

  /// The clerk asked, or an answer came: the next failure is the first one again.
  public mutating func reset() { tries = 0 }

  /// - Returns: milliseconds; nil when it is not to be tried again.
  mutating func next(after failure: SyncFailure) -> Int? {
    tries += 1
    if let mostTries, tries >= mostTries { return nil }
    let limit = min(Self.longest, Self.first << min(tries - 1, 10))
    let jitter = Int(random() % UInt64(limit)) + 1
    guard case .serverBusy(let seconds) = failure else { return jitter }
    return min(max(seconds, 0), 3600) * 1000 + jitter
  }
}
