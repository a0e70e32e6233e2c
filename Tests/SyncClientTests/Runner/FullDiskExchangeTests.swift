import DossierDomain
import DossierStore
import Foundation
import Glibc
import Testing

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
    let place = NSTemporaryDirectory() + "dossier-full-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try #require(mount("none", place, "tmpfs", 0, "size=1536k") == 0)
    defer {
      umount(place)
      try? FileManager.default.removeItem(atPath: place)
    }
    let second = try TestFolder(at: place)
    try await second.enrol(at: province, code: province.code())
    await #expect(throws: SyncFailure.diskFull) { try await second.synchronise() }
    #expect(try second.status.completeUpTo == 0)
    try #require(mount("none", place, "tmpfs", UInt(MS_REMOUNT), "size=64m") == 0)
    try await second.synchronise()
    #expect(try second.status.completeUpTo == first.status.head)
    await province.stop()
  }
}
