import DossierDomain
import Foundation
import Glibc
import OfficeWork
import Testing

@testable import DossierTUI

/// The power fails while a desk exchanges with a real server. Printed codes remain, acknowledged entries are at the
/// province, and nothing exists twice.
@Suite(.serialized) struct ExchangeKillTests {
  @Test func aDeskThatIsKilledWhileItExchangesLosesNothing() async throws {
    let province = try ProvinceProcess()
    defer { province.stop() }
    let (desk, witness) = (Program(), Program())
    defer {
      desk.remove()
      witness.remove()
    }
    try desk.becomeOffice(of: province, dossiers: 60)
    try witness.becomeDesk(of: province)
    var printed = try desk.codes()
    for round in 0..<8 {
      try desk.run("demo", "day", "--dossiers", "5", "--seed", "\(round)")
      printed.formUnion(try desk.codes())
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Program.path)
      process.arguments = ["--data", desk.folder, "sync", "--tries", "1"]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      // At a random time within an exchange, which takes about 100 ms here.
      try await Task.sleep(for: .milliseconds(Int.random(in: 5...140)))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(try desk.codes().isSuperset(of: printed), "round \(round)")
      let acknowledged = try desk.outbox(.acknowledged)
      let seen = try witness.synchronise()["completeUpTo"] as? Int ?? -1
      #expect(seen >= acknowledged, "round \(round)")
    }
    let report = try desk.synchronise()
    #expect(report["acknowledged"] as? Int == report["own"] as? Int)
    // Only this desk wrote. An entry that existed twice would make the order longer than the desk's journal.
    #expect(report["head"] as? Int == report["own"] as? Int)
    #expect(try desk.run("verify").code == 0)
    let seen = try witness.synchronise()
    #expect(seen["completeUpTo"] as? Int == report["head"] as? Int)
    #expect(try witness.codes() == printed)
    #expect(try witness.run("verify").code == 0)
  }

  @Test func aNewDeskThatIsKilledGoesOnWithItsSnapshot() async throws {
    let province = try ProvinceProcess()
    defer { province.stop() }
    let (desk, new) = (Program(), Program())
    defer {
      desk.remove()
      new.remove()
    }
    // More dossiers than fit on one page.
    try desk.becomeOffice(of: province, dossiers: 1500)
    _ = try desk.synchronise()
    try new.becomeDesk(of: province)
    for milliseconds in [150, 400, 700, 1100, 1600] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Program.path)
      process.arguments = ["--data", new.folder, "sync", "--tries", "1"]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      try await Task.sleep(for: .milliseconds(milliseconds))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let (there, here) = (try desk.synchronise(), try new.synchronise())
    #expect(here["completeUpTo"] as? Int == there["head"] as? Int)
    // The order in which dossiers became known differs here, but their contents must be equal.
    func rows(_ program: Program) throws -> [String] {
      try program.dossiers().map {
        "\($0.code) \($0.ownerName ?? "") \($0.procedureName) \($0.status) \($0.receivedAt ?? "") \($0.dueAt ?? "") \($0.resolvedAt ?? "")"
      }.sorted()
    }
    let known = try rows(new)
    #expect(known.count == 1500)
    #expect(try rows(desk) == known)
    #expect(try new.run("verify").code == 0)
    #expect(try new.run("rebuild").code == 0)
    #expect(try rows(new) == known)
    try askForOlderSteps(at: new, as: desk)
  }

  /// The oldest dossier arrived folded. Its steps are requested in the full-screen program and come with the exchange.
  private func askForOlderSteps(at new: Program, as desk: Program) throws {
    let shot = try new.file("oldest.txt")
    let keys = "<enter>\n7\n<end>\n<enter>\n3\n<enter>\n:save-screen \(shot)\n"
    let outcome = try new.run("--script", try new.file("oldest.keys", Array(keys.utf8)), "--size", "100x30")
    #expect(outcome.code == 0, "\(outcome.messages)")
    let screen = try String(contentsOfFile: shot, encoding: .utf8)
    #expect(screen.contains("Các bước cũ sẽ về khi đồng bộ (F5)."), "\(screen)")
    let code = String(try #require(screen.firstMatch(of: /000\.19\.45\.H50-\d{6}-\d{4}/)).output)
    #expect(try new.run("show", code).output.contains("… các bước trước đó ở tỉnh"))
    _ = try new.synchronise()
    #expect(try new.run("show", code).output == desk.run("show", code).output)
  }

  @Test func aServerThatIsGoneIsSaidToBeUnreachableAndAStickDoesTheSame() async throws {
    let province = try ProvinceProcess()
    defer { province.stop() }
    let (desk, witness) = (Program(), Program())
    defer {
      desk.remove()
      witness.remove()
    }
    try desk.becomeOffice(of: province, dossiers: 10)
    let out = try desk.file("out.bundle")
    let back = try desk.file("back.bundle")
    #expect(try desk.run("bundle", "export", out).code == 0)
    #expect(try desk.run("bundle", "export", out).code == 1, "nothing is overwritten")
    _ = try province.run("bundle", "import", out, "--out", back)
    let taken = try desk.run("bundle", "import", back, "--json")
    #expect(taken.code == 0, "\(taken.messages)")
    let report = try #require(try desk.json(taken) as? [String: Any])
    #expect(report["acknowledged"] as? Int == report["own"] as? Int)
    #expect(try desk.run("bundle", "import", back).code == 0)
    #expect(try desk.run("bundle", "import", out).code == 1)
    province.stop()
    let outcome = try desk.run("sync", "--tries", "1", "--json")
    #expect(outcome.code == 6)
    #expect((try desk.json(outcome) as? [String: Any])?["failure"] as? String == "unreachable")
    #expect(!outcome.messages.isEmpty)
  }
}
