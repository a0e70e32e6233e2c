import DossierDomain
import DossierStore
import ExchangeModel
import JournalFormat
import OfficeWork
import SyncProtocol

/// What an exchange with the province does next. Holds no connection, no store and no clock: it is told what happened and
/// says what is to be done, one step at a time, so that every way in which an exchange can break can be tried in a
/// simulator.
///
/// One exchange is as many requests as it takes until everything written here is at the province and everything of the
/// office's order is here; normally one.
public struct ExchangeMachine: Sendable {
  public enum Event: Sendable {
    /// The clerk asks, or the proposed time has come. While it waits to try again: try now.
    case begin
    /// Only hear where the province stands, in one answer: nothing is sent. Not while an exchange runs.
    case look
    case prepared(PreparedRequest)
    /// The body of a good answer.
    case answered([UInt8])
    /// An answer that says why not.
    case refused(ProblemAnswer)
    /// No answer, or none of the province's.
    case failed(SyncFailure)
    case stored(StoredAnswer)
    case storeFailed(StoreError)
    case newLifeBegun
    /// The wait is over.
    case waited
    case cancel
  }

  public enum Effect: Hashable, Sendable {
    /// Read what is to be said, and mark it as on its way; answer with `prepared` or `storeFailed`.
    case prepare(RequestStyle)
    /// `POST /v1/sync`; answer with `answered`, `refused` or `failed`.
    case send([UInt8])
    /// Write the answer in one transaction; answer with `stored` or `storeFailed`.
    case store(ExchangeResponse, to: PreparedRequest)
    /// This database also runs elsewhere: go on under a new name; answer with `newLifeBegun` or `storeFailed`.
    case beginNewLife(forkedAt: EntryReference)
    /// Answer with `waited` after so long, unless another event comes first.
    case wait(milliseconds: Int, because: SyncFailure)
    case finish(SyncSummary)
    case fail(SyncFailure)
  }

  private enum State: Sendable {
    case idle
    case preparing
    case sending(PreparedRequest)
    case storing
    case renewing
    case waiting
  }

  private var state = State.idle
  private var retry: RetryPolicy
  private var summary = SyncSummary()
  private var style = RequestStyle()
  private var hasNewLife = false
  private var rounds = 0

  /// More pages than this at a stretch are no exchange any more but a fault.
  private static let mostRounds = 10_000

  public init(retry: RetryPolicy) {
    self.retry = retry
  }

  public var isIdle: Bool { if case .idle = state { true } else { false } }

