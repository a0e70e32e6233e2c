import DossierDomain
import ExchangeModel
import JournalFormat
import OfficeWork
import SyncProtocol
import Testing

@testable import DossierStore
@testable import SyncClient

/// The steps of an exchange as answers to events, without a connection, a store or a clock.
@Suite struct ExchangeMachineTests {
  private static let reference = EntryReference(epoch: DeviceEpoch(high: 1, low: 1), sequence: 7)

  private var machine = ExchangeMachine(retry: RetryPolicy(mostTries: 3) { 0 })

  // MARK: The ordinary course

  @Test mutating func oneRequestAndItsAnswerAreAnExchange() throws {
    #expect(machine.handle(.begin) == [.prepare(RequestStyle())])
    let request = request(bytes: 10)
    #expect(machine.handle(.prepared(request)) == [.send(request.frame)])
    let response = response()
    let frame = try frame(response)
    #expect(machine.handle(.answered(frame)) == [.store(response, to: request)])
    let done = machine.handle(.stored(answer(received: 2, sent: 3)))
    guard case .finish(let summary) = done.first else {
      Issue.record("\(done)")
      return
    }
    #expect((summary.entriesReceived, summary.entriesSent, summary.roundTrips) == (2, 3, 1))
    #expect((summary.bytesUp, summary.bytesDown) == (10, frame.count))
    #expect(machine.isIdle)
  }

  @Test mutating func itGoesOnUntilBothSidesHaveEverything() throws {
    try bringToStore()
    #expect(machine.handle(.stored(answer(hasMore: true))) == [.prepare(RequestStyle())])
    #expect(!machine.isIdle)
  }

