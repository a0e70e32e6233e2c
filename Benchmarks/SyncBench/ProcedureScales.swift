import CataloguesForTests
import Documents
import DossierDomain
import DossierStore
import ExchangeModel
import Foundation
import JournalFormat
import SyncProtocol

/// What a whole catalogue with rules costs: to decide, to load, to send to another desk, and a change of 20 procedures.
struct ProcedureScales {
  private let catalogue: GeneratedCatalogue
  private let folder: String
  private let store: LocalStore
  private static let changed = 20
  private static let clerk = Clerk(id: ClerkID(high: 1, low: 1), name: "Hồ Thị Kăn", roles: [.headOfDesk])
  private static var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

  /// - Parameter folder: where the office is made; it must not be there yet.
  init(count: Int, folder: String) throws {
    catalogue = GeneratedCatalogue(count: count)
    self.folder = folder
    store = try LocalStore(folder: folder, access: .readWrite)
    let office = Office(
      id: OfficeID(high: 9, low: 9), name: "Trung tâm PVHCC xã La Lay", agencyCode: "000.19.45.H50", unitCode: "19594")
    try store.decisions.found(office, clerks: [Self.clerk], isDemo: true, at: Self.now)
  }

  func print() throws {
    let before = try waiting()
    var took = seconds { _ = try? decide(catalogue.versions) }
    Swift.print("| what | |\n|---|---|")
    let count = catalogue.versions.count
    row("procedures, papers", "\(count), \(count * GeneratedCatalogue.papersOfEach)")
    row("decided and recorded, seconds", took)
    let entries = Array(try waiting().dropFirst(before.count))
    guard entries.count == catalogue.versions.count else { return row("not all were recorded", "\(entries.count)") }
    try load(entries)
    row("entries as stored, bytes", "\(entries.reduce(0) { $0 + $1.count })")
    let sent = try Self.frames(of: entries)
    row("frames to another desk, bytes", "\(sent)")
    let tables = ProcedureBook.tables(catalogue.versions, .vi)
    let csv = tables.map(\.csv).joined()
    try Data(csv.utf8).write(to: URL(fileURLWithPath: folder + "/procedures.csv"))
    row("the workbook as CSV, bytes (procedures.csv)", "\(csv.utf8.count)")
    took = seconds { _ = try? decide(catalogue.changed(Self.changed)) }
    let changes = Array(try waiting().dropFirst(before.count + entries.count))
    row("frame of \(changes.count) changed procedures, bytes (to reach: 6,144)", "\(try Self.frames(of: changes))")
    // For the script, which knows what zstd makes of the file.
    try Data("\(sent) \(catalogue.versions.count)\n".utf8).write(to: URL(fileURLWithPath: folder + "/sent"))
  }

  static func write(count: Int, to folder: String) throws {
    let day = CivilDate(year: 2026, month: 7, day: 1)
    let catalogue = GeneratedCatalogue(count: count, validFrom: day.map { .known($0) } ?? .unknown)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for table in ProcedureBook.tables(catalogue.versions, .vi) {
      try Data(table.csv.utf8).write(to: URL(fileURLWithPath: folder + "/" + table.sheet.fileName(.vi)))
    }
  }

  private func decide(_ versions: [ProcedureVersion]) throws {
    try store.decisions.perform(
      versions.map { .setProcedure($0) }, by: Self.clerk.id, at: Self.now, isConfirmed: true)
  }

  /// As a form does that opens first, and as a decision does about one procedure.
  private func load(_ entries: [[UInt8]]) throws {
    let code = catalogue.versions[catalogue.versions.count / 2].code
    let all = try store.office.opening().catalogue
    var found = 0
    row("all versions from the store, seconds (862: 0.3)", seconds { found = all.changes.count })
    row("and ready for a search by words, seconds", seconds { all.makeReady() })
    let one = try store.office.opening().catalogue
    let took = seconds { found += one.version(of: code, on: Self.now.civilDate)?.rules.papers.count ?? 0 }
    row("one version from the store, milliseconds", took * 1000)
    row("all versions from the journal, seconds (862: 0.3)", seconds { found += entries.count { Self.isDecoded($0) } })
    row("checked by the count", "\(found)")
  }

  private static func isDecoded(_ bytes: [UInt8]) -> Bool { (try? EntryFormat.decodeTrusted(bytes)) != nil }

  private func waiting() throws -> [[UInt8]] {
    try store.exchange.outgoing(
      RequestSender(
        office: OfficeID(high: 9, low: 9), device: DeviceID(high: 3, low: 4), program: "0",
        sentAt: Instant(milliseconds: 0)), mostEntries: 1_000_000, mostBytes: 1 << 40
    ).request.entries
  }

  /// The answers in which a province sends them to a desk that knows none of them: with a seal each, in as many answers as
  /// its budget asks for.
  private static func frames(of entries: [[UInt8]]) throws -> Int {
    var (bytes, start) = (0, 0)
    while start < entries.count {
      var (end, size) = (start, 0)
      while end < entries.count, end - start < 2000, end == start || size + entries[end].count <= 3 << 20 {
        size += entries[end].count
        end += 1
      }
      let places = (start..<end).map { place in
        OrderedEntry(
          officeSequence: Int64(place + 1), verdict: .accepted, content: .bytes(entries[place]), seal: seal(place))
      }
      let response = ExchangeResponse(
        serverTime: Instant(milliseconds: 0), logEpoch: [UInt8](repeating: 7, count: 16), base: Int64(start),
        places: places, rolling: .zero, head: Int64(entries.count))
      bytes += try SyncFrame.pack(response.encoded()).count
      start = end
    }
    return bytes
  }

  /// Sixteen bytes that no coder can take away.
  private static func seal(_ place: Int) -> [UInt8] { Array(entryHash(Array("seal \(place)".utf8)).prefix(16)) }

  private func seconds(_ body: () -> Void) -> Double {
    let start = ContinuousClock.now
    body()
    let took = start.duration(to: .now).components
    return Double(took.seconds) + Double(took.attoseconds) / 1e18
  }

  private func row(_ name: String, _ seconds: Double) { row(name, String(format: "%.4f", seconds)) }
  private func row(_ name: String, _ text: String) { Swift.print("| \(name) | \(text) |") }
}
