import Foundation
import GRDB

/// The data that a release left on machines, made by `scripts/make-fixtures` with the binaries of that release. They
/// are in a separate folder that is removed with the object.
final class ReleaseData {
  let folder = NSTemporaryDirectory() + "dossier-release-" + UUID().uuidString

  struct NotUnpacked: Error {}

  init(_ release: String) throws {
    let archive = (#filePath as NSString).deletingLastPathComponent + "/Fixtures/\(release).tar.xz"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/tar")
    process.arguments = ["-xJf", archive, "-C", folder]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw NotUnpacked() }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The folders with a desk's data.
  var desks: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder).filter {
        FileManager.default.fileExists(atPath: folder + "/\($0)/dossier.sqlite")
      }.sorted()
    }
  }

  func desk(_ name: String) -> Program { Program(folder: folder + "/" + name) }

  /// The rows that the release's own `list --view all` printed last at this desk.
  func facts(of desk: String) throws -> [[String: Any]] {
    let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/\(desk)/facts.json"))
    return try JSONSerialization.jsonObject(with: data) as? [[String: Any]] ?? []
  }

  /// Changes the address of the desk's province, as when a server moves.
  func move(_ desk: String, to address: String) throws {
    try DatabaseQueue(path: folder + "/\(desk)/dossier.sqlite").write { db in
      try db.execute(sql: "UPDATE enrolment SET server = ?", arguments: [address])
    }
  }
}
