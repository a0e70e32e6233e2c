import DossierDomain
import Logging
import Synchronization

/// Knows whether the store is behind what this server has seen of it. While it is, no entry gets a place, until an operator
/// has said what became of it: what is written on top of an earlier state would part the orders of the offices.
final class StoreWatch: Sendable {
  private struct State {
    var fault: Mark.Fault?
    var lookedAt: ContinuousClock.Instant?
    /// What PostgreSQL had written when it was last looked at: a standby has it once the next change was acknowledged.
    var position: Int64?
  }

  /// Nil for a server that keeps no mark.
  private let path: String?
  private let store: any ServerStore
  private let logger: Logger
  private let now: @Sendable () -> Instant
  private let state = Mutex(State())
  private let changes: AsyncStream<Void>
  private let change: AsyncStream<Void>.Continuation

  /// Neither is the mark written more often, nor is a store that is behind looked at.
  private static let pause = Duration.seconds(1)

  init(path: String?, store: any ServerStore, logger: Logger, now: @escaping @Sendable () -> Instant) {
    (self.path, self.store, self.logger, self.now) = (path, store, logger, now)
    (changes, change) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  var fault: Mark.Fault? { state.withLock { $0.fault } }

  /// Compares the store with the mark, at a start and when a desk knows more than the store.
  func look() throws {
    guard let path else { return }
    let fault = try Mark.read(path)?.fault(of: StoreState.read(store), acceptedAt: StoreState.acceptedAt(store))
    let isNew = state.withLock { state in
      defer { (state.fault, state.lookedAt) = (fault, .now) }
      return state.fault != fault
    }
    guard isNew else { return }
    if let fault {
      logger.error("\(fault.sentence)")
    } else {
      logger.notice("The database is taken as it is: places again.")
    }
  }

  /// - Throws: `ExchangeError.restored` while nothing may get a place.
  func requireWhole() throws {
    let (isWhole, isRecent) = state.withLock { state in
      (state.fault == nil, state.lookedAt.map { .now - $0 < Self.pause } ?? false)
    }
    if isWhole { return }
    if !isRecent { try look() }
    guard fault == nil else { throw ExchangeError.restored }
  }

  /// Something was written.
  func note() { change.yield() }

  // MARK: The mark

  /// Writes the mark after each change, at most once a second, until the task is cancelled.
  func keep(_ work: WorkQueue) async {
    guard let path else { return }
    // From the first moment on: a store that nobody has changed yet can be restored as well.
    note()
    for await _ in changes {
      try? await work.run(.entries) { [self] in try write(path) }
      guard (try? await Task.sleep(for: Self.pause)) != nil else { return }
    }
  }

  /// What came after the mark was last written.
  func finish() {
    if let path { try? write(path) }
  }

  private func write(_ path: String) throws {
    // It may have been put back while this server runs.
    try look()
    guard fault == nil else { return }
    var state = try StoreState.read(store)
    if let cluster = state.cluster {
      let known = Mark.read(path)?.state.cluster
      let before = self.state.withLock { kept in
        defer { kept.position = cluster.position }
        return kept.position
      }
      state.cluster?.position = before ?? (known?.identifier == cluster.identifier ? known?.position ?? 0 : 0)
    }
    do {
      try Mark(state: state, at: now().milliseconds).write(path)
    } catch {
      logger.error("The mark beside the keys cannot be written: \(error).")
    }
  }
}

extension Mark.Fault {
  /// For the operator: what is the matter, what holds meanwhile, what to do.
  var sentence: String {
    let what =
      switch self {
      case .shorter: "The database has fewer entries than this server has seen"
      case .earlier: "PostgreSQL has written less than this server has seen"
      case .moved: "This is another PostgreSQL than the one that this server has used"
      }
    return what
      + ": no entry gets a place, desks and portal keep theirs. If it was restored, or a standby took over that lacked something, run `provincial-server log restored`; if it was moved while no server ran and nothing is missing, run `provincial-server log accept`."
  }
}
