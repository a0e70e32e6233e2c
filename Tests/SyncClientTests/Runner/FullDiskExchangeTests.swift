import DossierDomain
import DossierStore
import Foundation
import Glibc
import OfficeWork
import Testing

@testable import ProvincialServer
@testable import SyncClient

@Suite("A desk whose disk is full", .serialized)
struct FullDiskExchangeTests {
  @Test(.enabled(if: getuid() == 0, "needs a file system of its own"))
  func takesInNothingSaysSoAndGoesOnWhenThereIsRoom() async throws {
    let province = try await Province()
    let first = try TestFolder()
    defer { first.remove() }
    try first.found(dossiers: 900)
    try await first.enrol(at: province, code: province.adoptionCode())
    try await first.synchronise()
    let disk = try SmallDisk("1536k")
    defer { disk.remove() }
    let second = try TestFolder(at: disk.place)
    try await second.enrol(at: province, code: province.code())
    await #expect(throws: SyncFailure.diskFull) { try await second.synchronise() }
    #expect(try second.status.completeUpTo == 0)
    try disk.grow()
    try await second.synchronise()
    #expect(try second.status.completeUpTo == first.status.head)
    await province.stop()
  }

  @Test(.enabled(if: getuid() == 0, "needs a file system of its own"))
  func aStickThatIsFullLeavesNothingAndADeskThatIsFullTakesTheAnswerAgain() async throws {
    let province = try await Province()
    let first = try TestFolder()
    let (stick, disk) = (try SmallDisk("200k"), try SmallDisk("4m"))
    defer {
      first.remove()
      stick.remove()
      disk.remove()
    }
    try first.found()
    try await first.enrol(at: province, code: province.adoptionCode())
    let scan = try first.scan(size: 6_000_000)
    let out = stick.place + "/out"
    #expect(throws: DeskBundles.Fault.noRoom(path: out)) { try first.bundles.export(to: out, at: .machine) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: stick.place).isEmpty)
    #expect(try first.store.scans.offers().map(\.hash) == [scan])
    try first.export("out")
    _ = try first.bundles.take(province.answer(first.path("out"), first.path("back")), at: .machine)
    #expect(try first.store.scans.offers().isEmpty)

    let second = try TestFolder(at: disk.place)
    try await second.enrol(at: province, code: province.code())
    _ = try second.bundles.export(to: first.path("second"), at: .machine)
    let answer = try province.answer(first.path("second"), first.path("second-back"))
    #expect(throws: DeskBundles.Fault.store(.diskFull)) { try second.bundles.take(answer, at: .machine) }
    #expect(try second.status.completeUpTo == second.status.head, "entries come first")
    try disk.grow()
    guard case .taken(let taken) = try second.bundles.take(answer, at: .machine) else {
      Issue.record("not taken")
      return
    }
    #expect(taken.scansReceived == 1)
    #expect(try second.store.scans.content(of: scan).count == 6_000_000)
    await province.stop()
  }
}

/// A file system with a given size.
private struct SmallDisk {
  let place = NSTemporaryDirectory() + "dossier-full-" + UUID().uuidString

  init(_ size: String) throws {
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try #require(mount("none", place, "tmpfs", 0, "size=" + size) == 0)
  }

  func grow() throws { try #require(mount("none", place, "tmpfs", UInt(MS_REMOUNT), "size=64m") == 0) }

  func remove() {
    umount(place)
    try? FileManager.default.removeItem(atPath: place)
  }
}
