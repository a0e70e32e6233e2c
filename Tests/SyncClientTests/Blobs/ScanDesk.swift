import DossierDomain
import DossierStore
import ExchangeModel
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
    let request = try store.exchange.outgoing(Self.sender, mostEntries: 1000, mostBytes: 1 << 22).request
    var rolling = RollingHash.zero
    var places: [OrderedEntry] = []
    for (index, bytes) in request.entries.enumerated() {
      rolling = rolling.adding(entryHash: entryHash(bytes), verdict: .accepted)
      places.append(OrderedEntry(officeSequence: Int64(index + 1), verdict: .accepted, content: .bytes(bytes)))
    }
    let response = ExchangeResponse(
      serverTime: Self.now, logEpoch: [1], base: 0, places: places, rolling: rolling, head: Int64(places.count))
    return OrderedPage(response, to: request)
  }

  private static let sender = RequestSender(
    office: OfficeID(high: 1, low: 1), device: DeviceID(high: 1, low: 1), program: "test", sentAt: now)

  /// As if the province had everything that was written here.
  func acknowledge() throws {
    let request = try store.exchange.outgoing(Self.sender, mostEntries: 1, mostBytes: 1).request
    let position = request.position
    let response = ExchangeResponse(
      serverTime: Self.now, logEpoch: position.logEpoch, base: position.sequence, places: [],
      rolling: position.rolling, head: position.sequence, acknowledged: request.epochs)
    _ = try store.exchange.apply(OrderedPage(response, to: request))
  }
}
