import DossierDomain

/// Follows a paper that was sent, until it is printed or for ten minutes at most. After that nobody asks until somebody wants to know.
///
/// The print server is asked after 1, 2, 4, 8 … 60 seconds. Whoever carries this out asks at `askAt`, and not earlier.
public struct PrintFollowing: Hashable, Sendable {
  public enum Answer: Hashable, Sendable {
    case report(PrintJobReport)
    case failure(PaperFailure)
  }

  public enum Standing: Hashable, Sendable {
    /// Sent, and no answer since.
    case sent
    /// The last report of a job that has not ended.
    case underWay(PrintJobReport)
    case printed
    /// It was cancelled or failed: the paper has to be printed again.
    case notPrinted(PrintJobState)
    /// The server does not know the job any more. It may have been printed.
    case unclear
  }

  private static let longestSeconds = 60
  private static let allSeconds = 600

  public let job: PrintJobID
  public private(set) var standing = Standing.sent
  /// Why the last question had no answer; nil if it had.
  public private(set) var failure: PaperFailure?
  /// When the server is to be asked next; nil if it is not asked any more.
  public private(set) var askAt: Instant?
  /// Between the last question and the next one, and of all questions so far.
  private var seconds = 1
  private var secondsAsked = 0

  /// - Parameter sentAt: when the server took the paper.
  public init(_ job: PrintJobID, sentAt: Instant) {
    self.job = job
    waitOn(sentAt)
  }

  /// No answer changes anything any more.
  public var hasEnded: Bool {
    switch standing {
    case .sent, .underWay: false
    case .printed, .notPrinted, .unclear: true
    }
  }

  /// Takes an answer, whether it was time to ask or somebody wanted to know.
  public mutating func take(_ answer: Answer, at now: Instant) {
    guard !hasEnded else { return }
    let isDue = askAt.map { $0 <= now } ?? false
    switch answer {
    case .report(let report):
      failure = nil
      switch report.state {
      case .completed: standing = .printed
      case .cancelled, .aborted: standing = .notPrinted(report.state)
      case .pending, .held, .processing, .stopped: standing = .underWay(report)
      }
    case .failure(.unknownJob): standing = .unclear
    case .failure(let reason): failure = reason
    }
    if hasEnded {
      (askAt, failure) = (nil, nil)
    } else if isDue {
      seconds = min(seconds * 2, Self.longestSeconds)
      waitOn(now)
    }
  }

  private mutating func waitOn(_ now: Instant) {
    guard secondsAsked + seconds <= Self.allSeconds else {
      askAt = nil
      return
    }
    secondsAsked += seconds
    askAt = Instant(milliseconds: now.milliseconds + Int64(seconds) * 1000)
  }

  public func wording(_ language: Language) -> String {
    switch standing {
    case .sent: language.pick("đã gửi tới máy in", "sent to the printer")
    case .underWay(let report): report.wording(language)
    case .printed: PrintJobState.completed.wording(language)
    case .notPrinted(let state): state.wording(language)
    case .unclear: language.pick("không rõ đã in chưa", "not known whether it was printed")
    }
  }
}
