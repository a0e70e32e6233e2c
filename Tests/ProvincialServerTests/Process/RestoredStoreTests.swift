import DossierDomain
import Foundation
import JournalFormat
import NIOHTTP1
import StoresForTests
import SyncProtocol
import Testing

@testable import ProvincialServer

/// The real program on a database that was restored without its knowledge.
@Suite struct RestoredStoreTests {
  private static let syncType = "application/vnd.dossier.sync"

  @Test(arguments: StoreKind.allCases, ["restored", "accept"])
  func aDatabaseBehindItsMarkGivesNoPlacesUntilSomebodySaysWhy(_ kind: StoreKind, _ word: String) async throws {
    let place = try ServerPlace(kind)
    defer { place.remove() }
    let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    let authority = try ProvinceAuthority.open(folder: place.folder + "/authority", province: "Quảng Trị", now: now)
    let province = try TestProvince(store: place.store(), authority: authority, now: now)
    var desk = try province.desk()
    let backup = try StoreCopy(province.store)
    let identity = (desk.certificate, desk.key)
    var line = try DeskLine(authority: authority.certificateBytes, identity: identity)
    let before = desk
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    // The mark contains all acknowledged entries when the server ends, at the latest.
    let first = try ServerProcess(place.arguments)
    let entry = desk.waiting
    try desk.take(await line.sync(desk.request(), first.address))
    // A server that ends waits five seconds for an open connection.
    try await line.close()
    #expect(first.stop() == 0)
    let mark = try #require(Mark.read(place.folder + "/mark.json"))
    #expect(mark.state.longest == desk.position.sequence)

    try backup.restore(province.store)
    let second = try ServerProcess(place.arguments)
    line = try DeskLine(authority: authority.certificateBytes, identity: identity)
    let health = try await line.send(.GET, second.address + "/health")
    #expect(health.status == 503 && String(decoding: health.body, as: UTF8.self).contains("log restored"))
    for request in [desk.request(), before.request()] {
      let refused = try await line.send(
        .POST, second.address + "/v1/sync", type: Self.syncType, body: SyncFrame.pack(request.encoded()))
      #expect(refused.status == 503 && refused.problem?.code == .restored)
      #expect(refused.headers.first(name: "retry-after") == "60")
    }
    #expect(try StoreState.read(province.store).longest < desk.position.sequence)
    #expect(try ServerProcess.run(["log", word] + place.arguments).code == 0)
    // The server checks again by itself; the delay does not matter here.
    var status = 503
    let end = ContinuousClock.now + .seconds(20)
    while status != 200, ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(50))
      status = try await line.send(.GET, second.address + "/health").status
    }
    #expect(status == 200)
    if word == "restored" {
      try desk.take(await line.sync(desk.request(), second.address))
      try desk.take(await line.sync(desk.request(entry), second.address))
      #expect(desk.places.count == Int(desk.position.sequence))
    }
    try await line.close()
    #expect(second.stop() == 0)
  }

  /// No server was running, and the backup lacks only what commands brought.
  @Test(arguments: StoreKind.allCases) func theLossOfWhatOnlyACommandBroughtIsNoticed(_ kind: StoreKind) throws {
    let place = try ServerPlace(kind)
    defer { place.remove() }
    func create(_ number: Int) throws -> Int32 {
      try ServerProcess.run(
        [
          "office", "create", "--name", "xã \(number)", "--agency-code", "000.1\(number).45.H50", "--unit-code",
          "1959\(number)", "--clerk", "Hồ Thị Lan:administrator",
        ] + place.arguments
      ).code
    }
    #expect(try create(1) == 0)
    let store = try place.store()
    let backup = try StoreCopy(store)
    #expect(try create(2) == 0)
    let after = try StoreState.read(store)
    #expect(Mark.read(place.folder + "/mark.json")?.state.sum == after.sum)
    try backup.restore(store)
    #expect(try create(3) == 1)
    #expect(try StoreState.read(store).sum < after.sum)
    #expect(try ServerProcess.run(["log", "restored"] + place.arguments).code == 0)
    #expect(try create(3) == 0)
  }
}
