import DossierDomain
import DossierStore
import ExchangeModel
import OfficeWork
import SyncProtocol
import Synchronization
import Testing

@testable import ProvincialServer
@testable import SyncClient

@Suite("Running exchanges", .serialized)
struct ExchangeRunnerTests {
  @Test func whatOneDeskDidTheOtherSeesAndTheSecondDecisionIsAConflict() async throws {
    let province = try await Province()
    let (first, second) = (try TestFolder(), try TestFolder())
    defer {
      first.remove()
      second.remove()
    }
    try await enrolBoth(first, second, province)
    let row = try first.receive()
    try await first.synchronise()
    let received = try await second.synchronise()
    #expect(received.changed.contains(row.id))
    #expect(try second.row(row.id)?.code == row.code)
    // Both desks decide the same dossier without knowing of each other.
    try first.perform([.withdraw(reason: "đổi ý")], on: row.id)
    try second.perform([.stop(reason: "thiếu", legalBasis: "NĐ 118/2025")], on: row.id)
    #expect(try await second.synchronise().conflicts == 0)
    let summary = try await first.synchronise()
    #expect(summary.conflicts == 1)
    #expect(try first.row(row.id)?.status == .stopped)
    #expect(try first.row(row.id)?.conflicts == 1)
    try await second.synchronise()
    #expect(try second.row(row.id)?.status == .stopped)
    await province.stop()
  }

  /// The province accepts a limited number of entries about one dossier in one transaction; the rest goes in the same
  /// exchange.
  @Test func aDossierOfManyStepsGoesInPartsWithinOneExchange() async throws {
    let province = try await Province()
    let (first, second) = (try TestFolder(), try TestFolder())
    defer {
      first.remove()
      second.remove()
    }
    try await enrolBoth(first, second, province)
    let row = try first.receive()
    let ordinary = try await first.synchronise().roundTrips
    for number in 0..<AdmissionBudget().entriesOfDossier + 20 {
      try first.perform([.note("ghi \(number)")], on: row.id)
    }
    let summary = try await first.synchronise()
    #expect(summary.roundTrips == ordinary + 1)
    #expect(try first.status.waiting == 0)
    #expect(summary.entriesSent == AdmissionBudget().entriesOfDossier + 20)
    await province.stop()
  }

  @Test func aClerkWorksOnWhileBytesTravel() async throws {
    let province = try await Province()
    let (first, second) = (try TestFolder(), try TestFolder())
    defer {
      first.remove()
      second.remove()
    }
    try await enrolBoth(first, second, province)
    let before = try first.status.entriesOwn
    // The reception falls exactly between request and answer.
    let runner = try runner(first, province) { _ in
      _ = try? first.receive()
      return nil
    }
    let summary = try await run(runner).get()
    let status = try first.status
    #expect(status.entriesOwn == before + 1)
    #expect(status.entriesAcknowledged == before)
    #expect(summary.roundTrips == 1)
    _ = try await first.synchronise()
    #expect(try first.status.waiting == 0)
    await province.stop()
  }

  @Test func aBrokenLinkIsTriedAgainAndACommittedRequestIsNotRepeatedInTheOrder() async throws {
    let province = try await Province()
    let (first, second) = (try TestFolder(), try TestFolder())
    defer {
      first.remove()
      second.remove()
    }
    try await enrolBoth(first, second, province)
    try first.receive()
    let tries = Mutex(0)
    // The province commits, but its first two answers are lost; the third try works.
    let runner = try runner(first, province) { _ in
      tries.withLock { $0 += 1 }
      return tries.withLock { $0 } < 3 ? .interrupted : nil
    }
    let summary = try await run(runner, RetryPolicy(mostTries: 5) { 0 }).get()
    #expect(tries.withLock { $0 } == 3)
    #expect(summary.entriesSent == 1)
    #expect(try first.status.waiting == 0)
    #expect(try first.status.lastFailure == nil)
    await province.stop()
  }

  @Test func theClerkEndsAWait() async throws {
    let province = try await Province()
    let (first, second) = (try TestFolder(), try TestFolder())
    defer {
      first.remove()
      second.remove()
    }
    try await enrolBoth(first, second, province)
    let tries = Mutex(0)
    let control = ExchangeControl()
    let runner = try runner(first, province) { _ in
      tries.withLock { $0 += 1 }
      return tries.withLock { $0 } == 1 ? .serverBusy(retryAfterSeconds: 3600) : nil
    }
    let result = await runner.run(retry: RetryPolicy(mostTries: nil) { 0 }, control: control) { progress in
      if case .waitingToRetry = progress.phase {
        // Only once it waits, because a new request has no effect before.
        Task { await Self.nudge(control) }
      }
    }
    _ = try result.get()
    #expect(tries.withLock { $0 } == 2)
    await province.stop()
  }

