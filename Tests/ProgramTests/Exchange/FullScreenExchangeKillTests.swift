import DossierDomain
import Foundation
import Glibc
import OfficeWork
import Testing

/// The power goes while the full-screen program exchanges with a real server: after a restart and another F5 nothing is
/// lost, and nothing is there twice.
@Suite(.serialized) struct FullScreenExchangeKillTests {
  /// What the desk says and hears: its request has not left, has left in part, is answered and nothing of it has come, has
  /// come in part, scans are on their way.
  private static let moments: [Relay.Moment] = [
    .before(3), .after(3), .before(4), .after(4), .before(6), .after(7),
  ]

  private func signedIn(_ desk: Program) throws -> Pseudoterminal {
    let terminal = try Pseudoterminal(["--data", desk.folder], term: "xterm-256color", columns: 100, rows: 30)
    #expect(terminal.waits(for: "Hồ Thị Lan"))
    terminal.send("\r")
    #expect(terminal.waits(for: "Cuối ngày"), "\(terminal.received.suffix(2000))")
    return terminal
  }

  @Test func aProgramThatIsKilledWhileF5RunsLosesNothing() throws {
    let province = try ProvinceProcess()
    defer { province.stop() }
    let relay = try Relay(to: province.address)
    defer { relay.stop() }
    let (desk, witness) = (Program(), Program())
    defer {
      desk.remove()
      witness.remove()
    }
    try desk.becomeOffice(of: province, over: relay.address, dossiers: 20)
    try witness.becomeDesk(of: province)
    _ = try desk.synchronise()
    var printed = try desk.codes()
    for (round, moment) in Self.moments.enumerated() {
      try desk.run("demo", "day", "--dossiers", "2", "--seed", "\(round)")
      printed.insert(try desk.receiveAndScan((0..<150_000).map { UInt8(truncatingIfNeeded: $0 &+ round) }))
      printed.formUnion(try desk.codes())
      relay.forgetEnded()
      let terminal = try signedIn(desk)
      // Beside the sign-in the desk asks where the province stands.
      #expect(relay.waitsForEnd(), "\(moment)")
      let process = terminal.process
      relay.at(moment) { kill(process, SIGKILL) }
      terminal.send("\u{1B}[15~")
      #expect(terminal.exitCode() == -SIGKILL, "\(moment)")
      let verified = try desk.run("verify")
      #expect(verified.code == 0, "\(moment): \(verified.output)")
      #expect(try desk.codes().isSuperset(of: printed), "\(moment)")
      // What the desk takes for acknowledged is at the province, and more when its answer was lost.
      let ahead = try (witness.synchronise()["completeUpTo"] as? Int ?? -1) - desk.outbox(.acknowledged)
      #expect(moment == .before(4) ? ahead > 0 : ahead >= 0, "\(moment)")
    }
    let terminal = try signedIn(desk)
    terminal.send("\u{1B}[15~")
    #expect(terminal.waits(for: "Đã đồng bộ"), "\(terminal.received.suffix(2000))")
    kill(terminal.process, SIGTERM)
    #expect(terminal.exitCode() == 0)
    let report = try desk.synchronise()
    #expect(report["entriesSent"] as? Int == 0)
    #expect(report["acknowledged"] as? Int == report["own"] as? Int)
    // Only this desk wrote: an entry that was there twice would make the order longer than its journal.
    #expect(report["head"] as? Int == report["own"] as? Int)
    #expect(report["blobs"] as? Int == Self.moments.count)
    #expect(report["blobsComplete"] as? Int == Self.moments.count)
    #expect(try witness.synchronise()["completeUpTo"] as? Int == report["head"] as? Int)
    #expect(try witness.codes() == printed)
    for program in [desk, witness] { #expect(try program.run("verify").code == 0) }
  }
}
