import DossierDomain
import Foundation
import JournalFormat
import NIOHTTP1
import SyncProtocol
import Testing

@testable import ProvincialServer

/// The real program's memory, as the system reports it, stays limited whatever is sent.
@Suite(.serialized) struct MemoryTests {
  private static let frame = "application/vnd.dossier.sync"
  private static let json = "application/json"
  private static let largest = 8 << 20

  private struct Body: Sendable {
    var name: String
    var type: String
    var bytes: [UInt8]
    var expected: Int
  }

  private static func field(_ number: UInt64, _ content: [UInt8]) -> [UInt8] {
    func varint(_ value: UInt64) -> [UInt8] {
      var (rest, bytes) = (value, [UInt8]())
      while rest >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      return bytes + [UInt8(rest)]
    }
    return varint(number << 3 | 2) + varint(UInt64(content.count)) + content
  }

  private static func repeated(_ bytes: [UInt8], upTo count: Int) -> [UInt8] {
    var all = bytes
    while all.count < count { all += all }
    return Array(all.prefix(count / bytes.count * bytes.count))
  }

  private static func packed(_ bytes: [UInt8]) throws -> [UInt8] { try SyncFrame.pack(bytes, dictionary: nil) }

  /// The largest bodies that are accepted, with content that no honest program writes.
  private static func hostile() throws -> [Body] {
    let room = largest - 64
    let runs = field(10, repeated([3 << 3 | 2, 0], upTo: room))
    let numbers = field(10, field(10, [UInt8](repeating: 0, count: room - 16)))
    let unknown = repeated([0xA0, 0x06, 0x01], upTo: room)
    let text =
      "{\"entries\":{\"runs\":[" + String(decoding: repeated(Array("{},".utf8), upTo: room), as: UTF8.self) + "{}]}}"
    let word = "{\"program\":\"" + String(repeating: "x", count: room) + "\"}"
    return [
      Body(name: "empty runs", type: frame, bytes: try packed(runs), expected: 413),
      Body(name: "packed numbers", type: frame, bytes: try packed(numbers), expected: 413),
      Body(name: "unknown fields", type: frame, bytes: try packed(unknown), expected: 400),
      Body(
        name: "one long word", type: frame, bytes: try packed(field(4, [UInt8](repeating: 120, count: room))),
        expected: 400),
      Body(name: "empty runs as JSON", type: json, bytes: Array(text.utf8), expected: 413),
      Body(name: "one long word as JSON", type: json, bytes: Array(word.utf8), expected: 400),
    ]
  }

  /// The greatest number of the longest entries that is accepted at once.
  private static func honest(_ desk: inout TestDesk) throws -> [Body] {
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    for number in 1..<SyncLimits.standard.entries {
      try desk.write(
        .dossier(.note(String(repeating: "n\(number) ", count: 100))), dossier: TestDesk.dossier(UInt64(number)))
    }
    let request = desk.request()
    return [
      Body(name: "5,000 entries", type: frame, bytes: try packed(request.encoded()), expected: 200),
      Body(name: "5,000 entries as JSON", type: json, bytes: try request.encodedAsJSON(), expected: 200),
    ]
  }

  private func send(_ body: Body, _ line: DeskLine, _ url: String) async throws {
    let answer = try await line.send(.POST, url + "/v1/sync", type: body.type, body: body.bytes)
    #expect(answer.status == body.expected, "\(body.name)")
  }

  /// Each body is sent to a server of its own.
  @Test(arguments: 0..<8) func anyBodyStaysBelow150Megabytes(_ number: Int) async throws {
    let scene = try ServedProvince()
    var desk = try scene.province.desk()
    let line = try scene.line(desk)
    let hostile = try Self.hostile()
    let body = try hostile.indices.contains(number) ? hostile[number] : Self.honest(&desk)[number - hostile.count]
    try await send(body, line, scene.server.address)
    let peak = scene.server.peakMemory
    #expect(peak < 150 << 10, "\(body.name)")
    if ProcessInfo.processInfo.environment["SHOW_FIGURES"] != nil {
      print("\(body.name): \(body.bytes.count) bytes, \(peak >> 10) MB")
    }
    try await scene.end(line)
  }

  @Test func eightAtOnceStayBelow400Megabytes() async throws {
    let scene = try ServedProvince()
    let url = scene.server.address
    var machines: [(TestDesk, DeskLine)] = []
    for _ in 0..<8 {
      let desk = try scene.province.desk()
      machines.append((desk, try scene.line(desk)))
    }
    var figures: [String] = []
    // The long word in a frame is left out: it takes less memory than as JSON, and a debug build needs seconds to read
    // it.
    for body in try Self.hostile() where body.name != "one long word" {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (_, line) in machines { group.addTask { try await send(body, line, url) } }
        try await group.waitForAll()
      }
      figures.append("8 × \(body.name): \(scene.server.peakMemory >> 10) MB")
    }
    var author = try scene.province.desk()
    let brought = try Self.honest(&author)[0]
    let line = try scene.line(author)
    try await send(brought, line, url)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (desk, line) in machines { group.addTask { _ = try await line.sync(desk.request(), url) } }
      try await group.waitForAll()
    }
    figures.append("8 answers with 5,000 entries: \(scene.server.peakMemory >> 10) MB")
    #expect(scene.server.peakMemory < 400 << 10, "\(figures)")
    if ProcessInfo.processInfo.environment["SHOW_FIGURES"] != nil { print(figures.joined(separator: "\n")) }
    for (_, line) in machines { try await line.close() }
    try await scene.end(line)
  }
}