  @Test func anExchangeThatComesToNothingIsRememberedAndLosesNothing() async throws {
    let province = try await Province()
    let (first, second) = (try TestFolder(), try TestFolder())
    defer {
      first.remove()
      second.remove()
    }
    try await enrolBoth(first, second, province)
    try first.receive()
    await province.stop()
    await #expect(throws: SyncFailure.unreachable) { try await first.synchronise() }
    #expect(try first.status.lastFailure == .unreachable)
    #expect(try first.status.waiting == 1)
  }

  @Test func cancellingEndsAWaitAndKeepsWhatWasStored() async throws {
    let province = try await Province()
    let (first, second) = (try TestFolder(), try TestFolder())
    defer {
      first.remove()
      second.remove()
    }
    try await enrolBoth(first, second, province)
    let waits = AsyncStream.makeStream(of: Void.self)
    let runner = try runner(first, province) { _ in .serverBusy(retryAfterSeconds: 3600) }
    let task = Task {
      await runner.run(retry: RetryPolicy(mostTries: nil) { 0 }, control: ExchangeControl()) { progress in
        if case .waitingToRetry = progress.phase { waits.continuation.yield() }
      }
    }
    var firstWait = waits.stream.makeAsyncIterator()
    _ = await firstWait.next()
    task.cancel()
    #expect(await task.value == .failure(.cancelled))
    await province.stop()
  }

  @Test func aRevokedDeviceHandsInAndIsTold() async throws {
    let province = try await Province()
    let (first, second) = (try TestFolder(), try TestFolder())
    defer {
      first.remove()
      second.remove()
    }
    try await enrolBoth(first, second, province)
    try second.receive()
    let office = try province.administration.office(agencyCode: Province.agency)
    let device = try #require(try second.store.exchange.enrolment()).device
    try province.administration.revoke(device, of: office, at: .machine)
    await #expect(throws: SyncFailure.deviceRevoked) { try await second.synchronise() }
    #expect(try province.administration.quarantined(in: office).count == 1)
    await province.stop()
  }

  // MARK: Helpers

  /// Tries repeatedly, because a request has no effect before the wait has begun.
  private static func nudge(_ control: ExchangeControl) async {
    for _ in 0..<400 {
      control.tryNow()
      try? await Task.sleep(for: .milliseconds(5))
    }
  }

  private func enrolBoth(_ first: TestFolder, _ second: TestFolder, _ province: Province) async throws {
    try first.found()
    try await first.enrol(at: province, code: province.adoptionCode())
    try await first.synchronise()
    try await second.enrol(at: province, code: province.code())
    try await second.synchronise()
    try await first.synchronise()
  }

  /// Runs without a network: the province answers in this process, then `fate` may lose the answer.
  private func runner(
    _ folder: TestFolder, _ province: Province, fate: @escaping @Sendable ([UInt8]) -> SyncFailure?
  ) throws -> ExchangeRunner {
    let enrolment = try #require(try folder.store.exchange.enrolment())
    let link = try ShortLink(province, enrolment, fate: fate)
    return try ExchangeRunner(
      store: folder.store, enrolment: enrolment, program: "test", now: { .machine }, connect: { link })
  }

  private func run(
    _ runner: ExchangeRunner, _ policy: RetryPolicy = RetryPolicy(mostTries: 1) { 0 }
  ) async -> Result<SyncSummary, SyncFailure> {
    await runner.run(retry: policy, control: ExchangeControl()) { _ in }
  }
}

/// A connection to the province within this process.
private struct ShortLink: ProvinceConnection {
  private let exchange: Exchange
  private let keyHash: [UInt8]
  private let fate: @Sendable ([UInt8]) -> SyncFailure?
  private let counter = TrafficCounter()

  init(_ province: Province, _ enrolment: Enrolment, fate: @escaping @Sendable ([UInt8]) -> SyncFailure?) throws {
    exchange = Exchange(store: province.store, authority: province.authority)
    keyHash = try ProvinceAuthority.keyHash(ofCertificate: enrolment.certificate)
    self.fate = fate
  }

  var traffic: Traffic { counter.traffic }
  func close() async {}

  func send(
    _ request: ProvinceRequest, progress: @escaping @Sendable (TransferProgress) -> Void
  ) async throws(SyncFailure) -> ProvinceAnswer {
    counter.add(roundTrips: 1)
    let body: [UInt8]
    do {
      let question = try ExchangeRequest(decoding: SyncFrame.unpack(request.body))
      body = try SyncFrame.pack(exchange.answer(question, keyHash: keyHash, now: .machine).encoded())
    } catch {
      throw .answerDamaged("\(error)")
    }
    if let failure = fate(request.body) { throw failure }
    return ProvinceAnswer(status: 200, headers: ["content-type": SyncMedia.sync], body: body)
  }
}
