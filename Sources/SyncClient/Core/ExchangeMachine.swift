import DossierDomain
import DossierStore
import ExchangeModel
import JournalFormat
import OfficeWork
import SyncProtocol

/// The state machine of an exchange with the province. It has no connection, store or clock: it receives events and
/// returns the next effect, one step at a time. A simulator can therefore try every way in which an exchange can be
/// interrupted.
///
/// One exchange consists of as many requests as are needed until the province has all entries written here and this
/// desk has the whole order of the office. Normally that is one request.
public struct ExchangeMachine: Sendable {
  public enum Event: Sendable {
    /// The clerk asked for an exchange, or its proposed time has come. During a wait for a retry it means: try now.
    case begin
    /// Ask for the province's position in one request without sending entries. Ignored while an exchange runs.
    case look
    case prepared(PreparedRequest)
    /// The body of a successful answer.
    case answered([UInt8])
    /// The province refused the request and gave a reason.
    case refused(ProblemAnswer)
    /// No answer came, or one that is not from the province.
    case failed(SyncFailure)
    case stored(StoredAnswer)
    case storeFailed(StoreError)
    case newLifeBegun
    /// The wait is over.
    case waited
    case cancel
  }

  public enum Effect: Hashable, Sendable {
    /// Read the next request and mark its entries as sent; answer with `prepared` or `storeFailed`.
    case prepare(RequestStyle)
    /// `POST /v1/sync`; answer with `answered`, `refused` or `failed`.
    case send([UInt8])
    /// Store the answer in one transaction; answer with `stored` or `storeFailed`.
    case store(ExchangeResponse, to: PreparedRequest)
    /// Another machine runs a copy of this database: begin a new epoch; answer with `newLifeBegun` or `storeFailed`.
    case beginNewLife(forkedAt: EntryReference)
    /// Answer with `waited` after this time, unless another event comes first.
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
  /// Where the chains of own lives have turned out to diverge in this exchange.
  private var forks: [DeviceEpoch: Int64] = [:]
  private var rounds = 0

  /// A limit that only a fault can exceed.
  private static let mostRounds = 10_000
  /// Copies of copies have been seen with three; what is beyond waits for the next exchange.
  private static let mostForkedLives = 6

  public init(retry: RetryPolicy) {
    self.retry = retry
  }

  public var isIdle: Bool { if case .idle = state { true } else { false } }

  /// - Returns: the effects to perform now; empty if the event no longer applies in this state.
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
    case (.sending(let request), .refused(let problem)): return take(problem, request)
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
    (self.style, forks, rounds) = (style, [:], 0)
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

  /// A longer chain at the province is known before the entries themselves, so the same chain may turn out to diverge earlier;
  /// and whoever copied a copy has several lives that somebody else goes on with. The same fork again would be a fault of the
  /// province, and each new life uses up numbers.
  private mutating func renew(from fork: EntryReference) -> [Effect] {
    let isFurther = forks[fork.epoch].map { fork.sequence < $0 } ?? (forks.count < Self.mostForkedLives)
    guard isFurther, rounds < Self.mostRounds else { return fail(.copyInUse) }
    forks[fork.epoch] = fork.sequence
    summary.beganNewLife = true
    state = .renewing
    return [.beginNewLife(forkedAt: fork)]
  }

  private mutating func take(_ problem: ProblemAnswer, _ request: PreparedRequest) -> [Effect] {
    switch problem.code {
    case .unknownDictionary where style.usesDictionary:
      // An older server without this dictionary: send the same request without it, which takes more bytes.
      style.usesDictionary = false
      return prepare()
    case .busy: return tryAgain(after: .serverBusy(retryAfterSeconds: problem.retryAfterSeconds))
    case .storage: return tryAgain(after: .serverFailed)
    case .notEnrolled, .wrongCode: return fail(.notEnrolled)
    case .newerProtocol: return fail(.newerProtocol)
    case .positionUnknown where style.search == nil:
      // The province may have been restored and its order have continued since, so it is sent points of the order here.
      style.search = OrderSearch()
      return prepare()
    case .positionUnknown where request.isOrderDamaged && !style.isLook: return askForWholeOrder()
    case .positionUnknown: return fail(.provinceRestored)
    case .restored: return tryAgain(after: .provinceRestored)
    case .clerksUnknown: return fail(.clerksUnknown(SyncFailure.clerks(in: problem.detail)))
    case .malformed, .tooLarge, .notFound, .unknownDictionary, .receivedElsewhere:
      return fail(.answerDamaged(problem.code.rawValue))
    }
  }

