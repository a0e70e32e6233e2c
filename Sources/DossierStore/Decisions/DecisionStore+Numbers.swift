import Crypto
import DossierDomain
import OfficeWork

extension DecisionStore {
  /// Records that a clerk is shown the full numbers of one dossier on her screen. They may be shown once this has
  /// returned.
  /// - Throws: `.denied` if she may not see them, or has given no purpose.
  public func readNumbers(
    of id: DossierID, purpose: String, by clerk: ClerkID, at now: Instant, leaving drafts: [Draft]? = nil
  ) throws(StoreError) {
    guard let purpose = DataReading.purpose(purpose) else { throw .denied(.reasonMissing) }
    try write { db in
      let author = try Self.author(db, clerk)
      guard let dossier = try JournalReader.record(db, of: id).dossier else {
        throw StoreError.denied(.dossierUnknown)
      }
      do throws(Denial) {
        _ = try dossier.standing(at: now).numberReading(by: author)
      } catch {
        throw StoreError.denied(error)
      }
      let reading = DataReading(
        what: .show, purpose: purpose, persons: 1, showsNumbers: true, hash: Array(SHA256.hash(data: id.bytes)))
      _ = try Self.record(db, [.recordReading(reading)], by: author, at: now)
      if let drafts { try DraftTable.replace(db, drafts, of: clerk, at: now) }
    }
  }
}
