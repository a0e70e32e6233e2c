import Dispatch
import DossierDomain
import DossierStore
import ExchangeModel
import OfficeWork
import SyncProtocol

/// Runs exchanges: performs the effects of `ExchangeMachine` on a connection and on the store, and reports the
/// progress.
///
/// The store is used on a separate queue and only between two messages, so a clerk's decisions can be written during a
/// transfer.
public struct ExchangeRunner: Sendable {
  /// Work that follows the entries over the same connection, for example attachments, except those that the province
  /// does not have yet. An error that it throws does not undo the exchange.
  /// - Returns: true if entries were recorded meanwhile. They go first, then it is called again.
  public typealias Sequel =
    @Sendable (
      any ProvinceConnection, _ absent: Set<BlobHash>, _ progress: @escaping @Sendable (SyncProgress) -> Void
    ) async throws(SyncFailure) -> Bool

  private let store: LocalStore
  private let desk: ExchangeDesk
  private let certificateEndsAt: Instant
  private let connect: @Sendable () -> any ProvinceConnection
  private let sequel: Sequel?
  private let now: @Sendable () -> Instant
  private let queue = DispatchQueue(label: "dossier.exchange", qos: .utility)

  /// - Parameters:
  ///   - program: the program's version, for the province's list of machines.
  ///   - connect: creates the connection of one exchange.
  ///   - now: the machine's clock.
  public init(
    store: LocalStore, enrolment: Enrolment, program: String, now: @escaping @Sendable () -> Instant,
    connect: @escaping @Sendable () -> any ProvinceConnection, sequel: Sequel? = nil
  ) throws(StoreError) {
    self.store = store
    desk = try ExchangeDesk(store: store, enrolment: enrolment, program: program)
    certificateEndsAt = enrolment.certificateEndsAt
    self.connect = connect
    self.sequel = sequel
    self.now = now
  }

  /// Runs one exchange with its retries until it succeeds or fails. Cancelling the task ends it with `.cancelled`; data
  /// that were stored stay.
  /// - Parameters:
  ///   - control: ends a wait early.
  ///   - progress: called at each change of phase, and otherwise at most four times a second.
  public func run(
    retry: RetryPolicy, control: ExchangeControl, progress: @escaping @Sendable (SyncProgress) -> Void
  ) async -> Result<SyncSummary, SyncFailure> {
    let connection = connect()
    let report = ProgressReport(progress)
    var absent: Set<BlobHash> = []
    var result = await exchange(retry, over: connection, report, control, &absent)
    while case .success(let summary) = result, await follow(over: connection, without: absent, report) {
      guard case .success(let more) = await exchange(retry, over: connection, report, control, &absent) else { break }
      result = .success(summary.adding(more))
    }
    await connection.close()
    if case .success(var summary) = result {
      // The traffic of the line, TLS included.
      let traffic = connection.traffic
      (summary.bytesUp, summary.bytesDown) = (traffic.bytesSent, traffic.bytesReceived)
      summary.roundTrips = traffic.roundTrips
      result = .success(summary)
    }
    await record(result)
    return result
  }

  /// Asks in one try for the province's position without sending entries, to learn whether the province has more of
  /// this desk's chain than is here. Cancelling the task ends it.
  public func look() async -> Result<SyncSummary, SyncFailure> {
    let connection = connect()
    var absent: Set<BlobHash> = []
    let result = await exchange(
      RetryPolicy(mostTries: 1) { 0 }, from: .look, over: connection, ProgressReport { _ in }, ExchangeControl(),
      &absent)
    await connection.close()
    return result
  }

  /// Runs the sequel. Its errors are ignored, because the entries are safe and the next exchange continues where it
  /// broke off.
  private func follow(
    over connection: any ProvinceConnection, without absent: Set<BlobHash>, _ report: ProgressReport
  ) async -> Bool {
    guard let sequel, !Task.isCancelled else { return false }
    do throws(SyncFailure) {
      return try await sequel(connection, absent) { report.show($0) }
    } catch {
      return false
    }
  }

