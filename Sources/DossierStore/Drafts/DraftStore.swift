import DossierDomain
import OfficeWork

/// The seats of clerks, and what they have typed and not recorded.
public struct DraftStore: Sendable {
  let read: ReadingConnection
  let write: WritingConnection

  /// The stored drafts of a clerk's seat.
  public func kept(of clerk: ClerkID, at now: Instant) throws(StoreError) -> [Draft] {
    try read { try DraftTable.kept($0, of: clerk, at: now) }
  }

  /// Replaces the stored drafts of a clerk's seat.
  public func keep(_ drafts: [Draft], of clerk: ClerkID, at now: Instant) throws(StoreError) {
    try write { try DraftTable.replace($0, drafts, of: clerk, at: now) }
  }

  /// Erases drafts that nobody has changed for `Draft.keptDays`.
  func eraseOld(at now: Instant) throws(StoreError) {
    try write { try DraftTable.eraseOld($0, at: now) }
  }
}
