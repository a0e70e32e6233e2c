import Crypto
import DossierDomain
import ExchangeModel
import Foundation
import JournalFormat
import NIOHTTP1
import SyncProtocol
import Testing

@testable import ProvincialServer

/// The real program over real TLS connections.
@Suite struct ServingTests {
  private static let syncType = "application/vnd.dossier.sync"

  private typealias Scene = ServedProvince

  @Test func aMachineEnrolsAndExchanges() async throws {
    let scene = try Scene()
    let url = scene.server.address
    let code = try scene.province.administration.enrolmentCode(
      for: scene.province.office.id, deviceName: "Bàn 1", clerks: .everybody, at: scene.province.now)
    var desk = TestDesk(office: scene.province.office)
    let stranger = try scene.line(nil)
    let request = try desk.enrolment(code: code.text, office: nil, agencyCode: "")
    let enrolled = try await stranger.send(
      .POST, url + "/v1/enrol", type: "application/vnd.dossier.enrol", body: request.encoded())
    #expect(enrolled.status == 200)
    desk.take(try EnrolmentResponse(decoding: enrolled.body))
    // A machine without its certificate is refused.
    let refused = try await stranger.send(
      .POST, url + "/v1/sync", type: Self.syncType, body: SyncFrame.pack(desk.request().encoded()))
    #expect(refused.status == 401 && refused.problem?.code == .notEnrolled)
    let line = try scene.line(desk)
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    try desk.take(await line.sync(desk.request(), url))
    #expect(desk.waiting.isEmpty)
    // A request packed without the dictionary is answered without it.
    let plain = try await line.send(
      .POST, url + "/v1/sync", type: Self.syncType,
      body: SyncFrame.pack(desk.request().encoded(), dictionary: nil))
    #expect(!SyncFrame.usesDictionary(plain.body))
    try desk.take(ExchangeResponse(decoding: SyncFrame.unpack(plain.body, dictionaries: [])))
    // The same request as JSON.
    let json = try await line.send(
      .POST, url + "/v1/sync", type: "application/json; charset=utf-8", body: desk.request().encodedAsJSON())
    #expect(json.status == 200 && json.type == "application/json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.body)) as? [String: Any])
    #expect(object["head"] as? String == String(desk.position.sequence))
    try await scene.end(stranger, line)
  }

