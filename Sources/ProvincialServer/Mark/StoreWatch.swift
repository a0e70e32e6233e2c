import DossierDomain
import Logging
import Synchronization

/// Checks whether the store is behind the state that this server has seen. While it is, no entry gets a place until an
/// operator has reported what happened, because entries added to an earlier state would make the orders of desks and
/// province diverge.
final class StoreWatch: Sendable {
  private struct State {
    var fault: Mark.Fault?
    var lookedAt: ContinuousClock.Instant?
    /// The position that PostgreSQL had written when it was last checked. A standby has it once the next change was
    /// acknowledged.
    var position: Int64?
  }

  /// Nil for a server without a mark.
  private let path: String?
  private let store: any ServerStore
  private let logger: Logger
  private let now: @Sendable () -> Instant
  private let state = Mutex(State())
  private let changes: AsyncStream<Void>
  private let change: AsyncStream<Void>.Continuation

  /// The mark is written at most once in this time, and a store that is behind is checked at most as often.
  private static let pause = Duration.seconds(1)

  init(path: String?, store: any ServerStore, logger: Logger, now: @escaping @Sendable () -> Instant) {
    (self.path, self.store, self.logger, self.now) = (path, store, logger, now)
    (changes, change) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  var fault: Mark.Fault? { state.withLock { $0.fault } }

  /// Compares the store with the mark, at the start and when a desk knows more than the store.
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
      logger.notice("The database has been accepted as it is; entries get places again.")
    }
  }

  /// - Throws: `ExchangeError.restored` while no entry may get a place.
  func requireWhole() throws {
    let (isWhole, isRecent) = state.withLock { state in
      (state.fault == nil, state.lookedAt.map { .now - $0 < Self.pause } ?? false)
    }
    if isWhole { return }
    if !isRecent { try look() }
    guard fault == nil else { throw ExchangeError.restored }
  }

  /// Called after each change of the store.
  func note() { change.yield() }

  // MARK: The mark

  /// Writes the mark after changes, at most once a second, until the task is cancelled.
  func keep(_ work: WorkQueue) async {
    guard let path else { return }
    // The mark is written at the start too, because a store without changes can be restored as well.
    note()
    for await _ in changes {
      try? await work.run(.entries) { [self] in try write(path) }
      guard (try? await Task.sleep(for: Self.pause)) != nil else { return }
    }
  }

  /// Writes the mark a last time.
  func finish() {
    if let path { try? write(path) }
  }

  private func write(_ path: String) throws {
    // The store may have been restored while this server runs.
    try look()
    guard fault == nil else { return }
    let present = try StoreState.read(store)
    let before = state.withLock { kept in
      defer { kept.position = present.cluster?.position }
      return kept.position
    }
    do {
      try Mark(state: present.marked(after: Mark.read(path), at: before), at: now().milliseconds).write(path)
    } catch {
      logger.error("The mark beside the keys cannot be written: \(error).")
    }
  }
}

extension Mark.Fault {
  /// A sentence for the operator: what is wrong, what applies meanwhile, and what to do.
  var sentence: String {
    let what =
      switch self {
      case .shorter: "The database has fewer entries than this server has seen"
      case .earlier: "PostgreSQL has written less than this server has seen"
      case .moved: "This is another PostgreSQL than the one that this server has used"
      }
    return what
      + ". No entry gets a place until this is settled; desks and the portal keep theirs. If the database was restored, or a standby without the latest entries took over, run `provincial-server log restored`; if the database was moved while no server ran and nothing is missing, run `provincial-server log accept`."
  }
}
