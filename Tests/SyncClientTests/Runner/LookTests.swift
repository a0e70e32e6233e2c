import DossierDomain
import DossierStore
import Foundation
import Glibc
import OfficeWork
import Testing

@testable import ProvincialServer
@testable import SyncClient

/// A desk asks for the province's position before it issues its first code.
@Suite("Looking at the province", .serialized)
struct LookTests {
  @Test func anImageThatWasPutBackBeginsANewLifeAndRepeatsNoCode() async throws {
    let province = try await Province()
    var desk = try TestFolder()
    let folder = desk.store.folder
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try desk.found()
    try await desk.enrol(at: province, code: province.adoptionCode())
    try await desk.synchronise()
    var codes = [try desk.receive().code.text]
    try await desk.synchronise()
    desk.store.close()
    let file = folder + "/" + LocalStore.fileName
    let image = try Data(contentsOf: URL(fileURLWithPath: file))
    // The day continues and the province receives its entries; then the technician puts the image back.
    desk = try TestFolder(at: folder)
    for _ in 0..<3 { codes.append(try desk.receive().code.text) }
    try await desk.synchronise()
    desk.store.close()
    try image.write(to: URL(fileURLWithPath: file))
    desk = try TestFolder(at: folder)
    let waiting = try desk.status.waiting
    #expect(try await desk.runner().look().get().beganNewLife)
    for _ in 0..<3 {
      let code = try desk.receive().code
      #expect(code.origin == .office)
      codes.append(code.text)
    }
    #expect(Set(codes).count == codes.count)
    try await desk.synchronise()
    #expect(try desk.store.upkeep.verify().faults.isEmpty)
    #expect(waiting == 0)
    await province.stop()
  }

  @Test func aLookSendsNothingAndIsCheap() async throws {
    let province = try await Province()
    let desk = try TestFolder()
    defer { desk.remove() }
    try desk.found()
    try await desk.enrol(at: province, code: province.adoptionCode())
    try await desk.synchronise()
    try desk.receive()
    let summary = try await desk.runner().look().get()
    #expect(summary.entriesSent == 0 && !summary.beganNewLife && summary.roundTrips == 1)
    #expect(try desk.status.waiting == 1)
    try await desk.synchronise()
    #expect(try desk.status.waiting == 0)
    await province.stop()
  }
}
