import DossierDomain
import Foundation
import NIOHTTP1
import PostgresForTests
import Testing

@testable import ProvincialServer

/// The functions of the real program on which an operator relies.
@Suite(.serialized) struct OperationTests {
  @Test func figuresAreOnTheOperatorsAddressOnly() async throws {
    let scene = try ServedProvince(["--operations", "127.0.0.1:0"])
    let line = try scene.line(nil)
    #expect(try await line.send(.GET, scene.server.address + "/metrics").status == 404)
    let figures = try await line.send(.GET, scene.server.operations + "/metrics")
    #expect(figures.status == 200 && String(decoding: figures.body, as: UTF8.self).contains("provincial_strangers"))
    for address in [scene.server.address, scene.server.operations] {
      #expect(try await line.send(.GET, address + "/health").status == 200)
    }
    #expect(try await line.send(.GET, scene.server.operations + "/v1/sync").status == 404)
    try await scene.end(line)
  }

  @Test func nobodyElseReadsTheDatabaseAndNothingIsDumped() async throws {
    let scene = try ServedProvince()
    for name in ["province.sqlite", "province.sqlite-wal", "province.sqlite-shm", "authority/authority.pem"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: scene.place.folder + "/" + name)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
    }
    let cores = scene.server.limit("Max core file size").split(separator: " ")
    #expect(cores.dropFirst(4).prefix(2) == ["0", "0"])
    try await scene.end()
  }

  @Test(.timeLimit(.minutes(1))) func theServiceManagerHearsWhenItIsReady() throws {
    let place = try ServerPlace(.sqlite)
    defer { place.remove() }
    let name = "dossier-test-" + UUID().uuidString
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { path in
      for (index, byte) in name.utf8.enumerated() { path[index + 1] = byte }
    }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + 1 + name.utf8.count)
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
    }
    #expect(bound == 0)
    func heard() -> String {
      var bytes = [UInt8](repeating: 0, count: 100)
      let count = recv(descriptor, &bytes, bytes.count, 0)
      return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
    let server = try ServerProcess(place.arguments, environment: ["NOTIFY_SOCKET": "@" + name])
    #expect(heard() == "READY=1")
    #expect(server.stop() == 0)
    #expect(heard() == "STOPPING=1")
  }

  @Test func whoseDatabaseIsGoneIsNotWell() async throws {
    let postgres = try TestPostgres()
    let place = ServerPlace(postgres)
    defer { place.remove() }
    let server = try ServerProcess(place.arguments + ["--operations", "127.0.0.1:0"])
    let line = try DeskLine(
      authority: ProvinceAuthority.open(
        folder: place.folder + "/authority", province: "", now: Instant(milliseconds: 0)
      ).certificateBytes, identity: nil)
    let addresses = [server.address, server.operations]
    #expect(try await line.send(.GET, addresses[0] + "/health").status == 200)
    try postgres.stop()
    // The result of the check a moment ago may still be reported.
    var statuses: [Int] = []
    for address in addresses {
      var status = 200
      while status == 200 { status = try await line.send(.GET, address + "/health").status }
      statuses.append(status)
    }
    #expect(statuses == [503, 503])
    try await line.close()
    #expect(server.stop() == 0)
  }

  @Test func theUnitIsTight() throws {
    let path = "/usr/bin/systemd-analyze"
    guard FileManager.default.isExecutableFile(atPath: path) else { return }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = [
      "security", "--no-pager", "--offline=yes", "--threshold=20", "scripts/systemd/provincial-server.service",
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
