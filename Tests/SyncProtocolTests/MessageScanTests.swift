import DossierDomain
import ExchangeModel
import Foundation
import JournalFormat
import SwiftProtobuf
import Testing

@testable import SyncProtocol

/// Elements are counted before anything is built from them.
@Suite struct MessageScanTests {
  private static let limits = SyncLimits.standard

  private func refused(_ bytes: [UInt8], _ shape: MessageShape) -> Int? {
    do throws(SyncProtocolError) {
      try MessageScan.check(bytes, shape)
      return nil
    } catch {
      if case .tooMany(let count) = error { return count }
      return nil
    }
  }

  /// A field that contains bytes.
  private func field(_ number: UInt64, _ content: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(varint: number << 3 | 2)
    bytes.append(varint: UInt64(content.count))
    return bytes + content
  }

  /// A field with the number 0.
  private func number(_ number: UInt64) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(varint: number << 3)
    return bytes + [0]
  }

  private func repeated(_ bytes: [UInt8], _ count: Int) -> [UInt8] {
    // Doubles the bytes, because appending millions of small arrays takes long.
    var all = bytes
    while all.count < bytes.count * count { all += all }
    return Array(all.prefix(bytes.count * count))
  }

  @Test func anHonestMessageHasAsManyElementsAsWereWritten() throws {
    let entries = EntryBatchTests.day(seed: 3, dossiers: 20)
    let batch = EntryBatchEncoder.encode(entries)
    let message = Dossier_Sync_SyncRequest.with {
      $0.entries = batch
      $0.blobs = [.with { $0.size = 1 }, .init()]
      $0.histories = [Data(), Data([1])]
    }
    let columns = 7 * entries.count + batch.revision.count
    let shared =
      batch.epochs.count + batch.clerks.count + batch.runs.count + batch.dossierTimes.count + batch.groupTimes.count
    #expect(try MessageScan.check(message.serializedBytes(), .request(Self.limits)) == columns + shared + 1 + 2 + 2)
  }

  @Test func eightMegabytesOfEmptyRunsEndAtTheFirstThatIsTooMany() throws {
    let bytes = field(10, repeated([3 << 3 | 2, 0], 4 << 20))
    #expect(refused(bytes, .request(Self.limits)) == Self.limits.entries + 1)
    // About 835 bytes after compression.
    #expect(try SyncFrame.pack(bytes, dictionary: nil).count < 2000)
    #expect(throws: SyncProtocolError.tooMany(Self.limits.entries + 1)) { try ExchangeRequest(decoding: bytes) }
    #expect(throws: SyncProtocolError.tooMany(Self.limits.entries + 1)) {
      try ExchangeResponse(decoding: field(5, repeated([3 << 3 | 2, 0], 4 << 20)))
    }
  }

  /// Reads sync.proto itself, so that a new field without a limit is found.
  @Test(arguments: ["SyncRequest", "SyncResponse"]) func everyFieldThatRepeatsHasALimit(_ root: String) throws {
    let file = try ProtoText()
    let shape: MessageShape = root == "SyncRequest" ? .request(Self.limits) : .response(Self.limits)
    // The first count exceeds the limit of most fields, the second one the limit of every field. It is tried only if
    // the first is accepted, because scanning half a million elements takes long.
    func isRefused(_ bytes: (Int) -> [UInt8]) -> Bool {
      [20_001, (1 << 19) + 1].contains { refused(bytes($0), shape) != nil }
    }
    var checked = 0
    func check(_ message: String, _ wrap: ([UInt8]) -> [UInt8]) {
      for known in file.messages[message] ?? [] {
        let isMessage = file.messages[known.type] != nil
        let isText = ["bytes", "string"].contains(known.type)
        #expect(known.number < 64, "the scan keeps six bits of a field's number")
        if known.isRepeated || isMessage { checked += 1 }
        // An empty field contains no numbers.
        if isMessage || known.isRepeated && isText {
          #expect(isRefused { wrap(repeated(field(known.number, []), $0)) }, "\(message).\(known.number)")
        }
        if known.isRepeated, !isMessage, !isText {
          #expect(isRefused { wrap(field(known.number, [UInt8](repeating: 0, count: $0))) })
          #expect(isRefused { wrap(repeated(number(known.number), $0)) })
        }
        if isMessage { check(known.type) { wrap(field(known.number, $0)) } }
      }
    }
    check(root) { $0 }
    #expect(checked > 20)
  }

  @Test func whatIsSaidInPiecesIsCountedTogether() {
    // Two batches in one request are merged by the decoder, as a thousand would be.
    let half = field(10, field(15, [UInt8](repeating: 1, count: 3000)))
    #expect(refused(half, .request(Self.limits)) == nil)
    #expect(refused(half + half, .request(Self.limits)) != nil)
  }

  @Test func whatIsNoMessageIsRefused() {
    for bytes: [UInt8] in [[0], [0x0B], [0x0A], [0x0A, 5, 1], [0x08], [0x09, 1], [0xFF]] {
      #expect(throws: SyncProtocolError.self) { try MessageScan.check(bytes, .plain) }
    }
  }

  @Test func valuesOfJSONAreCountedToo() throws {
    let limits = Self.limits
    #expect(try JSONScan.check(Array(#"{"a":"x,[,{\"","b":[1,2,{}]}"#.utf8), most: 100) == 7)
    let empty = "[" + String(repeating: "{},", count: 2 << 20) + "{}]"
    let text = Array(#"{"entries":{"runs":\#(empty)}}"#.utf8)
    #expect(throws: SyncProtocolError.tooMany(MessageShape.request(limits).mostInJSON + 1)) {
      try ExchangeRequest(json: text)
    }
    #expect(throws: SyncProtocolError.malformed("nesting")) {
      try JSONScan.check(Array(String(repeating: "[", count: 50).utf8), most: 100)
    }
  }
}

/// The messages and fields of sync.proto.
private struct ProtoText {
  struct Field {
    var isRepeated: Bool
    var type: String
    var number: UInt64
  }

  private(set) var messages: [String: [Field]] = [:]

  init(_ here: String = #filePath) throws {
    let root = URL(fileURLWithPath: here).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appendingPathComponent("Sources/SyncProtocol/Proto/sync.proto")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let text = lines.map { $0.split(separator: "/", omittingEmptySubsequences: false).first ?? "" }.joined(
      separator: " ")
    for piece in text.components(separatedBy: "message ").dropFirst() {
      guard let name = piece.split(separator: " ").first, let body = piece.split(separator: "{").dropFirst().first,
        let fields = body.split(separator: "}").first
      else { continue }
      messages[String(name)] = fields.split(separator: ";").compactMap { line in
        let words = line.split { " =".contains($0) }
        guard let number = words.last.flatMap({ UInt64($0) }), words.count >= 3 else { return nil }
        return Field(isRepeated: words[0] == "repeated", type: String(words[words.count - 3]), number: number)
      }
    }
  }
}
