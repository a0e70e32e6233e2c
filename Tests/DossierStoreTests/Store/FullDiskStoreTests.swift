import DossierDomain
import ExchangeModel
import Foundation
import Glibc
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

/// The disk becomes full during every kind of write: the program reports it, nothing is stored half, and the same act
/// succeeds once there is room.
@Suite("Every write on a full disk", .serialized) struct FullDiskStoreTests {
  @Test(.enabled(if: getuid() == 0, "needs a file system of its own"))
  func eachWriteSaysThatTheDiskIsFullAndIsDoneOnceThereIsRoom() throws {
    let disk = try SmallDisk(megabytes: 12)
    defer { disk.remove() }
    let office = try DiskOffice(folder: disk.path + "/data")
    let store = office.store
    let row = try office.receive("Hồ Văn Nam")
    // The file is short, so that the write fails for lack of room for its sealed copy.
    let scan = disk.outside + "/scan.pdf"
    try Data((0..<500_000).map { UInt8(truncatingIfNeeded: $0) }).write(to: URL(fileURLWithPath: scan))
    let page = try office.pageOfAnotherDesk()
    let large = Draft(form: "receive", content: [UInt8](repeating: 7, count: 20_000))
    let writes: [(name: String, act: () throws -> Void)] = [
      ("reception", { try office.receive("Lê Thị Mơ") }),
      ("decision", { try office.perform([.note("x")], on: row.id) }),
      ("draft", { try store.drafts.keep([large], of: office.clerk.id, at: OfficeFixture.morning) }),
      ("import", { try office.importRows(500) }),
      (
        "scan",
        {
          let outcome = try store.scans.attach(file: scan, as: 1, of: row.id, by: office.clerk.id, at: DiskOffice.now)
          guard case .done = outcome else { throw DiskOffice.NotDone() }
        }
      ),
      ("page of the exchange", { _ = try store.exchange.apply(page) }),
      ("undo", { _ = try store.decisions.undoLast(by: office.clerk.id, at: DiskOffice.now) }),
      (
        "PIN",
        { _ = try store.signIn.setPIN(of: office.clerk.id, secret: "246813", replacing: nil, at: DiskOffice.now) }
      ),
    ]
    for write in writes {
      try disk.fill()
      let before = try store.office.entryCount()
      // A small write may still fit into pages that the log has already; the next one does not.
      var failure: (any Error)?
      for _ in 0..<200 {
        do { try write.act() } catch {
          failure = error
          break
        }
      }
      #expect(failure.map(Self.isFullDisk) == true, "\(write.name): \(String(describing: failure))")
      #expect(office.names.allSatisfy { !$0.hasPrefix(".partial") }, "\(write.name)")
      try disk.free()
      #expect(try store.office.entryCount() >= before)
      #expect(try store.upkeep.verify().faults.isEmpty, "\(write.name)")
      #expect(throws: Never.self, "\(write.name)") { try write.act() }
      #expect(try store.upkeep.verify().faults.isEmpty, "\(write.name)")
    }
  }

  @Test(.enabled(if: getuid() == 0, "needs a file system of its own"))
  func aReadOnlyDiskIsSaidToBeOne() throws {
    let disk = try SmallDisk(megabytes: 12)
    defer { disk.remove() }
    do {
      let office = try DiskOffice(folder: disk.path + "/data")
      try office.receive("Hồ Văn Nam")
    }
    try disk.makeReadOnly()
    #expect(throws: StoreError.readOnlyDisk) { try LocalStore(folder: disk.path + "/data", access: .readWrite) }
    #expect(throws: StoreError.readOnlyDisk) { try LocalStore(folder: disk.path + "/other", access: .readWrite) }
  }

  private static func isFullDisk(_ error: any Error) -> Bool {
    switch error {
    case let error as StoreError: error == .diskFull
    case let error as AttachmentError: error == .diskFull
    default: false
    }
  }
}

/// A file system of a few megabytes.
struct SmallDisk {
  let path = NSTemporaryDirectory() + "disk-\(UUID().uuidString)"
  var outside: String { path + "-outside" }

