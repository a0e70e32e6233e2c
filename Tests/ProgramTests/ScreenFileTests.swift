import Foundation
import Testing

@testable import DossierTUI

/// Every user at the machine may use `:save-screen`.
@Suite struct ScreenFileTests {
  private let folder = NSTemporaryDirectory() + "screen-test-" + UUID().uuidString
  private var data: String { folder + "/data" }
  private var screens: ScreenFile { ScreenFile(closedFolder: data) }

  init() throws {
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
  }

  private func remove() { try? FileManager.default.removeItem(atPath: folder) }

  @Test func aNewFileHoldsTheScreenAndIsOnlyTheDesks() throws {
    defer { remove() }
    try screens.write(["a  ", "b"], to: folder + "/screen.txt")
    #expect(try String(contentsOfFile: folder + "/screen.txt", encoding: .utf8) == "a\nb\n")
    let mode = try FileManager.default.attributesOfItem(atPath: folder + "/screen.txt")[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func anExistingFileStaysAlsoBehindALink() throws {
    defer { remove() }
    let precious = folder + "/precious"
    try Data("precious".utf8).write(to: URL(fileURLWithPath: precious))
    for (link, target) in [("/link", precious), ("/dangling", folder + "/nothing")] {
      try FileManager.default.createSymbolicLink(atPath: folder + link, withDestinationPath: target)
      #expect(throws: ScreenFile.Fault.exists) { try screens.write(["x"], to: folder + link) }
    }
    #expect(throws: ScreenFile.Fault.exists) { try screens.write(["x"], to: precious) }
    #expect(try String(contentsOfFile: precious, encoding: .utf8) == "precious")
    #expect(!FileManager.default.fileExists(atPath: folder + "/nothing"))
  }

  /// A name of one letter ended the program.
  @Test(arguments: ["x", "é", "x/", ".", "a/b"]) func anyNameIsAnswered(name: String) throws {
    // A relative name means the working directory, where nothing may stay.
    defer { for path in [name, String(name.prefix(1))] { unlink(path) } }
    try? screens.write(["x"], to: name)
  }

  @Test func theDataFolderIsClosedUnderAnyName() throws {
    defer { remove() }
    try FileManager.default.createDirectory(atPath: data + "/attachments", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: folder + "/other", withDestinationPath: data)
    for path in ["/data/x", "/data/../data/x", "/other/x", "/other/attachments/x", "/data/attachments/x"] {
      #expect(throws: ScreenFile.Fault.closed) { try screens.write(["x"], to: folder + path) }
    }
    try FileManager.default.createDirectory(atPath: folder + "/data2", withIntermediateDirectories: true)
    try screens.write(["x"], to: folder + "/data2/x")
    #expect(throws: ScreenFile.Fault.notWritable) { try screens.write(["x"], to: folder + "/missing/x") }
  }
}
