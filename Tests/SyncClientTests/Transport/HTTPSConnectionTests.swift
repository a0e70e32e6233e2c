import Crypto
import DossierDomain
import Foundation
import OfficeWork
import SyncProtocol
import Synchronization
import Testing
import X509

@testable import SyncClient

/// Tests the connection with real TLS servers on loopback.
@Suite("The link to the province", .serialized)
struct HTTPSConnectionTests {
  private let authority: TestAuthority
  private let device: TestAuthority.Issued
  private static let good = ScriptedServer.Answer.whole(status: 200, type: SyncMedia.sync, body: [1, 2, 3])

  init() throws {
    authority = try TestAuthority()
    device = try authority.issue(usage: .clientAuth)
  }

  // MARK: Successful requests

  @Test func anAddressOfTheNewKindIsReachedToo() async throws {
    let address = [UInt8](repeating: 0, count: 15) + [1]
    let server = try await ScriptedServer(
      authority.issue(usage: .serverAuth, address: address), authority: authority, host: "::1"
    ) { _, _ in Self.good }
    let connection = connection(to: server, at: "::1")
    #expect(try await connection.send(request()) { _ in }.body == [1, 2, 3])
    await connection.close()
    try await server.stop()
  }

  @Test func aRequestIsAnsweredOverOneConnectionInThreeRoundTrips() async throws {
    let server = try await server { _, body in
      .whole(status: 200, type: SyncMedia.sync + "; v=1", body: body.reversed())
    }
    let connection = connection(to: server)
    #expect(try await connection.send(request([1, 2, 3])) { _ in }.body == [3, 2, 1])
    #expect(connection.traffic.roundTrips == 3)
    #expect(try await connection.send(request([4, 5])) { _ in }.body == [5, 4])
    #expect(connection.traffic.roundTrips == 4)
    #expect(connection.traffic.bytesSent > 500)
    await connection.close()
    try await server.stop()
  }

  @Test func progressCountsTheBodyBothWays() async throws {
    let server = try await server { _, body in .whole(status: 200, type: SyncMedia.sync, body: body) }
    let connection = connection(to: server)
    let seen = Mutex<[TransferProgress]>([])
    let body = [UInt8](repeating: 9, count: 50_000)
    #expect(try await connection.send(request(body)) { step in seen.withLock { $0.append(step) } }.body == body)
    let steps = seen.withLock { $0 }
    #expect(steps.count > 10)
    #expect(steps.map(\.sent) == steps.map(\.sent).sorted())
    #expect(steps.last == TransferProgress(sent: 50_000, toSend: 50_000, received: 50_000, toReceive: 50_000))
    await connection.close()
    try await server.stop()
  }

  @Test func aConnectionThatTheServerClosedIsOpenedAgainForTheNextRequest() async throws {
    let count = Mutex(0)
    let server = try await server { _, _ in
      count.withLock { $0 += 1 }
      return count.withLock { $0 } == 1 ? .hangUp : Self.good
    }
    let connection = connection(to: server)
    await #expect(throws: SyncFailure.interrupted) { try await connection.send(request()) { _ in } }
    #expect(count.withLock { $0 } == 1, "nothing is sent twice by itself")
    #expect(try await connection.send(request()) { _ in }.body == [1, 2, 3])
    await connection.close()
    try await server.stop()
  }

  // MARK: Trust

  @Test func anotherAuthorityIsNotTheProvince() async throws {
    let stranger = try TestAuthority("authority")
    await fails(.wrongServer, with: try stranger.issue(usage: .serverAuth), of: stranger)
  }

  @Test func aDesksOwnCertificateMakesNoServer() async throws {
    await fails(.wrongServer, with: device, of: authority)
  }

  @Test func aServerOfTheProvinceUnderAnotherAddressIsNotMeant() async throws {
    await fails(.wrongServer, with: try authority.issue(usage: .serverAuth, address: [10, 0, 0, 1]), of: authority)
  }

  @Test func anExpiredServerIsSaidToBeExpired() async throws {
    await fails(.certificateExpired, with: try authority.issue(usage: .serverAuth, days: -30 ... -1), of: authority)
  }