  init(megabytes: Int) throws {
    for folder in [path, outside] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    try #require(mount("none", path, "tmpfs", 0, "size=\(megabytes)m") == 0)
  }

  /// Fills the disk down to the last page.
  func fill() throws {
    let file = try RawFile.open(path + "/ballast", O_WRONLY | O_CREAT)
    defer { file.close() }
    for size in [1 << 20, 1 << 16, 1 << 12] {
      while (try? file.write([UInt8](repeating: 1, count: size))) != nil {}
    }
  }

  func free() throws { try FileManager.default.removeItem(atPath: path + "/ballast") }

  func makeReadOnly() throws {
    try #require(mount("none", path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) == 0)
  }

  func remove() {
    umount2(path, Int32(MNT_DETACH))
    for folder in [path, outside] { try? FileManager.default.removeItem(atPath: folder) }
  }
}

/// An office on that disk.
struct DiskOffice {
  struct NotDone: Error {}

  static let now = OfficeFixture.morning
  let folder: String
  let store: LocalStore
  let clerk = Clerk(id: ClerkID(high: 1, low: 1), name: "Hồ Thị Kăn", roles: [.headOfDesk, .reception])
  let office = Office(
    id: OfficeID(high: 9, low: 9), name: "xã La Lay", agencyCode: "000.19.45.H50", unitCode: "19594")

  init(folder: String) throws {
    self.folder = folder
    store = try LocalStore(folder: folder, access: .readWrite)
    try store.decisions.found(office, clerks: [clerk], isDemo: true, at: Self.now)
  }

  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder + "/attachments")) ?? [] }

  @discardableResult
  func receive(_ owner: String) throws -> QueueRow {
    let form = ReceptionForm(
      procedureCode: OfficeFixture.certifiedCopy, owner: Person(name: owner),
      components: [Component(number: 1, name: "Bản chính")], days: 5)
    return try perform([.receive(form)], on: .version7(at: Self.now, random: store.random()))
  }

  @discardableResult
  func perform(_ commands: [DossierCommand], on id: DossierID) throws -> QueueRow {
    let outcome = try store.decisions.perform([Act(dossier: id, commands: commands)], by: clerk.id, at: Self.now).first
    guard case .done(let row, _) = outcome else { throw NotDone() }
    return row
  }

  /// Imports rows that were never imported before.
  func importRows(_ count: Int) throws {
    let stamp = store.random().0
    let rows = (0..<count).map { index in
      ImportedDossier(
        code: DossierCode("A-\(stamp)-\(index)", origin: .imported),
        procedure: ProcedureReference(code: "1.004873", name: "Cấp Giấy xác nhận tình trạng hôn nhân"),
        owner: Person(name: "Hồ Thị \(index)"), status: .handedBack, receivedAt: Self.now, dueAt: Self.now,
        resolvedAt: Self.now, handedBackAt: Self.now, office: office.id)
    }
    _ = try store.decisions.importRegister(rows.map { RowToImport($0) }, by: clerk.id, at: Self.now)
  }

  /// A page from the province with the entries of another desk's day.
  func pageOfAnotherDesk() throws -> OrderedPage {
    let other = try OfficeFixture()
    for number in 0..<40 { try other.receive("Hồ Văn \(number)") }
    let entries = try other.store.exchange.outgoing(mostEntries: 1000, mostBytes: 1 << 22, today: Self.now.civilDate)
      .request.entries
    var rolling = RollingHash.zero
    var places: [OrderedEntry] = []
    for (index, bytes) in entries.enumerated() {
      rolling = rolling.adding(entryHash: entryHash(bytes), verdict: .accepted)
      places.append(OrderedEntry(officeSequence: Int64(index + 1), verdict: .accepted, content: .bytes(bytes)))
    }
    return OrderedPage(
      logEpoch: [1], base: 0, places: places, rolling: rolling, head: Int64(places.count), acknowledged: [],
      lanes: [])
  }
}
