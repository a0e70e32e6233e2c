import DossierDomain
import Foundation
import GRDB

/// The versions of procedures that rows of dossiers name, each read once.
struct RowVersions {
  /// By hash. Nil for what nobody here knows.
  private var known: [Data: ProcedureVersion?] = [:]

  /// - Parameter hash: nil in the row of a register, and until the rows are computed again after an upgrade.
  mutating func version(_ db: Database, of code: String, _ hash: Data?) throws -> ProcedureVersion? {
    guard let hash else { return nil }
    if let version = known[hash] { return version }
    let reference = ProcedureReference(code: code, name: "", versionHash: ProcedureReference.hashText(hash))
    let version = try ProcedureProjection.version(db, of: reference)
    known.updateValue(version, forKey: hash)
    return version
  }
}

extension ProcedureReference {
  /// The hash of the version as a row has it; nil for a text that is no hash, as in a row of a register.
  var hashBytes: Data? { BlobHash(versionHash).map { Data($0.bytes) } }

  /// The form of the hash in entries; empty for nil.
  static func hashText(_ bytes: Data?) -> String { bytes.flatMap { BlobHash(bytes: $0) }?.text ?? "" }
}