  private func exchange(
    _ retry: RetryPolicy, from beginning: ExchangeMachine.Event = .begin, over connection: any ProvinceConnection,
    _ report: ProgressReport, _ control: ExchangeControl, _ absent: inout Set<BlobHash>
  ) async -> Result<SyncSummary, SyncFailure> {
    var machine = ExchangeMachine(retry: retry)
    var event = beginning
    while let effect = machine.handle(event).first {
      switch effect {
      case .finish(let summary): return .success(summary)
      case .fail(let failure): return .failure(failure)
      case .prepare, .send, .store, .beginNewLife, .wait:
        event = await perform(effect, over: connection, report, control)
      }
      if case .stored(let answer) = event { absent = answer.absentBlobs }
      if Task.isCancelled { event = .cancel }
    }
    return .failure(.cancelled)
  }

  private func perform(
    _ effect: ExchangeMachine.Effect, over connection: any ProvinceConnection, _ report: ProgressReport,
    _ control: ExchangeControl
  ) async -> ExchangeMachine.Event {
    switch effect {
    case .prepare(let style):
      report.show(SyncProgress(phase: .connecting))
      return await onQueue { () throws(StoreError) in
        .prepared(try desk.prepare(style, at: now()))
      }
    case .send(let frame): return await send(frame, over: connection, report)
    case .store(let response, let request):
      report.expect(response.snapshot.flatMap { $0.isLast ? nil : $0.left })
      report.show(SyncProgress(phase: .storing))
      return await onQueue { () throws(StoreError) in .stored(try desk.take(response, to: request, at: now())) }
    case .beginNewLife(let fork):
      return await onQueue { () throws(StoreError) in
        try desk.beginNewLife(forkedAt: fork, at: now())
        return .newLifeBegun
      }
    case .wait(let milliseconds, let failure):
      let until = Instant(milliseconds: now().milliseconds + Int64(milliseconds))
      report.show(SyncProgress(phase: .waitingToRetry(until: until), failure: failure))
      return await control.wait(milliseconds: milliseconds)
    case .finish, .fail: return .cancel
    }
  }

  private func send(
    _ frame: [UInt8], over connection: any ProvinceConnection, _ report: ProgressReport
  ) async -> ExchangeMachine.Event {
    let request = ProvinceRequest(
      .post, SyncMedia.syncPath, headers: [("content-type", SyncMedia.sync)], body: frame,
      expectedType: SyncMedia.sync, largestAnswer: SyncLimits.standard.frameBytes)
    do throws(SyncFailure) {
      let answer = try await connection.send(request) { report.show($0) }
      if let problem = try answer.problem() { return .refused(problem) }
      return .answered(answer.body)
    } catch {
      // A server that refuses an expired certificate may close the connection before its reason arrives.
      let isExpired = error == .interrupted && now() > certificateEndsAt
      return .failed(isExpired ? .certificateExpired : error)
    }
  }

  // MARK: The store's queue

  private func onQueue(
    _ body: @escaping @Sendable () throws(StoreError) -> ExchangeMachine.Event
  ) async -> ExchangeMachine.Event {
    await withCheckedContinuation { continuation in
      queue.async {
        do throws(StoreError) {
          continuation.resume(returning: try body())
        } catch {
          continuation.resume(returning: .storeFailed(error))
        }
      }
    }
  }

  private func record(_ result: Result<SyncSummary, SyncFailure>) async {
    let (store, at) = (store, now())
    _ = await onQueue { () throws(StoreError) in
      switch result {
      case .success: try store.exchange.recordExchange(failure: nil, at: at)
      case .failure(.cancelled): break
      case .failure(let failure): try store.exchange.recordExchange(failure: failure, at: at)
      }
      return .waited
    }
  }
}

extension SyncSummary {
  /// The sum of two exchanges over one connection.
  fileprivate func adding(_ other: SyncSummary) -> SyncSummary {
    var sum = self
    sum.entriesSent += other.entriesSent
    sum.entriesReceived += other.entriesReceived
    sum.conflicts += other.conflicts
    sum.refused += other.refused
    sum.changed.formUnion(other.changed)
    sum.changedMany = changedMany || other.changedMany
    sum.beganNewLife = beganNewLife || other.beganNewLife
    return sum
  }
}
