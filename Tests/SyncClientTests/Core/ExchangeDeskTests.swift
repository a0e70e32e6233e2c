import DossierDomain
import DossierStore
import ExchangeModel
import Foundation
import JournalFormat
import OfficeWork
import SyncProtocol
import Testing

@testable import ProvincialServer
@testable import SyncClient

@Suite("The desk's words", .serialized)
struct ExchangeDeskTests {
  @Test func anEnrolmentThatCannotBeReadIsSaidToBeDamaged() async throws {
    let (province, folder) = (try await Province(), try TestFolder())
    defer { folder.remove() }
    try folder.found()
    let enrolment = try await folder.enrol(at: province, code: province.adoptionCode())
    await province.stop()
    var (authority, key) = (enrolment, enrolment)
    authority.authority = [1, 2, 3]
    key.privateKey = [1, 2, 3]
    #expect(throws: StoreError.damaged("enrolment.authority")) {
      try ExchangeDesk(store: folder.store, enrolment: authority, program: "test")
    }
    #expect(throws: StoreError.damaged("enrolment.private_key")) {
      try ExchangeDesk(store: folder.store, enrolment: key, program: "test")
    }
  }

  /// The answer to the last part of a scan was lost. The next exchange reports that the province has it.
  @Test func aScanThatTheProvinceHasWholeIsNotOfferedAgain() async throws {
    let (province, folder) = (try await Province(), try TestFolder())
    defer { folder.remove() }
    try folder.found(dossiers: 200)
    let enrolment = try await folder.enrol(at: province, code: province.adoptionCode())
    let hash = try scan(folder)
    let desk = try ExchangeDesk(store: folder.store, enrolment: enrolment, program: "test")
    let prepared = try desk.prepare(RequestStyle(), at: .machine)
    let offer = try #require(prepared.request.blobs.first { $0.hash == hash.bytes })
    #expect(try folder.store.scans.offers(limit: 8).map(\.hash) == [hash])

    var response = try Exchange(store: province.store, authority: province.authority).answer(
      prepared.request, keyHash: ProvinceAuthority.keyHash(ofCertificate: enrolment.certificate), now: .machine)
    #expect(response.blobs.first { $0.hash == hash.bytes }?.isComplete == false)
    // A state whose hash is not the hash of a scan is ignored.
    response.blobs = [
      BlobState(hash: [1], received: 1, isComplete: true),
      BlobState(hash: hash.bytes, received: offer.size, isComplete: true),
    ]
    _ = try desk.take(response, to: prepared, at: .machine)
    #expect(try folder.store.scans.offers(limit: 8).isEmpty)
    await province.stop()
  }

  /// Until it was replaced, an earlier authority signed the province's entries.
  @Test func aHeadThatAnotherAuthorityHasSignedProvesNothing() async throws {
    let (province, folder) = (try await Province(), try TestFolder())
    defer { folder.remove() }
    try folder.found()
    let enrolment = try await folder.enrol(at: province, code: province.adoptionCode())
    try province.administration.setProcedures(
      [
        ProcedureVersion(code: "1.900001", name: "thủ tục", field: "", timeLimit: .sameDay)
      ], at: .machine)
    let desk = try ExchangeDesk(store: folder.store, enrolment: enrolment, program: "test")
    let prepared = try desk.prepare(RequestStyle(), at: .machine)
    var response = try Exchange(store: province.store, authority: province.authority).answer(
      prepared.request, keyHash: ProvinceAuthority.keyHash(ofCertificate: enrolment.certificate), now: .machine)
    let index = try #require(response.signatures.heads.firstIndex { $0.device == MachineHead.province })
    var head = response.signatures.heads[index]
    try ProvinceAuthority(province: "44", now: .machine).sign(&head, office: enrolment.office)
    response.signatures.heads[index] = head
    _ = try desk.take(response, to: prepared, at: .machine)
    let report = try folder.store.upkeep.authorship()
    #expect(report.count(.province) == 0 && report.wrong.isEmpty)
    await province.stop()
  }

  private func scan(_ folder: TestFolder) throws -> BlobHash {
    let clerk = try #require(try folder.store.office.clerks().first { $0.has(.headOfDesk) })
    let row = try folder.receive()
    let path = folder.store.folder + "/scan.pdf"
    try Data(repeating: 7, count: 4000).write(to: URL(fileURLWithPath: path))
    _ = try folder.store.scans.attach(file: path, as: 1, of: row.id, by: clerk.id, at: .machine)
    let card = try folder.store.queue.card(row.id, viewer: Viewer(clerk))
    return try #require(card?.dossier.components.first { $0.number == 1 }.flatMap { BlobHash($0.blobHash) })
  }
}
