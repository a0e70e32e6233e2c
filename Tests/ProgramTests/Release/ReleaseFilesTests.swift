import Foundation
import Testing

/// The files that are released beside the programs, made by the scripts of a release from the packages that this build
/// resolved.
@Suite struct ReleaseFilesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private struct Pins: Decodable {
    struct Pin: Decodable {
      struct State: Decodable {
        var version: String?
      }
      var identity: String
      var state: State
    }
    var pins: [Pin]
  }

  private struct Bill: Decodable {
    struct Component: Decodable {
      struct License: Decodable {
        var expression: String
      }
      var type: String
      var bomRef: String
      var name: String
      var version: String
      var licenses: [License]?
      var components: [Component]?

      enum CodingKeys: String, CodingKey {
        case type, name, version, licenses, components
        case bomRef = "bom-ref"
      }
    }
    struct Metadata: Decodable {
      var component: Component
    }
    struct Dependency: Decodable {
      var ref: String
      var dependsOn: [String]
    }
    var bomFormat: String
    var specVersion: String
    var serialNumber: String
    var metadata: Metadata
    var components: [Component]
    var dependencies: [Dependency]
  }

  private struct Outcome {
    var code: Int32
    var text: String
  }

  private static func run(_ command: String, _ arguments: String...) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: command.hasPrefix("/") ? command : root.path + "/" + command)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Outcome(code: process.terminationStatus, text: text)
  }

  private static func withFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "dossier-release-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private static func resolved() throws -> [String: String] {
    let pins = try JSONDecoder().decode(Pins.self, from: Data(contentsOf: root.appending(path: "Package.resolved")))
      .pins
    return Dictionary(uniqueKeysWithValues: pins.map { ($0.identity, $0.state.version ?? "") })
  }

  @Test func theBillListsEveryResolvedPackageOnce() throws {
    try Self.withFolder { folder in
      let made = try Self.run("scripts/make-sbom", folder, Program.path)
      try #require(made.code == 0, "\(made.text)")
      let bill = try JSONDecoder().decode(
        Bill.self, from: Data(contentsOf: URL(filePath: folder + "/sbom.cdx.json")))
      #expect(bill.bomFormat == "CycloneDX" && bill.specVersion == "1.5")
      #expect(bill.serialNumber.wholeMatch(of: /urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil)
      let resolved = try Self.resolved()
      #expect(!resolved.isEmpty)
      for (identity, version) in resolved {
        #expect(bill.components.filter { $0.name == identity }.map(\.version) == [version], "\(identity)")
      }
      // These are not resolved by a package manager: the runtime and the system's libraries.
      let others = Set(bill.components.map(\.name)).subtracting(resolved.keys)
      #expect(others.isSuperset(of: ["swift-runtime", "libc6", "libsqlite3-0", "libncursesw6"]))
      #expect(bill.components.count == resolved.count + others.count)

      let all = bill.components + bill.components.flatMap { $0.components ?? [] }
      #expect(all.allSatisfy { $0.type == "library" && !$0.version.isEmpty && $0.licenses?.isEmpty == false })
      let refs = all.map(\.bomRef) + [bill.metadata.component.bomRef]
      #expect(Set(refs).count == refs.count)
      #expect(Set(refs).isSuperset(of: bill.dependencies.flatMap { [$0.ref] + $0.dependsOn }))

      let notices = try String(contentsOfFile: folder + "/THIRD-PARTY-NOTICES.txt", encoding: .utf8)
      for component in all {
        #expect(notices.contains("\n  \(component.name) \(component.version) ("), "\(component.name)")
      }
    }
  }

  @Test func theSameInputMakesTheSameBytes() throws {
    try Self.withFolder { folder in
      for name in ["a", "b"] {
        let made = try Self.run("scripts/make-sbom", folder + "/" + name, Program.path)
        #expect(made.code == 0, "\(made.text)")
      }
      for file in ["sbom.cdx.json", "THIRD-PARTY-NOTICES.txt"] {
        #expect(FileManager.default.contentsEqual(atPath: "\(folder)/a/\(file)", andPath: "\(folder)/b/\(file)"))
      }
    }
  }

  @Test func checksumsAreSignedAndAChangedFileIsFound() throws {
    try Self.withFolder { folder in
      let (key, files) = (folder + "/key.pem", folder + "/files")
      #expect(try Self.run("/usr/bin/openssl", "genpkey", "-algorithm", "ed25519", "-out", key).code == 0)
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
      #expect(try Self.run("scripts/release-files", files, key, Program.path).code == 1)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
      let made = try Self.run("scripts/release-files", files, key, Program.path)
      try #require(made.code == 0, "\(made.text)")

      #expect(try Self.run("/usr/bin/openssl", "pkey", "-in", key, "-pubout", "-out", key + ".pub").code == 0)
      func isSigned() throws -> Bool {
        try Self.run(
          "/usr/bin/openssl", "pkeyutl", "-verify", "-pubin", "-inkey", key + ".pub", "-rawin", "-in",
          files + "/SHA256SUMS", "-sigfile", files + "/SHA256SUMS.sig"
        ).code == 0
      }
      func isWhole() throws -> Bool {
        try Self.run("/usr/bin/env", "--chdir=" + files, "sha256sum", "--check", "--strict", "SHA256SUMS").code == 0
      }
      #expect(try isSigned() && isWhole())
      let names = try Set(FileManager.default.contentsOfDirectory(atPath: files))
      let sums = try String(contentsOfFile: files + "/SHA256SUMS", encoding: .utf8)
      #expect(names.subtracting(["SHA256SUMS", "SHA256SUMS.sig", "faces"]).allSatisfy { sums.contains("  \($0)\n") })
      #expect(sums.contains("  faces/DossierSerif-Regular.ttf\n"))
      try Data("{}".utf8).write(to: URL(filePath: files + "/sbom.cdx.json"))
      #expect(try !isWhole())
      try Data((sums + " ").utf8).write(to: URL(filePath: files + "/SHA256SUMS"))
      #expect(try !isSigned())
    }
  }

  @Test func otherVersionsThanTheTestedOnesStopARelease() throws {
    try Self.withFolder { folder in
      let scripts = folder + "/scripts"
      try FileManager.default.createDirectory(atPath: scripts, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: Self.root.path + "/scripts/check-versions", toPath: scripts + "/check-versions")
      func resolve(_ version: String, revision: String) throws {
        let pin = #"{"identity":"a","state":{"revision":"\#(revision)","version":"\#(version)"}}"#
        try Data(#"{"pins":[\#(pin)]}"#.utf8).write(to: URL(filePath: folder + "/Package.resolved"))
      }
      try resolve("1.0.0", revision: "one")
      #expect(try Self.run(scripts + "/check-versions", "--accept").code == 0)
      // A mirror may have another commit for the same version.
      try resolve("1.0.0", revision: "two")
      #expect(try Self.run(scripts + "/check-versions").code == 0)
      try resolve("1.0.1", revision: "one")
      let stopped = try Self.run(scripts + "/check-versions")
      #expect(stopped.code == 1 && stopped.text.contains("+a 1.0.1"))
    }
  }

  /// A build of the tests is neither hardened nor linked for a release, and the check reports it.
  @Test func aProgramThatIsNotHardenedIsRefused() throws {
    let outcome = try Self.run("scripts/check-binary", Program.path)
    #expect(outcome.code == 1)
    #expect(outcome.text.contains("RUNPATH") && outcome.text.contains("BIND_NOW"))
  }
}
