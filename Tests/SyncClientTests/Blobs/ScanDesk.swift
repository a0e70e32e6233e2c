import DossierDomain
import DossierStore
import Foundation
import JournalFormat
import OfficeWork

/// A desk with one dossier and its scans, in a folder that goes with it.
final class ScanDesk {
  let folder = NSTemporaryDirectory() + "scans-\(UUID().uuidString)"
  let store: LocalStore
  let clerk = Clerk(id: ClerkID(high: 1, low: 1), name: "Hồ Thị Kăn", roles: [.headOfDesk, .reception])
  let dossier = DossierID(high: 7, low: 7)

  static let now = Instant(milliseconds: 1_795_482_000_000)

  init() throws {
    store = try LocalStore(folder: folder, access: .readWrite)
    let office = Office(
      id: OfficeID(high: 9, low: 9), name: "xã La Lay", agencyCode: "000.19.45.H50", unitCode: "19594")
    try store.decisions.found(office, clerks: [clerk], isDemo: true, at: Self.now)
    let form = ReceptionForm(
      procedureCode: "2.000815", owner: Person(name: "Hồ Văn Nam"),
      components: (1...9).map { Component(number: $0, name: "Giấy \($0)") }, days: 5)
    _ = try store.decisions.perform([Act(dossier: dossier, commands: [.receive(form)])], by: clerk.id, at: Self.now)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  static func content(_ number: Int, size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: $0 &* (number + 3) &+ $0 >> 9) }
  }

  /// Digitises a paper with made up bytes.
  func scan(_ number: Int, size: Int) throws -> BlobHash {
    let path = folder + "/scan"
    try Data(Self.content(number, size: size)).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try store.scans.attach(file: path, as: number, of: dossier, by: clerk.id, at: Self.now)
    let card = try store.queue.card(dossier, viewer: Viewer(clerk))
    guard let name = card?.dossier.components.first(where: { $0.number == number })?.blobHash, let hash = BlobHash(name)
    else { throw AttachmentError.unknown }
    return hash
  }

  func note() throws {
    _ = try store.decisions.perform([Act(dossier: dossier, commands: [.note("x")])], by: clerk.id, at: Self.now)
  }

  /// What this desk wrote, as the province orders it.
  func page() throws -> OrderedPage {
    let entries = try store.exchange.outgoing(mostEntries: 1000, mostBytes: 1 << 22, today: Self.now.civilDate).entries
    var rolling = RollingHash.zero
    var places: [OrderedEntry] = []
    for (index, bytes) in entries.enumerated() {
      rolling = rolling.adding(entryHash: entryHash(bytes), verdict: .accepted)
      places.append(OrderedEntry(officeSequence: Int64(index + 1), verdict: .accepted, content: .bytes(bytes)))
    }
    return OrderedPage(
      logEpoch: [1], base: 0, places: places, rolling: rolling, head: Int64(places.count), acknowledged: [], lanes: [],
      lanesReturnedInRequest: [])
  }

  /// As if the province had everything that was written here.
  func acknowledge() throws {
    let outgoing = try store.exchange.outgoing(mostEntries: 1, mostBytes: 1, today: Self.now.civilDate)
    let position = outgoing.position
    _ = try store.exchange.apply(
      OrderedPage(
        logEpoch: position.logEpoch, base: position.sequence, places: [], rolling: position.rolling,
        head: position.sequence, acknowledged: outgoing.epochs.map { ($0.epoch, $0.lastSequence, $0.lastHash) },
        lanes: [], lanesReturnedInRequest: []))
  }
}
