import Foundation
import Testing

@testable import DossierTUI

/// A machine that is used only as a desk.
@Suite struct KioskTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("scripts/systemd")

  @Test(arguments: KioskUnit.all.map(\.name)) func whatIsPrintedIsWhatIsInstalled(name: String) throws {
    let unit = try #require(KioskUnit.all.first { $0.name == name })
    #expect(try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8) == unit.text)
    let printed = try Program().run("kiosk-setup", "--console", "2", "--user", "quay1").output
    #expect(printed.contains(unit.text.replacing("User=motcua", with: "User=quay1")))
  }

  /// In an earlier setup the program was a line in a login's profile, so leaving, ^C and a crash led to a shell.
  @Test func nothingOfALoginOrAShellIsBehindTheProgram() throws {
    let printed = try Program().run("kiosk-setup", "--console", "2").output
    #expect(!printed.contains("autologin") && !printed.contains(".profile") && !printed.contains("while dossier"))
    #expect(printed.contains("enable --now dossier-kiosk@tty2.service"))
    let desk = try #require(KioskUnit.all.first).text
    for line in [
      "Restart=always", "Conflicts=getty@%i.service rescue.service", "TTYPath=/dev/%I", "StartLimitIntervalSec=0",
      "ExecStart=/usr/local/bin/dossier --data /var/lib/dossier",
    ] {
      #expect(desk.contains("\n" + line + "\n"), "\(line)")
    }
    #expect(desk.contains("TERM=linux LANG=C.UTF-8"))
  }

  @Test(arguments: KioskUnit.all.map(\.name).filter { $0.hasSuffix(".service") })
  func aUnitIsShutInByItsOwnWords(name: String) throws {
    let check = Process()
    check.executableURL = URL(fileURLWithPath: "/usr/bin/systemd-analyze")
    check.arguments = [
      "security", "--offline=yes", "--threshold=20", "--no-pager", Self.folder.appendingPathComponent(name).path,
    ]
    check.standardOutput = FileHandle.nullDevice
    try check.run()
    check.waitUntilExit()
    #expect(check.terminationStatus == 0)
  }
}