  @Test func aClockFromBeforeTheAuthorityExistedDoesNotKeepFromExchanging() async throws {
    let server = try await server { _, _ in Self.good }
    let connection = connection(to: server, now: { Instant(milliseconds: 946_684_800_000) })
    #expect(try await connection.send(request()) { _ in }.status == 200)
    await connection.close()
    try await server.stop()
  }

  @Test func aClockFarAheadIsSaidToBeADateMatter() async throws {
    let server = try await server { _, _ in Self.good }
    let connection = connection(to: server, now: { Instant(milliseconds: 2_500_000_000_000) })
    await #expect(throws: SyncFailure.certificateExpired) { try await connection.send(request()) { _ in } }
    await connection.close()
    try await server.stop()
  }

  @Test func theFirstContactTrustsOnlyTheTypedFingerprint() async throws {
    let server = try await server { _, _ in Self.good }
    let right = connection(to: server, trust: .fingerprint(try authority.fingerprint))
    #expect(try await right.send(request()) { _ in }.status == 200)
    #expect(right.authority == (try authority.bytes))
    await right.close()
    var wrong = try authority.fingerprint
    wrong[9] ^= 1
    for typed in [wrong, [], Array(try authority.fingerprint.prefix(4))] {
      let other = connection(to: server, trust: .fingerprint(typed))
      await #expect(throws: SyncFailure.wrongServer) { try await other.send(request()) { _ in } }
      await other.close()
    }
    try await server.stop()
  }

  @Test func anExpiredDeviceIsToldSo() async throws {
    let expired = try authority.issue(usage: .clientAuth, days: -30 ... -1)
    let server = try await ScriptedServer(
      authority.issue(usage: .serverAuth), authority: authority, demandsClientsOf: authority
    ) { _, _ in Self.good }
    let connection = connection(to: server, identity: expired)
    await #expect(throws: SyncFailure.certificateExpired) { try await connection.send(request()) { _ in } }
    await connection.close()
    try await server.stop()
  }

  @Test func aDeviceOfAnotherProvinceIsNotEnrolled() async throws {
    let server = try await ScriptedServer(
      authority.issue(usage: .serverAuth), authority: authority, demandsClientsOf: TestAuthority("another")
    ) { _, _ in Self.good }
    let connection = connection(to: server)
    await #expect(throws: SyncFailure.notEnrolled) { try await connection.send(request()) { _ in } }
    await connection.close()
    try await server.stop()
  }

  // MARK: Wrong and incomplete answers

