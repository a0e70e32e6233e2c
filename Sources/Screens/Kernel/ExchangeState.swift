import DossierDomain
import OfficeWork
import Terminal

/// The exchange with the province as every screen shows it: its present step, and for a while how it ended.
struct ExchangeState: Equatable, Sendable {
  enum Ending: Equatable, Sendable {
    case done(SyncSummary)
    case failed(SyncFailure)
  }

  /// Nil if no exchange runs.
  var progress: SyncProgress?
  var ending: Ending?
  /// The end of the exchange is shown until this moment, so that a clerk who types also has time to read it.
  var shownUntil: Instant?

  static let minutesShown = 2

  var isRunning: Bool { progress != nil }

  var isWaitingToRetry: Bool {
    if case .waitingToRetry = progress?.phase { true } else { false }
  }

  mutating func begin() {
    progress = SyncProgress(phase: .connecting)
    ending = nil
    shownUntil = nil
  }

  mutating func end(_ summary: SyncSummary, at now: Instant) { end(.done(summary), now) }
  mutating func end(_ failure: SyncFailure, at now: Instant) { end(.failed(failure), now) }

  private mutating func end(_ how: Ending, _ now: Instant) {
    progress = nil
    ending = how
    shownUntil = now.adding(minutes: Self.minutesShown)
  }

  /// One line for the foot of every screen; nil if there is nothing to say.
  func line(_ session: Session, now: Instant) -> (text: String, role: Role)? {
    let language = session.language
    if let progress { return (progress.line(language, isPlain: session.isPlain), .info) }
    guard let ending, let shownUntil, now < shownUntil else { return nil }
    switch ending {
    case .done(let summary):
      let needsLook = summary.conflicts + summary.refused > 0
      return (
        summary.wording(language) + (needsLook ? language.pick(" F6: xem.", " F6 shows them.") : ""),
        needsLook ? .warning : .good
      )
    case .failed(let failure):
      return (
        language.pick("✗ Chưa đồng bộ: \(failure.title(.vi))", "✗ Not synchronised: \(failure.title(.en))"), .error
      )
    }
  }
}