  /// - Returns: what is to be done now; empty when the event comes too late to matter.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch (state, event) {
    case (.idle, .begin): return begin(RequestStyle())
    case (.idle, .look): return begin(RequestStyle(isLook: true))
    case (.waiting, .begin):
      retry.reset()
      return prepare()
    case (.waiting, .waited): return prepare()
    case (.idle, _): return []
    case (_, .cancel): return fail(.cancelled)
    case (.preparing, .prepared(let request)): return send(request)
    case (.sending(let request), .answered(let bytes)): return take(bytes, request)
    case (.sending, .refused(let problem)): return take(problem)
    case (.sending, .failed(let failure)): return tryAgain(after: failure)
    case (.storing, .stored(let answer)): return goOn(answer)
    case (.renewing, .newLifeBegun): return prepare()
    case (.preparing, .storeFailed(let error)), (.storing, .storeFailed(let error)),
      (.renewing, .storeFailed(let error)):
      return take(error)
    case (.preparing, _), (.sending, _), (.storing, _), (.renewing, _), (.waiting, _): return []
    }
  }

  private mutating func begin(_ style: RequestStyle) -> [Effect] {
    summary = SyncSummary()
    (self.style, hasNewLife, rounds) = (style, false, 0)
    retry.reset()
    return prepare()
  }

  private mutating func prepare() -> [Effect] {
    state = .preparing
    return [.prepare(style)]
  }

  private mutating func send(_ request: PreparedRequest) -> [Effect] {
    rounds += 1
    summary.bytesUp += request.frame.count
    summary.roundTrips += 1
    state = .sending(request)
    return [.send(request.frame)]
  }

  // MARK: Answers

  private mutating func take(_ bytes: [UInt8], _ request: PreparedRequest) -> [Effect] {
    summary.bytesDown += bytes.count
    let response: ExchangeResponse
    do throws(SyncProtocolError) {
      response = try ExchangeResponse(decoding: SyncFrame.unpack(bytes))
    } catch {
      return fail(.answerDamaged("\(error)"))
    }
    if let fork = response.forks.first { return renew(from: fork) }
    if request.request.isSearch, response.base < request.request.position.sequence, rounds < Self.mostRounds {
      style.search?.narrow(request.request.points, to: response.base)
      return prepare()
    }
    state = .storing
    return [.store(response, to: request)]
  }

  /// Only once an exchange: a second fork would be a fault of the other side, and each new life costs numbers.
  private mutating func renew(from fork: EntryReference) -> [Effect] {
    guard !hasNewLife else { return fail(.copyInUse) }
    hasNewLife = true
    summary.beganNewLife = true
    state = .renewing
    return [.beginNewLife(forkedAt: fork)]
  }

  private mutating func take(_ problem: ProblemAnswer) -> [Effect] {
    switch problem.code {
    case .unknownDictionary where style.usesDictionary:
      // An older server: the same words, said at more length.
      style.usesDictionary = false
      return prepare()
    case .busy: return tryAgain(after: .serverBusy(retryAfterSeconds: problem.retryAfterSeconds))
    case .storage: return tryAgain(after: .serverFailed)
    case .notEnrolled, .wrongCode: return fail(.notEnrolled)
    case .newerProtocol: return fail(.newerProtocol)
    case .positionUnknown where style.search == nil:
      // It may have been restored, and its order have gone on: it is told what the order is here.
      style.search = OrderSearch()
      return prepare()
    case .positionUnknown: return fail(.provinceRestored)
    case .restored: return tryAgain(after: .provinceRestored)
    case .malformed, .tooLarge, .notFound, .unknownDictionary: return fail(.answerDamaged(problem.code.rawValue))
    }
  }

  private mutating func goOn(_ answer: StoredAnswer) -> [Effect] {
    retry.reset()
    style.search = nil
    summary.add(answer)
    if answer.isRevoked { return fail(.deviceRevoked) }
    guard answer.hasMore, !style.isLook else {
      state = .idle
      return [.finish(summary)]
    }
    guard answer.hasProgress, rounds < Self.mostRounds else { return fail(.orderDiffers("no progress")) }
    return prepare()
  }

  private mutating func take(_ error: StoreError) -> [Effect] {
    switch error {
    case .order(.forked(let reference)): renew(from: reference)
    case .order(.hashDiffers) where style.trustsOwnChain: lookAgain()
    case .order(let fault): fail(.orderDiffers("\(fault)"))
    case .diskFull: fail(.diskFull)
    case .busy: tryAgain(after: .storeFailed("\(error)"))
    case .inUse, .newerSchema, .foreign, .damaged, .readOnly, .readOnlyDisk, .dataGone, .noPermission, .interrupted,
      .denied, .rebuildUnfinished, .noOffice, .officeExists, .other:
      fail(.storeFailed("\(error)"))
    }
  }

  /// The order is told by names of own entries. Before anything is called wrong, the province is asked for the bytes: a
  /// name may stand for what another machine with a copy of this database has written. And a province that was restored
  /// may have another order than its places say.
  private mutating func lookAgain() -> [Effect] {
    style.trustsOwnChain = false
    style.search = style.search ?? OrderSearch()
    return prepare()
  }

  // MARK: Ends

  private mutating func tryAgain(after failure: SyncFailure) -> [Effect] {
    guard failure.mayPass, let wait = retry.next(after: failure) else { return fail(failure) }
    state = .waiting
    return [.wait(milliseconds: wait, because: failure)]
  }

  private mutating func fail(_ failure: SyncFailure) -> [Effect] {
    state = .idle
    return [.fail(failure)]
  }
}

/// How a request is put.
public struct RequestStyle: Hashable, Sendable {
  /// The other side is known to have the standard dictionary.
  public var usesDictionary = true
  /// Own entries may be told by name; otherwise only those that were acknowledged.
  public var trustsOwnChain = true
  /// Nothing is sent but where this desk stands.
  public var isLook = false
  /// The province knows another order than this desk: where do they part?
  public var search: OrderSearch?
}

extension SyncSummary {
  mutating func add(_ answer: StoredAnswer) {
    entriesSent += answer.page.ownPlaced
    entriesReceived += answer.page.received
    conflicts += answer.page.conflicts
    refused += answer.page.refused
    // Beyond this a screen reads its rows again anyway.
    if changedMany || changed.count + answer.page.changed.count > 500 {
      (changedMany, changed) = (true, [])
    } else {
      changed.formUnion(answer.page.changed)
    }
  }
}

extension SyncFailure {
  /// Trying again may help, without anybody doing anything.
  fileprivate var mayPass: Bool {
    switch self {
    case .unreachable, .interrupted, .serverBusy, .serverFailed, .storeFailed, .provinceRestored: true
    case .notEnrolled, .wrongServer, .captivePortal, .certificateExpired, .deviceRevoked, .answerDamaged, .orderDiffers,
      .copyInUse, .newerProtocol, .diskFull, .cancelled:
      false
    }
  }
}
