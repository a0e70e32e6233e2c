import DossierDomain
import Foundation
import OfficeWork

@testable import DossierStore

extension OfficeFixture {
  /// A scanner's file beside the data; made up bytes that are the same for one seed.
  func scan(_ name: String = "quét 1.pdf", size: Int = 600_000, seed: Int = 7) throws -> String {
    let path = folder + "/../\(URL(fileURLWithPath: folder).lastPathComponent)-\(name)"
    try Data((0..<size).map { UInt8(truncatingIfNeeded: $0 &* seed &+ $0 >> 8) }).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Digitises the first paper of a dossier.
  func attach(_ path: String, to id: DossierID, at now: Instant = morning) throws -> BlobHash {
    defer { try? FileManager.default.removeItem(atPath: path) }
    guard case .done = try store.scans.attach(file: path, as: 1, of: id, by: head.id, at: now),
      let card = try store.queue.card(id, viewer: headViewer), let hash = BlobHash(card.dossier.components[0].blobHash)
    else { throw NotDone(outcomes: []) }
    return hash
  }

  var attachments: String { folder + "/attachments" }

  func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []
  }

  /// A second place and a bare machine; they go with the test.
  func elsewhere(_ name: String) throws -> String {
    let path = folder + "-" + name
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  func flip(_ path: String, at offset: Int) throws {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[offset] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path))
  }
}
