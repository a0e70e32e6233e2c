import Foundation
import Testing
import Version

@Suite("What the printing process may take") struct PrintingLimitTests {
  /// It waits for its document, so that its limits can be read.
  @Test("Memory and core files are limited while it prints, and its time of waiting is not") func limits() throws {
    let (process, input) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: HandshakeTests.program)
    process.arguments = ["--for", ProgramVersion.text, "print", "Canon", "a4", "1", "Phiếu"]
    process.standardInput = input
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer {
      try? input.fileHandleForWriting.close()
      process.waitUntilExit()
    }
    let deadline = Date(timeIntervalSinceNow: 5)
    var limits: [String: String] = [:]
    repeat {
      usleep(20_000)
      let text = try String(contentsOfFile: "/proc/\(process.processIdentifier)/limits", encoding: .utf8)
      for line in text.split(separator: "\n") {
        let columns = line.replacing(#/ {2,}/#, with: "\t").split(separator: "\t")
        if columns.count > 1 { limits[String(columns[0])] = String(columns[1]) }
      }
    } while (limits["Max core file size"] != "0" || limits["Max address space"] != String(1 << 30)) && Date() < deadline
    #expect(limits["Max core file size"] == "0" && limits["Max address space"] == String(1 << 30))
    #expect(limits["Max cpu time"] == "unlimited")
  }
}
