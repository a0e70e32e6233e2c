import DossierDomain
import Foundation
import OfficeWork
import Testing

@testable import DossierStore

@Suite struct CopyRecognitionTests {
  @Test func aDatabaseThatStaysWhereItIsGoesOn() throws {
    let office = try OfficeFixture()
    #expect(try !office.store.recogniseCopy(at: OfficeFixture.morning))
    let code = try office.receive().code
    #expect(try !office.store.recogniseCopy(at: OfficeFixture.morning))
    #expect(try office.receive().code.text > code.text)
  }

  @Test func aCopiedFileBeginsANewLifeWithProvisionalCodes() throws {
    let office = try OfficeFixture()
    _ = try office.store.recogniseCopy(at: OfficeFixture.morning)
    try office.receive()
    let folder = office.folder + "-copy"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(atPath: office.folder, toPath: folder)
    let copy = try LocalStore(folder: folder, access: .readWrite)
    #expect(try copy.recogniseCopy(at: OfficeFixture.morning))
    #expect(try !copy.recogniseCopy(at: OfficeFixture.morning))
    let act = Act(dossier: office.newID(), commands: [.receive(office.form(days: 5))])
    guard
      case .done(let row, _)? = try copy.decisions.perform([act], by: office.reception.id, at: OfficeFixture.morning)
        .first
    else {
      Issue.record("not received")
      return
    }
    #expect(row.code.origin == .provisional)
    #expect(try copy.upkeep.verify().faults.isEmpty)
  }
}
