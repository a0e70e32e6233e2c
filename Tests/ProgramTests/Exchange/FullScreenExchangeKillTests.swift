import DossierDomain
import Foundation
import Glibc
import OfficeWork
import Testing

/// The power fails while the full-screen program exchanges with a real server. After a restart and another F5 nothing
/// is lost, and nothing exists twice.
@Suite(.serialized) struct FullScreenExchangeKillTests {
  /// The moments at which the desk is killed: its request has not left, has left in part, was answered but nothing has
  /// arrived, the answer has arrived in part, or scans are being sent.
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
      // During the sign-in the desk also asks for the province's position.
      #expect(relay.waitsForEnd(), "\(moment)")
      let process = terminal.process
      relay.at(moment) { kill(process, SIGKILL) }
      terminal.send("\u{1B}[15~")
      #expect(terminal.exitCode() == -SIGKILL, "\(moment)")
      let verified = try desk.run("verify")
      #expect(verified.code == 0, "\(moment): \(verified.output)")
      #expect(try desk.codes().isSuperset(of: printed), "\(moment)")
      // The province has all entries that the desk takes for acknowledged, and more if its answer was lost.
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
    // Only this desk wrote. An entry that existed twice would make the order longer than the desk's journal.
    #expect(report["head"] as? Int == report["own"] as? Int)
    #expect(report["blobs"] as? Int == Self.moments.count)
    #expect(report["blobsComplete"] as? Int == Self.moments.count)
    #expect(try witness.synchronise()["completeUpTo"] as? Int == report["head"] as? Int)
    #expect(try witness.codes() == printed)
    for program in [desk, witness] { #expect(try program.run("verify").code == 0) }
  }
}