  @Test(arguments: [
    (
      ScriptedServer.Answer.whole(status: 200, type: "text/html", body: Array("<html>".utf8)), SyncFailure.captivePortal
    ),
    (
      .whole(status: 302, type: "text/html", body: [], headers: [("location", "http://login.example/")]), .captivePortal
    ),
    (.whole(status: 404, type: "text/html", body: Array("<html>".utf8)), .captivePortal),
    (
      .whole(status: 503, type: "text/html", body: [], headers: [("retry-after", "17")]),
      .serverBusy(retryAfterSeconds: 17)
    ),
    (.whole(status: 502, type: "text/html", body: []), .serverFailed),
    (.cut(type: SyncMedia.sync, body: [1, 2], length: 900), .interrupted),
    (.hangUp, .interrupted),
    (.whole(status: 200, type: SyncMedia.sync, body: [UInt8](repeating: 0, count: 2000)), .answerDamaged("2000 bytes")),
  ])
  func anAnswerThatIsNoneIsNamed(answer: ScriptedServer.Answer, failure: SyncFailure) async throws {
    let server = try await server { _, _ in answer }
    let connection = connection(to: server)
    await #expect(throws: failure) {
      let answer = try await connection.send(request()) { _ in }
      _ = try answer.problem()
    }
    await connection.close()
    try await server.stop()
  }

  @Test func anAnswerWithoutEndIsCutOffAtItsLimit() async throws {
    let server = try await server { _, _ in .endless(type: SyncMedia.sync) }
    let connection = connection(to: server)
    let error = await #expect(throws: SyncFailure.self) { try await connection.send(request()) { _ in } }
    guard case .answerDamaged = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(connection.traffic.bytesReceived < 4_000_000)
    await connection.close()
    try await server.stop()
  }

  @Test func aServerThatFallsSilentIsGivenUp() async throws {
    let server = try await server { _, _ in .silence }
    let connection = connection(to: server, limits: .init(connectSeconds: 5, patienceSeconds: 1))
    await #expect(throws: SyncFailure.interrupted) { try await connection.send(request()) { _ in } }
    await connection.close()
    try await server.stop()
  }

  @Test func aPageOnTheSamePortWithoutTLSIsTheNetworks() async throws {
    let server = try await ScriptedServer(nil, authority: authority) { _, _ in Self.good }
    let connection = connection(to: server)
    await #expect(throws: SyncFailure.captivePortal) { try await connection.send(request()) { _ in } }
    await connection.close()
    try await server.stop()
  }

  @Test func nobodyThereIsUnreachable() async throws {
    let server = try await server { _, _ in Self.good }
    try await server.stop()
    let connection = connection(to: server)
    await #expect(throws: SyncFailure.unreachable) { try await connection.send(request()) { _ in } }
    await connection.close()
  }

  @Test func aProblemIsReadAndABusyServerIsBelieved() async throws {
    let problem = ProblemAnswer(.busy, retryAfterSeconds: 5)
    let server = try await server { _, _ in
      .whole(
        status: 503, type: SyncMedia.problem, body: problem.encoded(asJSON: false), headers: [("retry-after", "42")])
    }
    let connection = connection(to: server)
    let answer = try await connection.send(request()) { _ in }
    #expect(try answer.problem() == ProblemAnswer(.busy, retryAfterSeconds: 42))
    await connection.close()
    try await server.stop()
  }

  @Test func aCancelledTaskLetsGoAtOnce() async throws {
    let server = try await server { _, _ in .silence }
    let connection = connection(to: server)
    let task = Task { () -> SyncFailure? in
      do throws(SyncFailure) {
        _ = try await connection.send(request()) { _ in }
        return nil
      } catch {
        return error
      }
    }
    task.cancel()
    #expect(await task.value == .cancelled)
    await connection.close()
    try await server.stop()
  }

  // MARK: Helpers

  private func server(
    _ answer: @escaping @Sendable (String, [UInt8]) -> ScriptedServer.Answer
  ) async throws -> ScriptedServer {
    try await ScriptedServer(authority.issue(usage: .serverAuth), authority: authority, answer: answer)
  }

  private func fails(_ failure: SyncFailure, with identity: TestAuthority.Issued, of issuer: TestAuthority) async {
    await #expect(throws: failure) {
      let server = try await ScriptedServer(identity, authority: issuer) { _, _ in Self.good }
      let connection = connection(to: server)
      do {
        _ = try await connection.send(request()) { _ in }
      } catch {
        await connection.close()
        try await server.stop()
        throw error
      }
    }
  }

  private func connection(
    to server: ScriptedServer, at host: String = "127.0.0.1", trust: ProvinceTrust.Anchor? = nil,
    identity: TestAuthority.Issued? = nil,
    limits: HTTPSConnection.Limits = .init(connectSeconds: 5, patienceSeconds: 20),
    now: @escaping @Sendable () -> Instant = { .machine }
  ) -> HTTPSConnection {
    let identity = identity ?? device
    let anchor = trust ?? .authority((try? authority.bytes) ?? [])
    return HTTPSConnection(
      to: ServerAddress(host: host, port: server.port), trust: ProvinceTrust(anchor),
      identity: DeviceIdentity(
        certificate: identity.certificate, privateKey: Array(identity.key.rawRepresentation)),
      limits: limits, now: now)
  }

  private func request(_ body: [UInt8] = [0]) -> ProvinceRequest {
    ProvinceRequest(
      .post, SyncMedia.syncPath, headers: [("content-type", SyncMedia.sync)], body: body, expectedType: SyncMedia.sync,
      largestAnswer: body.count == 50_000 ? 100_000 : 1000)
  }
}
