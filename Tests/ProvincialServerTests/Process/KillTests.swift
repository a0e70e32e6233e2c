import DossierDomain
import ExchangeModel
import Foundation
import JournalFormat
import PostgresForTests
import SyncProtocol
import Synchronization
import Testing

@testable import ProvincialServer

/// Real processes that are killed at random moments while desks send entries.
@Suite(.serialized) struct KillTests {
  /// The present addresses of the servers, and the entries that they have acknowledged.
  final class Scene: Sendable {
    struct State {
      var addresses: [String] = []
      var acknowledged: Set<EntryReference> = []
      var isOver = false
    }
    let state = Mutex(State())

    /// Returns when this number of entries has been acknowledged.
    func acknowledged(_ count: Int) async throws {
      while state.withLock({ $0.acknowledged.count }) < count { try await Task.sleep(for: .milliseconds(5)) }
    }
  }

  private func province(_ place: ServerPlace) throws -> TestProvince {
    let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    let authority = try ProvinceAuthority.open(folder: place.folder + "/authority", province: "Quảng Trị", now: now)
    return try TestProvince(store: place.store(), authority: authority, now: now)
  }

  /// Writes and sends entries until the scene is over. Applying each answer checks the order up to there.
  private func work(_ desk: TestDesk, number: Int, _ line: DeskLine, _ scene: Scene) async throws -> TestDesk {
    var desk = desk
    var dossiers: UInt64 = 0
    var turn = number
    while !scene.state.withLock({ $0.isOver }) {
      if desk.waiting.count < 60 {
        for _ in 0..<3 {
          dossiers += 1
          try desk.receive(
            TestDesk.dossier(UInt64(number) << 32 | dossiers), code: "A-\(number)-\(dossiers)")
        }
      }
      let addresses = scene.state.withLock { $0.addresses }
      guard !addresses.isEmpty else {
        try await Task.sleep(for: .milliseconds(5))
        continue
      }
      turn += 1
      do {
        try desk.take(await line.sync(desk.request(), addresses[turn % addresses.count]))
      } catch is DeskLine.NotNow {
        try await Task.sleep(for: .milliseconds(5))
        continue
      }
      let upTo = desk.acknowledged
      let epoch = desk.epoch
      scene.state.withLock { state in
        for sequence in stride(from: upTo, to: 0, by: -1) {
          guard state.acknowledged.insert(EntryReference(epoch: epoch, sequence: sequence)).inserted else { break }
        }
      }
    }
    return desk
  }

  private func run(
    _ place: ServerPlace, desks count: Int, _ disasters: @Sendable (Scene) async throws -> Void
  ) async throws {
    let province = try province(place)
    var lines: [DeskLine] = []
    var desks: [TestDesk] = []
    for _ in 0..<count {
      let desk = try province.desk()
      lines.append(
        try DeskLine(authority: try province.authority.certificateBytes, identity: (desk.certificate, desk.key)))
      desks.append(desk)
    }
    let scene = Scene()
    let done = try await withThrowingTaskGroup(of: TestDesk.self) { group in
      for (number, desk) in desks.enumerated() {
        let line = lines[number]
        group.addTask { try await work(desk, number: number, line, scene) }
      }
      do {
        try await disasters(scene)
      } catch {
        scene.state.withLock { $0.isOver = true }
        throw error
      }
      scene.state.withLock { $0.isOver = true }
      var done: [TestDesk] = []
      for try await desk in group { done.append(desk) }
      return done
    }
    for line in lines { try await line.close() }
    try check(province, done, scene)
  }

  private func check(_ province: TestProvince, _ desks: [TestDesk], _ scene: Scene) throws {
    let rows = try province.store.read {
      try $0.rows(
        "SELECT sequence, epoch, epoch_sequence FROM entry WHERE office = $1 ORDER BY sequence",
        [.blob(province.office.id.bytes)])
    }
    #expect(try rows.map { try $0.integer(0) } == (1...max(1, rows.count)).map { Int64($0) })
    var there: [EntryReference] = []
    for row in rows {
      there.append(
        EntryReference(epoch: try #require(DeviceEpoch(bytes: row.blob(1))), sequence: try row.integer(2)))
    }
    let acknowledged = scene.state.withLock { $0.acknowledged }
    #expect(acknowledged.count > 50)
    #expect(Set(there).count == there.count)
    #expect(acknowledged.isSubset(of: Set(there)))
    var positions: Set<LogPosition> = []
    for var desk in desks {
      repeat { try desk.exchange(province) } while !desk.waiting.isEmpty
      while try desk.exchange(province).head > desk.position.sequence {}
    }
    for var desk in desks {
      while try desk.exchange(province).head > desk.position.sequence {}
      positions.insert(desk.position)
    }
    #expect(positions.count == 1)
  }

  @Test(arguments: StoreKind.allCases) func whatWasAcknowledgedSurvivesKills(_ kind: StoreKind) async throws {
    let place = try ServerPlace(kind)
    defer { place.remove() }
    try await run(place, desks: 8) { scene in
      for _ in 0..<5 {
        let server = try ServerProcess(place.arguments)
        scene.state.withLock { $0.addresses = [server.address] }
        try await Task.sleep(for: .milliseconds(Int.random(in: 150...900)))
        server.kill()
        scene.state.withLock { $0.addresses = [] }
      }
      let server = try ServerProcess(place.arguments)
      scene.state.withLock { $0.addresses = [server.address] }
      try await Task.sleep(for: .milliseconds(600))
      scene.state.withLock { $0.isOver = true }
      #expect(server.stop() == 0)
    }
  }

  @Test func oneOfTwoServersOnOneDatabaseMayDie() async throws {
    let place = try ServerPlace(.postgresql)
    defer { place.remove() }
    try await run(place, desks: 6) { scene in
      let first = try ServerProcess(place.arguments)
      let second = try ServerProcess(place.arguments)
      scene.state.withLock { $0.addresses = [first.address, second.address] }
      try await Task.sleep(for: .milliseconds(700))
      first.kill()
      // The desks still try both addresses, so half of their calls fail.
      try await Task.sleep(for: .milliseconds(700))
      scene.state.withLock { $0.isOver = true }
      #expect(second.stop() == 0)
    }
  }

  /// Every commit waits for both databases, so the second one has all entries that the first one acknowledged.
  @Test(.timeLimit(.minutes(1))) func aStandbyTakesOverWithAllThatWasAcknowledged() async throws {
    let postgres = try TestPostgres(["--standby"])
    let place = ServerPlace(postgres)
    defer { place.remove() }
    try await run(place, desks: 8) { scene in
      let server = try ServerProcess(place.arguments)
      scene.state.withLock { $0.addresses = [server.address] }
      try await scene.acknowledged(150)
      try postgres.takeOver()
      let before = scene.state.withLock { $0.acknowledged.count }
      try await scene.acknowledged(before + 150)
      scene.state.withLock { $0.isOver = true }
      #expect(server.stop() == 0)
      // A server that starts now recognises the database as the same one, so no operator has to confirm it.
      let store = try place.store()
      #expect(try Administration(store: store).storeFault(mark: place.folder + "/mark.json") == nil)
      store.close()
    }
    try postgres.stop()
  }
}
