import Foundation
import Testing

/// The build scripts do not build again what is up to date. The compiler is replaced by scripts in a separate folder.
@Suite final class BuildTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "build-test-" + UUID().uuidString)

  init() throws {
    for name in ["Sources/Some", "scripts", "bin"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func write(_ name: String, _ text: String) throws {
    let file = folder.appendingPathComponent(name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
  }

  private func run(_ command: String, _ environment: [String: String] = [:]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    process.environment = ["PATH": folder.path + "/bin:/usr/bin:/bin", "HOME": folder.path].merging(
      environment
    ) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func theCompilerSeesTheSameEnvironmentFromWhateverTerminal() throws {
    try write("scripts/swift", try Repository.text("scripts/swift"))
    try write("bin/swift", "#!/bin/sh\nenv | sort\necho \"$@\"\n")
    let here = try run("scripts/swift build --product x", ["TERM": "xterm", "LANG": "C.UTF-8"])
    let there = try run(
      "scripts/swift build --product x", ["TERM": "linux", "LANG": "vi_VN", "NOBODYS": "1"])
    #expect(here == there)
    #expect(here.contains("\nbuild --product x"))
    #expect(here.contains("HOME=" + folder.path + "\n"))
  }

  @Test func aSecondRunBuildsOnlyWhatChanged() throws {
    try write("Makefile", try Repository.text("Makefile"))
    try write("Package.swift", "")
    try write("Sources/Some/One.swift", "")
    try write("scripts/setup", "#!/bin/sh\n")
    try write("scripts/run-demo", "#!/bin/sh\necho opened\n")
    try write("bin/swift", "#!/bin/sh\necho fetched\n")
    let build =
      "mkdir -p .build/release; for p in dossier provincial-server dossier-sheet dossier-paper; do test -e .build/release/$p || : > .build/release/$p; done"
    try write("scripts/swift", "#!/bin/sh\necho built\n\(build)\n")
    func said(_ environment: [String: String] = [:]) throws -> [String] {
      let known: Set<Substring> = ["fetched", "built", "opened"]
      return try run("make -s run", environment).split(separator: "\n").filter(known.contains).map(
        String.init)
    }
    #expect(try said() == ["fetched", "built", "built", "built", "built", "opened"])
    #expect(try said(["TERM": "dumb", "NOBODYS": "1"]) == ["opened"])
    try passTime()
    try write("Sources/Some/One.swift", "// changed")
    #expect(try said() == ["built", "built", "built", "built", "opened"])
    #expect(try said() == ["opened"])
    try passTime()
    try FileManager.default.removeItem(at: folder.appendingPathComponent("Sources/Some/One.swift"))
    #expect(try said() == ["built", "built", "built", "built", "opened"])
  }

  /// Makes all files an hour older.
  private func passTime() throws {
    _ = try run("find . -exec touch -d '1 hour ago' {} +")
  }
}
