import DossierDomain
import Foundation
import Glibc
import OfficeWork
import Testing

@testable import DossierStore

/// The files of the open data are removed: no code may be given out for entries that are lost with them.
@Suite struct OpenFilesTests {
  @Test func aRemovedLogRefusesCodesAndLeavingSavesWhatWasRecorded() throws {
    let fixture = try OfficeFixture()
    let before = try fixture.receive()
    unlink(fixture.path + "-wal")
    unlink(fixture.path + "-shm")
    #expect(throws: StoreError.dataGone) { try fixture.receive() }
    #expect(throws: StoreError.dataGone) { try fixture.receive() }
    fixture.store.close()
    let again = try LocalStore(folder: fixture.folder, access: .readWrite)
    #expect(try again.queue.findByCode(before.code.text, viewer: fixture.headViewer).map(\.id) == [before.id])
    #expect(try again.upkeep.verify().faults.isEmpty)
    let act = Act(dossier: fixture.newID(), commands: [.receive(fixture.form(days: 5))])
    guard
      case .done(let row, _)? = try again.decisions.perform([act], by: fixture.reception.id, at: OfficeFixture.morning)
        .first
    else {
      Issue.record("not received")
      return
    }
    #expect(row.code.text.hasSuffix("0002"))
  }

  @Test(arguments: [true, false]) func aReplacedOrRemovedDatabaseRefusesCodes(isReplaced: Bool) throws {
    let fixture = try OfficeFixture()
    try fixture.receive()
    let other = fixture.folder + "/other"
    try FileManager.default.copyItem(atPath: fixture.path, toPath: other)
    if isReplaced { #expect(rename(other, fixture.path) == 0) } else { unlink(fixture.path) }
    #expect(throws: StoreError.dataGone) { try fixture.receive() }
    // The new file belongs to somebody else and stays unchanged.
    let content = FileManager.default.contents(atPath: fixture.path)
    fixture.store.close()
    #expect(FileManager.default.contents(atPath: fixture.path) == content)
  }
}