  private mutating func goOn(_ answer: StoredAnswer) -> [Effect] {
    retry.reset()
    (style.search, style.wantsWholeOrder) = (nil, false)
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
    case .order(.missing) where style.mayWitness: giveUpWitness()
    case .order(let fault): fail(.orderDiffers("\(fault)"))
    case .diskFull: fail(.diskFull)
    case .busy: tryAgain(after: .storeFailed("\(error)"))
    case .inUse, .newerSchema, .foreign, .damaged, .readOnly, .readOnlyDisk, .dataGone, .noPermission, .interrupted,
      .denied, .rebuildUnfinished, .noOffice, .officeExists, .other:
      fail(.storeFailed("\(error)"))
    }
  }

  /// Repeats the request without relying on own entries being named only by reference. Such a reference may stand for
  /// an entry that another machine with a copy of this database wrote, so the province is asked for the bytes before
  /// the order is declared wrong. The points of the order are sent too, because a restored province may have another
  /// order.
  private mutating func lookAgain() -> [Effect] {
    style.trustsOwnChain = false
    style.search = style.search ?? OrderSearch()
    return prepare()
  }

  /// Asks for the order from its first place, with all bytes. The position that is noted here was damaged, and so are the
  /// places by which it could be counted again; a province that does not know it need not have been restored.
  private mutating func askForWholeOrder() -> [Effect] {
    (style.search, style.trustsOwnChain, style.mayWitness) = (nil, false, false)
    style.wantsWholeOrder = true
    return prepare()
  }

  /// Repeats the request without the chains of other desks, so that the province sends their entries with their bytes.
  /// What is still missing there is handed in with the next exchange, when everything before it is here.
  private mutating func giveUpWitness() -> [Effect] {
    style.mayWitness = false
    return prepare()
  }

  // MARK: Retries and failures

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

/// The options of a request.
public struct RequestStyle: Hashable, Sendable {
  /// The other side is assumed to have the standard dictionary.
  public var usesDictionary = true
  /// The province may refer to all own entries without their bytes; otherwise only to acknowledged ones.
  public var trustsOwnChain = true
  /// Entries of other desks that have lost their places are handed in too.
  public var mayWitness = true
  /// The request contains no entries; it only asks for the province's position.
  public var isLook = false
  /// The order here is damaged, so all of it is asked for. Such a request contains no entries either.
  public var wantsWholeOrder = false
  /// The running search for the place at which the province's order and this desk's diverge; nil if there is none.
  public var search: OrderSearch?
}

extension SyncSummary {
  mutating func add(_ answer: StoredAnswer) {
    entriesSent += answer.page.ownPlaced
    entriesReceived += answer.page.received
    conflicts += answer.page.conflicts
    refused += answer.page.refused
    // With more changes than this a screen reads all its rows again anyway.
    if changedMany || changed.count + answer.page.changed.count > 500 {
      (changedMany, changed) = (true, [])
    } else {
      changed.formUnion(answer.page.changed)
    }
  }
}

extension SyncFailure {
  /// Whether a retry may succeed without anybody doing anything.
  fileprivate var mayPass: Bool {
    switch self {
    case .unreachable, .interrupted, .serverBusy, .serverFailed, .storeFailed, .provinceRestored: true
    case .notEnrolled, .wrongServer, .captivePortal, .certificateExpired, .deviceRevoked, .answerDamaged, .orderDiffers,
      .clerksUnknown, .copyInUse, .newerProtocol, .diskFull, .cancelled:
      false
    }
  }
}
