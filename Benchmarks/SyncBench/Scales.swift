import DossierDomain
import DossierStore
import ExchangeModel
import Foundation
import JournalFormat
import SyncProtocol

/// Weighs what waits in an office.
struct Scales {
  private let entries: [[UInt8]]
  private let request: ExchangeRequest

  init(folder: String) throws {
    let outgoing = try Waiting(folder: folder).outgoing
    entries = outgoing.request.entries
    request = SyncBench.request(entries)
  }

  func print(json: String?) throws {
    guard !entries.isEmpty else { return Swift.print("nothing waits") }
    let message = try request.encoded()
    let plain = try SyncFrame.pack(message, dictionary: nil)
    let frame = try SyncFrame.pack(message)
    let floor = try Floor(entries)
    Swift.print("| what | bytes | an entry |\n|---|---|---|")
    row("entries as stored (\(entries.count))", entries.reduce(0) { $0 + $1.count })
    row("message", message.count)
    row("frame without dictionary", plain.count)
    row("frame with dictionary", frame.count)
    row("floor: random parts that no coder can take away", floor.bytes)
    for part in floor.parts { Swift.print("| – \(part.name) | \(part.bits / 8) | |") }
    guard let json else { return }
    var lines = Data()
    for entry in entries {
      lines += try SyncBench.request([entry]).encodedAsJSON() + [10]
    }
    try lines.write(to: URL(fileURLWithPath: json))
  }

  private func row(_ name: String, _ bytes: Int) {
    Swift.print("| \(name) | \(bytes) | \(String(format: "%.1f", Double(bytes) / Double(entries.count))) |")
  }
}

/// What is random in entries by their making: identifiers, hashes of scans, milliseconds, digits that were drawn.
struct Floor {
  private(set) var parts: [(name: String, bits: Int)] = []
  var bytes: Int { (parts.reduce(0) { $0 + $1.bits } + 7) / 8 }

  init(_ entries: [[UInt8]]) throws {
    let decoded = try entries.map { try EntryFormat.decode($0) }
    // 74 of a UUIDv7's bits are random; its time is near the entry's.
    parts.append(("new dossiers' identifiers", Set(decoded.compactMap(\.dossier)).count * 74))
    parts.append(("groups' identifiers", Set(decoded.compactMap(\.group)).count * 74))
    // Times lie some tens of seconds apart, to the millisecond.
    parts.append(("times", decoded.count * 16))
    var hashes = 0
    var digits = 0.0
    for entry in decoded {
      switch entry.recorded?.action {
      case .digitise: hashes += 256
      case .receive(let reception):
        digits += Self.digits(of: reception.owner) + (reception.applicant.map(Self.digits) ?? 0)
      default: break
      }
    }
    parts.append(("hashes of scans", hashes))
    parts.append(("identity numbers, births, telephones", Int(digits)))
  }

  /// Six digits, a day of 56 years, eight digits.
  private static func digits(of person: Person) -> Double { log2(1e6) + log2(56 * 336) + log2(1e8) }
}
