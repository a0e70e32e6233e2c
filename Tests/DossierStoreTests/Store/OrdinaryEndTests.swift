import DossierDomain
import Foundation
import Glibc
import OfficeWork
import Testing

@testable import DossierStore

/// How the program ended, and when the last number has to be asked for before a code is issued from older data.
@Suite struct OrdinaryEndTests {
  private let fixture: OfficeFixture
  private let data: DataOnDisk

  init() throws {
    fixture = try OfficeFixture()
    fixture.store.close()
    data = DataOnDisk(folder: fixture.folder)
  }

  private func open() throws -> LocalStore {
    let store = try LocalStore(folder: fixture.folder, access: .readWrite)
    _ = try store.begin(at: OfficeFixture.morning)
    return store
  }

  private func receive(_ store: LocalStore) throws -> ActOutcome {
    let act = Act(dossier: fixture.newID(), commands: [.receive(fixture.form(days: 5))])
    return try #require(try store.decisions.perform([act], by: fixture.reception.id, at: OfficeFixture.morning).first)
  }

  private func number(_ outcome: ActOutcome) -> Substring? {
    if case .done(let row, _) = outcome { row.code.text.suffix(4) } else { nil }
  }

  @Test func leavingBringsTheLogIntoTheFile() throws {
    let store = try open()
    #expect(try number(receive(store)) == "0001")
    #expect(store.upkeep.walBytes > 0)
    store.close()
    #expect(store.upkeep.walBytes == 0)
    // The database file alone contains the code, because a technician may copy only this file.
    let other = fixture.folder + "-alone"
    defer { try? FileManager.default.removeItem(atPath: other) }
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: fixture.path, toPath: other + "/" + LocalStore.fileName)
    #expect(
      try LocalStore(folder: other, access: .readOnly).queue.findByCode("0001", viewer: fixture.headViewer).count == 1)
  }

  @Test func afterAnOrdinaryEndNothingIsAsked() throws {
    for expected in ["0001", "0002"] {
      let store = try open()
      #expect(try number(receive(store)) == expected[...])
      store.close()
    }
  }

  @Test func anImageOfARunningDayAsksForTheLastNumberOnPaperOnce() throws {
    var store = try open()
    #expect(try number(receive(store)) == "0001")
    let image = try data.image()
    for expected in ["0002", "0003"] { #expect(try number(receive(store)) == expected[...]) }
    store.close()
    try data.putBack(image)
    store = try open()
    guard case .denied(_, .lastNumberUnknown(recorded: 1)) = try receive(store) else {
      Issue.record("a code was issued")
      return
    }
    try store.decisions.enterLastPrinted(3, on: OfficeFixture.morning.civilDate)
    #expect(try number(receive(store)) == "0004")
    #expect(try number(receive(store)) == "0005")
    store.close()
    store = try open()
    #expect(try number(receive(store)) == "0006")
  }

  /// A command that runs in between ends properly, which does not settle the earlier interruption.
  @Test func acommandInBetweenDoesNotHideTheCut() throws {
    var store = try open()
    #expect(try number(receive(store)) == "0001")
    let image = try data.image()
    store.close()
    try data.putBack(image)
    store = try LocalStore(folder: fixture.folder, access: .readWrite)
    try store.decisions.perform(
      .confirmClock(OfficeFixture.morning.civilDate), by: fixture.head.id, at: OfficeFixture.morning)
    store.close()
    store = try open()
    #expect(try number(receive(store)) == nil)
  }
}

/// The bytes of a database and its log, put back into the same files, as when an image of the disk is restored.
struct DataOnDisk {
  var folder: String
  private var names: [String] { ["", "-wal"].map { folder + "/" + LocalStore.fileName + $0 } }

  func image() throws -> [Data] {
    try names.map {
      FileManager.default.fileExists(atPath: $0) ? try Data(contentsOf: URL(fileURLWithPath: $0)) : Data()
    }
  }

  /// Call it while the program is closed.
  func putBack(_ image: [Data]) throws {
    unlink(folder + "/" + LocalStore.fileName + "-shm")
    for (name, content) in zip(names, image) {
      let file = Glibc.open(name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      try FileHandle(fileDescriptor: file, closeOnDealloc: true).write(contentsOf: content)
    }
  }
}