  @Test func aForeignCertificateIsRefusedAtTheHandshake() async throws {
    let scene = try Scene()
    let elsewhere = try TestProvince(.sqlite)
    let desk = try elsewhere.desk()
    let line = try scene.line(desk)
    await #expect(throws: (any Error).self) {
      try await line.send(.GET, scene.server.address + "/health")
    }
    // A desk refuses a server of another authority as well.
    let own = try DeskLine(authority: elsewhere.authority.certificateBytes, identity: nil)
    await #expect(throws: (any Error).self) {
      try await own.send(.GET, scene.server.address + "/health")
    }
    try await scene.end(line, own)
  }

  @Test func whatIsWrongIsSaidInAProblem() async throws {
    let scene = try Scene()
    let desk = try scene.province.desk()
    let line = try scene.line(desk)
    let url = scene.server.address
    func check(
      _ method: HTTPMethod, _ path: String, type: String? = nil, body: [UInt8]? = nil,
      headers: [(String, String)] = [], _ status: Int, _ code: ProblemAnswer.Code
    ) async throws {
      let answer = try await line.send(method, url + path, type: type, body: body, headers: headers)
      #expect(answer.status == status, "\(method) \(path)")
      #expect(answer.problem?.code == code, "\(method) \(path)")
    }
    try await check(.GET, "/v2/sync", 404, .notFound)
    try await check(.GET, "/v1/sync", 405, .malformed)
    try await check(.POST, "/v1/sync", type: "text/plain", body: [1], 415, .malformed)
    try await check(.POST, "/v1/sync", type: Self.syncType, body: [1, 2, 3], 400, .malformed)
    var half = try SyncFrame.pack(desk.request().encoded())
    half.removeLast(5)
    try await check(.POST, "/v1/sync", type: Self.syncType, body: half, 400, .malformed)
    // 200 MB of zeros, compressed to a few bytes.
    let bomb = try SyncFrame.pack([UInt8](repeating: 0, count: 200 << 20), dictionary: nil)
    try await check(.POST, "/v1/sync", type: Self.syncType, body: bomb, 413, .tooLarge)
    try await check(
      .POST, "/v1/sync", type: Self.syncType, body: [UInt8](repeating: 1, count: 5 << 20), 413, .tooLarge)
    let zero = String(repeating: "0", count: 64)
    try await check(.GET, "/v1/blobs/xyz", 400, .malformed)
    try await check(.GET, "/v1/blobs/\(zero)", 404, .notFound)
    try await check(.PUT, "/v1/blobs/\(zero)", type: "application/octet-stream", body: [1], 400, .malformed)
    try await check(
      .POST, "/v1/enrol", type: "application/vnd.dossier.enrol",
      body: TestDesk(office: scene.province.office).enrolment(code: "AAAA", office: nil, agencyCode: "").encoded(),
      403, .wrongCode)
    // A device must not act for another one.
    var other = desk.request()
    other.device = DeviceID(high: 1, low: 1)
    try await check(
      .POST, "/v1/sync", type: Self.syncType, body: SyncFrame.pack(other.encoded()), 401, .notEnrolled)
    try await scene.end(line)
  }

  @Test func noNumberEndsTheServer() async throws {
    let scene = try Scene()
    let desk = try scene.province.desk()
    let line = try scene.line(desk)
    let url = scene.server.address
    for moment in [Int64.min, .max] {
      var request = desk.request()
      request.sentAt = Instant(milliseconds: moment)
      let packed = try await line.send(
        .POST, url + "/v1/sync", type: Self.syncType, body: SyncFrame.pack(request.encoded()))
      #expect(packed.status == 400)
      let json = try await line.send(
        .POST, url + "/v1/sync", type: "application/json", body: request.encodedAsJSON())
      #expect(json.status == 400)
    }
    // The lengths of bodies that are announced and never sent are not added up.
    for _ in 0..<3 {
      _ = try? await line.announce(url + "/health", length: Int64.max)
    }
    #expect(try await line.send(.GET, url + "/health").status == 200)
    try await scene.end(line)
  }

  @Test func whoFindsNoRoomIsToldWhenToComeAgain() async throws {
    let scene = try Scene(["--open", "4", "--operations", "127.0.0.1:0"])
    let desk = try scene.province.desk()
    let line = try scene.line(desk)
    let url = scene.server.address
    let bytes: [UInt8] = [1]
    let blob = url + "/v1/blobs/" + Hexadecimal.text(Array(SHA256.hash(data: bytes)))
    func put() async throws -> DeskLine.Answer {
      try await line.send(
        .PUT, blob, type: "application/octet-stream", body: bytes, headers: [("content-range", "bytes 0-0/1")])
    }
    func open() async throws -> Int {
      let text = String(decoding: try await line.send(.GET, scene.server.operations + "/metrics").body, as: UTF8.self)
      let line = text.split(separator: "\n").first { $0.hasPrefix("provincial_open_requests ") }
      return line.flatMap { Int($0.split(separator: " ")[1]) } ?? 0
    }
    let slow = (0..<4).map { _ in Task { try await line.hold(url + "/v1/sync") } }
    while try await open() < 4 {}
    let refused = try await line.send(
      .POST, url + "/v1/sync", type: Self.syncType, body: SyncFrame.pack(desk.request().encoded()))
    #expect(refused.status == 503 && refused.problem?.code == .busy)
    #expect(Int(refused.headers.first(name: "retry-after") ?? "") == refused.problem?.retryAfterSeconds)
    #expect(refused.problem.map { $0.retryAfterSeconds > 0 } == true)
    // Attachments are refused while entries take half of the room.
    slow[0].cancel()
    slow[1].cancel()
    while try await open() > 2 {}
    #expect(try await put().status == 503)
    _ = try await line.sync(desk.request(), url)
    slow[2].cancel()
    while try await open() > 1 {}
    #expect(try await put().status == 200)
    slow[3].cancel()
    for task in slow { _ = await task.result }
    try await scene.end(line)
  }

  @Test func papersTravelInParts() async throws {
    let scene = try Scene()
    let desk = try scene.province.desk()
    let line = try scene.line(desk)
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let url = scene.server.address + "/v1/blobs/" + Hexadecimal.text(Array(SHA256.hash(data: bytes)))
    let key = Data([UInt8](repeating: 4, count: 32)).base64EncodedString()
    for (first, last) in [(0, 65_535), (65_536, 99_999)] {
      let answer = try await line.send(
        .PUT, url, type: "application/octet-stream", body: Array(bytes[first...last]),
        headers: [("content-range", "bytes \(first)-\(last)/100000"), ("dossier-blob-key", key)])
      #expect(answer.status == 200)
      #expect(answer.headers.first(name: "dossier-blob-received") == "\(last + 1)")
      #expect(answer.headers.first(name: "dossier-blob-complete") == (last == 99_999 ? "true" : "false"))
    }
    let rest = try await line.send(.GET, url, headers: [("range", "bytes=70000-")])
    #expect(rest.status == 206)
    #expect(rest.headers.first(name: "content-range") == "bytes 70000-99999/100000")
    #expect(rest.headers.first(name: "dossier-blob-key") == key)
    #expect(rest.body == Array(bytes[70_000...]))
    // Only an entry can erase an attachment.
    let kept = try await line.send(.DELETE, url)
    #expect(kept.status == 409 && kept.problem?.detail == "entry")
    #expect(try await line.send(.GET, url).status == 206)
    try scene.province.administration.revoke(desk.device, of: scene.province.office.id, at: scene.province.now)
    #expect(try await line.send(.GET, url).status == 403)
    try await scene.end(line)
  }

  @Test func anOfficeIsAdoptedWithTheCodesOfItsCommunes() throws {
    let place = try ServerPlace(.sqlite)
    defer { place.remove() }
    func run(_ arguments: String...) throws -> (code: Int32, output: String) {
      try ServerProcess.run(arguments + place.arguments)
    }
    let created = try run(
      "office", "create", "--name", "xã La Lay", "--agency-code", "000.19.45.H50", "--unit-code", "19594", "--clerk",
      "Hồ Thị Lan:administrator")
    #expect(created.code == 0)
    func adopt(_ arguments: String...) throws -> Int32 {
      try ServerProcess.run(
        ["office", "adopt", "--agency-code", "000.20.45.H50", "--name", "x", "--everybody"] + arguments
          + place.arguments
      ).code
    }
    #expect(try adopt() == 64)
    #expect(try adopt("--unit-code", "xã") == 1)
    #expect(try adopt("--unit-code", "19594") == 1)
    #expect(try adopt("--unit-code", "19600", "--unit-code", "19603") == 0)
    let list = try run("office", "unit-code", "--office", "000.19.45.H50")
    #expect(list.output.hasPrefix("19594  Xã La Lay"))
    #expect(try run("office", "unit-code", "--office", "000.19.45.H50", "--add", "19603").code == 1)
    #expect(try run("office", "unit-code", "--office", "000.20.45.H50", "--remove", "19603").code == 0)
    let added = try run("office", "unit-code", "--office", "000.19.45.H50", "--add", "19603", "--json")
    #expect(added.code == 0 && added.output.contains("\"19603\""))
    #expect(try run("office", "unit-code", "--office", "none").code == 3)
  }

  @Test func theCommandsSpeakJSONAndExitWithACode() async throws {
    let place = try ServerPlace(.sqlite)
    defer { place.remove() }
    let office = ["--office", "000.19.45.H50"]
    func run(_ arguments: [String], input: String? = nil) throws -> (code: Int32, output: String) {
      try ServerProcess.run(arguments + place.arguments, input: input)
    }
    let created = try run([
      "office", "create", "--name", "xã La Lay", "--agency-code", "000.19.45.H50", "--unit-code", "19594", "--clerk",
      "Hồ Thị Lan:reception+administrator", "--json",
    ])
    #expect(created.code == 0 && created.output.contains("\"Hồ Thị Lan\""))
    #expect(try run(["office", "list"]).output.contains("entries 3"))
    let again = try run([
      "office", "create", "--name", "x", "--agency-code", "000.19.45.H50", "--unit-code", "1", "--clerk",
      "Hồ Thị Lan:administrator",
    ])
    #expect(again.code == 1)
    #expect(try run(["device", "list", "--office", "none"]).code == 3)
    #expect(try run(["device", "list", "--json"] + office).output.contains("["))
    let clerk = try #require(try run(["clerk", "list"] + office).output.split(separator: " ").first)
    #expect(try run(["clerk", "set-pin", String(clerk.prefix(32))] + office, input: "246813\n").code == 0)
    #expect(try run(["clerk", "set-pin", String(clerk.prefix(32))] + office, input: "1\n").code == 1)
    #expect(try run(["book", "create", "--name", "Sổ", "--json"] + office).output.contains("book"))
    let book = try #require(try run(["book", "list"] + office).output.split(separator: " ").first)
    for (number, code) in [("-1", 64), ("10000000", 64), ("41", 0)] as [(String, Int32)] {
      #expect(try run(["book", "recall", String(book), "--last-number=\(number)"] + office).code == code)
    }
    #expect(try run(["entry", "quarantined", "--json"] + office).code == 0)
    #expect(try run(["entry", "release", "1"] + office).code == 3)
    #expect(try run(["log", "restored"]).code == 0)
    #expect(try run(["log", "open-lanes"] + office).code == 0)
    #expect(try run(["nonsense"]).code == 64)
    #expect(try run(["bundle", "import", "/nowhere", "--out", place.folder + "/answer"]).code == 3)
    let text = place.folder + "/text"
    try Data("no bundle".utf8).write(to: URL(fileURLWithPath: text))
    #expect(try run(["bundle", "import", text, "--out", place.folder + "/answer"]).code == 1)
    #expect(!FileManager.default.fileExists(atPath: place.folder + "/answer"))
    let server = try ServerProcess(place.arguments)
    let token = try run(["portal-token"]).output.split(separator: "\n").joined()
    let simulator = try ServerProcess.run(
      [
        "portal-simulator", "--server", server.address, "--data", place.folder, "--every", "0", "--count", "5",
      ] + office, input: token + "\n")
    #expect(simulator.code == 0 && simulator.output.split(separator: "\n").count == 5)
    // The entries are the office's settings and clerk, the province itself, and five submissions.
    #expect(try run(["office", "list", "--json"]).output.contains("\"entries\" : 8"))
    let refused = try ServerProcess.run(
      [
        "portal-simulator", "--server", server.address, "--data", place.folder, "--every", "0", "--count", "5",
      ] + office, input: "wrong\n")
    #expect(refused.code == 1)
    #expect(server.stop() == 0)
  }
}