  /// A province that always promises more and sends nothing would otherwise be asked forever.
  @Test mutating func moreWithoutProgressIsAFault() throws {
    try bringToStore()
    #expect(
      machine.handle(.stored(answer(hasMore: true, hasProgress: false))) == [.fail(.orderDiffers("no progress"))])
    #expect(machine.isIdle)
  }

  @Test mutating func aLookIsOneAnswerWhateverRemains() throws {
    var look = RequestStyle()
    look.isLook = true
    #expect(machine.handle(.look) == [.prepare(look)])
    _ = machine.handle(.prepared(request()))
    _ = machine.handle(.answered(try frame(response())))
    guard case .finish? = machine.handle(.stored(answer(hasMore: true))).first else {
      Issue.record("A look goes on.")
      return
    }
  }

  @Test mutating func aLostMachineIsToldOnceWhatItBroughtIsWrittenDown() throws {
    try bringToStore()
    var answer = answer(hasMore: true)
    answer.isRevoked = true
    #expect(machine.handle(.stored(answer)) == [.fail(.deviceRevoked)])
  }

  /// Events after a cancellation, and events that belong to another step, are ignored.
  @Test mutating func whatComesTooLateChangesNothing() throws {
    #expect(machine.handle(.answered([])).isEmpty)
    _ = machine.handle(.begin)
    for event: ExchangeMachine.Event in [.begin, .look, .waited, .newLifeBegun, .answered([]), .stored(answer())] {
      #expect(machine.handle(event).isEmpty, "\(event)")
    }
    #expect(machine.handle(.prepared(request())).count == 1)
    #expect(machine.handle(.prepared(request())).isEmpty)
    #expect(machine.handle(.cancel) == [.fail(.cancelled)])
    #expect(machine.handle(.answered(try frame(response()))).isEmpty)
    #expect(machine.handle(.cancel).isEmpty)
  }

  // MARK: Refusals

  @Test(arguments: [
    (ProblemAnswer.Code.notEnrolled, SyncFailure.notEnrolled), (.wrongCode, .notEnrolled),
    (.newerProtocol, .newerProtocol), (.malformed, .answerDamaged("malformed")),
    (.tooLarge, .answerDamaged("too-large")), (.notFound, .answerDamaged("not-found")),
    (.clerksUnknown, .clerksUnknown([])),
  ])
  func whatDoesNotPassEndsIt(_ code: ProblemAnswer.Code, _ failure: SyncFailure) {
    var machine = machine
    _ = machine.handle(.begin)
    _ = machine.handle(.prepared(request()))
    #expect(machine.handle(.refused(ProblemAnswer(code))) == [.fail(failure)])
    #expect(machine.isIdle)
  }

  @Test(arguments: [
    (ProblemAnswer.Code.busy, SyncFailure.serverBusy(retryAfterSeconds: 9), 9001), (.storage, .serverFailed, 1),
    (.restored, .provinceRestored, 1),
  ])
  func whatMayPassIsTriedAgain(_ code: ProblemAnswer.Code, _ failure: SyncFailure, _ wait: Int) {
    var machine = machine
    _ = machine.handle(.begin)
    _ = machine.handle(.prepared(request()))
    #expect(
      machine.handle(.refused(ProblemAnswer(code, retryAfterSeconds: 9))) == [
        .wait(milliseconds: wait, because: failure)
      ])
    #expect(machine.handle(.waited) == [.prepare(RequestStyle())])
  }

  @Test mutating func anOlderServerIsToldTheSameWithoutTheDictionary() {
    _ = machine.handle(.begin)
    _ = machine.handle(.prepared(request()))
    var style = RequestStyle()
    style.usesDictionary = false
    #expect(machine.handle(.refused(ProblemAnswer(.unknownDictionary))) == [.prepare(style)])
    _ = machine.handle(.prepared(request()))
    #expect(
      machine.handle(.refused(ProblemAnswer(.unknownDictionary))) == [.fail(.answerDamaged("unknown-dictionary"))])
  }

  /// The province may have been restored, so it is sent points of the order here. If it knows none of them, it was
  /// restored without saying so.
  @Test mutating func aProvinceThatDoesNotKnowThePositionIsToldTheOrderOnce() {
    _ = machine.handle(.begin)
    _ = machine.handle(.prepared(request()))
    var style = RequestStyle()
    style.search = OrderSearch()
    #expect(machine.handle(.refused(ProblemAnswer(.positionUnknown))) == [.prepare(style)])
    _ = machine.handle(.prepared(request()))
    #expect(machine.handle(.refused(ProblemAnswer(.positionUnknown))) == [.fail(.provinceRestored)])
  }

  /// A desk whose own order is damaged concludes nothing about the province, and asks for all of it once.
  @Test mutating func aDamagedDeskAsksForTheWholeOrder() throws {
    var damaged = request()
    damaged.isOrderDamaged = true
    _ = machine.handle(.begin)
    _ = machine.handle(.prepared(request()))
    _ = machine.handle(.refused(ProblemAnswer(.positionUnknown)))
    _ = machine.handle(.prepared(damaged))
    var style = RequestStyle()
    (style.trustsOwnChain, style.mayWitness, style.wantsWholeOrder) = (false, false, true)
    #expect(machine.handle(.refused(ProblemAnswer(.positionUnknown))) == [.prepare(style)])
    _ = machine.handle(.prepared(request()))
    _ = machine.handle(.answered(try frame(response())))
    style.wantsWholeOrder = false
    #expect(machine.handle(.stored(answer(hasMore: true))) == [.prepare(style)])
  }

  /// A clerk waits for a look, which brings no whole order.
  @Test mutating func aLookAsksForNoWholeOrder() {
    var damaged = request()
    damaged.isOrderDamaged = true
    _ = machine.handle(.look)
    _ = machine.handle(.prepared(request()))
    _ = machine.handle(.refused(ProblemAnswer(.positionUnknown)))
    _ = machine.handle(.prepared(damaged))
    #expect(machine.handle(.refused(ProblemAnswer(.positionUnknown))) == [.fail(.provinceRestored)])
  }

  @Test mutating func theSearchGoesOnUntilTheOrdersPartAtOnePlace() throws {
    _ = machine.handle(.begin)
    _ = machine.handle(.prepared(request()))
    _ = machine.handle(.refused(ProblemAnswer(.positionUnknown)))
    var search = OrderSearch()
    let points = search.sequences(upTo: 100).map { OrderPoint(sequence: $0, rolling: .zero) }
    _ = machine.handle(.prepared(request(at: 100, points: points)))
    let base = try #require(points.map(\.sequence).filter { $0 < 100 }.max())
    search.narrow(points, to: base)
    var style = RequestStyle()
    style.search = search
    #expect(machine.handle(.answered(try frame(response(base: base)))) == [.prepare(style)])
    // The province knows all points that were sent, so its answer is handled like any other.
    _ = machine.handle(.prepared(request(at: base, points: [OrderPoint(sequence: base, rolling: .zero)])))
    guard case .store? = machine.handle(.answered(try frame(response(base: base)))).first else {
      Issue.record("The search does not end.")
      return
    }
    // The following request is not a search.
    #expect(machine.handle(.stored(answer(hasMore: true))) == [.prepare(RequestStyle())])
  }

  @Test mutating func bytesThatAreNoAnswerAreSaidToBeDamaged() {
    _ = machine.handle(.begin)
    _ = machine.handle(.prepared(request()))
    guard case .fail(.answerDamaged)? = machine.handle(.answered([1, 2, 3])).first else {
      Issue.record("They are taken.")
      return
    }
  }

  // MARK: Broken connections

  @Test mutating func aBrokenLinkIsTriedSoOftenAndNoMore() {
    _ = machine.handle(.begin)
    for _ in 0..<2 {
      _ = machine.handle(.prepared(request()))
      #expect(machine.handle(.failed(.interrupted)) == [.wait(milliseconds: 1, because: .interrupted)])
      _ = machine.handle(.waited)
    }
    _ = machine.handle(.prepared(request()))
    #expect(machine.handle(.failed(.interrupted)) == [.fail(.interrupted)])
  }

  @Test mutating func askingAgainEndsTheWaitAndForgetsTheTries() {
    _ = machine.handle(.begin)
    for _ in 0..<5 {
      _ = machine.handle(.prepared(request()))
      #expect(machine.handle(.failed(.unreachable)) == [.wait(milliseconds: 1, because: .unreachable)])
      #expect(machine.handle(.begin) == [.prepare(RequestStyle())])
    }
  }

  @Test(arguments: [
    SyncFailure.wrongServer, .captivePortal, .certificateExpired, .notEnrolled, .newerProtocol, .diskFull, .copyInUse,
  ])
  func whatSomebodyHasToMendIsNotTriedAgain(_ failure: SyncFailure) {
    var machine = machine
    _ = machine.handle(.begin)
    _ = machine.handle(.prepared(request()))
    #expect(machine.handle(.failed(failure)) == [.fail(failure)])
  }

  // MARK: The own store

  @Test(arguments: [StoreError.damaged("x"), .noOffice, .readOnly, .dataGone, .other("y")])
  func aStoreThatCannotGoOnEndsIt(_ error: StoreError) {
    var machine = machine
    _ = machine.handle(.begin)
    #expect(machine.handle(.storeFailed(error)) == [.fail(.storeFailed("\(error)"))])
  }

  @Test mutating func aFullDiskIsSaidAsSuchAndABusyStoreIsTriedAgain() throws {
    _ = machine.handle(.begin)
    #expect(machine.handle(.storeFailed(.diskFull)) == [.fail(.diskFull)])
    try bringToStore()
    #expect(
      machine.handle(.storeFailed(.busy)) == [.wait(milliseconds: 1, because: .storeFailed("\(StoreError.busy)"))])
  }

  /// The reference of an own entry may stand for an entry that a copy of this database wrote. The bytes are requested
  /// before the order is declared wrong.
  @Test mutating func anOrderThatDiffersIsLookedAtOnceMoreInFull() throws {
    try bringToStore()
    var style = RequestStyle()
    style.trustsOwnChain = false
    style.search = OrderSearch()
    #expect(machine.handle(.storeFailed(.order(.hashDiffers(at: 4)))) == [.prepare(style)])
    _ = machine.handle(.prepared(request()))
    _ = machine.handle(.answered(try frame(response())))
    #expect(
      machine.handle(.storeFailed(.order(.hashDiffers(at: 4)))) == [
        .fail(.orderDiffers("\(OrderFault.hashDiffers(at: 4))"))
      ])
  }

  /// The desk lacks an entry of another desk's chain although it has offered later ones as a witness. That is no copy of
  /// this database, so no new life begins.
  @Test mutating func anEntryThatAWitnessLacksIsAskedForWithItsBytes() throws {
    try bringToStore()
    var style = RequestStyle()
    style.mayWitness = false
    #expect(machine.handle(.storeFailed(.order(.missing(Self.reference)))) == [.prepare(style)])
    _ = machine.handle(.prepared(request()))
    _ = machine.handle(.answered(try frame(response())))
    #expect(
      machine.handle(.storeFailed(.order(.missing(Self.reference)))) == [
        .fail(.orderDiffers("\(OrderFault.missing(Self.reference))"))
      ])
  }

  @Test mutating func aGapInTheOrderIsNoneOfOurs() throws {
    try bringToStore()
    let gap = OrderFault.gap(expected: 4, got: 6)
    #expect(machine.handle(.storeFailed(.order(gap))) == [.fail(.orderDiffers("\(gap)"))])
  }

  // MARK: Copies

  @Test mutating func aForkBeginsOneNewLifeAnExchange() throws {
    _ = machine.handle(.begin)
    _ = machine.handle(.prepared(request()))
    let fork = try frame(response(forks: [Self.reference]))
    #expect(machine.handle(.answered(fork)) == [.beginNewLife(forkedAt: Self.reference)])
    #expect(machine.handle(.newLifeBegun) == [.prepare(RequestStyle())])
    _ = machine.handle(.prepared(request()))
    #expect(machine.handle(.answered(fork)) == [.fail(.copyInUse)])
  }

  /// The province has told how long the chain is there; its entries, which come later, differ before the end of the one here.
  @Test mutating func theSameChainMayDivergeEarlierThanItsLengthShowed() throws {
    try bringToStore()
    let longer = EntryReference(epoch: Self.reference.epoch, sequence: Self.reference.sequence + 3)
    #expect(machine.handle(.storeFailed(.order(.forked(longer)))) == [.beginNewLife(forkedAt: longer)])
    _ = machine.handle(.newLifeBegun)
    _ = machine.handle(.prepared(request()))
    _ = machine.handle(.answered(try frame(response())))
    #expect(
      machine.handle(.storeFailed(.order(.forked(Self.reference)))) == [.beginNewLife(forkedAt: Self.reference)])
    _ = machine.handle(.newLifeBegun)
    _ = machine.handle(.prepared(request()))
    _ = machine.handle(.answered(try frame(response())))
    #expect(machine.handle(.storeFailed(.order(.forked(longer)))) == [.fail(.copyInUse)])
  }

  /// Whoever copied a copy has several lives that somebody else goes on with. They are found one after the other, and not without end.
  @Test mutating func eachLifeOfACopiedCopyMayDivergeInOneExchange() throws {
    try bringToStore()
    var lives = 0
    while lives < 100 {
      let fork = EntryReference(epoch: DeviceEpoch(high: 2, low: UInt64(lives)), sequence: 4)
      guard machine.handle(.storeFailed(.order(.forked(fork)))) == [.beginNewLife(forkedAt: fork)] else { break }
      lives += 1
      _ = machine.handle(.newLifeBegun)
      _ = machine.handle(.prepared(request()))
      _ = machine.handle(.answered(try frame(response())))
    }
    #expect((3..<20).contains(lives) && machine.isIdle)
  }

  @Test mutating func aForkThatTheOwnStoreFindsIsTheSame() throws {
    try bringToStore()
    #expect(
      machine.handle(.storeFailed(.order(.forked(Self.reference)))) == [.beginNewLife(forkedAt: Self.reference)])
    #expect(machine.handle(.storeFailed(.diskFull)) == [.fail(.diskFull)])
    // A further exchange may begin a new life again.
    try bringToStore()
    #expect(
      machine.handle(.storeFailed(.order(.forked(Self.reference)))) == [.beginNewLife(forkedAt: Self.reference)])
  }

  // MARK: Summaries

  @Test func whatChangedIsListedUntilRowsAreReadAgainAnyway() {
    var summary = SyncSummary()
    summary.add(answer(changed: 0..<400))
    #expect(summary.changed.count == 400 && !summary.changedMany)
    summary.add(answer(changed: 400..<501))
    #expect(summary.changed.isEmpty && summary.changedMany)
    summary.add(answer(changed: 0..<1))
    #expect(summary.changed.isEmpty && summary.changedMany)
  }

  // MARK: Helpers

  private mutating func bringToStore() throws {
    _ = machine.handle(.begin)
    _ = machine.handle(.prepared(request()))
    _ = machine.handle(.answered(try frame(response())))
  }

  private func request(bytes: Int = 1, at position: Int64 = 0, points: [OrderPoint] = []) -> PreparedRequest {
    PreparedRequest(
      frame: [UInt8](repeating: 0, count: bytes),
      request: ExchangeRequest(
        office: OfficeID(high: 1, low: 1), device: DeviceID(high: 1, low: 2), program: "test",
        sentAt: Instant(milliseconds: 0),
        position: LogPosition(logEpoch: [1], sequence: position, rolling: .zero), epochs: [], entries: [],
        points: points),
      hasMore: false)
  }

  private func response(base: Int64 = 0, forks: [EntryReference] = []) -> ExchangeResponse {
    ExchangeResponse(
      serverTime: Instant(milliseconds: 1), logEpoch: [UInt8](repeating: 1, count: 16), base: base, places: [],
      rolling: .zero, head: base, forks: forks)
  }

  private func frame(_ response: ExchangeResponse) throws -> [UInt8] { try SyncFrame.pack(response.encoded()) }

  private func answer(
    received: Int = 0, sent: Int = 0, hasMore: Bool = false, hasProgress: Bool = true, changed: Range<UInt64> = 0..<0
  ) -> StoredAnswer {
    StoredAnswer(
      page: AppliedPage(
        position: .beginning, received: received, ownPlaced: sent, conflicts: 0, refused: 0,
        changed: Set(changed.map { DossierID(high: 1, low: $0) })),
      isRevoked: false, hasMore: hasMore, hasProgress: hasProgress)
  }
}
