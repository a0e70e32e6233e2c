import DossierDomain
import DossierStore
import ExchangeModel
import Foundation
import JournalFormat
import SyncProtocol

/// Makes the dictionary that both ends know, and says what a day's entries weigh.
///
/// `SyncBench dictionary SIZE FOLDER…` writes Swift to standard output; `SyncBench weigh FOLDER [JSON-FILE]` prints what
/// waits in that office: bytes as stored, as a message, as a frame, and what no coder can take away. JSON-FILE gets one
/// request a change, a line each, for comparing. `SyncBench procedures COUNT FOLDER` makes an office in that folder that has
/// decided so many procedures with rules, and says what they cost; `SyncBench book COUNT FOLDER` writes the same procedures as
/// a folder of CSV files.
@main
struct SyncBench {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "dictionary":
      guard let size = arguments.dropFirst().first.flatMap({ Int($0) }), arguments.count > 2 else { break }
      return try dictionary(size: size, folders: Array(arguments.dropFirst(2)))
    case "weigh":
      guard let folder = arguments.dropFirst().first else { break }
      return try Scales(folder: folder).print(json: arguments.count > 2 ? arguments[2] : nil)
    case "procedures":
      guard arguments.count == 3, let count = Int(arguments[1]), count > 0 else { break }
      return try ProcedureScales(count: count, folder: arguments[2]).print()
    case "book":
      guard arguments.count == 3, let count = Int(arguments[1]), count > 0 else { break }
      return try ProcedureScales.write(count: count, to: arguments[2])
    default: break
    }
    print(
      """
      usage: SyncBench dictionary SIZE FOLDER… | SyncBench weigh FOLDER [JSON-FILE] | SyncBench procedures COUNT FOLDER \
      | SyncBench book COUNT FOLDER
      """)
  }

  /// From requests and answers of many sizes, as they will be sent.
  private static func dictionary(size: Int, folders: [String]) throws {
    var samples: [[UInt8]] = []
    for folder in folders {
      let entries = try Waiting(folder: folder).outgoing.request.entries
      var start = 0
      var length = 4
      while start < entries.count {
        let end = min(start + length, entries.count)
        samples.append(try request(Array(entries[start..<end])).encoded())
        start = end
        length = length >= 64 ? 4 : length * 2
      }
    }
    guard let dictionary = FrameDictionary.train(on: samples, size: size) else {
      return FileHandle.standardError.write(Data("Too little to learn from.\n".utf8))
    }
    let text = Data(dictionary.bytes).base64EncodedString()
    let lines = stride(from: 0, to: text.count, by: 110).map { String(text.dropFirst($0).prefix(110)) }
    print("/// Made by `make dictionary`; base64.\nlet standardDictionaryText = \"\"\"")
    for line in lines { print("  " + line) }
    print("  \"\"\"")
  }

  static func request(_ entries: [[UInt8]]) -> ExchangeRequest {
    ExchangeRequest(
      office: OfficeID(high: 1, low: 2), device: DeviceID(high: 3, low: 4), program: "0",
      sentAt: Instant(milliseconds: 0), position: .beginning, epochs: [], entries: entries)
  }
}

/// What an office has not sent yet.
struct Waiting {
  let outgoing: Outgoing

  init(folder: String) throws {
    let store = try LocalStore(folder: folder, access: .readOnly)
    outgoing = try store.exchange.outgoing(
      RequestSender(
        office: OfficeID(high: 1, low: 2), device: DeviceID(high: 3, low: 4), program: "0",
        sentAt: Instant(milliseconds: 0)), mostEntries: 1_000_000, mostBytes: 1 << 40)
  }
}
